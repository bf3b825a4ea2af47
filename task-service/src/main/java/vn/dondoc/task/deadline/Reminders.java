package vn.dondoc.task.deadline;

import java.util.List;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.id.UnitId;

/**
 * How many days before and after the last day somebody is told, as the settings of the commune had it when the deadline was set.
 *
 * @param daysLeft days before the last day, falling; the first one is where "due soon" begins
 * @param daysLate days after the last day, rising; each is one escalation step
 * @param every after the last step, the last step again every so many days; 0 for never
 * @param own the giver of this one task named {@code daysLeft}: they outlast a change of the settings
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

    /** As of new settings; what the giver named for one task stays. */
    Reminders following(Reminders settings) {
        return own ? new Reminders(daysLeft, settings.daysLate, settings.every, true) : settings;
    }

    /** With days of its own before the last day. */
    public Reminders own(List<Integer> days) {
        return new Reminders(days, daysLate, every, true);
    }

    /** So many days before the last day "due soon" begins; 0 where nobody is told before it. */
    int dueSoon() {
        return daysLeft.isEmpty() ? 0 : daysLeft.getFirst();
    }
}
