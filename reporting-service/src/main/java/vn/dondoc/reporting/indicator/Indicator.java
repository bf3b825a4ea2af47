package vn.dondoc.reporting.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Targets.IndicatorWanted;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.web.Folded;

/**
 * An indicator and its decisions.
 *
 * @param commune that defined it for itself; null where the province did for all
 * @param communes that measure it
 * @param withdrawnOn the day it was given up; null while it holds
 * @param nextBoundaryAt when its targets follow it; null once they did
 * @param taken what no other one of its place may be called, which the store sees to; null once it is given up, and in those from before that was kept
 */
record Indicator(
        String id, UnitId province, @Nullable UnitId commune, List<UnitId> communes, IndicatorWanted content, LocalDate definedOn, @Nullable LocalDate withdrawnOn,
        @Nullable Instant nextBoundaryAt, @Nullable List<String> taken) {

    /** In ids: what its targets belong to instead of a plan. */
    static final String PREFIX = "indicator-";

    static final String TAKEN = "taken";

    private static final long DEFINED = 1;
    private static final long WITHDRAWN = 2;

    Indicator {
        communes = List.copyOf(communes);
    }

    /** One that somebody wants from now on. */
    static Indicator wanted(
            String id, UnitId province, @Nullable UnitId commune, List<UnitId> communes, IndicatorWanted content, LocalDate today, Instant now) {
        var place = commune == null ? province : commune;
        var taken = List.of(place + "/code/" + Folded.fold(content.code()), place + "/name/" + Folded.fold(content.name()));
        return new Indicator(id, province, commune, communes, content, today, null, now, taken);
    }

    static Decision.Accepted<Indicator> defined(Indicator indicator) {
        return new Decision.Accepted<>(indicator, List.of(Fact.internal("IndicatorDefined", indicator.place(), Map.of(
                "code", indicator.content.code(), "name", indicator.content.name(), "communes", indicator.communes.size()))));
    }

    Decision<Indicator> withdraw(LocalDate today, Instant now) {
        if (withdrawnOn != null) {
            return Decision.refuse(409, "INDICATOR_WITHDRAWN");
        }
        return Decision.accept(
                new Indicator(id, province, commune, communes, content, definedOn, today, now, null), Fact.internal("IndicatorWithdrawn", place(), Map.of("on", today.toString())));
    }

    /** Communes that came later measure it too. */
    Decision<Indicator> joined(Collection<UnitId> measuring, Instant now) {
        var all = Stream.concat(communes.stream(), measuring.stream()).distinct().toList();
        return commune != null || withdrawnOn != null || all.size() == communes.size() ? Decision.unchanged() : Decision.accept(
                new Indicator(id, province, null, all, content, definedOn, null, now, taken),
                Fact.internal("IndicatorJoined", place(), Map.of("communes", all.size() - communes.size())));
    }

    /** Its targets are as it says. */
    Decision<Indicator> followed() {
        return nextBoundaryAt == null ? Decision.unchanged() : Decision.accept(
                new Indicator(id, province, commune, communes, content, definedOn, withdrawnOn, null, taken),
                Fact.internal("IndicatorFollowed", place(), Map.of("communes", communes.size())));
    }

    /** The unit that measures it in a commune; the commune itself while it has none. */
    UnitId ownerIn(UnitId measuring, Directory directory) {
        if (content.owner() != null) {
            return directory.heirOf(content.owner());
        }
        var ofKind = content.ownerKind() == null ? List.<UnitState>of() : directory.unitsOf(measuring).stream().filter(unit -> unit.kind() == content.ownerKind()).toList();
        return ofKind.size() == 1 ? ofKind.getFirst().id() : directory.standingUnitOf(measuring).map(UnitState::id).orElse(measuring);
    }

    /** Whether it is the same to whoever reads it: by its code or its name. */
    boolean isLike(IndicatorWanted wanted) {
        return Folded.fold(content.code()).equals(Folded.fold(wanted.code())) || Folded.fold(content.name()).equals(Folded.fold(wanted.name()));
    }

    UnitId place() {
        return commune == null ? province : commune;
    }

    PlanId plan() {
        return new PlanId(id);
    }

    /** Of the events that its targets are known from; the newest holds. */
    long order() {
        return withdrawnOn == null ? DEFINED : WITHDRAWN;
    }

    /** What a commune has to measure; the same however often it is asked for. */
    PlannedTarget target(UnitId measuring, UnitId owner) {
        var target = new PlannedTarget(
                new TargetId(Ids.derived("indicator", id, measuring.value())), plan(), province, measuring, 0, content.code(), content.name(),
                Objects.requireNonNullElse(content.operator(), PlannedTarget.NO_GOAL), Objects.requireNonNullElse(content.value(), BigDecimal.ZERO), content.unit(), owner, content.source(), content.rhythm());
        return withdrawnOn == null ? target : target.withdrawn(new Basis(null, null), Objects.requireNonNull(withdrawnOn));
    }
}
