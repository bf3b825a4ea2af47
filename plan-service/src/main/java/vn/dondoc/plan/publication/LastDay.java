package vn.dondoc.plan.publication;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Frequency;

/**
 * The last day in time of a reporting row, as rules carry it: "trước ngày 15" is 14 (strict, domain page "Deadlines"), and the day
 * before the 1st is the last day of the month before, written as day 0.
 *
 * @param month only for half-yearly and yearly rules
 */
public record LastDay(int day, @Nullable Integer month) {

    private static final Set<Frequency> WITH_MONTH = Set.of(Frequency.HALF_YEARLY, Frequency.YEARLY);
    private static final int MONTHS = 12;

    /** Of a row; without a day it is day 0. */
    public static LastDay of(Plans.RuleRow row) {
        var day = row.day();
        if (day == null) {
            return new LastDay(0, null);
        }
        var month = WITH_MONTH.contains(row.frequency()) ? row.month() : null;
        if (!row.strict()) {
            return new LastDay(day, month);
        }
        return day > 1 ? new LastDay(day - 1, month) : new LastDay(0, month == null ? null : before(month));
    }

    private static int before(int month) {
        return month == 1 ? MONTHS : month - 1;
    }
}
