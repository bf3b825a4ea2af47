package vn.dondoc.plan.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.history.Refusal;
import vn.dondoc.platform.time.DomainClock;

/**
 * Something that a unit becomes on a day: kept until then, carried out once, and told what became of it.
 *
 * @param effective it holds from the beginning of that day
 * @param name of a rename
 * @param parent of a move
 * @param into the unit that takes over; null where the unit goes on
 * @param plannedAt domain time
 * @param by who asked for it, and in which call
 * @param process by which it is carried out, where it concerns more than the unit
 * @param refusal code of what kept it from being done on its day
 * @param nextBoundaryAt domain time, present while it is planned
 */
record UnitChange(
        String id,
        UnitId unit,
        UnitId province,
        @Nullable UnitId commune,
        Kind kind,
        LocalDate effective,
        State state,
        @Nullable String name,
        @Nullable UnitId parent,
        @Nullable UnitId into,
        List<Part> parts,
        Instant plannedAt,
        Actor by,
        String correlation,
        @Nullable String process,
        @Nullable String refusal,
        @Nullable Instant nextBoundaryAt) {

    enum Kind { RENAME, MOVE, MERGER, SPLIT }

    enum State { PLANNED, DONE, REFUSED, WITHDRAWN }

    /** A unit that comes of a split, with the positions and the units below that move into it. */
    record Part(UnitId id, String name, UnitKind kind, List<PositionId> positions, List<UnitId> units) {

        Part {
            positions = Lists.orEmpty(positions);
            units = Lists.orEmpty(units);
        }
    }

    UnitChange {
        parts = Lists.orEmpty(parts);
    }

    static Decision.Accepted<UnitChange> plan(
            String id, Unit unit, Kind kind, LocalDate effective, @Nullable String name, @Nullable UnitId parent, @Nullable UnitId into, List<Part> parts, Act act) {
        var change = new UnitChange(
                id, unit.id(), unit.province(), unit.commune(), kind, effective, State.PLANNED, name, parent, into, parts, act.at(), act.actor(), act.correlation(), null, null,
                DomainClock.startOf(effective));
        return new Decision.Accepted<>(change, List.of(change.fact("UnitChangePlanned")));
    }

    /** What is done in its name counts from the day it was planned for, however late it is carried out; never from before it was planned. */
    Act act(String key) {
        var start = DomainClock.startOf(effective);
        return new Act(by, start.isAfter(plannedAt) ? start : plannedAt, correlation, key, id);
    }

    boolean isPlanned() {
        return state == State.PLANNED;
    }

    Decision<UnitChange> done(@Nullable String by) {
        return isPlanned() ? become(State.DONE, by, null, "UnitChangeDone") : Decision.unchanged();
    }

    Decision<UnitChange> refused(Refusal why) {
        return isPlanned() ? become(State.REFUSED, null, why.code(), "UnitChangeRefused") : Decision.unchanged();
    }

    Decision<UnitChange> withdraw() {
        return switch (state) {
            case PLANNED -> become(State.WITHDRAWN, null, null, "UnitChangeWithdrawn");
            case WITHDRAWN -> Decision.unchanged();
            case DONE, REFUSED -> Decision.refuse(409, "CHANGE_CARRIED_OUT");
        };
    }

    private Decision<UnitChange> become(State after, @Nullable String by, @Nullable String why, String type) {
        var next = new UnitChange(id, unit, province, commune, kind, effective, after, name, parent, into, parts, plannedAt, this.by, correlation, by, why, null);
        return Decision.accept(next, next.fact(type));
    }

    private Fact fact(String type) {
        return Fact.internal(type, commune == null ? province : commune, Map.of("unit", unit.value(), "kind", kind.name()));
    }
}
