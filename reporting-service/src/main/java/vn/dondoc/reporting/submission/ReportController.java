package vn.dondoc.reporting.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
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
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.platform.web.Window;
import vn.dondoc.reporting.draft.Drafts;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;
import vn.dondoc.reporting.obligation.ReturnText;

@RestController
@RequestMapping("/api/reports")
class ReportController {

    private static final Set<String> UNITS_OWN = Set.of("submission", "readiness", "withdrawal");

    private final Obligations obligations;
    private final Submitting submitting;
    private final Drafts drafts;
    private final Views views;
    private final Problems problems;

    ReportController(Obligations obligations, Submitting submitting, Drafts drafts, Views views, Problems problems) {
        this.obligations = obligations;
        this.submitting = submitting;
        this.drafts = drafts;
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
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(defaultValue = "false") boolean explanationOwed,
            @RequestParam(required = false) @Nullable String programme) {
        var filter = new Filter(unit, plan, commune, status.stream().map(code -> statusOf(code, locale)).toList(), mine, period, rule, explanationOwed,
                programme);
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
        var checks = new Checks(problems, locale);
        checks.check(sent, form);
        checks.receipt(sent, report, LocalDate.ofInstant(call.at(), DomainClock.ZONE));
        return answer(submitting.submit(report, answerOf(sent, form), command(report, call, "submission", sent), call), call);
    }

    @PostMapping("/{id}/sections/{section}")
    @Allowed(on = Reach.DOING)
    ResponseEntity<Reports.Section> write(
            @PathVariable String id, @PathVariable String section, @RequestBody Reports.SectionText sent, Call call, Locale locale) {
        var report = reachable(id, call.caller());
        require(Rights.maySubmit(call.caller(), report));
        var expected = call.expectedVersion();
        new Checks(problems, locale).length("text", sent.text());
        if (!views.form(report).hasSection(section)) {
            throw ProblemException.notFound();
        } else if (!report.isOpen()) {
            throw ProblemException.of(409, "REPORT_NOT_OPEN");
        }
        var act = call.act(List.of("section", report.id(), section, sent), List.of(report.unit()), report.commune());
        var written = drafts.write(report.id(), report.commune(), section, sent.text() == null ? "" : sent.text(), expected, act).orProblem();
        return Versions.ok(written.version(), written.state());
    }

    @PostMapping("/{id}/readiness")
    @Allowed(on = Reach.WORKING)
    ResponseEntity<Reports.Obligation> prepare(@PathVariable String id, Call call) {
        var report = reachable(id, call.caller());
        require(Rights.worksOn(call.caller(), report));
        return answer(obligations.prepare(command(report, call, "readiness", null)), call);
    }

    @PostMapping("/{id}/withdrawal")
    @Allowed(on = Reach.WORKING)
    ResponseEntity<Reports.Obligation> withdraw(
            @PathVariable String id, @RequestBody(required = false) Reports.@Nullable Decision decision, Call call, Locale locale) {
        var report = reachable(id, call.caller());
        require(Rights.worksOn(call.caller(), report));
        new Checks(problems, locale).check(reasonOf(decision));
        return answer(obligations.withdraw(command(report, call, "withdrawal", decision), reasonOf(decision)), call);
    }

    @PostMapping("/{id}/acceptance")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<Reports.Obligation> accept(
            @PathVariable String id, @RequestBody(required = false) Reports.@Nullable Decision decision, Call call, Locale locale) {
        var report = decidable(id, reasonOf(decision), call, locale);
        return answer(obligations.accept(command(report, call, "acceptance", decision), reasonOf(decision)), call);
    }

    @PostMapping("/{id}/return")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<Reports.Obligation> giveBack(
            @PathVariable String id, @RequestBody(required = false) Reports.@Nullable Decision decision, Call call, Locale locale) {
        var reason = reasonOf(decision);
        var report = decidable(id, reason, call, locale);
        var comments = decision == null || decision.comments() == null ? List.<Reports.Comment>of() : decision.comments();
        new Checks(problems, locale).check(comments, views.form(report));
        var said = comments.stream().filter(comment -> Texts.orNull(comment.text()) != null).toList();
        return answer(obligations.giveBack(command(report, call, "return", decision), reason, ReturnText.write(reason, said)), call);
    }

    @PostMapping("/{id}/extension")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<Reports.Obligation> extend(@PathVariable String id, @RequestBody Reports.Extension sent, Call call, Locale locale) {
        var reason = Texts.orNull(sent.reason());
        var report = decidable(id, reason, call, locale);
        if (sent.lastDay() == null) {
            var checks = new Checks(problems, locale);
            checks.wrong("lastDay", "FIELD_REQUIRED");
            checks.throwErrors();
        }
        return answer(obligations.extend(command(report, call, "extension", sent), sent.lastDay(), reason), call);
    }

    @PostMapping("/{id}/exemption")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<Reports.Obligation> exempt(@PathVariable String id, @RequestBody Reports.Decision sent, Call call, Locale locale) {
        var reason = reasonOf(sent);
        var report = decidable(id, reason, call, locale);
        return answer(obligations.exempt(command(report, call, "exemption", sent), reason), call);
    }

    private static Reports.Submission answerOf(Reports.Submission sent, Form form) {
        var matters = sent.matters() == null ? List.<String>of()
                : sent.matters().stream().map(Texts::orNull).filter(Objects::nonNull).distinct().toList();
        return new Reports.Submission(
                sent.nothingToReport(), Texts.orNull(sent.results()), Texts.orNull(sent.difficulties()), Texts.orNull(sent.proposals()),
                form.answered(sent.lines()), matters, Texts.orNull(sent.nextSteps()), sent.nothingToReport() ? List.of() : form.told(sent.figures()),
                form.answers(sent.answers()), Texts.orNull(sent.source()), form.isOfSystem() && !sent.nothingToReport() ? receiptOf(sent.receipt()) : null);
    }

    private static Reports.@Nullable Receipt receiptOf(Reports.@Nullable Receipt sent) {
        return sent == null ? null : new Reports.Receipt(
                sent.updatedOn(), Texts.orNull(sent.number()), sent.leftOut() == null ? List.of() : sent.leftOut().stream().filter(Objects::nonNull).distinct().toList());
    }

    private Obligation decidable(String id, @Nullable String reason, Call call, Locale locale) {
        var report = reachable(id, call.caller());
        Rights.requireDecider(call.caller(), report);
        new Checks(problems, locale).check(reason);
        return report;
    }

    private Obligation reachable(String id, Caller caller) {
        return obligations.find(id, Filter.branchOf(caller)).orElseThrow(ProblemException::notFound).state();
    }

    /** What is done belongs to the key as much as the body: one key cannot both accept and return. */
    private static Obligations.Command command(Obligation report, Call call, String what, @Nullable Object body) {
        var nearest = UNITS_OWN.contains(what) ? report.unit() : report.owedTo();
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
