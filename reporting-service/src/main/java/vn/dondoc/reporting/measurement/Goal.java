package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.TargetStanding;

/** What a plan asks for: at least, at most or exactly so much by the end of the year. */
public record Goal(String operator, BigDecimal value) {

    boolean met(BigDecimal figure) {
        var compared = figure.compareTo(value);
        return switch (operator) {
            case "<=" -> compared <= 0;
            case "=" -> compared == 0;
            default -> compared >= 0;
        };
    }

    /**
     * How a figure stands that grows from the beginning of the year to its end. What must not grow too much is attained only with the
     * year's last day.
     *
     * @param over which part of the year is over, of {@code whole}
     */
    public TargetStanding growing(BigDecimal figure, int over, int whole) {
        var yearOver = over >= whole;
        if (operator.equals("<=")) {
            return !met(figure) ? TargetStanding.BEHIND : yearOver ? TargetStanding.ATTAINED : TargetStanding.ON_THE_WAY;
        } else if (met(figure)) {
            return TargetStanding.ATTAINED;
        }
        var beyond = operator.equals("=") && figure.compareTo(value) > 0;
        var asked = value.multiply(BigDecimal.valueOf(over)).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64);
        return yearOver || beyond || figure.compareTo(asked) < 0 ? TargetStanding.BEHIND : TargetStanding.ON_THE_WAY;
    }

    /** How a figure stands that is what it is: not attained, it has to come nearer from one measurement to the next. */
    TargetStanding present(BigDecimal figure, @Nullable BigDecimal before, boolean yearOver) {
        if (met(figure)) {
            return TargetStanding.ATTAINED;
        }
        return yearOver || before != null && distance(figure).compareTo(distance(before)) > 0 ? TargetStanding.BEHIND : TargetStanding.ON_THE_WAY;
    }

    private BigDecimal distance(BigDecimal figure) {
        return met(figure) ? BigDecimal.ZERO : figure.subtract(value).abs();
    }
}
