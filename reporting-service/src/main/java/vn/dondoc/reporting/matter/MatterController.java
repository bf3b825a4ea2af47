package vn.dondoc.reporting.matter;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
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
import vn.dondoc.contracts.event.MatterStatus;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.platform.web.Window;

/** Matters beyond authority: what waits for an answer, and the answers. */
@RestController
@RequestMapping("/api/reports/matters")
class MatterController {

    private static final int MOST = 4_000;

    private final Matters matters;
    private final Problems problems;

    MatterController(Matters matters, Problems problems) {
        this.matters = matters;
        this.problems = problems;
    }

    @GetMapping
    @Allowed(on = Reach.SELF)
    Page<Reports.Matter> list(
            Caller caller, Window window, @RequestParam(required = false) @Nullable String commune, @RequestParam(defaultValue = "false") boolean open) {
        var within = new java.util.ArrayList<Criteria>(List.of(Matters.branchOf(caller)));
        if (commune != null) {
            within.add(Criteria.where("commune").is(commune));
        }
        if (open) {
            within.add(Criteria.where("status").in(MatterStatus.OPEN.name(), MatterStatus.OVERDUE.name()));
        }
        var all = new Criteria().andOperator(within);
        return window.page(matters.page(all, window.offset(), window.limit() + 1, caller), matters.count(all));
    }

    @PostMapping("/{id}/answer")
    @Allowed(on = Reach.ANSWERING)
    ResponseEntity<Reports.Matter> answer(@PathVariable String id, @RequestBody Reports.MatterAnswer sent, Call call, Locale locale) {
        var matter = reachable(id, call.caller());
        require(Matters.mayAnswer(call.caller(), matter));
        var text = written("text", sent.text(), true, locale);
        var act = call.act(List.of("answer", matter.id(), sent), List.of(matter.owedTo()), matter.commune());
        return told(matters.change(id, act, call.expected(), Matters.branchOf(call.caller()), now -> now.answer(text, Matters.today(act))), call);
    }

    @PostMapping("/{id}/escalation")
    @Allowed(on = Reach.ANSWERING)
    ResponseEntity<Reports.Matter> escalate(@PathVariable String id, @RequestBody Reports.MatterEscalation sent, Call call, Locale locale) {
        var matter = reachable(id, call.caller());
        require(Matters.mayEscalate(call.caller(), matter));
        if (sent.to() == null || sent.lastDay() == null) {
            throw wrong(sent.to() == null ? "to" : "lastDay", "FIELD_REQUIRED", locale);
        }
        var reason = written("reason", sent.reason(), false, locale);
        var act = call.act(List.of("escalation", matter.id(), sent), List.of(matter.owedTo()), matter.commune());
        return told(matters.change(id, act, call.expected(), Matters.branchOf(call.caller()), now -> now.escalate(
                sent.to(), matters.answering(now, sent.to()), sent.lastDay(), reason.isEmpty() ? null : reason, Matters.today(act))), call);
    }

    private Matter reachable(String id, Caller caller) {
        return matters.find(id, Matters.branchOf(caller)).orElseThrow(ProblemException::notFound).state();
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw ProblemException.forbidden();
        }
    }

    private String written(String field, @Nullable String text, boolean required, Locale locale) {
        var words = text == null ? "" : text.strip();
        if (required && words.isEmpty()) {
            throw wrong(field, "FIELD_REQUIRED", locale);
        } else if (words.length() > MOST) {
            throw wrong(field, "TEXT_TOO_LONG", locale, MOST);
        }
        return words;
    }

    private ProblemException wrong(String field, String code, Locale locale, Object... arguments) {
        return ProblemException.withErrors(400, "VALIDATION", List.of(new FieldError(field, code, problems.text(code, locale, arguments))));
    }

    private ResponseEntity<Reports.Matter> told(Outcome<Matter> outcome, Call call) {
        var done = outcome.orProblem();
        return Versions.ok(done.version(), matters.told(done, call.caller()));
    }
}
