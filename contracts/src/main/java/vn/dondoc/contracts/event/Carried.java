package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.TaskId;

/**
 * Where a task comes from that a closed plan left unfinished.
 *
 * @param firstDay the last day in time that it was first given; null where it had none
 */
public record Carried(TaskId from, @Nullable LocalDate firstDay) {}
