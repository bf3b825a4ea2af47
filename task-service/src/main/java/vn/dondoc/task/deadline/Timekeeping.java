package vn.dondoc.task.deadline;

import java.time.LocalDate;
import vn.dondoc.contracts.event.DaysOff;
import vn.dondoc.platform.calendar.WorkingDays;
import vn.dondoc.platform.deadline.Reminders;

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
     * When somebody is told of that last day.
     *
     * @param today the day on which this is decided, Asia/Ho_Chi_Minh
     */
    public Reminders remindersOf(LocalDate lastDay, LocalDate today) {
        return reminders.onWorkingDays(days, lastDay, today);
    }

    /** The last day in time of what is planned for a day: itself, or the next working day where the province says so (Civil Code art. 148). */
    public LocalDate lastDayOf(LocalDate planned) {
        return switch (daysOff) {
            case STAY -> planned;
            case NEXT_WORKING_DAY -> days.onOrAfter(planned);
        };
    }
}
