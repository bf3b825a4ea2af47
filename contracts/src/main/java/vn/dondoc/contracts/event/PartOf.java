package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.TaskId;

/**
 * What a task is a part of.
 *
 * @param period the first day of the period of an occurrence; null for other parts
 */
public record PartOf(TaskId whole, PartKind kind, @Nullable LocalDate period) {}
