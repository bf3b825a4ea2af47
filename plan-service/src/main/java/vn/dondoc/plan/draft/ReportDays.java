package vn.dondoc.plan.draft;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Frequency;

/** Whether the day of a report is known, and which one to propose where it is not. */
public final class ReportDays {

    private static final Set<Frequency> WITH_MONTH = Set.of(Frequency.HALF_YEARLY, Frequency.YEARLY);
    private static final int LAST_WEEKDAY = 7;

    /** What plans say most often; for nine months like a quarter, for a week its Friday. */
    private static final Map<Frequency, Day> USUAL = Map.of(
            Frequency.WEEKLY, new Day(5, null, false),
            Frequency.MONTHLY, new Day(25, null, true),
            Frequency.QUARTERLY, new Day(20, null, true),
            Frequency.HALF_YEARLY, new Day(5, 6, true),
            Frequency.NINE_MONTHLY, new Day(20, null, true),
            Frequency.YEARLY, new Day(1, 12, true));

    private ReportDays() {}

    /** A day of its period: of the week, of the month, of the last month of the quarter, or with its month. */
    record Day(int day, @Nullable Integer month, boolean strict) {}

    /** Whether the row says a whole day, as its rhythm needs it. */
    public static boolean hasDay(Plans.RuleRow row) {
        var day = row.day();
        if (row.frequency() == Frequency.AD_HOC) {
            return true;
        }
        if (day == null || (row.frequency() == Frequency.WEEKLY && day > LAST_WEEKDAY)) {
            return false;
        }
        return row.month() != null || !WITH_MONTH.contains(row.frequency());
    }

    /** "Trước ngày 20 hằng quý" does not say of which month: taken for the last one only when somebody agreed. */
    public static boolean isAsked(Plans.RuleRow row) {
        return row.frequency() == Frequency.QUARTERLY && row.day() != null && !Boolean.TRUE.equals(row.dayConfirmed());
    }

    /** The day to propose; null where none is open. */
    static @Nullable Day proposed(Plans.RuleRow row) {
        var usual = USUAL.get(row.frequency());
        if (usual == null || (hasDay(row) && !isAsked(row))) {
            return null;
        }
        var day = row.day();
        var kept = day != null && (row.frequency() != Frequency.WEEKLY || day <= LAST_WEEKDAY);
        return day != null && kept ? new Day(day, usual.month(), row.strict()) : usual;
    }
}
