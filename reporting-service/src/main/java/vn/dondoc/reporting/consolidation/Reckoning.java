package vn.dondoc.reporting.consolidation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Consolidations.Figure;
import vn.dondoc.contracts.api.Consolidations.FigureRow;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.TargetArithmetic;

/** The figures over all reports: pure, and the same whatever order the reports came in. Who told nothing is in none of them. */
final class Reckoning {

    private static final int DECIMALS = 4;

    private Reckoning() {}

    static List<Figure> of(List<Kind> kinds, List<Taken> taken) {
        return kinds.stream().map(kind -> figure(kind, taken)).toList();
    }

    private static Figure figure(Kind kind, List<Taken> taken) {
        var rows = new ArrayList<FigureRow>();
        var missing = new ArrayList<String>();
        for (var one : taken) {
            var told = one.answer() == null ? List.<FigureRow>of() : told(kind, one, one.answer());
            rows.addAll(told);
            if (told.isEmpty() && one.asked().owes().contains(kind.key())) {
                missing.add(one.asked().name());
            }
        }
        var together = together(kind.arithmetic(), rows, FigureRow::value);
        var lastYear = rows.stream().allMatch(row -> row.lastYear() != null)
                ? together(kind.arithmetic(), rows, row -> Objects.requireNonNull(row.lastYear()))
                : null;
        return new Figure(
                kind.key(), kind.name(), kind.unit(), kind.arithmetic(), rows, missing, together == null ? null : together.value(),
                together == null ? null : together.weight(), lastYear == null ? null : lastYear.value(), rows.stream().anyMatch(FigureRow::estimated));
    }

    /** A value of several, and how heavy it is where somebody puts it together with others. */
    private record Together(BigDecimal value, @Nullable BigDecimal weight) {}

    private static @Nullable Together together(TargetArithmetic arithmetic, List<FigureRow> rows, Function<FigureRow, BigDecimal> value) {
        if (rows.isEmpty()) {
            return null;
        }
        return switch (arithmetic) {
            case SUM, CUMULATIVE -> new Together(plain(sum(rows.stream().map(value))), null);
            case WEIGHTED_MEAN -> mean(rows, value);
            case YES_NO -> new Together(plain(sum(rows.stream().map(value))), plain(weights(rows)));
            // a rate of one is no rate of another: each stands in its row
            case LATEST -> rows.size() == 1 ? new Together(value.apply(rows.getFirst()), null) : null;
        };
    }

    private static @Nullable Together mean(List<FigureRow> rows, Function<FigureRow, BigDecimal> value) {
        var weights = weights(rows);
        return weights.signum() == 0
                ? null
                : new Together(
                        plain(sum(rows.stream().map(row -> value.apply(row).multiply(weightOf(row), MathContext.DECIMAL128)))
                                .divide(weights, DECIMALS, RoundingMode.HALF_UP)),
                        plain(weights));
    }

    private static BigDecimal weights(List<FigureRow> rows) {
        return sum(rows.stream().map(Reckoning::weightOf));
    }

    private static BigDecimal weightOf(FigureRow row) {
        return Objects.requireNonNullElse(row.weight(), BigDecimal.ONE);
    }

    private static BigDecimal sum(Stream<BigDecimal> numbers) {
        return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<FigureRow> told(Kind kind, Taken one, Reports.Submission answer) {
        if (kind.target() == null) {
            return Stream.ofNullable(answer.answers()).flatMap(List::stream)
                    .filter(said -> kind.name().equals(said.text()) && said.answer() != null)
                    .map(said -> row(one, new BigDecimal(Objects.requireNonNull(said.answer()).replace(',', '.')), null, false, null)).toList();
        }
        return Stream.ofNullable(answer.figures()).flatMap(List::stream)
                .filter(line -> line.value() != null && Kind.keyOf(line).equals(kind.key()))
                .map(line -> row(one, Objects.requireNonNull(line.value()), line.weight(), line.estimated(), line.lastYear())).toList();
    }

    private static FigureRow row(Taken one, BigDecimal value, @Nullable BigDecimal weight, boolean estimated, @Nullable BigDecimal lastYear) {
        return new FigureRow(one.asked().unit(), one.asked().name(), one.asked().report(), one.version(), value, weight, estimated, lastYear);
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
