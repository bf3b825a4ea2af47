package vn.dondoc.reporting.ranking;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.dondoc.contracts.api.Rankings.Period;

/**
 * A month, a quarter or a year.
 *
 * @param label "2026-03", "2026-Q1" or "2026"
 * @param to its last day
 */
record Term(Period kind, String label, LocalDate from, LocalDate to) {

    private static final Pattern LABEL = Pattern.compile("(20\\d{2})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_YEAR = 12;

    static Optional<Term> of(String label) {
        return Optional.of(LABEL.matcher(label)).filter(Matcher::matches).map(Term::read);
    }

    private static Term read(Matcher label) {
        var year = Integer.parseInt(label.group(1));
        if (label.group(2) != null) {
            return of(Period.QUARTER, YearMonth.of(year, MONTHS_OF_QUARTER * Integer.parseInt(label.group(2))));
        }
        return label.group(3) == null ? of(Period.YEAR, YearMonth.of(year, MONTHS_OF_YEAR)) : of(Period.MONTH, YearMonth.of(year, Integer.parseInt(label.group(3))));
    }

    /** The newest that are over on that day, the newest first. */
    static List<Term> over(Period kind, LocalDate today, int number) {
        return Stream.iterate(around(kind, today).before(), Term::before).limit(number).toList();
    }

    private static Term around(Period kind, LocalDate day) {
        var month = YearMonth.from(day);
        var months = months(kind);
        return of(kind, month.plusMonths(months - 1L - (month.getMonthValue() - 1) % months));
    }

    private Term before() {
        return of(kind, YearMonth.from(to).minusMonths(months(kind)));
    }

    private static Term of(Period kind, YearMonth last) {
        var label = switch (kind) {
            case MONTH -> last.toString();
            case QUARTER -> last.getYear() + "-Q" + last.getMonthValue() / MONTHS_OF_QUARTER;
            case YEAR -> Integer.toString(last.getYear());
        };
        return new Term(kind, label, last.minusMonths(months(kind) - 1L).atDay(1), last.atEndOfMonth());
    }

    private static int months(Period kind) {
        return switch (kind) {
            case MONTH -> 1;
            case QUARTER -> MONTHS_OF_QUARTER;
            case YEAR -> MONTHS_OF_YEAR;
        };
    }
}
