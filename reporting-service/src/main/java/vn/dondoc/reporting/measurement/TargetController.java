package vn.dondoc.reporting.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import vn.dondoc.contracts.api.Targets.BaseWanted;
import vn.dondoc.contracts.api.Targets.Definition;
import vn.dondoc.contracts.api.Targets.Reading;
import vn.dondoc.contracts.api.Targets.Rows;
import vn.dondoc.contracts.api.Targets.TargetSummary;
import vn.dondoc.contracts.event.BudgetShare;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.platform.web.Window;

@RestController
@RequestMapping("/api/targets")
class TargetController {

    private final Targets targets;
    private final TargetViews views;
    private final Problems problems;

    TargetController(Targets targets, TargetViews views, Problems problems) {
        this.targets = targets;
        this.views = views;
        this.problems = problems;
    }

    @GetMapping
    @Allowed(on = Reach.SELF)
    Page<TargetSummary> list(
            Caller caller,
            Window window,
            Locale locale,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String commune,
            @RequestParam(defaultValue = "") List<String> standing,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean due,
            @RequestParam(defaultValue = "false") boolean explanationOwed,
            @RequestParam(required = false) @Nullable String programme) {
        var filter = new Filter(unit, plan, commune, standing.stream().map(code -> standingOf(code, locale)).toList(), mine, due, explanationOwed,
                programme == null ? null : views.plansOf(programme));
        var computed = filter.standing().isEmpty()
                ? List.<String>of()
                : views.standing(targets.list(filter.computed(caller)), filter.standing());
        var all = filter.all(caller, computed);
        if (due) {
            var found = views.summaries(targets.list(all), caller).stream().filter(TargetSummary::dueNow).toList();
            return window.page(found.stream().skip(window.offset()).limit(window.limit() + 1L).toList(), (long) found.size());
        }
        var total = targets.count(all);
        return window.page(views.summaries(targets.list(all.skip(window.offset()).limit(window.limit() + 1)), caller), total);
    }

    @GetMapping("/{id}")
    @Allowed(on = Reach.BRANCH)
    ResponseEntity<vn.dondoc.contracts.api.Targets.Target> one(@PathVariable String id, Caller caller) {
        var found = reachable(id, caller);
        return Versions.ok(found.version(), views.whole(found, caller));
    }

    @GetMapping("/{id}/rows")
    @Allowed(on = Reach.BRANCH)
    Rows rows(@PathVariable String id, Caller caller) {
        return views.rows(reachable(id, caller).state(), caller).orElseThrow(() -> ProblemException.of(409, "TARGET_NOT_COMPUTED"));
    }

    @PostMapping("/{id}/measurement")
    @Allowed(on = Reach.DOING)
    ResponseEntity<vn.dondoc.contracts.api.Targets.Target> measure(@PathVariable String id, @RequestBody Reading sent, Call call, Locale locale) {
        var target = measurable(id, call.caller());
        var onBehalf = checked(sent, target, call, locale, false);
        return answer(targets.measure(command(target, call, "measurement", sent), reading(sent), onBehalf, words(sent).write()), call);
    }

    @PostMapping("/{id}/correction")
    @Allowed(on = Reach.DOING)
    ResponseEntity<vn.dondoc.contracts.api.Targets.Target> correct(@PathVariable String id, @RequestBody Reading sent, Call call, Locale locale) {
        var target = measurable(id, call.caller());
        var onBehalf = checked(sent, target, call, locale, true);
        return answer(targets.correct(command(target, call, "correction", sent), reading(sent), onBehalf, words(sent).write()), call);
    }

    @PostMapping("/{id}/definition")
    @Allowed(on = Reach.RECKONING)
    ResponseEntity<vn.dondoc.contracts.api.Targets.Target> define(@PathVariable String id, @RequestBody Definition sent, Call call, Locale locale) {
        var target = definable(id, call.caller());
        var share = sent.share();
        if ((share == null) == (sent.arithmetic() == null)) {
            throw ProblemException.of(422, "TARGET_ONE_WAY");
        }
        var command = command(target, call, "definition", sent);
        if (share == null) {
            return answer(targets.define(command, Objects.requireNonNull(sent.arithmetic())), call);
        }
        var checks = new Checks(problems, locale);
        if (share.money() == null) {
            checks.wrong("share.money", "FIELD_REQUIRED");
        }
        checks.length("share.programme", share.programme());
        checks.checkBase("share.", share.baseVnd(), share.baseYear(), share.source());
        var wanted = new BudgetShare(share.money(), orNull(share.programme()), share.baseVnd(), share.baseYear(), 1);
        return answer(targets.compute(command, wanted, new Words(share.source().strip(), null, null, null).write()), call);
    }

    @PostMapping("/{id}/base")
    @Allowed(on = Reach.RECKONING)
    ResponseEntity<vn.dondoc.contracts.api.Targets.Target> base(@PathVariable String id, @RequestBody BaseWanted sent, Call call, Locale locale) {
        var target = definable(id, call.caller());
        new Checks(problems, locale).checkBase("", sent.baseVnd(), sent.baseYear(), sent.source());
        return answer(targets.rebase(
                command(target, call, "base", sent), sent.baseVnd(), sent.baseYear(), new Words(sent.source().strip(), null, null, null).write()), call);
    }

    /** Whether it is told for another unit, which needs its source. */
    private boolean checked(Reading sent, Target target, Call call, Locale locale, boolean correction) {
        new Checks(problems, locale).check(sent, correction);
        var onBehalf = target.owner() != null && !Rights.answersFor(call.caller(), target);
        if (onBehalf && orNull(sent.source()) == null) {
            throw ProblemException.of(422, "TARGET_SOURCE_REQUIRED");
        }
        return onBehalf;
    }

    private Target measurable(String id, Caller caller) {
        var target = reachable(id, caller).state();
        if (!Rights.mayMeasure(caller, target)) {
            throw ProblemException.forbidden();
        }
        return target;
    }

    private Target definable(String id, Caller caller) {
        var target = reachable(id, caller).state();
        if (!Rights.mayDefine(caller, target)) {
            throw ProblemException.forbidden();
        }
        return target;
    }

    private Versioned<Target> reachable(String id, Caller caller) {
        return targets.find(id, Filter.branchOf(caller)).orElseThrow(ProblemException::notFound);
    }

    /** What is done belongs to the key as much as the body: one key cannot both tell and correct. */
    private static Targets.Command command(Target target, Call call, String what, Object body) {
        var nearest = new ArrayList<UnitId>();
        if (target.owner() != null) {
            nearest.add(target.owner());
        }
        var act = call.act(List.of(what, target.id(), body), nearest, target.commune());
        return new Targets.Command(target.id().value(), act, call.expected(), Filter.branchOf(call.caller()));
    }

    private ResponseEntity<vn.dondoc.contracts.api.Targets.Target> answer(Outcome<Target> outcome, Call call) {
        var done = outcome.orProblem();
        return Versions.ok(done.version(), views.whole(done, call.caller()));
    }

    private TargetStanding standingOf(String code, Locale locale) {
        return Coded.of(TargetStanding.class, code).orElseThrow(() -> ProblemException.withErrors(
                400, "VALIDATION",
                List.of(new FieldError("standing", "VALIDATION", problems.text("PARAMETER_UNREADABLE", locale, "standing")))));
    }

    private static Target.Reading reading(Reading sent) {
        var part = sent.part();
        var whole = sent.whole();
        var value = part != null && whole != null ? new Ratio(part, whole).percent() : Objects.requireNonNull(sent.value());
        return new Target.Reading(sent.period().strip(), value, sent.weight(), sent.lastYear(), sent.estimated(), part, whole);
    }

    private static Words words(Reading sent) {
        return new Words(orNull(sent.source()), orNull(sent.evidence()), orNull(sent.documentNumber()), orNull(sent.reason()));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
