package vn.dondoc.platform.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.dondoc.platform.time.DomainClock;

/** A moment at which the mere passing of time makes something that is owed something else: always the first instant of a day. */
public sealed interface Boundary {

    /** Nothing is repeated later than a year after the last day: nobody hears a reminder that never ends. */
    int LONGEST = 365;

    /** The day that begins at the boundary, Asia/Ho_Chi_Minh. */
    LocalDate day();

    default Instant at() {
        return DomainClock.startOf(day());
    }

    /** @param daysLeft days from {@code day} to the last day in time */
    record DueSoon(LocalDate day, int daysLeft) implements Boundary {}

    /** The last day has ended. */
    record Overdue(LocalDate day) implements Boundary {}

    /**
     * Still not done.
     *
     * @param step 1 head of unit, 2 standing unit, 3 leader, and the last one again and again where the settings say so
     * @param daysLate days since the last day in time
     */
    record Escalation(LocalDate day, int step, int daysLate) implements Boundary {}

    /** All boundaries of a deadline by the usual steps. */
    static List<Boundary> of(LocalDate lastDay) {
        return of(lastDay, Reminders.DEFAULT).toList();
    }

    /**
     * All boundaries of a deadline in the order in which they pass. The first escalation comes with the first late day, after it.
     * What repeats is made only as far as it is looked at.
     */
    static Stream<Boundary> of(LocalDate lastDay, Reminders reminders) {
        return of(lastDay, lastDay, reminders);
    }

    /** The same where what comes behind the last day still counts for a while: nobody is urged before that is over. */
    static Stream<Boundary> of(LocalDate lastDay, LocalDate until, Reminders reminders) {
        var soon = reminders.daysLeft().stream().<Boundary>map(left -> new DueSoon(lastDay.minusDays(left), left));
        var steps = reminders.daysLate();
        var late = IntStream.range(0, steps.size()).<Boundary>mapToObj(i -> new Escalation(until.plusDays(steps.get(i)), i + 1, steps.get(i)));
        var first = Stream.concat(Stream.concat(soon, Stream.of(new Overdue(until.plusDays(1)))), late);
        return Stream.concat(first, again(until, reminders));
    }

    private static Stream<Boundary> again(LocalDate until, Reminders reminders) {
        if (reminders.every() == 0 || reminders.daysLate().isEmpty()) {
            return Stream.empty();
        }
        var step = reminders.daysLate().size();
        return IntStream.iterate(reminders.daysLate().getLast() + reminders.every(), days -> days <= LONGEST, days -> days + reminders.every())
                .mapToObj(days -> new Escalation(until.plusDays(days), step, days));
    }
}
