package vn.dondoc.plan.proceeding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.api.Proceedings;
import vn.dondoc.contracts.event.ProceedingKind;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.ProceedingId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.draft.Publication;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Folded;

/**
 * A meeting or an inspection with its points. Points become directives in one step, which is carried out until all are given.
 *
 * @param commune whose it is; null for one of the province
 * @param owner the unit that wrote it, in whose name its points are given
 * @param decider the unit that decides on what is made of them; null where whoever decides on tasks of the commune's plans does
 * @param units that it names anywhere
 * @param communes of those
 * @param begun the giving that is being carried out; null while none is
 * @param nextBoundaryAt present while it must be gone on with
 */
record Proceeding(
        ProceedingId id,
        UnitId province,
        @Nullable UnitId commune,
        UnitId owner,
        @Nullable UnitId decider,
        ProceedingKind kind,
        String title,
        @Nullable String number,
        LocalDate heldOn,
        @Nullable String place,
        @Nullable String chair,
        List<UnitId> participants,
        List<Proceedings.AgendaItem> agenda,
        List<Point> points,
        int numbered,
        List<UnitId> units,
        List<UnitId> communes,
        List<String> tokens,
        @Nullable Publication begun,
        @Nullable Instant nextBoundaryAt) {

    static final String POINT_CLOSED = "PointClosed";
    static final String POINT = "point";

    Proceeding {
        participants = Lists.orEmpty(participants);
        agenda = Lists.orEmpty(agenda);
        points = Lists.orEmpty(points);
        units = Lists.orEmpty(units);
        communes = Lists.orEmpty(communes);
    }

    /** Whose it is, and in whose name. */
    record Place(UnitId province, @Nullable UnitId commune, UnitId owner, @Nullable UnitId decider) {}

    static Decision<Proceeding> write(ProceedingId id, Place place, Proceedings.Wanted wanted, List<UnitId> communes) {
        var empty = new Proceeding(
                id, place.province(), place.commune(), place.owner(), place.decider(), wanted.kind(), "", null, wanted.heldOn(), null, null,
                List.of(), List.of(), List.of(), 0, List.of(), List.of(), List.of(), null, null);
        var written = empty.with(wanted, communes);
        return Decision.accept(written, written.fact("ProceedingWritten", Map.of("points", written.points.size())));
    }

    /** What was given or closed stays as it is; to say it otherwise, or not at all, is refused. */
    Decision<Proceeding> rewrite(Proceedings.Wanted wanted, List<UnitId> newCommunes) {
        if (begun != null) {
            return Decision.refuse(409, "PROCEEDING_RUNNING");
        }
        var after = with(wanted, newCommunes);
        var kept = new HashMap<String, Point>();
        after.points.forEach(point -> kept.put(point.id(), point));
        for (var settled : points.stream().filter(Point::isSettled).toList()) {
            var now = kept.get(settled.id());
            if (now == null || !now.saysTheSame(settled)) {
                return Decision.refuse(409, "POINT_GIVEN", settled.text());
            }
        }
        if (kind != wanted.kind() || equals(after)) {
            return kind == wanted.kind() ? Decision.unchanged() : Decision.refuse(422, "PROCEEDING_KIND");
        }
        return Decision.accept(after, after.fact("ProceedingRewritten", Map.of("points", after.points.size())));
    }

    /** Each of those becomes a directive of its own. */
    Decision<Proceeding> give(List<String> ids, Act act) {
        if (begun != null) {
            return Decision.refuse(409, "PROCEEDING_RUNNING");
        }
        for (var point : points.stream().filter(point -> ids.contains(point.id())).toList()) {
            if (point.directive() != null) {
                return Decision.refuse(409, "POINT_GIVEN", point.text());
            } else if (point.closedOn() != null) {
                return Decision.refuse(409, "POINT_CLOSED", point.text());
            }
        }
        var given = points.stream().map(point -> ids.contains(point.id()) ? point.givenAs(directiveOf(point.id())) : point).toList();
        var day = LocalDate.ofInstant(act.at(), DomainClock.ZONE);
        return Decision.accept(
                with(given, Publication.begun(new PlanId(id.value()), act, day), act.at()), fact("PointsGiven", Map.of("points", ids)));
    }

    /** All directives are given. */
    Decision<Proceeding> finish() {
        return begun == null ? Decision.unchanged() : Decision.accept(with(points, null, null), fact("PointDirectivesTold", Map.of()));
    }

    /** @param finished nothing that was made of it is open any more */
    Decision<Proceeding> close(String pointId, @Nullable String reason, boolean finished, Act act) {
        var point = points.stream().filter(one -> one.id().equals(pointId)).findFirst().orElse(null);
        if (point == null) {
            return Decision.refuse(404, "NOT_FOUND");
        } else if (point.closedOn() != null) {
            return Decision.refuse(409, "POINT_CLOSED", point.text());
        } else if (!finished && (reason == null || reason.isBlank())) {
            return Decision.refuse(422, "POINT_OPEN");
        }
        var day = LocalDate.ofInstant(act.at(), DomainClock.ZONE);
        var closed = points.stream().map(one -> one.id().equals(pointId) ? one.closed(day) : one).toList();
        return Decision.accept(
                with(closed, begun, nextBoundaryAt), fact(POINT_CLOSED, Map.of(POINT, pointId)).withText(reason == null || reason.isBlank() ? null : reason.strip()));
    }

    /** The commune it is of; the province where it is of none. */
    UnitId area() {
        return commune == null ? province : commune;
    }

    private DirectiveId directiveOf(String point) {
        return new DirectiveId(Ids.derived("point-directive", id.value(), point));
    }

    private Proceeding with(Proceedings.Wanted wanted, List<UnitId> newCommunes) {
        var known = new HashMap<String, Point>();
        points.forEach(point -> known.put(point.id(), point));
        int last = numbered;
        var written = new ArrayList<Point>();
        for (var one : wanted.points()) {
            var before = one.id() == null ? null : known.get(one.id());
            var pointId = before == null ? "k" + ++last : before.id();
            written.add(new Point(
                    pointId, one.text().strip(), one.units(), one.due(), line(one.product()), before == null ? null : before.directive(),
                    before == null ? null : before.closedOn()));
        }
        var named = Stream.concat(wanted.participants().stream(), written.stream().flatMap(point -> point.units().stream())).distinct().toList();
        var words = wanted.title() + " " + Objects.requireNonNullElse(wanted.number(), "");
        return new Proceeding(
                id, province, commune, owner, decider, wanted.kind(), wanted.title().strip(), line(wanted.number()), wanted.heldOn(),
                line(wanted.place()), line(wanted.chair()), wanted.participants(), wanted.agenda(), written, last, named, newCommunes,
                Folded.tokens(words), begun, nextBoundaryAt);
    }

    private Proceeding with(List<Point> newPoints, @Nullable Publication nowBegun, @Nullable Instant boundary) {
        return new Proceeding(
                id, province, commune, owner, decider, kind, title, number, heldOn, place, chair, participants, agenda, newPoints, numbered, units,
                communes, tokens, nowBegun, boundary);
    }

    private Fact fact(String type, Map<String, Object> data) {
        return Fact.internal(type, area(), data);
    }

    private static @Nullable String line(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
