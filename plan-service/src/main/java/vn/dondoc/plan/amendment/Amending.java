package vn.dondoc.plan.amendment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.plan.draft.DraftStatus;
import vn.dondoc.plan.draft.Publication;
import vn.dondoc.plan.publication.PlanMapping;
import vn.dondoc.plan.publication.Readiness;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;

/** Takes what somebody accepted, prepares the amendment, begins it with the plan and carries it out. */
@Component
class Amending {

    private final Aggregates<Plan> plans;
    private final Aggregates<Amendment> amendments;
    private final Comparisons comparisons;
    private final AmendmentProcess process;
    private final PlanMapping mapping;
    private final Directory directory;
    private final Problems problems;

    Amending(
            Aggregates<Plan> plans, Aggregates<Amendment> amendments, Comparisons comparisons, AmendmentProcess process, PlanMapping mapping,
            Directory directory, Problems problems) {
        this.plans = plans;
        this.amendments = amendments;
        this.comparisons = comparisons;
        this.process = process;
        this.mapping = mapping;
        this.directory = directory;
        this.problems = problems;
    }

    /** Amends the version of the plan that the caller compared. */
    void amend(String id, Amendments.Choice choice, Call call, Criteria within, Locale locale) {
        var expected = call.expectedVersion();
        var bounds = new Criteria[] {within};
        var plan = comparisons.plan(id, within);
        var act = call.act(choice, Set.of(), plan.state().commune());
        if (plan.version() != expected) {
            plans.change(id, act, expected, bounds, before -> Decision.unchanged()).orProblem();
        } else {
            var amendment = prepared(plan, choice, act, call, within, locale);
            plans.change(id, act, expected, bounds, before -> before.begin(amendment.id(), act.at())).orProblem();
        }
        plans.change(id, new Act(act.actor(), act.at(), act.correlation(), null, null), process::carriedOut).orProblem();
    }

    private Amendment prepared(
            Versioned<Plan> plan, Amendments.Choice choice, Act act, Call call, Criteria within, Locale locale) {
        var beside = comparisons.beside(plan, choice.draft().value(), choice.scope(), within);
        var draft = beside.draft();
        if (draft.state().status() != DraftStatus.OPEN) {
            throw ProblemException.of(409, "DRAFT_PUBLISHED");
        }
        if (draft.version() != choice.draftVersion()) {
            throw ProblemException.of(412, "VERSION_CHANGED");
        }
        var accepted = new TreeSet<>(choice.accepted());
        decided(beside.compared(), accepted, choice.refused()).orProblem(422, "AMENDMENT_UNDECIDED", problems, locale);
        if (accepted.isEmpty()) {
            throw ProblemException.of(422, "NOTHING_ACCEPTED");
        }
        var day = LocalDate.ofInstant(call.at(), DomainClock.ZONE);
        var accepting = new Accepting(draft.state(), beside.compared(), accepted, plan.state(), day);
        ready(accepting, beside.compared(), plan.state()).orProblem(422, "DRAFT_NOT_READY", problems, locale);
        var id = Ids.derived(
                "amendment", plan.id(), Long.toString(plan.version()), draft.id(), Long.toString(draft.version()), choice.scope(),
                String.join(",", accepted));
        var read = mapping.parts(draft.state(), accepting.content(), plan.state().id(), day);
        var amendment = accepting.amendment(id, read, Publication.begun(plan.state().id(), act, day));
        var made = amendments.create(id, new Act(act.actor(), act.at(), act.correlation(), null, null), amendment::prepared);
        // The same was prepared before and not begun
        return made instanceof Outcome.Refused<Amendment> ? amendment : made.orProblem().state();
    }

    /** Each change is accepted or refused, and nothing else. */
    private static BrokenRules decided(Compared compared, Set<String> accepted, List<String> refused) {
        var broken = new BrokenRules();
        var open = new HashSet<>(compared.toBeDecided());
        open.removeAll(accepted);
        open.removeAll(Set.copyOf(refused));
        open.stream().sorted().forEach(key -> broken.add(key, "CHANGE_UNDECIDED"));
        accepted.stream().filter(key -> !compared.knows(key) || refused.contains(key))
                .forEach(key -> broken.add(key, "CHANGE_UNKNOWN"));
        return broken;
    }

    /** What a document about single rows leaves open in a row, the plan says already. */
    private BrokenRules ready(Accepting accepting, Compared compared, Plan plan) {
        var known = directory.unitsOf(plan.commune()).stream().map(UnitState::id).collect(Collectors.toSet());
        var found = new Readiness(known::contains).check(accepting.content());
        var left = new BrokenRules();
        found.all().stream().filter(rule -> !(rule.code().equals("LEAD_UNRESOLVED") && compared.leavesLead(rule.field())))
                .forEach(rule -> left.add(rule.field(), rule.code(), rule.arguments().toArray()));
        return left;
    }
}
