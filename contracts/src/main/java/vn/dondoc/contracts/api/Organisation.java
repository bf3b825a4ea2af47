package vn.dondoc.contracts.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Absence;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.BodyPart;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.DaysOff;
import vn.dondoc.contracts.event.Depth;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.ProgrammeScope;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** Units, positions and who the caller is. */
public final class Organisation {

    private Organisation() {}

    /** A whole directory to be taken over; units in any order, doing it twice changes nothing. */
    public record Directory(List<UnitState> units, List<PositionState> positions, List<CalendarState> calendars, List<BodyState> bodies) {

        public Directory {
            units = Lists.orEmpty(units);
            positions = Lists.orEmpty(positions);
            calendars = Lists.orEmpty(calendars);
            bodies = Lists.orEmpty(bodies);
        }

        /** A directory without bodies. */
        public Directory(List<UnitState> units, List<PositionState> positions, List<CalendarState> calendars) {
            this(units, positions, calendars, List.of());
        }
    }

    /**
     * What an import did.
     *
     * @param people who were entered or corrected, by the rows of their positions
     */
    public record Imported(int units, int positions, int calendars, int unchanged, int bodies, int people) {

        /** An import that names nobody. */
        public Imported(int units, int positions, int calendars, int unchanged, int bodies) {
            this(units, positions, calendars, unchanged, bodies, 0);
        }

        /** An import without bodies. */
        public Imported(int units, int positions, int calendars, int unchanged) {
            this(units, positions, calendars, unchanged, 0);
        }
    }

    /**
     * What a workbook says, looked at before anything is written.
     *
     * @param id under which it is confirmed, within a day and by whoever sent it; null where something is broken
     * @param rows in all its sheets
     * @param would what an import would do now
     * @param changes the first of the rows that would make or change something
     * @param broken every cell that cannot be taken over, up to some hundreds
     */
    public record ImportPreview(
            @Nullable String id, int rows, Imported would, List<RowChange> changes, List<BrokenCell> broken) {

        public ImportPreview {
            changes = Lists.orEmpty(changes);
            broken = Lists.orEmpty(broken);
        }
    }

    /** @param made whether it is new; else something of it is other than before */
    public record RowChange(String sheet, int row, String id, String name, boolean made) {}

    /**
     * A cell that cannot be taken over.
     *
     * @param row as the sheet counts, from 1; 0 where it is about the workbook as a whole
     * @param column the heading of the column; null where the whole row is meant
     */
    public record BrokenCell(String sheet, int row, @Nullable String column, String code, String message) {}

    /**
     * How a province or a commune keeps time, and where that comes from.
     *
     * @param version of what it decided itself; 0 where it never decided anything
     * @param own what it decided itself
     * @param above what holds where it decides nothing: of the province, or the defaults
     * @param aboveName the province; null where the defaults stand above
     * @param effective what holds
     * @param mayChange by the caller
     * @param deciders whom the caller may name as the position that decides beside the leaders; empty where that is not for the caller
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
            boolean mayChange,
            List<Decider> deciders) {

        public Settings {
            deciders = Lists.orEmpty(deciders);
        }
    }

    /** A position that may be named as the one that decides beside the leaders. */
    public record Decider(PositionId position, String title, String unitName) {}

    /** What a province or a commune decides itself, the whole of it; what is null or empty is as the level above has it. */
    public record SettingsWanted(
            @Nullable DaysOff daysOff,
            List<Integer> daysLeft,
            List<Integer> daysLate,
            @Nullable Integer overdueEvery,
            @Nullable Integer acceptAfter,
            @Nullable Integer staleAfter,
            @Nullable Integer explainWithin,
            @Nullable Depth depth,
            @Nullable PositionId decider) {

        /** How time is kept, and nothing of how deep the province sees. */
        public SettingsWanted(
                @Nullable DaysOff daysOff, List<Integer> daysLeft, List<Integer> daysLate, @Nullable Integer overdueEvery,
                @Nullable Integer acceptAfter, @Nullable Integer staleAfter, @Nullable Integer explainWithin) {
            this(daysOff, daysLeft, daysLate, overdueEvery, acceptAfter, staleAfter, explainWithin, null, null);
        }

        /** No position is named that decides. */
        public SettingsWanted(
                @Nullable DaysOff daysOff, List<Integer> daysLeft, List<Integer> daysLate, @Nullable Integer overdueEvery,
                @Nullable Integer acceptAfter, @Nullable Integer staleAfter, @Nullable Integer explainWithin, @Nullable Depth depth) {
            this(daysOff, daysLeft, daysLate, overdueEvery, acceptAfter, staleAfter, explainWithin, depth, null);
        }

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

    /**
     * Something a unit becomes on a day.
     *
     * @param kind rename, move, merger or split
     * @param effective the day from which it holds, at its beginning; null for at once
     * @param name of a rename
     * @param parent of a move
     * @param into of a merger, the unit that takes over; of a split, which of the units takes over what is open where the old one ends, also
     *     one of the new ones by its place: "#1"
     * @param parts of a split
     */
    public record ChangeWanted(
            String kind, @Nullable LocalDate effective, @Nullable String name, @Nullable UnitId parent, @Nullable String into, List<NewUnit> parts) {

        public ChangeWanted {
            parts = Lists.orEmpty(parts);
        }
    }

    /**
     * A unit that comes of a split.
     *
     * @param positions that move into it
     * @param units below the old one that stand below it from then on
     */
    public record NewUnit(String name, UnitKind kind, List<PositionId> positions, List<UnitId> units) {

        public NewUnit {
            positions = Lists.orEmpty(positions);
            units = Lists.orEmpty(units);
        }
    }

    /**
     * A change of a unit and what became of it.
     *
     * @param state planned, done, refused or withdrawn
     * @param told what it is, in a sentence
     * @param process by which a merger or a split is carried out; null before it began and for other changes
     * @param refused the sentence that says why it could not be done on its day; null where it could
     */
    public record Change(
            String id, UnitId unit, String kind, LocalDate effective, String state, String told, @Nullable String process, @Nullable String refused, long version) {}

    /**
     * A position as the directory shows it.
     *
     * @param held whether somebody holds it
     * @param holder for those who keep the directory
     * @param mailbox for those who keep the directory
     * @param absence present or to come
     * @param deputyTitle of the position that stands in
     * @param awayToday whether the absence holds today
     * @param mayTellAbsence by the caller: the holder, and who keeps the directory
     * @param scope which programme it is limited to; null where to none
     */
    public record Place(
            PositionId id,
            UnitId unit,
            String title,
            Role role,
            boolean held,
            @Nullable PersonId holder,
            @Nullable String mailbox,
            @Nullable Absence absence,
            @Nullable String deputyTitle,
            boolean awayToday,
            boolean mayTellAbsence,
            long version,
            @Nullable ProgrammeScope scope) {

        /** A position for everything in its branch. */
        public Place(
                PositionId id, UnitId unit, String title, Role role, boolean held, @Nullable PersonId holder, @Nullable String mailbox,
                @Nullable Absence absence, @Nullable String deputyTitle, boolean awayToday, boolean mayTellAbsence, long version) {
            this(id, unit, title, role, held, holder, mailbox, absence, deputyTitle, awayToday, mayTellAbsence, version, null);
        }
    }

    /** A position by which people know it, to be chosen from. */
    public record PlaceName(PositionId id, String title, Role role, UnitId unit, String unitName, boolean held) {}

    /** The whole of a position but for absences. */
    public record PlaceWanted(
            UnitId unit, String title, Role role, @Nullable PersonId holder, @Nullable String mailbox, @Nullable ProgrammeScope scope) {

        /** A position for everything in its branch. */
        public PlaceWanted(UnitId unit, String title, Role role, @Nullable PersonId holder, @Nullable String mailbox) {
            this(unit, title, role, holder, mailbox, null);
        }
    }

    /** @param absence null where the holder is there again */
    public record AbsenceWanted(@Nullable Absence absence) {}

    /**
     * A unit with what is in and below it.
     *
     * @param path from the province down to the unit above it
     * @param below the active units directly below it
     * @param mayKeep whether the caller keeps positions and units below it
     * @param mayChange whether the caller may rename, move, merge or split it
     */
    public record UnitDetail(
            UnitView unit,
            List<String> aliases,
            boolean active,
            @Nullable UnitView successor,
            List<UnitView> path,
            List<UnitView> below,
            List<Place> positions,
            List<Body> bodies,
            List<Change> changes,
            boolean mayKeep,
            boolean mayChange) {

        public UnitDetail {
            aliases = Lists.orEmpty(aliases);
            path = Lists.orEmpty(path);
            below = Lists.orEmpty(below);
            positions = Lists.orEmpty(positions);
            bodies = Lists.orEmpty(bodies);
            changes = Lists.orEmpty(changes);
        }
    }

    /** A committee, working group or programme, with the names of what it refers to. */
    public record Body(
            BodyId id,
            String name,
            BodyKind kind,
            UnitId area,
            String areaName,
            @Nullable UnitId unit,
            @Nullable String unitName,
            @Nullable UnitId urging,
            @Nullable String urgingName,
            List<Member> members,
            boolean active,
            boolean mayKeep,
            long version) {

        public Body {
            members = Lists.orEmpty(members);
        }
    }

    /** @param title and {@code unitName} null where the caller may not see the position */
    public record Member(PositionId position, BodyPart part, @Nullable String field, @Nullable String title, @Nullable String unitName) {}

    /** @param area the commune or the province it belongs to; it never changes */
    public record BodyWanted(
            String name, BodyKind kind, UnitId area, @Nullable UnitId unit, @Nullable UnitId urging, List<BodyState.Member> members, boolean active) {

        public BodyWanted {
            members = Lists.orEmpty(members);
        }
    }

    public record UnitView(
            UnitId id,
            String name,
            UnitKind kind,
            @Nullable UnitId parent,
            @Nullable UnitId commune,
            @Nullable String communeName,
            boolean standing) {}

    /**
     * @param deputising whether the caller only stands in for whoever holds it
     * @param scope which programme it is limited to; null where to none
     */
    public record PositionView(
            PositionId id, String title, Role role, UnitView unit, boolean deputising, @Nullable ProgrammeScope scope) {

        /** A position of the caller’s own. */
        public PositionView(PositionId id, String title, Role role, UnitView unit) {
            this(id, title, role, unit, false, null);
        }
    }

    /** The caller, by the subject of the token. */
    public record Me(PersonId person, List<PositionView> positions) {

        public Me {
            positions = Lists.orEmpty(positions);
        }
    }

    /** Whether nobody administers a province here yet. */
    public record Setup(boolean open) {}

    /** The province and its first administrator, by one contact or both. */
    public record SetupWanted(String provinceName, String provinceCode, String name, @Nullable String phone, @Nullable String email) {

        @Override
        public String toString() {
            return provinceCode;
        }
    }

    /** Who administers the province now. */
    public record SetUp(UnitId province, PersonId person) {}

    /**
     * A commune from the template of its kind.
     *
     * @param mine whether the caller administers it at first
     */
    public record CommuneWanted(@Nullable UnitKind kind, String name, boolean mine) {}

    /** @param imported what the template brought; nothing where the commune was there already */
    public record CommuneMade(UnitId unit, Imported imported) {}

    /** What becomes of a line of a list of villages. */
    public enum VillageState implements Coded {
        NEW,

        /** A unit of that name is there. */
        THERE,

        /** An earlier line names it. */
        TWICE,

        /** Only the word for what it is, or too long. */
        UNREADABLE;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }

    /**
     * A line of a list of villages.
     *
     * @param name with the word for what it is
     * @param word thôn, ấp, xóm, bản, tổ dân phố …
     * @param before the line that names it first; null unless it comes twice
     */
    public record Village(int line, String name, String word, VillageState state, @Nullable Integer before) {}

    /** @param write false only looks at the list */
    public record VillagesWanted(String text, boolean write) {}

    public record Villages(List<Village> lines, boolean written) {

        public Villages {
            lines = Lists.orEmpty(lines);
        }
    }
}
