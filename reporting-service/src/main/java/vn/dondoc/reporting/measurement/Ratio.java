package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Some of a whole, as a percentage is told by its numerator and denominator. */
record Ratio(BigDecimal part, BigDecimal whole) {

    boolean isPossible() {
        return whole.signum() > 0 && part.signum() >= 0 && part.compareTo(whole) <= 0;
    }

    BigDecimal percent() {
        return Measured.percent(part, whole);
    }

    /** Whether a value beside it is what follows from it, with as many decimals as it was told with. */
    boolean agreesWith(@Nullable BigDecimal value) {
        return value == null || Measured.percent(part, whole, Math.max(0, value.scale())).compareTo(value) == 0;
    }
}
