package vn.dondoc.task.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.platform.deadline.Boundary;
import vn.dondoc.platform.deadline.Reminders;
import vn.dondoc.platform.time.DomainClock;

/**
 * Until when, and how much of it time has already told. Both days are kept: the one that the document names, and the one that counts. They
 * differ where the province lets a last day that is a day off end on the next working day (Civil Code arts. 147-148 speak of terms; for
 * fixed administrative dates it is custom).
 *
 * @param lastDay the last day in time, Asia/Ho_Chi_Minh
 * @param revision grows by one whenever the last day is moved, from 1
 * @param passedUntil boundaries up to this instant have been told, or lay before the task was assigned
 * @param planned the last day as it was named, where another one counts; null where it is the same
 * @param reminders null for the usual ones
 */
public record Deadline(LocalDate lastDay, int revision, Instant passedUntil, @Nullable LocalDate planned, @Nullable Reminders reminders) {

    public Deadline {
        planned = lastDay.equals(planned) ? null : planned;
        reminders = Reminders.DEFAULT.equals(reminders) ? null : reminders;
    }

    /** The deadline of a task assigned at that moment where days off move nothing; null where the plan names no single day. */
    public static @Nullable Deadline of(@Nullable Due due, Instant assignedAt) {
        return of(due, assignedAt, Timekeeping.USUAL);
    }

    /** The deadline of a task assigned at that moment; null where the plan names no single day. */
    public static @Nullable Deadline of(@Nullable Due due, Instant assignedAt, Timekeeping keeping) {
        return due instanceof Due.By by ? by(by.date(), assignedAt, keeping) : null;
    }

    /** By a day that was named, as time is kept then. */
    public static Deadline by(LocalDate planned, Instant at, Timekeeping keeping) {
        var last = keeping.lastDayOf(planned);
        return new Deadline(last, 1, at, planned, keeping.remindersOf(last, LocalDate.ofInstant(at, DomainClock.ZONE)));
    }

    /** The same day as the revision that follows on that one; what time tells from now on is told by the new day. */
    public Deadline after(@Nullable Deadline before) {
        return before == null ? this
                : new Deadline(lastDay, before.revision + 1, before.noEarlier(passedUntil), planned, before.steps().following(steps()));
    }

    /**
     * The same named day as time is kept now. What lies behind by the new table is not told again, and nothing that was in time when the
     * change came becomes late by it.
     *
     * @param at nothing up to here is told by the new table
     * @param today the day of {@code at}
     */
    public Deadline kept(Timekeeping keeping, Instant at, LocalDate today) {
        var wanted = keeping.lastDayOf(named());
        var last = wanted.isBefore(today) && !lastDay.isBefore(today) ? lastDay : wanted;
        var steps = steps().following(keeping.remindersOf(last, today));
        if (last.equals(lastDay) && steps.equals(steps())) {
            return this;
        }
        return new Deadline(last, last.equals(lastDay) ? revision : revision + 1, noEarlier(at), named(), steps);
    }

    /** With other reminders; those that lie behind are not told. */
    public Deadline reminding(Reminders steps, Instant at) {
        return new Deadline(lastDay, revision, noEarlier(at), planned, steps);
    }

    /** The last day as the document names it. */
    public LocalDate named() {
        return planned == null ? lastDay : planned;
    }

    public Reminders steps() {
        return reminders == null ? Reminders.DEFAULT : reminders;
    }

    /** When time has next something to tell; nothing after the last escalation. */
    public Optional<Instant> next() {
        return waiting().findFirst().map(Boundary::at);
    }

    /** What has been reached by then and not been told, in order. */
    public List<Boundary> reached(Instant now) {
        return waiting().takeWhile(boundary -> !boundary.at().isAfter(now)).toList();
    }

    /** With everything told up to and including that boundary. */
    public Deadline told(Boundary boundary) {
        return new Deadline(lastDay, revision, boundary.at(), planned, reminders);
    }

    /** Now, or the last moment told of where the clock was put back: what was told is not unsaid. */
    public Instant noEarlier(Instant now) {
        return now.isBefore(passedUntil) ? passedUntil : now;
    }

    private Stream<Boundary> waiting() {
        return Boundary.of(lastDay, steps()).filter(boundary -> boundary.at().isAfter(passedUntil));
    }
}
