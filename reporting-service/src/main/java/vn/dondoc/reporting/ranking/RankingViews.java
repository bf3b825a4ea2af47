package vn.dondoc.reporting.ranking;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.api.Rankings.Compared;
import vn.dondoc.contracts.api.Rankings.Line;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.CellKey.Level;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.ledger.Ledger;

/** Rankings of periods that are over, out of what the ledger knew at their end. */
@Component
class RankingViews {

    private static final int OFFERED = 12;
    private static final Set<Role> HEADS_OF_UNITS = Set.of(Role.UNIT_HEAD, Role.VILLAGE_HEAD, Role.COMMUNE_STANDING);

    private final Aggregates<RankingRule> rules;
    private final Ledger ledger;
    private final Directory directory;
    private final DomainClock clock;

    RankingViews(Aggregates<RankingRule> rules, Ledger ledger, Directory directory, DomainClock clock) {
        this.rules = rules;
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The communes of a province.
     *
     * @param everybody whether all of them are seen, whatever the rule says
     * @param own of which only these are seen where the rule does not show them all
     */
    Rankings.Ranking communes(UnitId province, @Nullable String period, boolean everybody, Set<UnitId> own) {
        return ranking(province, province, period, (version, term) -> {
            var rule = version.content();
            Predicate<Line> seen = line -> everybody || rule.open() && !own.isEmpty() || own.contains(line.id());
            var standings = standings(Level.COMMUNE, Criteria.where("province").is(province.value()), CellKey::commune, term, communesOf(province));
            standings.remove(province);
            return groups(version, standings, id -> rule.kindsApart() ? kindOf(id) : Compared.ALL_COMMUNES, this::headsOfCommune, seen);
        });
    }

    /**
     * The units of a commune.
     *
     * @param seen whether they are, or none of them
     */
    Rankings.Ranking units(UnitState commune, @Nullable String period, boolean seen) {
        return ranking(commune.province(), commune.id(), period, (version, term) -> {
            if (!version.content().units() || !seen) {
                return List.of();
            }
            var standings = standings(
                    Level.UNIT, Criteria.where("commune").is(commune.id().value()), key -> Objects.requireNonNull(key.unit()), term, Set.of());
            standings.remove(commune.id());
            return groups(version, standings, this::kindOfUnit, this::headsOfUnit, _ -> true);
        });
    }

    private interface Reckoning {

        List<Rankings.Group> of(RankingRule.Version version, Term term);
    }

    private Rankings.Ranking ranking(UnitId province, UnitId of, @Nullable String period, Reckoning reckoning) {
        var rule = rules.find(province.value()).map(Versioned::state).orElse(null);
        var offered = rule == null || rule.newest().isOff() ? List.<Term>of()
                : Term.over(rule.newest().content().period(), clock.today(), OFFERED).stream().filter(term -> rule.isFor(term)).toList();
        var term = period == null ? offered.stream().findFirst().orElse(null) : over(period);
        var periods = offered.stream().map(Term::label).toList();
        if (rule == null || term == null || rule.governing(term).isOff()) {
            return new Rankings.Ranking(of, directory.nameOf(of), null, false, null, null, null, periods, List.of());
        }
        if (!rule.isFor(term)) {
            throw ProblemException.of(422, "RANKING_PERIOD", term.label());
        }
        var version = rule.governing(term);
        return new Rankings.Ranking(
                of, directory.nameOf(of), told(version), version.on().isAfter(term.to()), term.label(), term.from(), term.to(), periods, reckoning.of(version, term));
    }

    private Term over(String period) {
        var term = Term.of(period).orElseThrow(() -> ProblemException.of(422, "RANKING_PERIOD", period));
        if (!term.to().isBefore(clock.today())) {
            throw ProblemException.of(422, "RANKING_PERIOD_OPEN");
        }
        return term;
    }

    Rankings.Version told(RankingRule.Version version) {
        var by = version.by();
        return new Rankings.Version(
                version.number(), version.on(), by, by == null ? null : directory.position(by).map(PositionState::title).orElse(null), version.content());
    }

    private Map<UnitId, Standing> standings(Level level, Criteria within, Function<CellKey, UnitId> of, Term term, Set<UnitId> always) {
        var before = sums(level, within, of, term.from().minusDays(1));
        var after = sums(level, within, of, term.to());
        var ids = new HashSet<>(always);
        after.forEach((id, counts) -> {
            if (!counts.isZero()) {
                ids.add(id);
            }
        });
        var standings = new HashMap<UnitId, Standing>();
        ids.forEach(id -> standings.put(
                id, new Standing(id, directory.nameOf(id), before.getOrDefault(id, Counts.NONE), after.getOrDefault(id, Counts.NONE))));
        return standings;
    }

    private Map<UnitId, Counts> sums(Level level, Criteria within, Function<CellKey, UnitId> of, LocalDate day) {
        var sums = new HashMap<UnitId, Counts>();
        ledger.at(level, within, day).forEach((key, counts) -> sums.merge(of.apply(key), counts, Counts::plus));
        return sums;
    }

    private static List<Rankings.Group> groups(
            RankingRule.Version rule, Map<UnitId, Standing> standings, Function<UnitId, Compared> comparing, Function<UnitId, List<Rankings.Seat>> heads,
            Predicate<Line> seen) {
        var scoring = new Scoring(rule.content(), rule.explained());
        var compared = new EnumMap<Compared, HashSet<Standing>>(Compared.class);
        standings.forEach((id, standing) -> compared.computeIfAbsent(comparing.apply(id), _ -> new HashSet<>()).add(standing));
        return compared.entrySet().stream().map(entry -> scoring.group(entry.getKey(), entry.getValue())).map(group -> new Rankings.Group(
                        group.compared(), group.ranked(), group.lines().stream().filter(seen).map(line -> led(line, heads)).toList(),
                        group.tooFew().stream().filter(seen).toList()))
                .filter(group -> !group.lines().isEmpty() || !group.tooFew().isEmpty()).toList();
    }

    private static Line led(Line line, Function<UnitId, List<Rankings.Seat>> heads) {
        return !line.proposed() ? line : new Line(
                line.id(), line.name(), line.place(), line.points(), line.shares(), line.rows(), line.overdue(), true, line.excluded(), heads.apply(line.id()));
    }

    private Set<UnitId> communesOf(UnitId province) {
        var communes = new HashSet<UnitId>();
        directory.below(province).stream().filter(unit -> unit.id().equals(unit.commune())).forEach(unit -> communes.add(unit.id()));
        return communes;
    }

    private Compared kindOf(UnitId id) {
        return switch (directory.unit(id).map(UnitState::kind).orElse(UnitKind.COMMUNE)) {
            case WARD -> Compared.WARDS;
            case SPECIAL_ZONE -> Compared.SPECIAL_ZONES;
            default -> Compared.COMMUNES;
        };
    }

    private Compared kindOfUnit(UnitId id) {
        return directory.unit(id).filter(unit -> unit.kind() == UnitKind.VILLAGE).map(_ -> Compared.VILLAGES).orElse(Compared.UNITS);
    }

    private List<Rankings.Seat> headsOfCommune(UnitId commune) {
        return directory.unitsOf(commune).stream().flatMap(unit -> directory.positionsIn(unit.id()).stream())
                .filter(position -> position.role() == Role.COMMUNE_LEADER).map(RankingViews::seat).sorted(Comparator.comparing(one -> one.id().value())).toList();
    }

    private List<Rankings.Seat> headsOfUnit(UnitId unit) {
        return directory.positionsIn(unit).stream().filter(position -> HEADS_OF_UNITS.contains(position.role()))
                .map(RankingViews::seat).sorted(Comparator.comparing(one -> one.id().value())).toList();
    }

    private static Rankings.Seat seat(PositionState position) {
        return new Rankings.Seat(position.id(), position.title());
    }
}
