package vn.dondoc.plan.organisation;

import java.time.LocalDate;
import java.util.List;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.OrganisationEvent;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/** The days off of a province in a year. */
record YearCalendar(
        String id, UnitId province, int year, List<LocalDate> daysOff, List<LocalDate> makeUpDays, String source) {

    static String idOf(CalendarState state) {
        return state.province() + "/" + state.year();
    }

    static YearCalendar of(CalendarState state) {
        return new YearCalendar(
                idOf(state), state.province(), state.year(), state.daysOff(), state.makeUpDays(), state.source());
    }

    CalendarState state() {
        return new CalendarState(province, year, daysOff, makeUpDays, source);
    }

    static Decision.Accepted<YearCalendar> set(CalendarState wanted) {
        return new Decision.Accepted<>(of(wanted), List.of(fact(wanted)));
    }

    Decision<YearCalendar> become(CalendarState wanted) {
        return state().equals(wanted) ? Decision.unchanged() : Decision.accept(of(wanted), fact(wanted));
    }

    private static Fact fact(CalendarState state) {
        return Fact.of(new OrganisationEvent.CalendarChanged(state), state.province());
    }
}
