package vn.dondoc.plan.published;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.history.Outcome;

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
        var outcome = plans.create(parts.plan().id().value(), act, () -> Plan.publish(parts.plan(), parts.units(), parts.watched()));
        if (!(outcome instanceof Outcome.Refused<Plan>(var refusal) && refusal.code().equals("EXISTS"))) {
            outcome.orProblem();
        }
        inBatches(tasks, act, parts.tasks().stream().map(PublishedPlans::planned).toList());
        inBatches(targets, act, parts.targets().stream().map(PublishedPlans::planned).toList());
        inBatches(rules, act, parts.rules().stream().map(PublishedPlans::scheduled).toList());
    }

    private static <S> void inBatches(Aggregates<S> aggregates, Act act, List<Aggregates.New<S>> all) {
        for (int from = 0; from < all.size(); from += BATCH) {
            aggregates.createAll(act, new ArrayList<>(all.subList(from, Math.min(from + BATCH, all.size()))));
        }
    }

    private static Aggregates.New<PlannedTask> planned(PlannedTask task) {
        return new Aggregates.New<>(
                task.id().value(), new Decision.Accepted<>(task, List.of(Fact.of(new PlanEvent.TaskPlanned(task), task.commune()))));
    }

    private static Aggregates.New<PlannedTarget> planned(PlannedTarget target) {
        return new Aggregates.New<>(target.id().value(), new Decision.Accepted<>(
                target, List.of(Fact.of(new PlanEvent.TargetPlanned(target), target.commune()))));
    }

    private static Aggregates.New<ReportingRule> scheduled(ReportingRule rule) {
        return new Aggregates.New<>(
                rule.id().value(), new Decision.Accepted<>(rule, List.of(Fact.of(new PlanEvent.ReportingScheduled(rule), rule.commune()))));
    }
}
