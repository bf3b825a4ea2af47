package vn.dondoc.reporting.measurement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.platform.time.Period;
import vn.dondoc.platform.time.Periods;

/**
 * What a measurement is about: a period, or a point in time.
 *
 * @param label "2026-11", "2026-Q4", "2026-H2", "2026-9M", "2026", "2026-W47", or a day
 * @param rhythm null for a point in time
 * @param begins its first day; {@code ends} its last
 */
record When(String label, @Nullable Frequency rhythm, LocalDate begins, LocalDate ends) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LABEL = Pattern.compile("(\\d{4})(?:-(?:(\\d{2})|Q([1-4])|H([12])|(9M)|W(\\d{2})))?");

    /** Nothing for what is neither a period nor a day. */
    static Optional<When> of(String label) {
        try {
            return DAY.matcher(label).matches() ? Optional.of(on(LocalDate.parse(label))) : period(label);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** A label that was checked before. */
    static When known(String label) {
        return of(label).orElseThrow(() -> new IllegalStateException("No period: " + label));
    }

    static When of(Period period, Frequency rhythm) {
        return new When(period.label(), rhythm, period.begins(), period.ends());
    }

    /** The same a year before. */
    String yearBefore() {
        return rhythm == null ? begins.minusYears(1).toString() : begins.getYear() - 1 + label.substring(4);
    }

    /** Which part of its year is over when it ends, in days. */
    int daysOver() {
        return ends.getDayOfYear();
    }

    boolean endsTheYear() {
        return ends.getDayOfYear() == ends.lengthOfYear();
    }

    boolean lies(When within) {
        return !label.equals(within.label) && !begins.isBefore(within.begins) && !ends.isAfter(within.ends);
    }

    private static When on(LocalDate day) {
        return new When(day.toString(), null, day, day);
    }

    private static Optional<When> period(String label) {
        var parts = LABEL.matcher(label);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) {
            return period(Frequency.MONTHLY, LocalDate.of(year, Integer.parseInt(parts.group(2)), 1), label);
        } else if (parts.group(3) != null) {
            return period(Frequency.QUARTERLY, LocalDate.of(year, 3 * Integer.parseInt(parts.group(3)), 1), label);
        } else if (parts.group(4) != null) {
            return period(Frequency.HALF_YEARLY, LocalDate.of(year, 6 * Integer.parseInt(parts.group(4)), 1), label);
        } else if (parts.group(5) != null) {
            return period(Frequency.NINE_MONTHLY, LocalDate.of(year, 1, 1), label);
        } else if (parts.group(6) != null) {
            return period(Frequency.WEEKLY, LocalDate.parse(label + "-1", DateTimeFormatter.ISO_WEEK_DATE), label);
        }
        return period(Frequency.YEARLY, LocalDate.of(year, 1, 1), label);
    }

    private static Optional<When> period(Frequency rhythm, LocalDate within, String label) {
        return Periods.whole(rhythm).from(within).map(period -> of(period, rhythm)).filter(when -> when.label.equals(label));
    }
}
