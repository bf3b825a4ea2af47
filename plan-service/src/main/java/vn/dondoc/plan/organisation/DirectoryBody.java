package vn.dondoc.plan.organisation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.ProgrammeScope;
import vn.dondoc.contracts.id.PersonId;

/** A directory as it arrives: nothing is taken for granted, so that every broken element can be named. */
record DirectoryBody(
        @Nullable List<@Nullable UnitEntry> units,
        @Nullable List<@Nullable PositionEntry> positions,
        @Nullable List<@Nullable CalendarEntry> calendars,
        @Nullable List<@Nullable BodyEntry> bodies) {

    record UnitEntry(
            @Nullable String id,
            @Nullable String name,
            @Nullable List<@Nullable String> aliases,
            @Nullable String kind,
            @Nullable String parent,
            @Nullable String commune,
            @Nullable String province,
            @Nullable Boolean standing,
            @Nullable Boolean active) {}

    record PositionEntry(
            @Nullable String id,
            @Nullable String unit,
            @Nullable String title,
            @Nullable String role,
            @Nullable String holder,
            @Nullable String mailbox,
            @Nullable ProgrammeScope scope) {

        PositionEntry heldBy(PersonId person) {
            return new PositionEntry(id, unit, title, role, person.value(), mailbox, scope);
        }
    }

    record CalendarEntry(
            @Nullable String province,
            @Nullable Integer year,
            @Nullable List<@Nullable String> daysOff,
            @Nullable List<@Nullable String> makeUpDays,
            @Nullable String source) {}

    record BodyEntry(
            @Nullable String id,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String province,
            @Nullable String commune,
            @Nullable String unit,
            @Nullable String urging,
            @Nullable List<@Nullable MemberEntry> members,
            @Nullable Boolean active) {

        /** The commune, or the province where there is none. */
        @Nullable String area() {
            return commune == null ? province : commune;
        }
    }

    record MemberEntry(@Nullable String position, @Nullable String part, @Nullable String field) {}

    List<@Nullable BodyEntry> bodyEntries() {
        return Objects.requireNonNullElse(bodies, List.of());
    }

    List<@Nullable UnitEntry> unitEntries() {
        return Objects.requireNonNullElse(units, List.of());
    }

    List<@Nullable PositionEntry> positionEntries() {
        return Objects.requireNonNullElse(positions, List.of());
    }

    List<@Nullable CalendarEntry> calendarEntries() {
        return Objects.requireNonNullElse(calendars, List.of());
    }
}
