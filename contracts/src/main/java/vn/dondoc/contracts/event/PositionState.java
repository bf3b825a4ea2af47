package vn.dondoc.contracts.event;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A position as it is now.
 *
 * @param holder who holds it; null while vacant
 * @param mailbox the official mailbox of the position, not a person's; null where it has none
 * @param absence of the holder, present or to come; null where none is known
 * @param scope which programme it is limited to; null where to none
 */
public record PositionState(
        PositionId id,
        UnitId unit,
        String title,
        Role role,
        @Nullable PersonId holder,
        @Nullable String mailbox,
        @Nullable Absence absence,
        @Nullable ProgrammeScope scope) {

    /** A position for everything in its branch. */
    public PositionState(
            PositionId id, UnitId unit, String title, Role role, @Nullable PersonId holder, @Nullable String mailbox, @Nullable Absence absence) {
        this(id, unit, title, role, holder, mailbox, absence, null);
    }

    /** A position whose holder is there. */
    public PositionState(
            PositionId id, UnitId unit, String title, Role role, @Nullable PersonId holder, @Nullable String mailbox) {
        this(id, unit, title, role, holder, mailbox, null);
    }
}
