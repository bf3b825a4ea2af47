package vn.dondoc.reporting.indicator;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.measurement.Targets;
import vn.dondoc.reporting.plan.Plans;

/** The indicators of all provinces. */
final class Indicators {

    static final String COLLECTION = "indicators";
    private static final int MOST = 500;

    private final Aggregates<Indicator> indicators;
    private final Sweep<Indicator> sweep;
    private final Directory directory;
    private final DomainClock clock;

    Indicators(Aggregates<Indicator> indicators, Sweep<Indicator> sweep, Directory directory, DomainClock clock) {
        this.indicators = indicators;
        this.sweep = sweep;
        this.directory = directory;
        this.clock = clock;
    }

    /** Within the caller's branch, and those that a commune of it measures. */
    static Criteria branchOf(Caller caller) {
        return caller.branch().reaching("communes");
    }

    Outcome<Indicator> define(Indicator indicator, Act act) {
        var outcome = indicators.create(indicator.id(), act, () -> Indicator.defined(indicator));
        sweep.wake();
        return outcome;
    }

    Outcome<Indicator> withdraw(String id, Act act, @Nullable Long expected, Criteria within) {
        var outcome = indicators.change(
                id, act, expected, new Criteria[] {within}, before -> before.withdraw(LocalDate.ofInstant(act.at(), DomainClock.ZONE), act.at()));
        sweep.wake();
        return outcome;
    }

    Optional<Versioned<Indicator>> find(String id, Criteria within) {
        return indicators.find(id, within);
    }

    List<Versioned<Indicator>> list(Criteria within) {
        return indicators.list(new Query(within).with(Sort.by("withdrawnOn", "content.code", "_id")).limit(MOST));
    }

    /** What holds in a place: of its own, and of its province. */
    List<Versioned<Indicator>> holding(UnitId province, @Nullable UnitId commune) {
        return indicators.list(new Query(new Criteria().andOperator(
                Criteria.where("province").is(province.value()), Criteria.where("withdrawnOn").is(null),
                new Criteria().orOperator(Criteria.where("commune").is(null), Criteria.where("commune").is(commune == null ? null : commune.value())))));
    }

    /** The communes of a province that have somebody to measure. */
    List<UnitId> measuring(UnitId province) {
        return directory.below(province).stream().filter(unit -> unit.id().equals(unit.commune())).map(UnitState::id)
                .filter(commune -> directory.standingUnitOf(commune).isPresent()).sorted(Comparator.comparing(UnitId::value)).toList();
    }

    /**
     * Communes that came after a province defined an indicator measure it from now on. It compares what is there rather than hears of changes, so none is
     * missed that came while the copy of the organisation was behind; done by many instances at once, it changes nothing twice.
     */
    void round() {
        if (!directory.isFresh()) {
            return;
        }
        var known = new HashMap<UnitId, List<UnitId>>();
        for (var found : indicators.list(new Query(Criteria.where("withdrawnOn").is(null).and("commune").is(null)))) {
            var communes = known.computeIfAbsent(found.state().province(), this::measuring);
            if (!found.state().communes().containsAll(communes)) {
                var act = Act.bySystem("indicator-communes", clock.instant());
                indicators.change(found.id(), act, before -> before.joined(communes, act.at())).orProblem();
                sweep.wake();
            }
        }
    }

    /** First the targets, whose ids derive from indicator and commune, then the indicator moves on, so that any number of instances make each once. */
    static Decision<Indicator> follow(Indicator indicator, Targets targets, Plans plans, Directory directory) {
        plans.other(indicator.plan(), indicator.province(), indicator.communes(), indicator.content().name(), indicator.communes().size());
        for (var commune : indicator.communes()) {
            targets.take(indicator.target(commune, indicator.ownerIn(commune, directory)), indicator.order());
        }
        return indicator.followed();
    }
}
