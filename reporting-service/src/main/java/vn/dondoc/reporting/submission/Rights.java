package vn.dondoc.reporting.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.reporting.obligation.Obligation;

/** Who may do what with an expected report. */
final class Rights {

    private Rights() {}

    /** Those who work in the unit that owes it, and the standing unit of the commune in its stead. */
    static boolean maySubmit(Caller caller, Obligation report) {
        return caller.worksIn(Set.of(report.unit())) || caller.isIn(report.commune(), Role.COMMUNE_STANDING);
    }

    /**
     * Those who work in the unit it is owed to, the leaders of the commune and whom it named; nobody on the report of a unit that they work in, unless the commune
     * itself owes it.
     */
    static boolean mayDecide(Caller caller, Obligation report) {
        var own = caller.worksIn(Set.of(report.unit()));
        return (caller.worksIn(Set.of(report.owedTo())) || caller.decidesIn(report.commune())) && !own
                || caller.isIn(report.commune(), Role.COMMUNE_LEADER) && (!own || report.unit().equals(report.commune()));
    }

    /** What the caller may do now, as the names of the calls. */
    static List<String> actions(Caller caller, Obligation report) {
        var actions = new ArrayList<String>();
        if (report.isOpen() && maySubmit(caller, report)) {
            actions.add("submission");
        }
        if (report.isDecidable() && mayDecide(caller, report)) {
            actions.add("acceptance");
            actions.add("return");
        }
        return actions;
    }
}
