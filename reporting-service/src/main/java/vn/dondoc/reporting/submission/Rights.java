package vn.dondoc.reporting.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.reporting.obligation.Obligation;

/** Who may do what with an expected report. */
final class Rights {

    private final Directory directory;

    Rights(Directory directory) {
        this.directory = directory;
    }

    /** Those who work in the unit that owes it, and the standing unit of the commune in its stead. */
    static boolean maySubmit(Caller caller, Obligation report) {
        return worksOn(caller, report) || acting(caller, report).isIn(report.commune(), Role.COMMUNE_STANDING);
    }

    /** With those positions that act on what it is about. */
    private static Caller acting(Caller caller, Obligation report) {
        return caller.actingOn(report.programme());
    }

    static boolean worksOn(Caller caller, Obligation report) {
        return acting(caller, report).worksIn(Set.of(report.unit()));
    }

    /**
     * Those who work in the unit it is owed to, the leaders of the commune and whom it named; nobody on the report of a unit that they work in, unless the commune
     * itself owes it: then a leader, but not the one who sent it. What the province asks for is decided on by the province alone.
     */
    static boolean mayDecide(Caller caller, Obligation report) {
        return mayDecideOnOthers(caller, report) && !sentItself(caller, report);
    }

    private static boolean mayDecideOnOthers(Caller caller, Obligation report) {
        var own = worksOn(caller, report);
        var acting = acting(caller, report);
        return (acting.worksIn(Set.of(report.owedTo())) || !report.isAsked() && acting.decidesIn(report.commune())) && !own
                || !report.isAsked() && acting.isIn(report.commune(), Role.COMMUNE_LEADER) && (!own || report.unit().equals(report.commune()));
    }

    /** @throws ProblemException 403 where the caller may not decide on it */
    static void requireDecider(Caller caller, Obligation report) {
        if (sentItself(caller, report)) {
            throw ProblemException.of(403, "SENT_BY_YOURSELF");
        } else if (!mayDecide(caller, report)) {
            throw ProblemException.forbidden();
        }
    }

    /** A leader who sent the report of the commune itself: another leader, whoever it is owed to or the named position decides. */
    private static boolean sentItself(Caller caller, Obligation report) {
        return report.unit().equals(report.commune()) && worksOn(caller, report) && caller.person().equals(report.sentBy()) && mayDecideOnOthers(caller, report);
    }

    /** An officer of an office whose head sends its reports: prepares it, and lays it before the head. */
    boolean preparesOnly(Caller caller, Obligation report) {
        if (!report.headSendsIt() || !hasHead(report) || acting(caller, report).isIn(report.commune(), Role.COMMUNE_STANDING)) {
            return false;
        }
        return caller.held().stream().filter(one -> one.unit().id().equals(report.unit())).allMatch(one -> one.position().role() == Role.OFFICER);
    }

    private boolean hasHead(Obligation report) {
        return directory.unit(report.unit()).filter(unit -> unit.kind() == UnitKind.OFFICE || unit.kind() == UnitKind.DEPARTMENT).isPresent()
                && directory.positionsIn(report.unit()).stream().anyMatch(position -> position.role() == Role.UNIT_HEAD && position.holder() != null);
    }

    /** What the caller may do now, as the names of the calls. */
    List<String> actions(Caller caller, Obligation report, LocalDate today) {
        var actions = new ArrayList<String>();
        var locked = report.isLocked(today);
        var works = worksOn(caller, report);
        if (report.isOpen() && maySubmit(caller, report) && (!locked || !works)) {
            actions.add("sections");
            actions.add("files");
            if (preparesOnly(caller, report)) {
                actions.add("readiness");
            } else {
                actions.add("submission");
                if (works && hasHead(report) && isOfficer(caller, report)) {
                    actions.add("readiness");
                }
            }
        }
        if (report.isDecidable() && works) {
            actions.add("withdrawal");
        }
        if (mayDecide(caller, report)) {
            if (report.isDecidable()) {
                actions.add("acceptance");
                actions.add("return");
            } else if (report.isOpen() && report.status() != ReportStatus.OVERDUE) {
                actions.add("extension");
                actions.add("exemption");
            }
        }
        if (report.owesExplanation()) {
            if (maySubmit(caller, report)) {
                actions.add("explanation");
            }
        } else if (mayDecide(caller, report) && report.isLate(today)) {
            actions.add("explanation-request");
        }
        return actions;
    }

    private static boolean isOfficer(Caller caller, Obligation report) {
        return caller.held().stream().filter(one -> one.unit().id().equals(report.unit())).allMatch(one -> one.position().role() == Role.OFFICER);
    }
}
