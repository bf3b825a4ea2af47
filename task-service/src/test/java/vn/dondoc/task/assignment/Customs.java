package vn.dondoc.task.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.DaysOff;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.calendar.WorkingDays;
import vn.dondoc.platform.deadline.Reminders;
import vn.dondoc.task.deadline.Timekeeping;

/** Ways of keeping time: with the table of 2026, and with days that are off or made up besides. */
final class Customs {

    static final List<LocalDate> OFF_2026 = List.of(
            LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 16), LocalDate.of(2026, 2, 17), LocalDate.of(2026, 2, 18), LocalDate.of(2026, 2, 19),
            LocalDate.of(2026, 2, 20), LocalDate.of(2026, 4, 27), LocalDate.of(2026, 4, 30), LocalDate.of(2026, 5, 1), LocalDate.of(2026, 8, 31),
            LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 2), LocalDate.of(2026, 11, 24));
    static final LocalDate MADE_UP = LocalDate.of(2026, 8, 22);

    /** A last day that is a day off becomes the next working day. */
    static final Timekeeping MOVING = keeping(DaysOff.NEXT_WORKING_DAY, OFF_2026, List.of(MADE_UP));

    private Customs() {}

    /** The same with one day more off, whatever it was. */
    static Timekeeping without(String day) {
        var off = LocalDate.parse(day);
        return keeping(DaysOff.NEXT_WORKING_DAY, Stream.concat(OFF_2026.stream(), Stream.of(off)).toList(),
                Stream.of(MADE_UP).filter(other -> !other.equals(off)).toList());
    }

    static Timekeeping keeping(DaysOff rule, List<LocalDate> off, List<LocalDate> madeUp) {
        return keeping(rule, off, madeUp, Reminders.DEFAULT);
    }

    static Timekeeping keeping(DaysOff rule, List<LocalDate> off, List<LocalDate> madeUp, Reminders reminders) {
        var tables = new WorkingDays(year -> off.stream().anyMatch(day -> day.getYear() == year)
                ? Optional.of(new CalendarState(new UnitId("tinh"), year, some(off, year), some(madeUp, year), "Thử"))
                : Optional.empty());
        return new Timekeeping(tables, rule, reminders, 30, "");
    }

    /** No day moves, and somebody is told on those days. */
    static Timekeeping reminding(int every, List<Integer> daysLeft, List<Integer> daysLate) {
        return new Timekeeping(WorkingDays.WITHOUT_TABLES, DaysOff.STAY, new Reminders(daysLeft, daysLate, every, false), 30, "");
    }

    static Timekeeping waiting(int staleAfter) {
        return new Timekeeping(WorkingDays.WITHOUT_TABLES, DaysOff.STAY, Reminders.DEFAULT, staleAfter, "");
    }

    private static List<LocalDate> some(List<LocalDate> days, int year) {
        return new ArrayList<>(days.stream().filter(day -> day.getYear() == year).toList());
    }
}
