package vn.dondoc.reporting.submission;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Problem.FieldError;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.platform.web.Window;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;

@RestController
@RequestMapping("/api/reports")
class ReportController {

    private final Obligations obligations;
    private final Views views;
    private final Problems problems;

    ReportController(Obligations obligations, Views views, Problems problems) {
        this.obligations = obligations;
        this.views = views;
        this.problems = problems;
    }

    @GetMapping("/obligations")
    @Allowed(on = Reach.SELF)
    Page<Reports.ObligationSummary> list(
            Caller caller,
            Window window,
            Locale locale,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String commune,
            @RequestParam(defaultValue = "") List<String> status,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String period) {
        var filter = new Filter(unit, plan, commune, status.stream().map(code -> statusOf(code, locale)).toList(), mine, period);
        var found = views.summaries(obligations.list(filter.page(caller, window)), caller);
        return window.page(found, obligations.count(filter.all(caller)));
    }

    @GetMapping("/{id}")
    @Allowed(on = Reach.BRANCH)
    ResponseEntity<Reports.Obligation> one(@PathVariable String id, Caller caller) {
        var found = obligations.find(id, Filter.branchOf(caller)).orElseThrow(ProblemException::notFound);
        return Versions.ok(found.version(), views.whole(found, caller));
    }

    @PostMapping("/{id}/submission")
    @Allowed(on = Reach.DOING)
    ResponseEntity<Reports.Obligation> submit(@PathVariable String id, @RequestBody Reports.Submission sent, Call call, Locale locale) {
        var report = reachable(id, call.caller());
        require(Rights.maySubmit(call.caller(), report));
        var form = views.form(report);
        new Checks(problems, locale).check(sent, form);
        var answer = new Reports.Submission(
                sent.nothingToReport(), Texts.orNull(sent.results()), Texts.orNull(sent.difficulties()), Texts.orNull(sent.proposals()),
                form.answered(sent.lines()));
        return answer(obligations.submit(command(report, call, "submission", sent), sent.nothingToReport(), AnswerText.write(answer)), call);
    }

    @PostMapping("/{id}/acceptance")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<Reports.Obligation> accept(
            @PathVariable String id, @RequestBody(required = false) Reports.@Nullable Decision decision, Call call, Locale locale) {
        var report = decidable(id, decision, call, locale);
        return answer(obligations.accept(command(report, call, "acceptance", decision), reasonOf(decision)), call);
    }

    @PostMapping("/{id}/return")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<Reports.Obligation> giveBack(
            @PathVariable String id, @RequestBody(required = false) Reports.@Nullable Decision decision, Call call, Locale locale) {
        var report = decidable(id, decision, call, locale);
        return answer(obligations.giveBack(command(report, call, "return", decision), reasonOf(decision)), call);
    }

    private Obligation decidable(String id, Reports.@Nullable Decision decision, Call call, Locale locale) {
        var report = reachable(id, call.caller());
        require(Rights.mayDecide(call.caller(), report));
        new Checks(problems, locale).check(reasonOf(decision));
        return report;
    }

    private Obligation reachable(String id, Caller caller) {
        return obligations.find(id, Filter.branchOf(caller)).orElseThrow(ProblemException::notFound).state();
    }

    /** What is done belongs to the key as much as the body: one key cannot both accept and return. */
    private static Obligations.Command command(Obligation report, Call call, String what, @Nullable Object body) {
        var nearest = "submission".equals(what) ? report.unit() : report.owedTo();
        var act = call.act(List.of(what, report.id(), body == null ? "" : body), List.of(nearest), report.commune());
        return new Obligations.Command(report.id().value(), act, call.expected(), Filter.branchOf(call.caller()));
    }

    private ResponseEntity<Reports.Obligation> answer(Outcome<Obligation> outcome, Call call) {
        var done = outcome.orProblem();
        return Versions.ok(done.version(), views.whole(done, call.caller()));
    }

    private ReportStatus statusOf(String code, Locale locale) {
        return Coded.of(ReportStatus.class, code).orElseThrow(() -> ProblemException.withErrors(
                400, "VALIDATION",
                List.of(new FieldError("status", "VALIDATION", problems.text("PARAMETER_UNREADABLE", locale, "status")))));
    }

    private static @Nullable String reasonOf(Reports.@Nullable Decision decision) {
        return decision == null ? null : Texts.orNull(decision.reason());
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw ProblemException.forbidden();
        }
    }
}
