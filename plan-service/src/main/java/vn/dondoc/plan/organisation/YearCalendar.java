package vn.dondoc.plan.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.OrganisationEvent;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/** The days off of a province in a year. */
record YearCalendar(
        String id, UnitId province, int year, List<LocalDate> daysOff, List<LocalDate> makeUpDays, String source, List<Note> notes) {

    /** What a day is off or made up for; told to people only. */
    record Note(LocalDate day, String text) {}

    YearCalendar {
        notes = Lists.orEmpty(notes);
    }

    static String idOf(CalendarState state) {
        return idOf(state.province().value(), state.year());
    }

    static String idOf(String province, int year) {
        return province + "/" + year;
    }

    static YearCalendar of(CalendarState state, List<Note> notes) {
        return new YearCalendar(
                idOf(state), state.province(), state.year(), state.daysOff(), state.makeUpDays(), state.source(), notes);
    }

    CalendarState state() {
        return new CalendarState(province, year, daysOff, makeUpDays, source);
    }

    @Nullable String noteOf(LocalDate day) {
        return notes.stream().filter(note -> note.day().equals(day)).map(Note::text).findFirst().orElse(null);
    }

    static Decision.Accepted<YearCalendar> set(CalendarState wanted) {
        return set(wanted, List.of());
    }

    static Decision.Accepted<YearCalendar> set(CalendarState wanted, List<Note> notes) {
        return new Decision.Accepted<>(of(wanted, notes), List.of(fact(wanted)));
    }

    /** An import says nothing of what a day is for: what is known of it stays. */
    Decision<YearCalendar> become(CalendarState wanted) {
        return become(wanted, notes);
    }

    Decision<YearCalendar> become(CalendarState wanted, List<Note> newNotes) {
        var next = of(wanted, newNotes);
        return equals(next) ? Decision.unchanged() : Decision.accept(next, fact(wanted));
    }

    private static Fact fact(CalendarState state) {
        return Fact.of(new OrganisationEvent.CalendarChanged(state), state.province());
    }
}
