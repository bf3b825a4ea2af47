package vn.dondoc.contracts.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a target.
 *
 * @param period "2026-11", "2026-Q4", "2026-H2", "2026", or a day for a point in time: "2026-11-25"
 * @param weight how heavy it is in a mean; null elsewhere
 * @param lastYear the figure of the same period of last year, where somebody named it
 * @param estimated "ước"; else "thực hiện"
 * @param correction 0 for what was told first of the period, one more with each correction
 * @param onBehalf told by the standing unit for the unit that answers for it ("nhập thay")
 * @param toldOn the day it was told
 * @param part of {@code whole} that {@code value} is the percentage of; null where it was told alone
 * @param whole what {@code part} is counted of; null where {@code part} is
 */
public record TargetFigure(
        String period,
        BigDecimal value,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal lastYear,
        Boolean estimated,
        Integer correction,
        Boolean onBehalf,
        LocalDate toldOn,
        @Nullable BigDecimal part,
        @Nullable BigDecimal whole) {

    /** What was told alone. */
    public TargetFigure(
            String period, BigDecimal value, @Nullable BigDecimal weight, @Nullable BigDecimal lastYear, Boolean estimated, Integer correction, Boolean onBehalf,
            LocalDate toldOn) {
        this(period, value, weight, lastYear, estimated, correction, onBehalf, toldOn, null, null);
    }
}
