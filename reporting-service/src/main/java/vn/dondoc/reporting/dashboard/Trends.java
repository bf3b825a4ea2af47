package vn.dondoc.reporting.dashboard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
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
     * @param level of the cells that are counted
     * @param within bounds that name the {@code province} or the {@code commune}, and programmes where those are counted
     * @param to not after today
     */
    Dashboards.Trend of(UnitId id, Level level, Criteria within, Dashboards.Step step, LocalDate from, LocalDate to) {
        var points = switch (step) {
            case DAY -> days(level, within, from, to);
            case MONTH -> months(level, within, YearMonth.from(from), to);
        };
        return new Dashboards.Trend(id, directory.nameOf(id), step, points);
    }

    private List<Dashboards.Point> days(Level level, Criteria within, LocalDate from, LocalDate to) {
        var changes = ledger.days(level, within, from, to);
        var counts = before(level, within, from);
        var points = new ArrayList<Dashboards.Point>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            counts = counts.plus(changes.getOrDefault(day, Counts.NONE));
            points.add(point(day, counts));
        }
        return points;
    }

    private List<Dashboards.Point> months(Level level, Criteria within, YearMonth from, LocalDate to) {
        var last = YearMonth.from(to);
        var changes = ledger.months(level, within, from, last.minusMonths(1));
        var counts = before(level, within, from.atDay(1));
        var points = new ArrayList<Dashboards.Point>();
        for (var month = from; month.isBefore(last); month = month.plusMonths(1)) {
            counts = counts.plus(changes.getOrDefault(month, Counts.NONE));
            points.add(point(month.atEndOfMonth(), counts));
        }
        points.add(point(to, before(level, within, to.plusDays(1))));
        return points;
    }

    private Counts before(Level level, Criteria within, LocalDate day) {
        return ledger.at(level, within, day.minusDays(1)).values().stream().reduce(Counts.NONE, Counts::plus);
    }

    private static Dashboards.Point point(LocalDate day, Counts counts) {
        return new Dashboards.Point(day, Figures.tasks(counts), Figures.reports(counts), Figures.targets(counts), Figures.rates(counts));
    }
}
