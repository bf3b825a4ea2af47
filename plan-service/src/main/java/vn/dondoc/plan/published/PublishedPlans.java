package vn.dondoc.plan.published;

import java.util.ArrayList;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;

/** Stores plans part by part, in the order their events are to have. What is there already stays as it is. */
@Component
public class PublishedPlans {

    private static final int BATCH = 500;

    private final Aggregates<Plan> plans;
    private final Aggregates<PlannedTask> tasks;
    private final Aggregates<PlannedTarget> targets;
    private final Aggregates<ReportingRule> rules;

    PublishedPlans(
            Aggregates<Plan> plans, Aggregates<PlannedTask> tasks, Aggregates<PlannedTarget> targets, Aggregates<ReportingRule> rules) {
        this.plans = plans;
        this.tasks = tasks;
        this.targets = targets;
        this.rules = rules;
    }

    /** Stores what is missing; to be repeated until it returns. */
    public void store(PlanParts parts, Act act) {
        var outcome = plans.create(
                parts.plan().id().value(), act, () -> Plan.publish(parts.plan(), parts.units(), parts.watched(), new Lineage(parts.source(), NumberKey.of(parts.plan().number()), parts.parent())));
        if (!(outcome instanceof Outcome.Refused<Plan>(var refusal) && refusal.code().equals("EXISTS"))) {
            outcome.orProblem();
        }
        inBatches(tasks, act, parts.tasks().stream().map(PublishedPlans::planned).toList());
        inBatches(targets, act, parts.targets().stream().map(PublishedPlans::planned).toList());
        inBatches(rules, act, parts.rules().stream().map(PublishedPlans::scheduled).toList());
    }

    /** Stores rows that were amended, each in its new state, whether it was there before or not; what is so already stays untouched. */
    public void amend(List<PlannedTask> newTasks, List<PlannedTarget> newTargets, List<ReportingRule> newRules, Act act) {
        newTasks.forEach(row -> put(tasks, row.id().value(), act, planned(row).decision()));
        newTargets.forEach(row -> put(targets, row.id().value(), act, planned(row).decision()));
        newRules.forEach(row -> put(rules, row.id().value(), act, scheduled(row).decision()));
    }

    private static <S> void put(Aggregates<S> aggregates, String id, Act act, Decision.Accepted<S> wanted) {
        var outcome = aggregates.change(
                id, act, before -> before.equals(wanted.state()) ? Decision.unchanged() : wanted);
        if (outcome instanceof Outcome.NotFound<S>) {
            var made = aggregates.create(id, act, () -> wanted);
            // Another instance, or the sweep, goes on with the same amendment and was quicker
            if (!(made instanceof Outcome.Refused<S>(var refusal) && refusal.code().equals("EXISTS"))) {
                made.orProblem();
            }
        } else {
            outcome.orProblem();
        }
    }

    /** Stores more tasks of plans; what is there already stays as it is. */
    public void add(List<PlannedTask> newTasks, Act act) {
        inBatches(tasks, act, newTasks.stream().map(PublishedPlans::planned).toList());
    }

    /** Those tasks, whether they hold or were given up, in the order of their plan. */
    public List<PlannedTask> tasks(List<TaskId> ids) {
        return tasks.list(new Query(Criteria.where("_id").in(ids.stream().map(TaskId::value).toList())).with(Sort.by("order", "_id")))
                .stream().map(Versioned::state).toList();
    }

    /** The rows of a plan that hold, in its order. */
    public Rows rows(PlanId plan) {
        return new Rows(PlanQuery.parts(tasks, plan.value()), PlanQuery.parts(targets, plan.value()), PlanQuery.parts(rules, plan.value()));
    }

    /** Rows of one plan. */
    public record Rows(List<PlannedTask> tasks, List<PlannedTarget> targets, List<ReportingRule> rules) {

        /** All units they name. */
        public List<UnitId> units() {
            return PlanParts.unitsOf(tasks, targets, rules);
        }
    }

    private static <S> void inBatches(Aggregates<S> aggregates, Act act, List<Aggregates.New<S>> all) {
        for (int from = 0; from < all.size(); from += BATCH) {
            aggregates.createAll(act, new ArrayList<>(all.subList(from, Math.min(from + BATCH, all.size()))));
        }
    }

    private static Aggregates.New<PlannedTask> planned(PlannedTask task) {
        return new Aggregates.New<>(
                task.id().value(), new Decision.Accepted<>(task, List.of(Fact.of(eventOf(task), task.commune()))));
    }

    private static Aggregates.New<PlannedTarget> planned(PlannedTarget target) {
        return new Aggregates.New<>(target.id().value(), new Decision.Accepted<>(
                target, List.of(Fact.of(eventOf(target), target.commune()))));
    }

    private static Aggregates.New<ReportingRule> scheduled(ReportingRule rule) {
        return new Aggregates.New<>(
                rule.id().value(), new Decision.Accepted<>(rule, List.of(Fact.of(eventOf(rule), rule.commune()))));
    }

    private static PlanEvent eventOf(PlannedTask task) {
        return task.withdrawnOn() == null ? new PlanEvent.TaskPlanned(task) : new PlanEvent.TaskWithdrawn(task);
    }

    private static PlanEvent eventOf(PlannedTarget target) {
        return target.withdrawnOn() == null ? new PlanEvent.TargetPlanned(target) : new PlanEvent.TargetWithdrawn(target);
    }

    private static PlanEvent eventOf(ReportingRule rule) {
        return rule.withdrawnOn() == null ? new PlanEvent.ReportingScheduled(rule) : new PlanEvent.ReportingWithdrawn(rule);
    }
}
