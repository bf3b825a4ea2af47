package vn.dondoc.task.assignment;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;

/**
 * For whom a part is that was given to a position: whoever holds it, while nobody does whoever leads its unit, and once the position is none of the unit
 * any more everybody there.
 */
public final class Doing {

    private Doing() {}

    /** Whether it was given to the caller to do themselves, or to whom they stand in for. */
    static boolean isGivenTo(Caller caller, Assignment task) {
        var doer = task.doer();
        return doer != null && caller.held().stream().anyMatch(held -> held.position().id().equals(doer));
    }

    /** Whether it is the caller's: of what a unit does as a whole it is everybody's who works there. */
    static boolean isFor(Caller caller, Assignment task, Directory directory) {
        var doer = task.doer();
        return doer == null || !othersOf(caller, directory).contains(doer);
    }

    /** The positions in the caller's units whose parts are somebody else's: those that others hold, and the vacant ones where another one leads. */
    public static Set<PositionId> othersOf(Caller caller, Directory directory) {
        var own = caller.held().stream().map(held -> held.position().id()).collect(Collectors.toSet());
        return caller.ownUnits().stream().flatMap(unit -> othersIn(caller, unit, directory)).filter(position -> !own.contains(position)).collect(Collectors.toSet());
    }

    private static Stream<PositionId> othersIn(Caller caller, UnitId unit, Directory directory) {
        var positions = directory.positionsIn(unit).stream().filter(position -> Reach.acts(position.role())).toList();
        var isLed = positions.stream().anyMatch(position -> position.holder() != null && position.role() != Role.OFFICER);
        var vacantAreOthers = isLed && !caller.leadsIn(Set.of(unit));
        return positions.stream().filter(position -> vacantAreOthers || position.holder() != null).map(PositionState::id);
    }
}
