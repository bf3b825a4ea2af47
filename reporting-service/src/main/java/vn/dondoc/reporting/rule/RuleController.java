package vn.dondoc.reporting.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
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
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Programmes;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.platform.web.Window;
import vn.dondoc.reporting.obligation.Obligations;

/** The rules by which reports are owed, with the days that they make. */
@RestController
@RequestMapping("/api/reports/rules")
class RuleController {

    private static final int MOST_DAYS = Obligations.LONGEST_GRACE;
    private static final int LAST_DAY_OF_MONTH = 31;
    private static final int LINE = 500;
    private static final int PROGRAMME = 200;

    private final Rules rules;
    private final RuleViews views;
    private final Problems problems;

    RuleController(Rules rules, RuleViews views, Problems problems) {
        this.rules = rules;
        this.views = views;
        this.problems = problems;
    }

    @GetMapping
    @Allowed(on = Reach.SELF)
    Page<Reports.RuleSummary> list(
            Caller caller, Window window, @RequestParam(required = false) @Nullable String plan, @RequestParam(required = false) @Nullable String commune) {
        var parts = new ArrayList<Criteria>(List.of(RuleViews.branchOf(caller)));
        if (plan != null) {
            parts.add(Criteria.where("plan").is(plan));
        }
        if (commune != null) {
            parts.add(Criteria.where("commune").is(commune));
        }
        var all = new Criteria().andOperator(parts);
        var page = new Query(all).with(Sort.by("commune", "plan", "title", "_id")).skip(window.offset()).limit(window.limit() + 1);
        return window.page(rules.list(page).stream().map(Versioned::state).map(views::summary).toList(), rules.count(new Query(all)));
    }

    @GetMapping("/{id}")
    @Allowed(on = Reach.BRANCH)
    ResponseEntity<Reports.Rule> one(@PathVariable String id, Caller caller) {
        var found = reachable(id, caller);
        return Versions.ok(found.version(), views.whole(found, caller));
    }

    @PostMapping("/{id}/terms")
    @Allowed(on = Reach.RECKONING)
    ResponseEntity<Reports.Rule> decide(@PathVariable String id, @RequestBody Reports.RuleTerms sent, Call call, Locale locale) {
        var rule = decidable(id, call.caller());
        check(sent, rule, call.caller(), locale);
        return answer(act(rule, call, "terms", sent, now -> now.decide(Terms.of(sent, now.decided().known()))), call);
    }

    @PostMapping("/{id}/meeting")
    @Allowed(on = Reach.RECKONING)
    ResponseEntity<Reports.Rule> meets(@PathVariable String id, @RequestBody Reports.MeetingDay sent, Call call, Locale locale) {
        var rule = decidable(id, call.caller());
        if (sent.period() == null || sent.day() == null) {
            throw wrong(sent.period() == null ? "period" : "day", "FIELD_REQUIRED", locale);
        }
        return answer(act(rule, call, "meeting", sent, now -> now.meets(sent.period().strip(), sent.day())), call);
    }

    private Outcome<Rule> act(Rule rule, Call call, String what, Object body, java.util.function.Function<Rule, Decision<Rule>> decide) {
        var act = call.act(List.of(what, rule.id(), body), List.of(rule.owedTo()), rule.commune());
        return rules.decide(rule.id().value(), act, call.expected(), RuleViews.branchOf(call.caller()), decide);
    }

    private void check(Reports.RuleTerms sent, Rule rule, Caller caller, Locale locale) {
        var errors = new ArrayList<FieldError>();
        days("dataUntilDay", sent.dataUntilDay(), LAST_DAY_OF_MONTH, errors, locale);
        days("opensDaysBefore", sent.opensDaysBefore(), MOST_DAYS, errors, locale);
        days("graceDays", sent.graceDays(), MOST_DAYS, errors, locale);
        days("lockDays", sent.lockDays(), MOST_DAYS, errors, locale);
        days("daysBeforeMeeting", sent.daysBeforeMeeting(), MOST_DAYS, errors, locale);
        length("legalBasis", sent.legalBasis(), errors, locale);
        length("meeting", sent.meeting(), errors, locale);
        if (sent.programme() != null && !sent.programme().isBlank() && (sent.programme().length() > PROGRAMME || Programmes.key(sent.programme()) == null)) {
            errors.add(new FieldError("programme", "PROGRAMME_BROKEN", problems.text("PROGRAMME_BROKEN", locale, PROGRAMME)));
        }
        var longer = sent.replacedBy();
        if (longer != null && views.longer(rule, caller).stream().noneMatch(other -> other.id().equals(longer))) {
            errors.add(new FieldError("replacedBy", "RULE_NOT_LONGER", problems.text("RULE_NOT_LONGER", locale)));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.withErrors(400, "VALIDATION", errors);
        }
    }

    private void days(String field, @Nullable Integer days, int most, List<FieldError> errors, Locale locale) {
        if (days != null && (days < 0 || days > most)) {
            errors.add(new FieldError(field, "DAYS_IMPLAUSIBLE", problems.text("DAYS_IMPLAUSIBLE", locale, most)));
        }
    }

    private void length(String field, @Nullable String text, List<FieldError> errors, Locale locale) {
        if (text != null && text.length() > LINE) {
            errors.add(new FieldError(field, "TEXT_TOO_LONG", problems.text("TEXT_TOO_LONG", locale, LINE)));
        }
    }

    private ProblemException wrong(String field, String code, Locale locale) {
        return ProblemException.withErrors(400, "VALIDATION", List.of(new FieldError(field, code, problems.text(code, locale))));
    }

    private Rule decidable(String id, Caller caller) {
        var rule = reachable(id, caller).state();
        if (!RuleViews.mayDecide(caller, rule)) {
            throw ProblemException.forbidden();
        }
        return rule;
    }

    private Versioned<Rule> reachable(String id, Caller caller) {
        return rules.find(id, RuleViews.branchOf(caller)).orElseThrow(ProblemException::notFound);
    }

    private ResponseEntity<Reports.Rule> answer(Outcome<Rule> outcome, Call call) {
        var done = Objects.requireNonNull(outcome.orProblem());
        return Versions.ok(done.version(), views.whole(done, call.caller()));
    }
}
