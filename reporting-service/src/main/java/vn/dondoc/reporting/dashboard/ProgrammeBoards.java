package vn.dondoc.reporting.dashboard;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.web.Programmes;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.CellKey.Level;
import vn.dondoc.reporting.cells.Counter;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.plan.Plans;

/** Dashboards by programme: what tasks and reports say to belong to it, and the targets of the plans that carry it out. */
final class ProgrammeBoards {

    private static final List<Counter> TARGETS = List.of(
            Counter.TARGET_ATTAINED, Counter.TARGET_ON_THE_WAY, Counter.TARGET_BEHIND, Counter.TARGET_NOT_MEASURED,
            Counter.TARGET_EXPLANATION_OWED, Counter.TARGET_EXPLANATION_OVERDUE);

    private final Plans plans;
    private final Facts facts;
    private final Directory directory;

    ProgrammeBoards(Plans plans, Facts facts, Directory directory) {
        this.plans = plans;
        this.facts = facts;
        this.directory = directory;
    }

    /**
     * What somebody sees of programmes.
     *
     * @param id a province, or a commune
     * @param only keys of the only programmes that are seen there, without targets; empty where all is seen
     */
    record Area(UnitId id, boolean province, Set<String> only) {

        private Criteria within() {
            return Criteria.where(province ? "province" : "commune").is(id.value());
        }

        boolean sees(String programme) {
            return only.isEmpty() || only.contains(programme);
        }
    }

    /** Whether it is a programme there: somebody named it so, a plan carries it out, or anything was ever counted for it. */
    boolean knows(Area area, String programme, Tally tally) {
        return area.only().contains(programme) || named(area).anyMatch(body -> programme.equals(Programmes.key(body.name())))
                || plans.ofProgrammes(area.within()).containsValue(programme)
                || !tally.of(Level.PROGRAMME, area.within().and("programme").is(programme)).isEmpty();
    }

    /** All programmes, worst first; those of the directory too of which nothing is counted. */
    Dashboards.ProgrammeBoards all(Area area, Tally tally) {
        var counted = counted(area, tally);
        var sums = sums(counted, key -> Objects.requireNonNull(key.programme()));
        sums.values().removeIf(Counts::isZero);
        named(area).map(BodyState::name).map(Programmes::key).filter(Objects::nonNull).filter(area::sees).forEach(key -> sums.putIfAbsent(key, Counts.NONE));
        area.only().forEach(key -> sums.putIfAbsent(key, Counts.NONE));
        var lines = sums.entrySet().stream().map(e -> line(e.getKey(), e.getValue(), area, counted)).sorted(Worst.programmes()).toList();
        return new Dashboards.ProgrammeBoards(area.id(), directory.nameOf(area.id()), area.province(), tally.asOf(area.within()), tally.day(), lines);
    }

    /** One of them, in a province by communes. */
    Dashboards.ProgrammeBoard one(Area area, String programme, Tally tally) {
        var counted = counted(area, tally);
        counted.keySet().removeIf(key -> !programme.equals(key.programme()));
        var total = counted.values().stream().reduce(Counts.NONE, Counts::plus);
        var communes = area.province() ? sums(counted, CellKey::commune) : Map.<UnitId, Counts>of();
        var lines = communes.entrySet().stream().filter(e -> !e.getValue().isZero()).map(e -> line(e.getKey(), e.getValue())).sorted(Worst.lines()).toList();
        var board = new Dashboards.Dashboard(
                area.id(), directory.nameOf(area.id()), tally.asOf(area.within()), Figures.tasks(total), Figures.reports(total), Figures.targets(total),
                Figures.rates(total), lines, List.of(), Figures.money(total), tally.day(), List.of(), List.of());
        return new Dashboards.ProgrammeBoard(line(programme, total, area, counted), area.province(), board);
    }

    /** What its trend is the sum of: the targets are those of the plans that carry it out now. */
    List<Trends.Source> sources(Area area, String programme) {
        var own = new Trends.Source(Level.PROGRAMME, area.within().and("programme").is(programme));
        var carrying = area.only().isEmpty()
                ? plans.ofProgrammes(area.within()).entrySet().stream().filter(e -> programme.equals(e.getValue())).map(e -> e.getKey().value()).toList()
                : List.<String>of();
        return carrying.isEmpty()
                ? List.of(own)
                : List.of(own, new Trends.Source(Level.PLAN, area.within().and("plan").in(carrying), ProgrammeBoards::targets));
    }

    /** As its board there is called. */
    String title(Area area, String programme, Tally tally) {
        return name(programme, area, counted(area, tally)) + " – " + directory.nameOf(area.id());
    }

    private Map<CellKey, Counts> counted(Area area, Tally tally) {
        var within = area.within();
        var counted = new HashMap<>(tally.of(Level.PROGRAMME, within));
        counted.keySet().removeIf(key -> key.programme() == null || !area.sees(key.programme()));
        var carrying = area.only().isEmpty() ? plans.ofProgrammes(within) : Map.<vn.dondoc.contracts.id.PlanId, String>of();
        if (!carrying.isEmpty()) {
            tally.of(Level.PLAN, within).forEach((key, counts) -> {
                var programme = carrying.get(key.plan());
                var targets = targets(counts);
                if (programme != null && !targets.isZero()) {
                    counted.merge(CellKey.ofProgramme(key.province(), key.commune(), programme), targets, Counts::plus);
                }
            });
            tally.computed(within).forEach(target -> {
                var programme = carrying.get(target.fact().plan());
                if (programme != null) {
                    counted.merge(CellKey.ofProgramme(target.fact().province(), target.fact().commune(), programme), target.counts(), Counts::plus);
                }
            });
        }
        return counted;
    }

    private static Counts targets(Counts counts) {
        var only = new EnumMap<Counter, Long>(Counter.class);
        TARGETS.forEach(counter -> only.put(counter, counts.get(counter)));
        return Counts.of(only);
    }

    private Dashboards.ProgrammeLine line(String key, Counts counts, Area area, Map<CellKey, Counts> counted) {
        return new Dashboards.ProgrammeLine(
                key, name(key, area, counted), Figures.tasks(counts), Figures.reports(counts), Figures.targets(counts), Figures.rates(counts), Figures.money(counts));
    }

    private Dashboards.Line line(UnitId commune, Counts counts) {
        return new Dashboards.Line(
                commune, directory.nameOf(commune), Figures.tasks(counts), Figures.reports(counts), Figures.targets(counts), Figures.rates(counts));
    }

    /** As the place calls it; else as documents call what has a number, as others there call it, or as people spelled it first. */
    private String name(String key, Area area, Map<CellKey, Counts> counted) {
        return called(key, directory.bodiesOf(area.id()).stream()).orElseGet(() -> {
            var usual = Programmes.name(key);
            return !usual.equals(key) ? usual : called(key, named(area)).orElseGet(() -> spelled(key, counted));
        });
    }

    private static Optional<String> called(String key, Stream<BodyState> bodies) {
        return bodies.filter(body -> body.active() && body.kind() == BodyKind.PROGRAMME).map(BodyState::name).filter(name -> key.equals(Programmes.key(name))).findFirst();
    }

    private String spelled(String key, Map<CellKey, Counts> counted) {
        return counted.keySet().stream().filter(cell -> key.equals(cell.programme())).map(CellKey::commune).sorted(
                java.util.Comparator.comparing(UnitId::value)).flatMap(commune -> facts.spelled(commune, key).stream()).findFirst().orElse(key);
    }

    /** The programmes of the directory there: those of the area first, then those above it or of its communes. */
    private Stream<BodyState> named(Area area) {
        var around = area.province()
                ? directory.below(area.id()).stream().filter(unit -> unit.id().equals(unit.commune())).map(UnitState::id)
                : directory.unit(area.id()).map(UnitState::province).stream();
        return Stream.concat(Stream.of(area.id()), around).flatMap(id -> directory.bodiesOf(id).stream())
                .filter(body -> body.active() && body.kind() == BodyKind.PROGRAMME);
    }

    private static <K> Map<K, Counts> sums(Map<CellKey, Counts> cells, Function<CellKey, K> key) {
        var sums = new HashMap<K, Counts>();
        cells.forEach((cell, counts) -> sums.merge(key.apply(cell), counts, Counts::plus));
        return sums;
    }
}
