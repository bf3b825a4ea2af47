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

/** For whom a part is that was given to a position: whoever holds it, and while nobody does, whoever leads its unit. */
public final class Doing {

    private Doing() {}

    /** Whether it is the caller's: of what a unit does as a whole it is everybody's who works there. */
    static boolean isFor(Caller caller, Assignment task) {
        var doer = task.doer();
        return doer == null || caller.held().stream().anyMatch(held -> held.position().id().equals(doer));
    }

    /** The positions whose parts are the caller's: those held, and the vacant ones beside them where the caller leads, or nobody else does. */
    public static Set<PositionId> positionsOf(Caller caller, Directory directory) {
        var own = caller.held().stream().map(held -> held.position().id());
        var vacant = caller.ownUnits().stream().flatMap(unit -> vacantFor(caller, unit, directory));
        return Stream.concat(own, vacant).collect(Collectors.toSet());
    }

    private static Stream<PositionId> vacantFor(Caller caller, UnitId unit, Directory directory) {
        var positions = directory.positionsIn(unit).stream().filter(position -> Reach.acts(position.role())).toList();
        var isLed = positions.stream().anyMatch(position -> position.holder() != null && position.role() != Role.OFFICER);
        return isLed && !caller.leadsIn(Set.of(unit))
                ? Stream.empty()
                : positions.stream().filter(position -> position.holder() == null).map(PositionState::id);
    }
}
