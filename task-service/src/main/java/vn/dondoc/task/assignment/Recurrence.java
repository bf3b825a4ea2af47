package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.time.DomainClock;

/**
 * How far the periods of a task that recurs were opened. Days are days in Asia/Ho_Chi_Minh.
 *
 * @param from the first day it holds: nothing is made for periods that ended before, and none opens earlier
 * @param next first day of the next period to open; null once there is none
 * @param rhythm grows by one whenever another rhythm begins, from 1
 */
public record Recurrence(LocalDate from, @Nullable LocalDate next, int rhythm) {

    /** When the next period opens: with its first day, or with the first day on which the task holds. */
    @Nullable Instant opensAt() {
        return next == null ? null : DomainClock.startOf(opensOn(next));
    }

    LocalDate opensOn(LocalDate begins) {
        return begins.isBefore(from) ? from : begins;
    }
}
