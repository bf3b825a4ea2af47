package vn.dondoc.plan.draft;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.DraftAct;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.naming.UnitNames;
import vn.dondoc.plan.organisation.Registration;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.plan.vocabulary.RememberedNames;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.problem.ProblemException;

/** Registers the unit that a name turned out to be, and remembers names for the commune. */
@Component
class NewUnits {

    private static final Set<UnitKind> NOT_BELOW_A_COMMUNE =
            Set.of(UnitKind.PROVINCE, UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE, UnitKind.DEPARTMENT);
    private static final int LONGEST_NAME = 300;

    private final Registration registration;
    private final RememberedNames remembered;
    private final Directory directory;

    NewUnits(Registration registration, RememberedNames remembered, Directory directory) {
        this.registration = registration;
        this.remembered = remembered;
        this.directory = directory;
    }

    void check(DraftAct.NewUnit wanted, List<UnitState> known, BrokenRules broken) {
        var name = wanted.name();
        broken.require(name != null && !name.isBlank() && name.length() <= LONGEST_NAME, "create.name", "NAME_MISSING");
        broken.require(wanted.kind() != null && !NOT_BELOW_A_COMMUNE.contains(wanted.kind()), "create.kind", "KIND_NOT_HERE");
        var parent = wanted.parent();
        broken.require(
                parent == null || known.stream().anyMatch(unit -> unit.id().equals(parent)), "create.parent", "PARENT_UNKNOWN", String.valueOf(parent));
    }

    /** The unit of that very name where the commune has one, else a new one; its id derives from the name, so that twice is once. */
    UnitState made(DraftAct.NewUnit wanted, UnitState commune, List<UnitState> known, Act act) {
        var key = UnitNames.keyOf(wanted.name());
        return known.stream().filter(unit -> UnitNames.keyOf(unit.name()).equals(key)).findFirst().orElseGet(() -> {
            var parent = wanted.parent() == null ? commune.id() : wanted.parent();
            var unit = new UnitState(
                    new UnitId(Ids.derived("unit", commune.id().value(), key, Integer.toString(closed(commune, key)))), wanted.name().strip(), List.of(),
                    wanted.kind(), parent, commune.id(), commune.province(), false, true);
            return registration.register(unit, act);
        });
    }

    /** How many of that name were merged or closed before: a new one is another. */
    private int closed(UnitState commune, String key) {
        int number = 0;
        while (directory.unit(new UnitId(Ids.derived("unit", commune.id().value(), key, Integer.toString(number)))).filter(unit -> !unit.active()).isPresent()) {
            number++;
        }
        return number;
    }

    void remember(UnitId commune, String name, List<UnitId> units, Act act) {
        remembered.remember(directory.unit(commune).orElseThrow(ProblemException::notFound), name, units, act);
    }
}
