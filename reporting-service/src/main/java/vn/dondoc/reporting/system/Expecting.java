package vn.dondoc.reporting.system;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.time.Period;
import vn.dondoc.reporting.obligation.Expected;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;
import vn.dondoc.reporting.plan.Plans;

/** Expects the updates of systems as reports of their owners: what is reminded of, overdue and counted follows from that. */
final class Expecting {

    private final Obligations obligations;
    private final Plans plans;
    private final Directory directory;
    private final DomainClock clock;
    private final UnaryOperator<String> titled;

    /** @param titled what the update of a system of that name is called */
    Expecting(Obligations obligations, Plans plans, Directory directory, DomainClock clock, UnaryOperator<String> titled) {
        this.obligations = obligations;
        this.plans = plans;
        this.directory = directory;
        this.clock = clock;
        this.titled = titled;
    }

    /** First the obligations, whose ids derive from system, unit and period, then the system moves on: any number of instances expect each once. */
    Decision<OtherSystem> open(OtherSystem system) {
        var due = system.due(clock.today());
        due.forEach(period -> expect(system, period));
        return system.opened(due);
    }

    /** What a system that was redefined expects now; what is open follows. Done again, it changes nothing. */
    void carry(OtherSystem system) {
        obligations.amend(system.id(), null, report -> owners(system).contains(report.unit()) ? wanted(system, report) : Optional.empty());
        system.openOn(clock.today()).ifPresent(period -> expect(system, period));
    }

    private void expect(OtherSystem system, Period period) {
        var expected = owners(system).stream().map(owner -> expected(system, period, owner)).toList();
        // Grows with each period, and with it the name and the communes become those of now
        plans.other(system.plan(), system.province(), expected.stream().map(Expected::commune).distinct().toList(), system.definition().name(), period.begins().toEpochDay());
        obligations.expect(expected);
    }

    private List<UnitId> owners(OtherSystem system) {
        var owner = system.definition().owner();
        return owner != null ? List.of(directory.heirOf(owner))
                : directory.below(system.province()).stream().filter(unit -> unit.id().equals(unit.commune()))
                        .flatMap(commune -> directory.standingUnitOf(commune.id()).stream()).map(UnitState::id).toList();
    }

    private Expected expected(OtherSystem system, Period period, UnitId owner) {
        return new Expected(
                Expected.idOf(system.id(), owner, period.label()), system.id(), system.plan(), system.province(), placeOf(system, owner), owner,
                owedTo(system, owner), titled.apply(system.definition().name()), period.label(), system.opensOn(period), period.lastDay(), null, null,
                asked(system, owner), null, system.definition().scope().programme());
    }

    private static Optional<Expected> wanted(OtherSystem system, Obligation report) {
        return Stream.of(report.opensOn(), report.lastDay()).flatMap(day -> system.named(report.period(), day).stream()).findFirst()
                .map(period -> report.amendedBy(report.owedTo(), period.lastDay()));
    }

    private UnitId placeOf(OtherSystem system, UnitId owner) {
        return directory.unit(owner).map(unit -> Objects.requireNonNullElse(unit.commune(), unit.province())).orElse(system.commune());
    }

    /** Nobody owes to itself: whoever keeps the register and the system answers to the place. */
    private UnitId owedTo(OtherSystem system, UnitId owner) {
        var keeper = directory.heirOf(system.keeper());
        return keeper.equals(owner) ? system.commune() : keeper;
    }

    /** What the province wants of communes is decided on by it alone. */
    private @Nullable Boolean asked(OtherSystem system, UnitId owner) {
        return system.isOfProvince() && !placeOf(system, owner).equals(system.province()) ? Boolean.TRUE : null;
    }
}
