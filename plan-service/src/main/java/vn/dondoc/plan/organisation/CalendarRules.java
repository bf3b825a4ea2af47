package vn.dondoc.plan.organisation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.dondoc.contracts.api.Organisation.CalendarDay;
import vn.dondoc.contracts.api.Organisation.CalendarWanted;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;

/** What a year's table may say: each day once and in its year, a day that is made up a Saturday or Sunday, and where it comes from. */
final class CalendarRules {

    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2200;
    static final int LONGEST_NOTE = 200;
    private static final int LONGEST_SOURCE = 500;

    private CalendarRules() {}

    static BrokenRules check(CalendarWanted wanted, int year) {
        var broken = new BrokenRules();
        // What Jackson read may lack what the record promises
        var source = (Object) wanted.source() == null ? "" : wanted.source().strip();
        broken.require(!source.isEmpty(), "source", "SOURCE_MISSING");
        broken.require(source.length() <= LONGEST_SOURCE, "source", "TEXT_TOO_LONG");
        broken.require(!wanted.days().isEmpty(), "days", "CALENDAR_EMPTY");
        var seen = new HashSet<LocalDate>();
        for (int i = 0; i < wanted.days().size(); i++) {
            var obstacle = obstacle(wanted.days().get(i), year, seen);
            broken.require(obstacle.isEmpty(), "days[" + i + "]", obstacle, year);
        }
        return broken;
    }

    /** The code of the rule that a day breaks; empty where it breaks none. */
    static String obstacle(CalendarDay day, int year, Set<LocalDate> seen) {
        if ((Object) day.day() == null || day.day().getYear() != year) {
            return "DAY_NOT_OF_YEAR";
        } else if (day.worked() && !isWeekend(day.day())) {
            return "MADE_UP_WEEKDAY";
        } else if (day.note() != null && day.note().length() > LONGEST_NOTE) {
            return "TEXT_TOO_LONG";
        }
        return seen.add(day.day()) ? "" : "DAY_TWICE";
    }

    static CalendarState stateOf(UnitId province, int year, CalendarWanted wanted) {
        return new CalendarState(province, year, some(wanted, false), some(wanted, true), wanted.source().strip());
    }

    static List<YearCalendar.Note> notesOf(CalendarWanted wanted) {
        return wanted.days().stream()
                .filter(day -> day.note() != null && !day.note().isBlank())
                .map(day -> new YearCalendar.Note(day.day(), String.valueOf(day.note()).strip()))
                .toList();
    }

    private static List<LocalDate> some(CalendarWanted wanted, boolean worked) {
        return wanted.days().stream().filter(day -> day.worked() == worked).map(CalendarDay::day).sorted().toList();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
