package vn.dondoc.reporting.dashboard;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.reporting.cells.Cell;
import vn.dondoc.reporting.cells.CellKey.Level;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.plan.PlanTitle;
import vn.dondoc.reporting.plan.Plans;

/**
 * Dashboards out of cells. A province is the sum of its communes at the moment it is asked for; communes and plans without anything
 * stand there with zeros, units only where they have something.
 */
final class Boards {

    private final Cells cells;
    private final Plans plans;
    private final Computed computed;
    private final Directory directory;

    Boards(Cells cells, Plans plans, Computed computed, Directory directory) {
        this.cells = cells;
        this.plans = plans;
        this.computed = computed;
        this.directory = directory;
    }

    Dashboards.Dashboard province(UnitId province) {
        var communes = cells.list(Level.COMMUNE, Criteria.where("province").is(province.value()));
        var counts = sums(communes, cell -> cell.key().commune());
        var targets = computed.within(Criteria.where("province").is(province.value()));
        targets.forEach(target -> counts.merge(target.fact().commune(), target.counts(), Counts::plus));
        directory.below(province).stream().filter(unit -> unit.id().equals(unit.commune()))
                .map(UnitState::id).forEach(commune -> counts.putIfAbsent(commune, Counts.NONE));
        return board(province, communes, Computed.total(targets), counts, List.of());
    }

    Dashboards.Dashboard commune(UnitId commune) {
        var within = Criteria.where("commune").is(commune.value());
        var whole = cells.list(Level.COMMUNE, within);
        var units = sums(cells.list(Level.UNIT, within), cell -> Objects.requireNonNull(cell.key().unit()));
        var targets = computed.within(within);
        targets.forEach(target -> target.fact().units().forEach(unit -> units.merge(unit, target.counts(), Counts::plus)));
        units.values().removeIf(Counts::isZero);
        return board(commune, whole, Computed.total(targets), units, plans(commune, within, targets));
    }

    private List<Dashboards.PlanLine> plans(UnitId commune, Criteria within, List<Computed.Counted> targets) {
        var counts = sums(cells.list(Level.PLAN, within), cell -> Objects.requireNonNull(cell.key().plan()));
        targets.forEach(target -> counts.merge(target.fact().plan(), target.counts(), Counts::plus));
        var titles = new HashMap<PlanId, PlanTitle>();
        for (PlanTitle plan : plans.of(commune)) {
            titles.put(plan.plan(), plan);
            counts.putIfAbsent(plan.plan(), Counts.NONE);
        }
        return counts.entrySet().stream()
                .map(e -> line(titles.getOrDefault(e.getKey(), new PlanTitle(e.getKey(), e.getKey().value(), false)), e.getValue()))
                .sorted(Worst.plans())
                .toList();
    }

    private Dashboards.Dashboard board(UnitId id, List<Cell> whole, Counts computed, Map<UnitId, Counts> lines, List<Dashboards.PlanLine> planLines) {
        var total = whole.stream().map(Cell::counts).reduce(computed, Counts::plus);
        return new Dashboards.Dashboard(
                id, directory.nameOf(id), newest(whole), Figures.tasks(total), Figures.reports(total), Figures.targets(total), Figures.rates(total),
                lines.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).sorted(Worst.lines()).toList(), planLines);
    }

    private static Dashboards.PlanLine line(PlanTitle plan, Counts counts) {
        return new Dashboards.PlanLine(
                plan.plan().value(), plan.title(), Figures.tasks(counts), Figures.reports(counts), Figures.targets(counts), Figures.rates(counts), plan.directive());
    }

    private Dashboards.Line line(UnitId unit, Counts counts) {
        return new Dashboards.Line(unit, directory.nameOf(unit), Figures.tasks(counts), Figures.reports(counts), Figures.targets(counts), Figures.rates(counts));
    }

    private static <K> Map<K, Counts> sums(List<Cell> cells, Function<Cell, K> key) {
        var sums = new HashMap<K, Counts>();
        cells.forEach(cell -> sums.merge(key.apply(cell), cell.counts(), Counts::plus));
        return sums;
    }

    private static @Nullable Instant newest(Collection<Cell> cells) {
        return cells.stream().map(Cell::asOf).max(Comparator.naturalOrder()).orElse(null);
    }
}
