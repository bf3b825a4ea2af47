package vn.dondoc.plan.closing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Closings;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.plan.draft.Publication;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.plan.published.PublishedPlans;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;

/** Takes what somebody decided about the rows of a plan, prepares the closing, begins it with the plan and carries it out. */
@Component
class ClosingPlans {

    private final Aggregates<Plan> plans;
    private final Aggregates<Closing> closings;
    private final PublishedPlans published;
    private final ClosingProcess process;
    private final Problems problems;

    ClosingPlans(
            Aggregates<Plan> plans, Aggregates<Closing> closings, PublishedPlans published, ClosingProcess process, Problems problems) {
        this.plans = plans;
        this.closings = closings;
        this.published = published;
        this.process = process;
        this.problems = problems;
    }

    /** Closes the version of the plan that the caller looked at. */
    void close(String id, Closings.Wanted wanted, Call call, Criteria within, Locale locale) {
        var expected = call.expectedVersion();
        var bounds = new Criteria[] {within};
        var plan = plans.find(id, within).orElseThrow(ProblemException::notFound);
        var act = call.act(wanted, Set.of(), plan.state().commune());
        var closed = plan.state().closed();
        if (closed != null) {
            // Refused, unless this very call has closed it
            plans.change(id, act, null, bounds, before -> before.beginClosing(closed.closing(), closed.on(), act.at())).orProblem();
        } else if (plan.version() != expected) {
            plans.change(id, act, expected, bounds, before -> Decision.unchanged()).orProblem();
        } else {
            var closing = prepared(plan, wanted, act, call, within, locale);
            plans.change(id, act, expected, bounds, before -> before.beginClosing(closing.id(), closing.begun().day(), act.at())).orProblem();
        }
        plans.change(id, new Act(act.actor(), act.at(), act.correlation(), null, null), process::carriedOut).orProblem();
    }

    private Closing prepared(Versioned<Plan> plan, Closings.Wanted wanted, Act act, Call call, Criteria within, Locale locale) {
        var day = LocalDate.ofInstant(call.at(), DomainClock.ZONE);
        var targets = targets(wanted, plan.state(), within);
        var deciding = new Deciding(wanted, published.rows(plan.state().id()).tasks(), targets);
        deciding.impossible(day).orProblem(422, "CLOSING_INVALID", problems, locale);
        deciding.undecided().orProblem(422, "CLOSING_UNDECIDED", problems, locale);
        var id = Ids.derived("closing", plan.id(), Long.toString(plan.version()), EventJson.mapper().writeValueAsString(wanted));
        var closing = deciding.closing(id, plan.state(), lastOrders(targets), Publication.begun(plan.state().id(), act, day));
        var made = closings.create(id, new Act(act.actor(), act.at(), act.correlation(), null, null), () -> closing.prepared(wanted.reason()));
        // The same was prepared before and not begun
        return made instanceof Outcome.Refused<Closing> ? closings.find(id).orElseThrow().state() : made.orProblem().state();
    }

    /** Those of the plans that rows are to be moved into that take some: of the same commune, and running. */
    private Set<PlanId> targets(Closings.Wanted wanted, Plan plan, Criteria within) {
        var named = wanted.rows().stream().map(Closings.Row::target).filter(Objects::nonNull).map(PlanId::value).distinct().toList();
        var of = new Criteria().andOperator(within, Criteria.where("_id").in(named), Criteria.where("commune").is(plan.commune().value()));
        var open = new HashSet<PlanId>();
        plans.list(new Query(of)).stream().map(Versioned::state)
                .filter(other -> other.closed() == null && !other.id().equals(plan.id())).forEach(other -> open.add(other.id()));
        return open;
    }

    private Map<PlanId, Integer> lastOrders(Set<PlanId> targets) {
        var last = new HashMap<PlanId, Integer>();
        targets.forEach(target -> last.put(
                target, published.rows(target).tasks().stream().mapToInt(PlannedTask::order).max().orElse(-1)));
        return last;
    }
}
