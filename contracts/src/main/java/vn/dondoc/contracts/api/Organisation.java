package vn.dondoc.contracts.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.DaysOff;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** Units, positions and who the caller is. */
public final class Organisation {

    private Organisation() {}

    /** A whole directory to be taken over; units in any order, doing it twice changes nothing. */
    public record Directory(List<UnitState> units, List<PositionState> positions, List<CalendarState> calendars) {

        public Directory {
            units = Lists.orEmpty(units);
            positions = Lists.orEmpty(positions);
            calendars = Lists.orEmpty(calendars);
        }
    }

    /** What an import did. */
    public record Imported(int units, int positions, int calendars, int unchanged) {}

    /**
     * How a province or a commune keeps time, and where that comes from.
     *
     * @param version of what it decided itself; 0 where it never decided anything
     * @param own what it decided itself
     * @param above what holds where it decides nothing: of the province, or the defaults
     * @param aboveName the province; null where the defaults stand above
     * @param effective what holds
     * @param mayChange by the caller
     */
    public record Settings(
            UnitId unit,
            UnitId province,
            String name,
            long version,
            SettingsState own,
            SettingsState above,
            @Nullable String aboveName,
            SettingsState effective,
            boolean mayChange) {}

    /** What a province or a commune decides itself, the whole of it; what is null or empty is as the level above has it. */
    public record SettingsWanted(
            @Nullable DaysOff daysOff,
            List<Integer> daysLeft,
            List<Integer> daysLate,
            @Nullable Integer overdueEvery,
            @Nullable Integer acceptAfter,
            @Nullable Integer staleAfter,
            @Nullable Integer explainWithin) {

        public SettingsWanted {
            daysLeft = Lists.orEmpty(daysLeft);
            daysLate = Lists.orEmpty(daysLate);
        }
    }

    /** @param worked a Saturday or Sunday that is made up; else a day off */
    public record CalendarDay(LocalDate day, boolean worked, @Nullable String note) {}

    /**
     * The days off of a province in one year, beyond Saturdays and Sundays.
     *
     * @param version 0 while nobody has set it
     * @param days by date; empty while nobody has set it
     * @param source the decision or notice it was taken from; null while nobody has set it
     * @param years for which there is a table, rising
     * @param mayChange by the caller
     */
    public record Calendar(
            UnitId province, String provinceName, int year, long version, List<CalendarDay> days, @Nullable String source, List<Integer> years,
            boolean mayChange) {

        public Calendar {
            days = Lists.orEmpty(days);
            years = Lists.orEmpty(years);
        }
    }

    /** The whole table of a year. */
    public record CalendarWanted(List<CalendarDay> days, String source) {

        public CalendarWanted {
            days = Lists.orEmpty(days);
        }
    }

    /** @param row from 1; {@code code} stable, with its sentence */
    public record BrokenRow(int row, String code, String message) {}

    /** What rows of a pasted text or a file say; nothing is stored by reading them. */
    public record CalendarRows(List<CalendarDay> days, List<BrokenRow> broken) {

        public CalendarRows {
            days = Lists.orEmpty(days);
            broken = Lists.orEmpty(broken);
        }
    }

    /** @param into the unit that takes over */
    public record Merger(UnitId into) {}

    public record UnitView(
            UnitId id,
            String name,
            UnitKind kind,
            @Nullable UnitId parent,
            @Nullable UnitId commune,
            @Nullable String communeName,
            boolean standing) {}

    public record PositionView(PositionId id, String title, Role role, UnitView unit) {}

    /** The caller, by the subject of the token. */
    public record Me(PersonId person, List<PositionView> positions) {

        public Me {
            positions = Lists.orEmpty(positions);
        }
    }
}
