package vn.dondoc.platform.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Frequency;

/**
 * The sequence of periods of a rhythm. Plans order reports inside their period ("trước ngày 15 hằng tháng", half-year before 5/6,
 * year before 1/12), so the day due always lies within it.
 *
 * @param day day of the month due in; 0 and days beyond the month mean its last day; for weekly rhythms 1 (Monday) to 7, else Sunday
 * @param month the month due in for half-yearly and yearly rhythms; null for the last month of the period
 */
public record Periods(Frequency frequency, int day, @Nullable Integer month) {

    private static final int MONTHS = 12;
    private static final int NINE = 9;

    /** The periods of a rhythm that are due on their own last days. */
    public static Periods whole(Frequency frequency) {
        return new Periods(frequency, 0, null);
    }

    /** The first period that has not ended before that day; nothing for a rhythm on demand. */
    public Optional<Period> from(LocalDate earliest) {
        return switch (frequency) {
            case WEEKLY -> Optional.of(week(earliest));
            case MONTHLY -> Optional.of(block(earliest, 1));
            case QUARTERLY -> Optional.of(block(earliest, 3));
            case HALF_YEARLY -> Optional.of(half(earliest));
            case NINE_MONTHLY -> Optional.of(nineMonths(earliest));
            case YEARLY -> Optional.of(block(earliest, MONTHS));
            case AD_HOC -> Optional.empty();
        };
    }

    /** The period after that one. */
    public Optional<Period> after(Period period) {
        return from(period.ends().plusDays(1));
    }

    private Period week(LocalDate within) {
        var monday = within.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var label = String.format(
                Locale.ROOT, "%d-W%02d", monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        var dayOfWeek = day >= 1 && day <= 7 ? day : 7;
        return new Period(label, monday, monday.plusDays(6), monday.plusDays(dayOfWeek - 1L));
    }

    private Period block(LocalDate within, int months) {
        var first = YearMonth.of(within.getYear(), (within.getMonthValue() - 1) / months * months + 1);
        return period(first, months);
    }

    /** A rule that names a month is about the half with that month only: the other half has a rule of its own, with its own day. */
    private Period half(LocalDate within) {
        var half = block(within, 6);
        var wanted = month;
        if (wanted == null || (wanted <= 6) == (half.begins().getMonthValue() <= 6)) {
            return half;
        }
        return block(half.ends().plusDays(1), 6);
    }

    private Period nineMonths(LocalDate within) {
        var year = within.getMonthValue() <= NINE ? within.getYear() : within.getYear() + 1;
        return period(YearMonth.of(year, 1), NINE);
    }

    private Period period(YearMonth first, int months) {
        var last = first.plusMonths(months - 1L);
        return new Period(label(first, months), first.atDay(1), last.atEndOfMonth(), lastDay(dueIn(first, last)));
    }

    private YearMonth dueIn(YearMonth first, YearMonth last) {
        var wanted = month;
        if (wanted == null || (frequency != Frequency.HALF_YEARLY && frequency != Frequency.YEARLY)) {
            return last;
        }
        var named = first.withMonth(wanted);
        return named.isBefore(first) || named.isAfter(last) ? last : named;
    }

    private LocalDate lastDay(YearMonth in) {
        return day <= 0 || day > in.lengthOfMonth() ? in.atEndOfMonth() : in.atDay(day);
    }

    private static String label(YearMonth first, int months) {
        var part = (first.getMonthValue() - 1) / months + 1;
        return switch (months) {
            case 1 -> first.toString();
            case 3 -> first.getYear() + "-Q" + part;
            case 6 -> first.getYear() + "-H" + part;
            case NINE -> first.getYear() + "-9M";
            default -> Integer.toString(first.getYear());
        };
    }
}
