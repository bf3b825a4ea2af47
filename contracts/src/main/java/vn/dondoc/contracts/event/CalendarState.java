package vn.dondoc.contracts.event;

import java.time.LocalDate;
import java.util.List;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.UnitId;

/**
 * The days off of a province in one year, beyond Saturdays and Sundays.
 *
 * @param daysOff holidays and swapped days
 * @param makeUpDays Saturdays or Sundays that are worked instead
 * @param source the decision or notice the table was taken from
 */
public record CalendarState(
        UnitId province, int year, List<LocalDate> daysOff, List<LocalDate> makeUpDays, String source) {

    public CalendarState {
        daysOff = Lists.orEmpty(daysOff);
        makeUpDays = Lists.orEmpty(makeUpDays);
    }
}
