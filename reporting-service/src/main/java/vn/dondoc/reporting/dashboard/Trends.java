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
     * @param within bounds that name the {@code province} or the {@code commune}
     * @param to not after today
     */
    Dashboards.Trend of(UnitId id, Criteria within, Dashboards.Step step, LocalDate from, LocalDate to) {
        var points = switch (step) {
            case DAY -> days(within, from, to);
            case MONTH -> months(within, YearMonth.from(from), to);
        };
        return new Dashboards.Trend(id, directory.nameOf(id), step, points);
    }

    private List<Dashboards.Point> days(Criteria within, LocalDate from, LocalDate to) {
        var changes = ledger.days(Level.COMMUNE, within, from, to);
        var counts = before(within, from);
        var points = new ArrayList<Dashboards.Point>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            counts = counts.plus(changes.getOrDefault(day, Counts.NONE));
            points.add(point(day, counts));
        }
        return points;
    }

    private List<Dashboards.Point> months(Criteria within, YearMonth from, LocalDate to) {
        var last = YearMonth.from(to);
        var changes = ledger.months(Level.COMMUNE, within, from, last.minusMonths(1));
        var counts = before(within, from.atDay(1));
        var points = new ArrayList<Dashboards.Point>();
        for (var month = from; month.isBefore(last); month = month.plusMonths(1)) {
            counts = counts.plus(changes.getOrDefault(month, Counts.NONE));
            points.add(point(month.atEndOfMonth(), counts));
        }
        points.add(point(to, before(within, to.plusDays(1))));
        return points;
    }

    private Counts before(Criteria within, LocalDate day) {
        return ledger.at(Level.COMMUNE, within, day.minusDays(1)).values().stream().reduce(Counts.NONE, Counts::plus);
    }

    private static Dashboards.Point point(LocalDate day, Counts counts) {
        return new Dashboards.Point(day, Figures.tasks(counts), Figures.reports(counts), Figures.targets(counts), Figures.rates(counts));
    }
}
