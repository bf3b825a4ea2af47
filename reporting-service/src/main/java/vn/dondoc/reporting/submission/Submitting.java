package vn.dondoc.reporting.submission;

import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.reporting.measurement.Targets;
import vn.dondoc.reporting.obligation.AnswerText;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;

/**
 * Sends an answer. Its figures are told to the targets first, each a command of its own that changes nothing the second time, so that one
 * that is refused stops the answer, and an answer that is sent again after an interruption tells nothing twice.
 */
@Component
final class Submitting {

    private final Obligations obligations;
    private final Targets targets;
    private final Rights rights;

    Submitting(Obligations obligations, Targets targets, Rights rights) {
        this.obligations = obligations;
        this.targets = targets;
        this.rights = rights;
    }

    /** @throws ProblemException 409 where only the head may send it; 422 without the source of what is entered for another unit */
    Outcome<Obligation> submit(Obligation report, Reports.Submission answer, Obligations.Command command, Call call) {
        var byOthers = !Rights.worksOn(call.caller(), report);
        if (byOthers && answer.source() == null) {
            throw ProblemException.of(422, "REPORT_SOURCE_REQUIRED");
        }
        if (report.isOpen() && rights.preparesOnly(call.caller(), report)) {
            throw ProblemException.of(409, "REPORT_FOR_HEAD");
        }
        if (report.isOpen() && answer.figures() != null) {
            var source = byOthers ? answer.source() : null;
            var within = call.caller().branch().partsOf(report.marks()).within("owner");
            answer.figures().forEach(figure -> targets.report(
                    figure, report.period(), keyed(command.act(), figure), within, source,
                    report.title() + ", " + report.period()).orProblem());
        }
        return obligations.submit(command, answer.nothingToReport(), AnswerText.write(answer), byOthers);
    }

    private static Act keyed(Act act, Reports.FigureLine figure) {
        var key = act.key();
        return key == null ? act : new Act(act.actor(), act.at(), act.correlation(), Ids.derived("figure", key, figure.target().value()), act.bodyHash());
    }
}
