package vn.dondoc.notification.rule;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A position that is told.
 *
 * @param audience as what
 * @param insteadOf the unit that should have been told and cannot be reached; null where the position is meant itself
 * @param vacant nobody held it when this was written, so that others were told then; null where somebody did
 */
public record Recipient(PositionId position, Audience audience, @Nullable UnitId insteadOf, @Nullable Boolean vacant) {

    public Recipient(PositionId position, Audience audience, @Nullable UnitId insteadOf) {
        this(position, audience, insteadOf, null);
    }

    public boolean isVacant() {
        return Boolean.TRUE.equals(vacant);
    }
}
