package vn.dondoc.task.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.dondoc.contracts.event.DaysOff;
import vn.dondoc.platform.calendar.WorkingDays;

/**
 * How a commune keeps time at a moment: its days off, what becomes of a last day that is one, when somebody is told, and how long news of
 * an ongoing task are waited for.
 *
 * @param staleAfter days without news after which an ongoing task is stale
 * @param asOf which settings and tables it was made of: two with the same are the same
 */
public record Timekeeping(WorkingDays days, DaysOff daysOff, Reminders reminders, int staleAfter, String asOf) {

    private static final int STALE_AFTER = 30;

    /** What holds where nobody decided anything: no day moves. */
    public static final Timekeeping USUAL = new Timekeeping(WorkingDays.WITHOUT_TABLES, DaysOff.STAY, Reminders.DEFAULT, STALE_AFTER, "");

    /**
     * When somebody is told of that last day: what would be on a day off comes earlier, on the working day before it, unless that day has come
     * already: then it is told on the day off rather than never. Of a year whose table nobody has set nothing moves: who set none may work on any day.
     *
     * @param today the day on which this is decided, Asia/Ho_Chi_Minh
     */
    public Reminders remindersOf(LocalDate lastDay, LocalDate today) {
        var shifted = reminders.daysLeft().stream().map(left -> moved(lastDay, left, today)).distinct().toList();
        return shifted.equals(reminders.daysLeft()) ? reminders : new Reminders(shifted, reminders.daysLate(), reminders.every(), reminders.own());
    }

    private int moved(LocalDate lastDay, int left, LocalDate today) {
        var day = lastDay.minusDays(left);
        if (!days.isKnown(day.getYear())) {
            return left;
        }
        var worked = days.onOrBefore(day);
        return worked.isAfter(today) ? Math.toIntExact(ChronoUnit.DAYS.between(worked, lastDay)) : left;
    }

    /** The last day in time of what is planned for a day: itself, or the next working day where the province says so (Civil Code art. 148). */
    public LocalDate lastDayOf(LocalDate planned) {
        return switch (daysOff) {
            case STAY -> planned;
            case NEXT_WORKING_DAY -> days.onOrAfter(planned);
        };
    }
}
