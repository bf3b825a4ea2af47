package vn.dondoc.reporting.obligation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.calendar.WorkingDays;
import vn.dondoc.platform.deadline.Reminders;

/** When the unit is told of the last day of a report, as its commune keeps time at the moment in which that day is set. */
@FunctionalInterface
interface Reminding {

    /** As where nobody decided anything. */
    Reminding USUAL = (_, _) -> null;

    /** @return null for the usual days */
    @Nullable Reminders of(Expected report, LocalDate today);

    /** By the settings of the commune and the yearly tables of its province. */
    static Reminding by(Directory directory) {
        return (report, today) -> {
            var days = new WorkingDays(year -> directory.calendar(report.province(), year));
            return Reminders.of(directory.settings(report.commune(), report.province())).onWorkingDays(days, report.lastDay(), today);
        };
    }

    /** The report as it is told of from now on. */
    default Expected told(Expected report, LocalDate today) {
        return report.reminded(of(report, today));
    }
}
