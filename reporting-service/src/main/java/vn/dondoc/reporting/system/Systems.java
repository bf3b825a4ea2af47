package vn.dondoc.reporting.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;

/** The registers of all provinces and communes. */
final class Systems {

    static final String COLLECTION = "systems";

    private final Aggregates<OtherSystem> systems;
    private final Expecting expecting;
    private final Sweep<OtherSystem> sweep;
    private final DomainClock clock;

    Systems(Aggregates<OtherSystem> systems, Expecting expecting, Sweep<OtherSystem> sweep, DomainClock clock) {
        this.systems = systems;
        this.expecting = expecting;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** Everybody of a place uses what it has in its register; above, what lies within the branch. */
    static Criteria visibleTo(Caller caller) {
        var places = new ArrayList<String>();
        caller.ownCommunes().forEach(commune -> places.add(commune.value()));
        caller.held().forEach(held -> places.add(held.unit().province().value()));
        return new Criteria().orOperator(caller.branch().within(), Criteria.where("commune").in(places));
    }

    /** Where the register is the caller's own or lies within the branch. */
    static Criteria aroundOf(Caller caller) {
        return new Criteria().orOperator(caller.branch().within(), Criteria.where("commune").in(caller.ownCommunes().stream().map(Object::toString).toList()));
    }

    Outcome<OtherSystem> register(OtherSystem wanted, Act act) {
        var outcome = systems.create(wanted.id().value(), act, () -> OtherSystem.registered(
                wanted.id(), wanted.province(), wanted.commune(), wanted.keeper(), wanted.definition(), clock.today()));
        sweep.wake();
        return outcome;
    }

    Outcome<OtherSystem> redefine(String id, Act act, long expected, Criteria within, OtherSystem.Definition wanted) {
        var outcome = systems.change(id, act, expected, new Criteria[] {within}, system -> system.redefine(wanted, clock.today()));
        if (outcome instanceof Outcome.Done<OtherSystem>(var done, _)) {
            expecting.carry(done.state());
            sweep.wake();
        }
        return outcome;
    }

    Optional<Versioned<OtherSystem>> find(String id, Criteria within) {
        return systems.find(id, within);
    }

    List<OtherSystem> page(Criteria within, int skip, int limit) {
        var sorted = new Query(within).with(Sort.by("definition.retired", "definition.name", "_id"));
        return systems.list(sorted.skip(skip).limit(limit)).stream().map(Versioned::state).toList();
    }

    /** What is used in a province, or in a commune of it, by name. */
    List<OtherSystem> usedIn(UnitId province, @Nullable UnitId commune) {
        var places = Stream.of(province, commune).filter(Objects::nonNull).map(UnitId::value).toList();
        var used = Criteria.where("province").is(province.value()).and("commune").in(places).and("definition.retired").is(false);
        return systems.list(new Query(used).with(Sort.by("definition.name", "_id"))).stream().map(Versioned::state).toList();
    }

    long count(Criteria within) {
        return systems.count(new Query(within));
    }
}
