package vn.dondoc.notification.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.platform.access.Directory;

/** Parts of tasks that were given to one position. */
final class Doers {

    private final Directory directory;
    private final Function<String, Optional<Obligation>> tasks;

    /** @param tasks as they are known */
    Doers(Directory directory, Function<String, Optional<Obligation>> tasks) {
        this.directory = directory;
        this.tasks = tasks;
    }

    static boolean isGiven(Obligation obligation) {
        return obligation.known().doer() != null;
    }

    /** The position, as long as it is one of a unit that answers. */
    Optional<PositionState> of(Obligation obligation) {
        return Optional.ofNullable(obligation.known().doer()).flatMap(directory::position)
                .filter(position -> obligation.responsible().stream().map(directory::heirOf).anyMatch(position.unit()::equals));
    }

    /** The units that gave it to a position of their own. */
    List<UnitId> within(Obligation obligation) {
        var whole = obligation.givenOf();
        return whole == null || !isGiven(obligation)
                ? List.of()
                : tasks.apply(whole).map(Obligation::responsible).orElse(List.of()).stream().filter(obligation.responsible()::contains).toList();
    }
}
