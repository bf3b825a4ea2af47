package vn.dondoc.plan.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.VietnameseOrder;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;

/** Settings of provinces and communes, and who may see and change them. */
@Component
class SettingsQuery {

    private static final Set<UnitKind> COMMUNES = Set.of(UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE);

    private final Aggregates<Unit> units;
    private final Aggregates<UnitSettings> settings;
    private final Directory directory;

    SettingsQuery(Aggregates<Unit> units, Aggregates<UnitSettings> settings, Directory directory) {
        this.units = units;
        this.settings = settings;
        this.directory = directory;
    }

    /**
     * A province or a commune that the caller belongs to or oversees.
     *
     * @throws ProblemException 404 for any other
     */
    Unit unit(String id, Caller caller) {
        return units.find(id).map(Versioned::state).filter(unit -> isSeen(unit, caller)).orElseThrow(ProblemException::notFound);
    }

    private static boolean isSeen(Unit unit, Caller caller) {
        var branch = caller.branch().figures();
        if (unit.kind() == UnitKind.PROVINCE) {
            return branch.provinces().contains(unit.id());
        }
        return COMMUNES.contains(unit.kind())
                && (branch.provinces().contains(unit.province()) || branch.communes().contains(unit.id()) || caller.ownCommunes().contains(unit.id()));
    }

    boolean mayChange(Unit unit, Caller caller) {
        return unit.kind() == UnitKind.PROVINCE
                ? caller.isOf(unit.id(), Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING)
                : caller.isIn(unit.id(), Role.COMMUNE_ADMINISTRATOR, Role.COMMUNE_STANDING, Role.COMMUNE_LEADER);
    }

    /** Who decides is said by those whose work it is about to decide on, and by who keeps the directory; never by the standing unit. */
    boolean namesDecider(Unit unit, Caller caller) {
        return unit.kind() != UnitKind.PROVINCE && caller.isIn(unit.id(), Role.COMMUNE_ADMINISTRATOR, Role.COMMUNE_LEADER);
    }

    /** The positions of a commune that do work there and are for everything in it. */
    List<Organisation.Decider> deciders(UnitId commune) {
        return directory.unitsOf(commune).stream()
                .flatMap(unit -> directory.positionsIn(unit.id()).stream().filter(SettingsQuery::mayDecide)
                        .map(position -> new Organisation.Decider(position.id(), position.title(), unit.name())))
                .sorted(Comparator.comparing(Organisation.Decider::unitName, VietnameseOrder.NAMES).thenComparing(one -> one.position().value()))
                .toList();
    }

    private static boolean mayDecide(PositionState position) {
        return position.scope() == null && switch (position.role()) {
            case COMMUNE_LEADER, COMMUNE_STANDING, UNIT_HEAD, OFFICER -> true;
            default -> false;
        };
    }

    Optional<Versioned<UnitSettings>> own(UnitId unit) {
        return settings.find(unit.value());
    }

    Organisation.Settings view(Unit unit, Caller caller) {
        return view(unit, caller, own(unit.id()));
    }

    /** @param stored what the unit decided itself, if it ever did */
    Organisation.Settings view(Unit unit, Caller caller, Optional<Versioned<UnitSettings>> stored) {
        var own = stored.map(found -> found.state().state()).orElseGet(() -> nothing(unit.id()));
        var defaults = SettingsState.defaultsOf(unit.id());
        var below = unit.kind() == UnitKind.PROVINCE ? null : units.find(unit.province().value()).map(Versioned::state).orElse(null);
        var above = below == null ? defaults
                : own(below.id()).map(found -> as(unit.id(), found.state().state()).over(defaults)).orElse(defaults);
        return new Organisation.Settings(
                unit.id(), unit.province(), unit.name(), stored.map(Versioned::version).orElse(0L), own, above, below == null ? null : below.name(), own.over(above),
                mayChange(unit, caller), namesDecider(unit, caller) ? deciders(unit.id()) : List.of());
    }

    private static SettingsState nothing(UnitId unit) {
        return new SettingsState(unit, null, List.of(), List.of(), null, null, null, null);
    }

    private static SettingsState as(UnitId unit, SettingsState other) {
        return new SettingsState(
                unit, other.daysOff(), other.daysLeft(), other.daysLate(), other.overdueEvery(), other.acceptAfter(), other.staleAfter(),
                other.explainWithin(), other.depth());
    }
}
