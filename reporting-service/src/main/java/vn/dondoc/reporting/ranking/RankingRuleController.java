package vn.dondoc.reporting.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Problem.FieldError;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.FirstOrNext;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;

/** The rule by which a province ranks; whoever sets it is never ranked by it. */
@RestController
@RequestMapping("/api/rankings/rules/{unit}")
class RankingRuleController {

    private static final int MOST_WEIGHT = 100;
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_PROPOSED = 100;
    private static final int MOST_POINTS = 100;

    private final Aggregates<RankingRule> rules;
    private final RankingViews views;
    private final Directory directory;
    private final Problems problems;

    RankingRuleController(Aggregates<RankingRule> rules, RankingViews views, Directory directory, Problems problems) {
        this.rules = rules;
        this.views = views;
        this.directory = directory;
        this.problems = problems;
    }

    @Allowed(on = Reach.OWN_PROVINCE)
    @GetMapping
    ResponseEntity<Rankings.Rule> read(@PathVariable String unit, Caller caller) {
        return shown(seen(unit, caller), rules.find(unit), caller);
    }

    @Allowed(value = {Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING}, on = Reach.OWN_PROVINCE)
    @PutMapping
    ResponseEntity<Rankings.Rule> set(@PathVariable String unit, @RequestBody Rankings.Wanted sent, Call call, Locale locale) {
        var province = seen(unit, call.caller());
        if (!mayChange(province, call.caller())) {
            throw ProblemException.forbidden();
        }
        check(sent, locale);
        var act = call.act(List.of("ranking-rule", unit, sent), Set.of(), province.id());
        var today = LocalDate.ofInstant(act.at(), DomainClock.ZONE);
        var by = act.actor().position();
        var done = new FirstOrNext<>(rules).put(
                unit, act, call.expectedVersion(), () -> RankingRule.first(province.id(), sent, today, by), before -> before.become(sent, today, by)).orProblem();
        return shown(province, Optional.of(done), call.caller());
    }

    private UnitState seen(String id, Caller caller) {
        if (!Ids.plausible(id)) {
            throw ProblemException.notFound();
        }
        return directory.unit(new UnitId(id)).filter(unit -> unit.kind() == UnitKind.PROVINCE)
                .filter(unit -> caller.held().stream().anyMatch(one -> unit.id().equals(one.unit().province()))).orElseThrow(ProblemException::notFound);
    }

    private static boolean mayChange(UnitState province, Caller caller) {
        return caller.isOf(province.id(), Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING);
    }

    private void check(Rankings.Wanted sent, Locale locale) {
        var errors = new ArrayList<FieldError>();
        if (sent.period() == null) {
            errors.add(wrong("period", "FIELD_REQUIRED", locale));
        }
        var figures = new HashSet<Rankings.Figure>();
        for (var weight : sent.weights()) {
            if (weight.figure() == null || !figures.add(weight.figure())) {
                errors.add(wrong("weights", "RANKING_FIGURE_TWICE", locale));
            }
            between("weights", weight.weight(), 1, MOST_WEIGHT, errors, locale);
        }
        between("leastRows", sent.leastRows(), 1, MOST_ROWS, errors, locale);
        between("proposed", sent.proposed(), 0, MOST_PROPOSED, errors, locale);
        between("leastPoints", sent.leastPoints(), 0, MOST_POINTS, errors, locale);
        between("mostOverdue", sent.mostOverdue(), 0, MOST_ROWS, errors, locale);
        if (!errors.isEmpty()) {
            throw ProblemException.withErrors(400, "VALIDATION", errors);
        }
    }

    private void between(String field, @Nullable Integer value, int least, int most, List<FieldError> errors, Locale locale) {
        if (value != null && (value < least || value > most)) {
            errors.add(wrong(field, "RANKING_NUMBER", locale, least, most));
        }
    }

    private FieldError wrong(String field, String code, Locale locale, Object... arguments) {
        return new FieldError(field, code, problems.text(code, locale, arguments));
    }

    private ResponseEntity<Rankings.Rule> shown(UnitState province, Optional<Versioned<RankingRule>> stored, Caller caller) {
        var version = stored.map(Versioned::version).orElse(0L);
        var versions = stored.map(found -> found.state().versions().reversed().stream().map(views::told).toList()).orElse(List.of());
        return Versions.ok(version, new Rankings.Rule(province.id(), province.name(), version, mayChange(province, caller), versions));
    }
}
