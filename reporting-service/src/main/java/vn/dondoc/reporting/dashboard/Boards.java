package vn.dondoc.reporting.dashboard;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.VietnameseOrder;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.CellKey.Level;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.plan.PlanTitle;
import vn.dondoc.reporting.plan.Plans;
import vn.dondoc.reporting.system.ToldElsewhere;

/**
 * Dashboards out of cells. A province is the sum of its communes at the moment it is asked for; communes and plans without anything
 * stand there with zeros, units only where they have something.
 */
final class Boards {

    private final Plans plans;
    private final Directory directory;
    private final ToldElsewhere told;

    Boards(Plans plans, Directory directory, ToldElsewhere told) {
        this.plans = plans;
        this.directory = directory;
        this.told = told;
    }

    Dashboards.Dashboard province(UnitId province, Tally tally) {
        var within = Criteria.where("province").is(province.value());
        var communes = tally.communes(within);
        var counts = sums(communes.cells(), CellKey::commune);
        var targets = tally.computed(within);
        targets.forEach(target -> counts.merge(target.fact().commune(), target.counts(), Counts::plus));
        var total = total(counts.values());
        directory.below(province).stream().filter(unit -> unit.id().equals(unit.commune()))
                .map(UnitState::id).forEach(commune -> counts.putIfAbsent(commune, Counts.NONE));
        var board = board(province, tally, within, communes, total, counts, List.of(), tally.day() == null ? withoutPlan(province, counts.keySet()) : List.of());
        return tally.day() == null ? board.with(told.of(province, null)) : board;
    }

    Dashboards.Dashboard commune(UnitId commune, Tally tally) {
        var within = Criteria.where("commune").is(commune.value());
        var targets = tally.computed(within);
        var communes = tally.communes(within);
        var total = total(communes.cells().values()).plus(Computed.total(targets));
        var units = sums(tally.of(Level.UNIT, within), key -> Objects.requireNonNull(key.unit()));
        targets.forEach(target -> target.fact().units().forEach(unit -> units.merge(unit, target.counts(), Counts::plus)));
        units.values().removeIf(Counts::isZero);
        var board = board(commune, tally, within, communes, total, units, plans(commune, tally, within, targets), List.of());
        return tally.day() == null ? directory.unit(commune).map(unit -> board.with(told.of(unit.province(), commune))).orElse(board) : board;
    }

    /** What tasks and reports of those programmes count in a province, by communes, or in a commune; nothing of targets, units and plans. */
    Dashboards.Dashboard ofProgrammes(UnitId area, Set<String> programmes, boolean byCommunes, Tally tally) {
        var within = Criteria.where(byCommunes ? "province" : "commune").is(area.value());
        var counted = new HashMap<>(tally.of(Level.PROGRAMME, within));
        counted.keySet().removeIf(key -> key.programme() == null || !programmes.contains(key.programme()));
        var total = total(counted.values());
        var lines = byCommunes ? sums(counted, CellKey::commune) : Map.<UnitId, Counts>of();
        return new Dashboards.Dashboard(
                area, directory.nameOf(area), tally.asOf(within), Figures.tasks(total), Figures.reports(total), Figures.targets(total), Figures.rates(total),
                lines.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).sorted(Worst.lines()).toList(), List.of(), Figures.money(total),
                tally.day(), List.of(), List.of());
    }

    private List<Dashboards.Named> withoutPlan(UnitId province, Set<UnitId> communes) {
        var published = plans.communesWithPlans(province);
        return communes.stream().filter(commune -> !published.contains(commune) && !commune.equals(province))
                .map(commune -> new Dashboards.Named(commune, directory.nameOf(commune)))
                .sorted(Comparator.comparing(Dashboards.Named::name, VietnameseOrder.NAMES)).toList();
    }

    private List<Dashboards.PlanLine> plans(UnitId commune, Tally tally, Criteria within, List<Computed.Counted> targets) {
        var counts = sums(tally.of(Level.PLAN, within), key -> Objects.requireNonNull(key.plan()));
        targets.forEach(target -> counts.merge(target.fact().plan(), target.counts(), Counts::plus));
        var titles = new HashMap<PlanId, PlanTitle>();
        for (PlanTitle plan : plans.of(commune)) {
            titles.put(plan.plan(), plan);
            counts.putIfAbsent(plan.plan(), Counts.NONE);
        }
        if (tally.day() != null) {
            // what was published later did not stand there yet
            counts.values().removeIf(Counts::isZero);
        }
        return counts.entrySet().stream()
                .map(e -> line(titles.getOrDefault(e.getKey(), new PlanTitle(e.getKey(), e.getKey().value(), false)), e.getValue()))
                .sorted(Worst.plans())
                .toList();
    }

    private Dashboards.Dashboard board(
            UnitId id, Tally tally, Criteria within, Tally.Communes communes, Counts total, Map<UnitId, Counts> lines, List<Dashboards.PlanLine> planLines,
            List<Dashboards.Named> withoutPlan) {
        return new Dashboards.Dashboard(
                id, directory.nameOf(id), communes.asOf(), Figures.tasks(total), Figures.reports(total), Figures.targets(total), Figures.rates(total),
                lines.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).sorted(Worst.lines()).toList(), planLines, Figures.money(total),
                tally.day(), tally.ages(within, communes.cells()), withoutPlan);
    }

    private static Dashboards.PlanLine line(PlanTitle plan, Counts counts) {
        return new Dashboards.PlanLine(
                plan.plan().value(), plan.title(), Figures.tasks(counts), Figures.reports(counts), Figures.targets(counts), Figures.rates(counts), plan.directive());
    }

    private Dashboards.Line line(UnitId unit, Counts counts) {
        return new Dashboards.Line(unit, directory.nameOf(unit), Figures.tasks(counts), Figures.reports(counts), Figures.targets(counts), Figures.rates(counts));
    }

    private static <K> Map<K, Counts> sums(Map<CellKey, Counts> cells, Function<CellKey, K> key) {
        var sums = new HashMap<K, Counts>();
        cells.forEach((cell, counts) -> sums.merge(key.apply(cell), counts, Counts::plus));
        return sums;
    }

    private static Counts total(Iterable<Counts> all) {
        var total = Counts.NONE;
        for (var one : all) {
            total = total.plus(one);
        }
        return total;
    }
}
