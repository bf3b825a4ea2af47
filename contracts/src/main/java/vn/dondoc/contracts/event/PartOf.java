package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.TaskId;

/**
 * What a task is a part of.
 *
 * @param period the first day of the period of an occurrence; null for other parts
 * @param position in its unit that does it; null where the unit as a whole does
 */
public record PartOf(TaskId whole, PartKind kind, @Nullable LocalDate period, @Nullable PositionId position) {}
