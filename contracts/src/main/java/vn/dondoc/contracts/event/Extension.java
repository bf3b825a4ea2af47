package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the deadline of a task was extended; days in Asia/Ho_Chi_Minh.
 *
 * @param firstDay the last day in time before the first extension; null while none was granted
 * @param granted how many were granted
 * @param asked the last day that is asked for and was not decided on; null where nothing waits
 */
public record Extension(@Nullable LocalDate firstDay, int granted, @Nullable LocalDate asked) {}
