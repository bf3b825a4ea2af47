package vn.dondoc.reporting.dashboard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.reporting.cells.CellKey.Level;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.ledger.Ledger;

/** How figures moved: what stood before the first point, and then what changed up to each. */
final class Trends {

    private final Ledger ledger;
    private final Directory directory;

    Trends(Ledger ledger, Directory directory) {
        this.ledger = ledger;
        this.directory = directory;
    }

    /**
     * Cells that a trend is the sum of.
     *
     * @param within bounds that name the {@code province} or the {@code commune}, and programmes or plans where those are counted
     * @param part what of them counts
     */
    record Source(Level level, Criteria within, UnaryOperator<Counts> part) {

        Source(Level level, Criteria within) {
            this(level, within, UnaryOperator.identity());
        }
    }

    /**
     * @param level of the cells that are counted
     * @param within bounds that name the {@code province} or the {@code commune}, and programmes where those are counted
     * @param to not after today
     */
    Dashboards.Trend of(UnitId id, Level level, Criteria within, Dashboards.Step step, LocalDate from, LocalDate to) {
        return of(id, directory.nameOf(id), List.of(new Source(level, within)), step, from, to);
    }

    /** The same of several kinds of cells, under that name. */
    Dashboards.Trend of(UnitId id, String name, List<Source> sources, Dashboards.Step step, LocalDate from, LocalDate to) {
        var points = switch (step) {
            case DAY -> days(sources, from, to);
            case MONTH -> months(sources, YearMonth.from(from), to);
        };
        return new Dashboards.Trend(id, name, step, points);
    }

    private List<Dashboards.Point> days(List<Source> sources, LocalDate from, LocalDate to) {
        var changes = sums(sources, one -> ledger.days(one.level(), one.within(), from, to));
        var counts = before(sources, from);
        var points = new ArrayList<Dashboards.Point>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            counts = counts.plus(changes.getOrDefault(day, Counts.NONE));
            points.add(point(day, counts));
        }
        return points;
    }

    private List<Dashboards.Point> months(List<Source> sources, YearMonth from, LocalDate to) {
        var last = YearMonth.from(to);
        var changes = sums(sources, one -> ledger.months(one.level(), one.within(), from, last.minusMonths(1)));
        var counts = before(sources, from.atDay(1));
        var points = new ArrayList<Dashboards.Point>();
        for (var month = from; month.isBefore(last); month = month.plusMonths(1)) {
            counts = counts.plus(changes.getOrDefault(month, Counts.NONE));
            points.add(point(month.atEndOfMonth(), counts));
        }
        points.add(point(to, before(sources, to.plusDays(1))));
        return points;
    }

    private Counts before(List<Source> sources, LocalDate day) {
        return sources.stream()
                .flatMap(one -> ledger.at(one.level(), one.within(), day.minusDays(1)).values().stream().map(one.part()))
                .reduce(Counts.NONE, Counts::plus);
    }

    private static <T> Map<T, Counts> sums(List<Source> sources, Function<Source, Map<T, Counts>> changes) {
        var sums = new HashMap<T, Counts>();
        sources.forEach(one -> changes.apply(one).forEach((time, counts) -> sums.merge(time, one.part().apply(counts), Counts::plus)));
        return sums;
    }

    private static Dashboards.Point point(LocalDate day, Counts counts) {
        return new Dashboards.Point(day, Figures.tasks(counts), Figures.reports(counts), Figures.targets(counts), Figures.rates(counts));
    }
}
