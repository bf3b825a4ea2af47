package vn.dondoc.plan.organisation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;

/** Makes calendars out of entries: every day exists and lies in the year, a day worked instead is a Saturday or Sunday. */
final class CalendarEntries {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private final UnitTree tree;
    private final BrokenRules broken;

    CalendarEntries(UnitTree tree, BrokenRules broken) {
        this.tree = tree;
        this.broken = broken;
    }

    /** A calendar and where it stands in the body. */
    record Placed(String field, CalendarState calendar) {}

    List<Placed> read(List<DirectoryBody.@Nullable CalendarEntry> entries) {
        var seen = new HashSet<String>();
        var read = new ArrayList<Placed>();
        for (int i = 0; i < entries.size(); i++) {
            var field = "calendars[" + i + "]";
            var entry = entries.get(i);
            if (entry == null) {
                broken.add(field, "ELEMENT_MISSING");
                continue;
            }
            var calendar = read(field, entry);
            if (calendar != null && broken.require(seen.add(YearCalendar.idOf(calendar)), field, "ID_TWICE", YearCalendar.idOf(calendar))) {
                read.add(new Placed(field, calendar));
            }
        }
        return read;
    }

    private @Nullable CalendarState read(String field, DirectoryBody.CalendarEntry entry) {
        var province = entry.province();
        var year = entry.year();
        var known = province != null && Ids.plausible(province)
                && tree.unit(new UnitId(province)).filter(unit -> unit.kind() == UnitKind.PROVINCE).isPresent();
        broken.require(known, field + ".province", "PROVINCE_UNKNOWN", String.valueOf(province));
        if (!broken.require(year != null && year >= FIRST_YEAR && year <= LAST_YEAR, field + ".year", "YEAR_IMPLAUSIBLE")
                || year == null || province == null) {
            return null;
        }
        var source = entry.source() == null ? "" : entry.source().strip();
        broken.require(!source.isEmpty(), field + ".source", "SOURCE_MISSING");
        var off = days(field + ".daysOff", entry.daysOff(), year, false);
        var worked = days(field + ".makeUpDays", entry.makeUpDays(), year, true);
        return known ? new CalendarState(new UnitId(province), year, off, worked, source) : null;
    }

    private List<LocalDate> days(String field, @Nullable List<@Nullable String> written, int year, boolean weekend) {
        var days = new ArrayList<LocalDate>();
        var texts = written == null ? List.<@Nullable String>of() : written;
        for (int i = 0; i < texts.size(); i++) {
            var day = day(texts.get(i));
            var fine = day != null && day.getYear() == year && !days.contains(day) && (!weekend || isWeekend(day));
            if (broken.require(fine, field + "[" + i + "]", "DAY_BROKEN", String.valueOf(texts.get(i))) && day != null) {
                days.add(day);
            }
        }
        return List.copyOf(days);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
