package vn.dondoc.plan.organisation;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Collation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Window;

/** Units with what is in them, and bodies with who takes part, as a caller may see them. */
@Component
class DirectoryQuery {

    private static final Collation VIETNAMESE = Collation.of("vi");
    private static final int MOST_BELOW = 500;

    private final Aggregates<Unit> units;
    private final Aggregates<Position> positions;
    private final Aggregates<Body> bodies;
    private final UnitQuery views;
    private final UnitChanges changes;
    private final DomainClock clock;

    DirectoryQuery(
            Aggregates<Unit> units, Aggregates<Position> positions, Aggregates<Body> bodies, UnitQuery views, UnitChanges changes, DomainClock clock) {
        this.units = units;
        this.positions = positions;
        this.bodies = bodies;
        this.views = views;
        this.changes = changes;
        this.clock = clock;
    }

    /** @throws ProblemException 404 where the caller may not see it */
    Unit seen(String id, Caller caller) {
        return units.find(id, UnitQuery.seenBy(caller).within("_id")).map(Versioned::state).orElseThrow(ProblemException::notFound);
    }

    Organisation.UnitDetail detail(String id, Caller caller, Locale locale) {
        var unit = seen(id, caller);
        var keeps = DirectoryBorder.mayKeep(caller, unit.state());
        var below = units.list(new Query(Criteria.where("parent").is(id).and("active").is(true)).with(Sort.by("name", "_id")).collation(VIETNAMESE).limit(MOST_BELOW));
        var places = positions.list(new Query(Criteria.where("unit").is(id)).with(Sort.by("role", "title", "_id")));
        var successor = unit.successor() == null ? null : units.find(unit.successor().value()).map(one -> views.view(one.state().state())).orElse(null);
        return new Organisation.UnitDetail(
                views.view(unit.state()), unit.aliases(), unit.active(), successor, path(unit), below.stream().map(one -> views.view(one.state().state())).toList(),
                places.stream().map(one -> place(one, caller, unit)).toList(), ofUnit(unit, places, caller),
                keeps ? changes.of(unit, locale) : List.of(), keeps && unit.active(), unit.active() && DirectoryBorder.mayChange(caller, unit.state()));
    }

    private List<Organisation.UnitView> path(Unit unit) {
        var path = new ArrayDeque<Organisation.UnitView>();
        var passed = new HashSet<UnitId>();
        var parent = unit.parent();
        while (parent != null && passed.add(parent)) {
            var above = units.find(parent.value()).map(Versioned::state).orElse(null);
            if (above == null) {
                break;
            }
            path.addFirst(views.view(above.state()));
            parent = above.parent();
        }
        return List.copyOf(path);
    }

    /** Who holds it is told within the branch, so that a name can be asked for; its mailbox to those who keep the directory. */
    Organisation.Place place(Versioned<Position> found, Caller caller, Unit unit) {
        var position = found.state();
        var keeps = DirectoryBorder.mayKeep(caller, unit.state());
        var named = keeps || caller.branch().figures().covers(unit.province(), unit.state().area(), List.of(unit.id()));
        var absence = position.absence();
        var deputy = absence == null || absence.deputy() == null ? Optional.<Position>empty() : positions.find(absence.deputy().value()).map(Versioned::state);
        return new Organisation.Place(
                position.id(), position.unit(), position.title(), position.role(), position.holder() != null, named ? position.holder() : null,
                keeps ? position.mailbox() : null, absence, deputy.map(Position::title).orElse(null), absence != null && absence.covers(clock.today()),
                mayTellAbsence(position, caller.person(), keeps), found.version(), position.scope());
    }

    /** Positions of the units that the caller may see, by title; of one commune or province office where one is named. */
    Page<Organisation.PlaceName> places(@Nullable UnitId area, Caller caller, Window window) {
        var seen = UnitQuery.seenBy(caller).within("_id");
        var ofArea = area == null ? seen : new Criteria().andOperator(seen, Criteria.where("active").is(true), new Criteria().orOperator(
                Criteria.where("commune").is(area.value()), new Criteria().andOperator(Criteria.where("province").is(area.value()), Criteria.where("commune").is(null))));
        var names = new HashMap<String, String>();
        units.each(new Query(ofArea), one -> names.put(one.id(), one.state().name()));
        var query = new Query(Criteria.where("unit").in(names.keySet())).with(Sort.by("title", "_id")).collation(VIETNAMESE).skip(window.offset()).limit(window.limit() + 1);
        var found = positions.list(query).stream().map(Versioned::state).map(one -> new Organisation.PlaceName(
                one.id(), one.title(), one.role(), one.unit(), names.getOrDefault(one.unit().value(), one.unit().value()), one.holder() != null)).toList();
        return window.page(found, positions.count(query));
    }

    /** The holder says so, and whoever keeps the directory; not whoever only stands in. */
    static boolean mayTellAbsence(Position position, PersonId person, boolean keeps) {
        return position.holder() != null && (keeps || person.equals(position.holder()));
    }

    /** Where it is addressed or urges itself, or somebody of it takes part. */
    private List<Organisation.Body> ofUnit(Unit unit, List<Versioned<Position>> places, Caller caller) {
        var query = new Criteria().orOperator(
                Criteria.where("unit").is(unit.id().value()), Criteria.where("urging").is(unit.id().value()),
                Criteria.where("commune").is(unit.id().value()), new Criteria().andOperator(Criteria.where("province").is(unit.id().value()), Criteria.where("commune").is(null)),
                Criteria.where("members.position").in(places.stream().map(Versioned::id).toList()));
        return bodies.list(new Query(new Criteria().andOperator(query, seenBy(caller), Criteria.where("active").is(true))).with(Sort.by("name", "_id")).collation(VIETNAMESE))
                .stream().map(body -> view(body, caller)).toList();
    }

    /** Bodies of the communes and provinces that the caller belongs to or oversees. */
    static Criteria seenBy(Caller caller) {
        var provinces = new HashSet<String>();
        caller.held().forEach(one -> provinces.add(one.unit().province().value()));
        return new Criteria().orOperator(
                UnitQuery.seenBy(caller).within("unit"),
                new Criteria().andOperator(Criteria.where("province").in(provinces), Criteria.where("commune").is(null)));
    }

    Optional<Versioned<Body>> body(String id, Caller caller) {
        return bodies.find(id, seenBy(caller));
    }

    Page<Organisation.Body> bodies(@Nullable UnitId area, Caller caller, Window window) {
        var seen = seenBy(caller);
        var within = area == null ? seen : new Criteria().andOperator(seen, new Criteria().orOperator(
                Criteria.where("commune").is(area.value()),
                new Criteria().andOperator(Criteria.where("province").is(area.value()), Criteria.where("commune").is(null))));
        var query = new Query(within).with(Sort.by("name", "_id")).collation(VIETNAMESE).skip(window.offset()).limit(window.limit() + 1);
        return window.page(bodies.list(query).stream().map(one -> view(one, caller)).toList(), bodies.count(query));
    }

    Organisation.Body view(Versioned<Body> found, Caller caller) {
        var body = found.state();
        var area = body.state().area();
        return new Organisation.Body(
                body.id(), body.name(), body.kind(), area, Objects.requireNonNullElse(nameOf(area), area.value()), body.unit(), nameOf(body.unit()), body.urging(),
                nameOf(body.urging()), body.members().stream().map(this::member).toList(), body.active(),
                DirectoryBorder.mayKeep(caller, body.province(), body.commune()), found.version());
    }

    private Organisation.Member member(BodyState.Member member) {
        var position = position(member.position());
        return new Organisation.Member(
                member.position(), member.part(), member.field(), position.map(Position::title).orElse(null), position.map(one -> nameOf(one.unit())).orElse(null));
    }

    private Optional<Position> position(PositionId id) {
        return positions.find(id.value()).map(Versioned::state);
    }

    private @Nullable String nameOf(@Nullable UnitId unit) {
        return unit == null ? null : units.find(unit.value()).map(one -> one.state().name()).orElse(unit.value());
    }
}
