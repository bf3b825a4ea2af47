package vn.dondoc.reporting.submission;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;

/** Takes what those above ask of late reports, and the answers. How long there is to answer is a setting of the commune. */
@RestController
@RequestMapping("/api/reports/{id}")
final class ExplanationController {

    private final Obligations obligations;
    private final Directory directory;
    private final Views views;
    private final Problems problems;

    ExplanationController(Obligations obligations, Directory directory, Views views, Problems problems) {
        this.obligations = obligations;
        this.directory = directory;
        this.views = views;
        this.problems = problems;
    }

    @PostMapping("/explanation-request")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<Reports.Obligation> ask(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.ExplanationWanted sent) {
        var report = reachable(id, call.caller());
        Rights.requireDecider(call.caller(), report);
        var question = new Checks(problems, locale).words("question", sent.question());
        var act = call.act(List.of("explanation-request", report.id(), sent), List.of(report.owedTo()), report.commune());
        return answer(obligations.ask(command(id, act, call), question, sent.lastDay(), daysFor(report)), call);
    }

    @PostMapping("/explanation")
    @Allowed(on = Reach.DOING)
    ResponseEntity<Reports.Obligation> give(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.ExplanationAnswer sent) {
        var report = reachable(id, call.caller());
        require(Rights.maySubmit(call.caller(), report));
        var words = new Checks(problems, locale).words("text", sent.text());
        var act = call.act(List.of("explanation", report.id(), sent), List.of(report.unit()), report.commune());
        return answer(obligations.explain(command(id, act, call), words), call);
    }

    private int daysFor(Obligation report) {
        return Objects.requireNonNull(directory.settings(report.commune(), report.province()).explainWithin());
    }

    private Obligation reachable(String id, Caller caller) {
        return obligations.find(id, Filter.branchOf(caller)).orElseThrow(ProblemException::notFound).state();
    }

    private static Obligations.Command command(String id, Act act, Call call) {
        return new Obligations.Command(id, act, call.expected(), Filter.branchOf(call.caller()));
    }

    private ResponseEntity<Reports.Obligation> answer(Outcome<Obligation> outcome, Call call) {
        var done = outcome.orProblem();
        return Versions.ok(done.version(), views.whole(done, call.caller()));
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw ProblemException.forbidden();
        }
    }
}
