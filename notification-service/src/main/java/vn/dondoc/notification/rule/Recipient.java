package vn.dondoc.notification.rule;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A position that is told.
 *
 * @param audience as what
 * @param insteadOf the unit that should have been told and cannot be reached; null where the position is meant itself
 */
public record Recipient(PositionId position, Audience audience, @Nullable UnitId insteadOf) {}
