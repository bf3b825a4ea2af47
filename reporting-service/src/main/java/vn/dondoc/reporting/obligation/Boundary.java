package vn.dondoc.reporting.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A day whose beginning makes an unanswered report something else: soon due, overdue, a matter for the next one above. */
sealed interface Boundary {

    /** Days before the last day, falling; with the first one "due soon" begins. */
    List<Integer> DAYS_LEFT = List.of(7, 3, 1);

    /** Days after the last day, rising; each is one step up. The first comes with the first late day. */
    List<Integer> DAYS_LATE = List.of(1, 3, 7);

    /** The day that begins, Asia/Ho_Chi_Minh. */
    LocalDate day();

    record DueSoon(LocalDate day, int daysLeft) implements Boundary {}

    record Overdue(LocalDate day) implements Boundary {}

    /** @param step 1 head of unit, 2 standing unit, 3 leader */
    record Escalation(LocalDate day, int step, int daysLate) implements Boundary {}

    /**
     * All of a last day, in the order in which they pass.
     *
     * @param until the last day that still counts as in time; nobody is urged before it is over
     */
    static List<Boundary> of(LocalDate lastDay, LocalDate until) {
        var all = new ArrayList<Boundary>();
        DAYS_LEFT.forEach(left -> all.add(new DueSoon(lastDay.minusDays(left), left)));
        all.add(new Overdue(until.plusDays(1)));
        for (int i = 0; i < DAYS_LATE.size(); i++) {
            all.add(new Escalation(until.plusDays(DAYS_LATE.get(i)), i + 1, DAYS_LATE.get(i)));
        }
        return List.copyOf(all);
    }

    static List<Boundary> of(LocalDate lastDay) {
        return of(lastDay, lastDay);
    }

    /** The first one on a later day. */
    static Optional<Boundary> after(LocalDate day, LocalDate lastDay, LocalDate until) {
        return of(lastDay, until).stream().filter(boundary -> boundary.day().isAfter(day)).findFirst();
    }

    /** Those from one day to another, both included. Of several reminders only the last still tells something, and none once it is late. */
    static List<Boundary> between(LocalDate first, LocalDate today, LocalDate lastDay, LocalDate until) {
        var reached = of(lastDay, until).stream()
                .filter(boundary -> !boundary.day().isBefore(first) && !boundary.day().isAfter(today))
                .toList();
        return reached.stream().filter(one -> !(one instanceof DueSoon) || one.equals(reached.getLast())).toList();
    }
}
