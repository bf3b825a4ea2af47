package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.TargetFigure;
import vn.dondoc.contracts.event.TargetStanding;

/**
 * What was measured of a target, and the figure that follows from it by its arithmetic.
 *
 * @param figures what holds of each period, in the order of time
 */
record Measured(TargetArithmetic arithmetic, List<TargetFigure> figures) {

    private static final int DECIMALS = 4;
    private static final int SHARE_DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Comparator<TargetFigure> BY_TIME = Comparator
            .<TargetFigure, LocalDate>comparing(figure -> When.known(figure.period()).ends())
            .thenComparing(figure -> When.known(figure.period()).begins());

    static Measured of(TargetArithmetic arithmetic, List<TargetFigure> figures) {
        return new Measured(arithmetic, figures.stream().sorted(BY_TIME).toList());
    }

    /** Null while nothing was measured. */
    @Nullable TargetFigure newest() {
        return figures.isEmpty() ? null : figures.getLast();
    }

    /** The figure of the year of the newest measurement; null while there is none. */
    @Nullable BigDecimal figure() {
        var newest = newest();
        if (newest == null) {
            return null;
        }
        return switch (arithmetic) {
            case LATEST, CUMULATIVE, YES_NO -> newest.value();
            case SUM -> plain(ofTheYear().stream().map(TargetFigure::value).reduce(BigDecimal.ZERO, BigDecimal::add));
            case WEIGHTED_MEAN -> mean();
        };
    }

    /** The same before the newest measurement came; null where there was none, or where it belongs to another year and counts anew. */
    Measured before() {
        var earlier = figures.isEmpty() ? figures : figures.subList(0, figures.size() - 1);
        var anew = arithmetic != TargetArithmetic.LATEST && arithmetic != TargetArithmetic.YES_NO;
        return new Measured(arithmetic, anew ? earlier.stream().filter(figure -> yearOf(figure) == yearOf(figures.getLast())).toList() : earlier);
    }

    /** What was measured of the same period of the year before; else what somebody named. */
    @Nullable BigDecimal lastYear() {
        var newest = newest();
        if (newest == null) {
            return null;
        }
        var wanted = When.known(newest.period()).yearBefore();
        return figures.stream().filter(figure -> figure.period().equals(wanted)).findFirst().map(TargetFigure::value).orElse(newest.lastYear());
    }

    TargetStanding standing(Goal goal) {
        var newest = newest();
        var figure = figure();
        if (newest == null || figure == null) {
            return TargetStanding.NOT_MEASURED;
        }
        var when = When.known(newest.period());
        return switch (arithmetic) {
            case SUM, CUMULATIVE -> goal.growing(figure, when.daysOver(), when.ends().lengthOfYear());
            case LATEST, WEIGHTED_MEAN -> goal.present(figure, before().figure(), when.endsTheYear());
            case YES_NO -> new Goal(">=", BigDecimal.ONE).present(figure, null, when.endsTheYear());
        };
    }

    /** What it would be at the end of the year if it went on like this; null for figures that do not grow. */
    @Nullable BigDecimal outlook() {
        var newest = newest();
        var figure = figure();
        if (newest == null || figure == null || arithmetic != TargetArithmetic.SUM && arithmetic != TargetArithmetic.CUMULATIVE) {
            return null;
        }
        var when = When.known(newest.period());
        return plain(figure.multiply(BigDecimal.valueOf(when.ends().lengthOfYear()))
                .divide(BigDecimal.valueOf(when.daysOver()), DECIMALS, RoundingMode.HALF_UP));
    }

    /** With two decimals, as reports here have it. */
    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return plain(percent(part, whole, SHARE_DECIMALS));
    }

    static BigDecimal percent(BigDecimal part, BigDecimal whole, int decimals) {
        return part.multiply(HUNDRED).divide(whole, decimals, RoundingMode.HALF_UP);
    }

    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private @Nullable BigDecimal mean() {
        var weights = BigDecimal.ZERO;
        var sum = BigDecimal.ZERO;
        for (var figure : ofTheYear()) {
            var weight = Objects.requireNonNullElse(figure.weight(), BigDecimal.ONE);
            weights = weights.add(weight);
            sum = sum.add(figure.value().multiply(weight, MathContext.DECIMAL128));
        }
        return weights.signum() == 0 ? null : plain(sum.divide(weights, DECIMALS, RoundingMode.HALF_UP));
    }

    /** What lies within a longer period that was measured too is in its figure already. */
    private List<TargetFigure> ofTheYear() {
        var year = yearOf(figures.getLast());
        var all = figures.stream().filter(figure -> yearOf(figure) == year).toList();
        return all.stream()
                .filter(figure -> all.stream().noneMatch(other -> When.known(figure.period()).lies(When.known(other.period()))))
                .toList();
    }

    private static int yearOf(TargetFigure figure) {
        return When.known(figure.period()).ends().getYear();
    }
}
