package vn.dondoc.reporting.consolidation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.dondoc.contracts.api.Consolidations.Stage;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;

/** Who may do what with a consolidation: it is written by the standing unit and the leaders of its place, and signed by position. */
final class Rights {

    private Rights() {}

    static boolean mayWrite(Caller caller, Place place) {
        return place.isProvince() ? caller.isOf(place.province(), Role.PROVINCE_STANDING)
                : caller.isIn(place.commune(), Role.COMMUNE_STANDING, Role.COMMUNE_LEADER);
    }

    /** The leaders and the position that the commune named; in a province, whose leaders are not in the directory, its standing unit. */
    static boolean maySign(Caller caller, Place place) {
        return place.isProvince() ? caller.isOf(place.province(), Role.PROVINCE_STANDING)
                : caller.isIn(place.commune(), Role.COMMUNE_LEADER) || caller.decidesIn(place.commune());
    }

    /** The communes and provinces whose consolidations the caller may sign. */
    static Set<UnitId> signedIn(Caller caller) {
        var places = new HashSet<UnitId>();
        caller.ownCommunes().stream().filter(commune -> caller.isIn(commune, Role.COMMUNE_LEADER) || caller.decidesIn(commune)).forEach(places::add);
        caller.held().stream().map(one -> one.unit().province()).filter(province -> caller.isOf(province, Role.PROVINCE_STANDING)).forEach(places::add);
        return places;
    }

    static List<String> actions(Caller caller, Consolidation state) {
        var actions = new ArrayList<String>();
        if (mayWrite(caller, state.place())) {
            actions.add("intake");
            if (state.stage() == Stage.OPEN) {
                actions.add("sections");
                if (state.presentedOn() == null) {
                    actions.add("presentation");
                }
            } else if (state.stage() == Stage.SIGNED) {
                actions.add("issue");
            }
        }
        if (maySign(caller, state.place())) {
            if (state.stage() == Stage.OPEN || state.waiting() != null) {
                actions.add("signing");
            }
            if (state.stage() == Stage.SIGNED && state.corrections().isEmpty()) {
                actions.add("reopening");
            }
        }
        return actions;
    }
}
