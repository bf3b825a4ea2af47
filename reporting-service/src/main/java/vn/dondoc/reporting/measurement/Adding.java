package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Targets.Together;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.TargetFigure;

/** The figures of one indicator in many communes. What cannot be added up, as a percentage or a mark told alone, is left out and said to be. */
final class Adding {

    private Adding() {}

    static Together up(List<Target> targets) {
        var period = period(targets);
        var share = targets.getFirst().planned().unit().contains("%");
        var told = targets.stream().map(target -> period == null ? target.measured().newest() : target.of(period).orElse(null)).filter(Objects::nonNull).toList();
        if (share) {
            return shares(period, told.stream().filter(figure -> figure.part() != null).toList(), targets.size());
        }
        var counts = targets.stream().allMatch(target -> target.arithmetic() == TargetArithmetic.CUMULATIVE || target.arithmetic() == TargetArithmetic.SUM);
        return counts && !told.isEmpty() ? new Together(period, told.size(), targets.size(), sum(told, TargetFigure::value), null, null)
                : new Together(period, 0, targets.size(), null, null, null);
    }

    private static Together shares(@Nullable String period, List<TargetFigure> told, int of) {
        if (told.isEmpty()) {
            return new Together(period, 0, of, null, null, null);
        }
        var part = sum(told, TargetFigure::part);
        var whole = sum(told, TargetFigure::whole);
        return new Together(period, told.size(), of, Measured.percent(part, whole), part, whole);
    }

    /** The newest that any of them told of; null where it is measured on a day, of which each has its own. */
    private static @Nullable String period(List<Target> targets) {
        return targets.getFirst().planned().rhythm() == null ? null
                : targets.stream().flatMap(target -> target.figures().stream()).map(TargetFigure::period)
                        .filter(period -> When.known(period).rhythm() == targets.getFirst().planned().rhythm())
                        .max(Comparator.comparing(period -> When.known(period).ends())).orElse(null);
    }

    private static BigDecimal sum(List<TargetFigure> told, Function<TargetFigure, @Nullable BigDecimal> what) {
        return Measured.plain(told.stream().map(what).map(Objects::requireNonNull).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
