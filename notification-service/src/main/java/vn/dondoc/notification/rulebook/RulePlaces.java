package vn.dondoc.notification.rulebook;

import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.problem.ProblemException;

/** The provinces and communes that have rules, and who may see and change them. */
@Component
class RulePlaces {

    private final Directory directory;

    RulePlaces(Directory directory) {
        this.directory = directory;
    }

    /** @throws ProblemException 404 for any other than a province or commune that the caller belongs to or oversees */
    UnitState seen(String id, Caller caller) {
        if (!Ids.plausible(id)) {
            throw ProblemException.notFound();
        }
        return directory.unit(new UnitId(id)).filter(UnitState::active).filter(unit -> isSeen(unit, caller)).orElseThrow(ProblemException::notFound);
    }

    private static boolean isSeen(UnitState unit, Caller caller) {
        var branch = caller.branch().figures();
        return unit.kind() == UnitKind.PROVINCE
                ? branch.provinces().contains(unit.id())
                : unit.id().equals(unit.commune())
                        && (branch.provinces().contains(unit.province()) || branch.communes().contains(unit.id()) || caller.ownCommunes().contains(unit.id()));
    }

    boolean mayChange(UnitState place, Caller caller) {
        return place.kind() == UnitKind.PROVINCE
                ? caller.isOf(place.id(), Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING)
                : caller.isIn(place.id(), Role.COMMUNE_ADMINISTRATOR, Role.COMMUNE_STANDING, Role.COMMUNE_LEADER);
    }
}
