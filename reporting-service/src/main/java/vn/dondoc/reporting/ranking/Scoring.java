package vn.dondoc.reporting.ranking;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.VietnameseOrder;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.api.Rankings.Exclusion;
import vn.dondoc.contracts.api.Rankings.Line;
import vn.dondoc.contracts.api.Rankings.Share;

/** Places and proposals out of what was counted, by a rule: the same for the same figures, in whatever order they come. */
final class Scoring {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;
    private static final MathContext EXACT = MathContext.DECIMAL128;

    private final Rankings.Wanted rule;
    private final Set<Rankings.About> explained;

    /** @param explained about what explanations count */
    Scoring(Rankings.Wanted rule, Set<Rankings.About> explained) {
        this.rule = rule;
        this.explained = explained;
    }

    /** All of those who are compared with each other. */
    Rankings.Group group(Rankings.Compared compared, Collection<Standing> standings) {
        var all = standings.stream().map(this::scored).toList();
        var ranked = all.stream().filter(line -> line.points() != null).sorted(byPoints()).toList();
        var eligible = ranked.stream().filter(this::isEligible).toList();
        var lines = ranked.stream().map(line -> placed(line, placeIn(ranked, line), isEligible(line) && placeIn(eligible, line) <= rule.proposed())).toList();
        return new Rankings.Group(compared, lines.size(), lines, all.stream().filter(line -> line.points() == null).sorted(byName()).toList());
    }

    private Line scored(Standing standing) {
        var shares = new ArrayList<Share>();
        var counting = rule.weights().stream().filter(one -> standing.of(one.figure(), explained).denominator() > 0).mapToLong(Rankings.Weight::weight).sum();
        var sum = BigDecimal.ZERO;
        for (var one : rule.weights()) {
            var fraction = standing.of(one.figure(), explained);
            var points = fraction.denominator() == 0 ? null : points(one.weight(), fraction, counting);
            sum = points == null ? sum : sum.add(points);
            shares.add(new Share(one.figure(), one.weight(), fraction.numerator(), fraction.denominator(), points == null ? null : rounded(points),
                    one.figure() == Rankings.Figure.EXPLANATIONS_IN_TIME ? standing.explanations(explained) : List.of()));
        }
        var rows = rows(standing);
        var enough = counting > 0 && rows >= rule.leastRows();
        return new Line(standing.id(), standing.name(), null, enough ? rounded(sum.min(WHOLE)) : null, shares, rows, standing.overdue(), false, excluded(standing), List.of());
    }

    private static BigDecimal points(int weight, Standing.Fraction fraction, long counting) {
        return WHOLE.multiply(BigDecimal.valueOf(weight)).multiply(BigDecimal.valueOf(fraction.numerator()))
                .divide(BigDecimal.valueOf(fraction.denominator()).multiply(BigDecimal.valueOf(counting)), EXACT);
    }

    private static BigDecimal rounded(BigDecimal points) {
        return points.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private List<Exclusion> excluded(Standing standing) {
        var excluded = new ArrayList<Exclusion>();
        if (rule.mostOverdue() != null && standing.overdue() > rule.mostOverdue()) {
            excluded.add(Exclusion.OVERDUE);
        }
        if (rule.explained() && standing.isUnexplained(explained)) {
            excluded.add(Exclusion.UNEXPLAINED);
        }
        return excluded;
    }

    /** Tasks, reports, targets and explanations, each once, however many figures rest on them. */
    private long rows(Standing standing) {
        var most = new EnumMap<Rows, Long>(Rows.class);
        rule.weights().forEach(one -> most.merge(Rows.of(one.figure()), standing.of(one.figure(), explained).denominator(), Math::max));
        return most.values().stream().mapToLong(Long::longValue).sum();
    }

    private enum Rows {
        TASKS, REPORTS, TARGETS, EXPLANATIONS;

        static Rows of(Rankings.Figure figure) {
            return switch (figure) {
                case TASKS_IN_TIME, TASKS_NOT_OVERDUE, TASKS_OPENED -> TASKS;
                case REPORTS_IN_TIME -> REPORTS;
                case TARGETS_ATTAINED -> TARGETS;
                case EXPLANATIONS_IN_TIME -> EXPLANATIONS;
            };
        }
    }

    private boolean isEligible(Line line) {
        return line.excluded().isEmpty() && (rule.leastPoints() == null || pointsOf(line).compareTo(BigDecimal.valueOf(rule.leastPoints())) >= 0);
    }

    private static int placeIn(List<Line> lines, Line line) {
        return 1 + Math.toIntExact(lines.stream().filter(other -> pointsOf(other).compareTo(pointsOf(line)) > 0).count());
    }

    private static BigDecimal pointsOf(Line line) {
        return Objects.requireNonNull(line.points());
    }

    private static Line placed(Line line, @Nullable Integer place, boolean proposed) {
        return new Line(line.id(), line.name(), place, line.points(), line.shares(), line.rows(), line.overdue(), proposed, line.excluded(), line.heads());
    }

    private static Comparator<Line> byPoints() {
        return Comparator.comparing(Scoring::pointsOf).reversed().thenComparing(byName());
    }

    private static Comparator<Line> byName() {
        return Comparator.comparing(Line::name, VietnameseOrder.NAMES).thenComparing(line -> line.id().value());
    }
}
