package vn.dondoc.notification.rule;

import java.util.Optional;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.platform.access.Directory;

/** Who reads what was written for a position, when units were merged since. */
public final class Successors {

    private Successors() {}

    /**
     * The position itself while its unit is there. One that stayed behind in a merged unit is no more: where the unit that took over has the like with a
     * mailbox, that one is written to; nobody else.
     */
    public static Optional<PositionState> present(Directory directory, PositionId id) {
        return directory.position(id).flatMap(position -> {
            if (directory.unit(position.unit()).filter(UnitState::active).isPresent()) {
                return Optional.of(position);
            }
            var heir = directory.heirOf(position.unit());
            return directory.positionsIn(heir).stream()
                    .filter(other -> directory.unit(heir).filter(UnitState::active).isPresent())
                    .filter(other -> other.role() == position.role() && mailboxOf(other).isPresent())
                    .findFirst();
        });
    }

    /** The mailbox of the position itself, where it has one that is not blank. */
    public static Optional<String> mailboxOf(PositionState position) {
        return Optional.ofNullable(position.mailbox()).map(String::strip).filter(mailbox -> !mailbox.isEmpty());
    }
}
