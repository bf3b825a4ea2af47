package vn.dondoc.task.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.platform.time.DomainClock;

/** A moment at which the mere passing of time makes an unfinished task something else: always the first instant of a day. */
public sealed interface Boundary {

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
     * @param step 1 head of unit, 2 standing unit, 3 leader
     * @param daysLate days since the last day in time
     */
    record Escalation(LocalDate day, int step, int daysLate) implements Boundary {}

    /** All boundaries of a deadline in the order in which they pass. The first escalation comes with the first late day, after it. */
    static List<Boundary> of(LocalDate lastDay) {
        var all = new ArrayList<Boundary>();
        Reminders.DAYS_LEFT.forEach(left -> all.add(new DueSoon(lastDay.minusDays(left), left)));
        all.add(new Overdue(lastDay.plusDays(1)));
        for (int step = 1; step <= Reminders.DAYS_LATE.size(); step++) {
            var late = Reminders.DAYS_LATE.get(step - 1);
            all.add(new Escalation(lastDay.plusDays(late), step, late));
        }
        return List.copyOf(all);
    }
}
