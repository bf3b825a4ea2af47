package vn.dondoc.reporting.dashboard;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Dashboards.Step;
import vn.dondoc.platform.problem.ProblemException;

/** The days that somebody asks figures for: none ahead, and no more points than somebody looks at. */
record Asked(Step step, LocalDate from, LocalDate to) {

    private static final int MOST_POINTS = 400;
    private static final int USUAL_MONTHS = 12;
    private static final int USUAL_DAYS = 30;

    /** A past day; null for today, whose figures are those of now. */
    static @Nullable LocalDate past(@Nullable LocalDate day, LocalDate today) {
        if (day != null && day.isAfter(today)) {
            throw ProblemException.of(422, "DAY_AHEAD");
        }
        return today.equals(day) ? null : day;
    }

    /**
     * By default a year by month, or a month by day, up to today.
     *
     * @param step the code of a {@link Step}; anything else is refused
     */
    static Asked trend(@Nullable String step, @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        var by = "day".equals(step) ? Step.DAY : Step.MONTH;
        if (step != null && !step.equals(by.code())) {
            throw ProblemException.of(400, "VALIDATION");
        }
        var last = to == null ? today : to;
        var first = from != null ? from : by == Step.MONTH ? last.minusMonths(USUAL_MONTHS).withDayOfMonth(1) : last.minusDays(USUAL_DAYS);
        if (last.isAfter(today)) {
            throw ProblemException.of(422, "DAY_AHEAD");
        }
        var points = (by == Step.MONTH ? ChronoUnit.MONTHS : ChronoUnit.DAYS).between(first, last) + 1;
        if (points < 1 || points > MOST_POINTS) {
            throw ProblemException.of(422, "TREND_TOO_WIDE", MOST_POINTS);
        }
        return new Asked(by, first, last);
    }
}
