package vn.dondoc.task.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Due;

/**
 * Until when, and how much of it time has already told. A fixed administrative date does not move for days off: that is the
 * province's custom by default (Civil Code arts. 147-148 speak of terms), so the last day is the day the plan names.
 *
 * @param lastDay the last day in time, Asia/Ho_Chi_Minh
 * @param revision grows by one whenever the last day is moved, from 1
 * @param passedUntil boundaries up to this instant have been told, or lay before the task was assigned
 */
public record Deadline(LocalDate lastDay, int revision, Instant passedUntil) {

    /** The deadline of a task assigned at that moment; null where the plan names no single day. */
    public static @Nullable Deadline of(@Nullable Due due, Instant assignedAt) {
        return switch (due) {
            case Due.By by -> new Deadline(by.date(), 1, assignedAt);
            case Due.Ongoing _, Due.Recurring _ -> null;
            case null -> null;
        };
    }

    /** The same day as the revision that follows on that one; what time tells from now on is told by the new day. */
    public Deadline after(@Nullable Deadline before) {
        return before == null ? this : new Deadline(lastDay, before.revision + 1, before.noEarlier(passedUntil));
    }

    /** When time has next something to tell; nothing after the last escalation. */
    public Optional<Instant> next() {
        return pending().stream().map(Boundary::at).findFirst();
    }

    /** What has been reached by then and not been told, in order. */
    public List<Boundary> reached(Instant now) {
        return pending().stream().filter(boundary -> !boundary.at().isAfter(now)).toList();
    }

    /** With everything told up to and including that boundary. */
    public Deadline told(Boundary boundary) {
        return new Deadline(lastDay, revision, boundary.at());
    }

    /** Now, or the last moment told of where the clock was put back: what was told is not unsaid. */
    public Instant noEarlier(Instant now) {
        return now.isBefore(passedUntil) ? passedUntil : now;
    }

    /** What has not been told, in order. */
    public List<Boundary> pending() {
        return Boundary.of(lastDay).stream().filter(boundary -> boundary.at().isAfter(passedUntil)).toList();
    }
}
