package vn.dondoc.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.CalendarState;

/**
 * The working days of a province: Monday to Friday, minus the days off of its yearly table, plus the days that are made up. Holidays are
 * never computed; of a year without a table only Saturdays and Sundays are off. Days are days in Asia/Ho_Chi_Minh.
 */
public final class WorkingDays {

    /** Nobody has set a table for any year. */
    public static final WorkingDays WITHOUT_TABLES = new WorkingDays(_ -> Optional.empty());

    /** A table that leaves no working day for so long is a mistake, and moves nothing. */
    private static final int FARTHEST = 60;

    private final IntFunction<Optional<CalendarState>> tables;
    private final Map<Integer, Optional<CalendarState>> asked = new HashMap<>();

    /** @param tables the table of a year; each is asked for once */
    public WorkingDays(IntFunction<Optional<CalendarState>> tables) {
        this.tables = tables;
    }

    /** Whether somebody has set the table of that year. */
    public boolean isKnown(int year) {
        return table(year) != null;
    }

    public boolean isWorked(LocalDate day) {
        var table = table(day.getYear());
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (table == null) {
            return !weekend;
        }
        return weekend ? table.makeUpDays().contains(day) : !table.daysOff().contains(day);
    }

    /** The day itself where it is worked, else the first one behind it that is; the day itself where none is near. */
    public LocalDate onOrAfter(LocalDate day) {
        var next = day;
        for (int i = 0; i < FARTHEST; i++) {
            if (isWorked(next)) {
                return next;
            }
            next = next.plusDays(1);
        }
        return day;
    }

    /** The day itself where it is worked, else the last one before it that is; the day itself where none is near. */
    public LocalDate onOrBefore(LocalDate day) {
        var earlier = day;
        for (int i = 0; i < FARTHEST; i++) {
            if (isWorked(earlier)) {
                return earlier;
            }
            earlier = earlier.minusDays(1);
        }
        return day;
    }

    private synchronized @Nullable CalendarState table(int year) {
        return asked.computeIfAbsent(year, tables::apply).orElse(null);
    }
}
