package vn.dondoc.platform.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.calendar.WorkingDays;

/**
 * How many days before and after the last day somebody is told, as the settings of the commune had it when the deadline was set.
 *
 * @param daysLeft days before the last day, falling, 0 for that day itself; the first one is where "due soon" begins
 * @param daysLate days after the last day, rising; each is one escalation step
 * @param every after the last step, the last step again every so many days; 0 for never
 * @param own the giver of this one named {@code daysLeft}: they outlast a change of the settings
 */
public record Reminders(List<Integer> daysLeft, List<Integer> daysLate, int every, boolean own) {

    /** What holds where nobody decided anything. */
    public static final Reminders DEFAULT = of(SettingsState.defaultsOf(new UnitId("nobody")));

    public Reminders {
        daysLeft = List.copyOf(daysLeft);
        daysLate = List.copyOf(daysLate);
    }

    /** @param settings with every part decided */
    public static Reminders of(SettingsState settings) {
        var every = settings.overdueEvery();
        return new Reminders(settings.daysLeft(), settings.daysLate(), every == null ? 0 : every, false);
    }

    /** As of new settings; what the giver named stays. */
    public Reminders following(Reminders settings) {
        return own ? new Reminders(daysLeft, settings.daysLate, settings.every, true) : settings;
    }

    /** With days of its own before the last day. */
    public Reminders own(List<Integer> days) {
        return new Reminders(days, daysLate, every, true);
    }

    /**
     * Of that last day: what would be told on a day off comes earlier, on the working day before it, unless that day has come already: then it
     * is told on the day off rather than never. Of a year whose table nobody has set nothing moves: who set none may work on any day.
     *
     * @param today the day on which this is decided, Asia/Ho_Chi_Minh
     */
    public Reminders onWorkingDays(WorkingDays days, LocalDate lastDay, LocalDate today) {
        var shifted = daysLeft.stream().map(left -> moved(days, lastDay, left, today)).distinct().toList();
        return shifted.equals(daysLeft) ? this : new Reminders(shifted, daysLate, every, own);
    }

    private static int moved(WorkingDays days, LocalDate lastDay, int left, LocalDate today) {
        var day = lastDay.minusDays(left);
        if (!days.isKnown(day.getYear())) {
            return left;
        }
        var worked = days.onOrBefore(day);
        return worked.isAfter(today) ? Math.toIntExact(ChronoUnit.DAYS.between(worked, lastDay)) : left;
    }

    /** So many days before the last day "due soon" begins; 0 where nobody is told before it. */
    public int dueSoon() {
        return daysLeft.isEmpty() ? 0 : daysLeft.getFirst();
    }
}
