package vn.dondoc.plan.published;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;

/** A plan with all its parts, before they are stored, the draft they come from, and the plan above it. */
public record PlanParts(
        PlanState plan, DraftId source, List<PlannedTask> tasks, List<PlannedTarget> targets, List<ReportingRule> rules,
        List<Plans.WatchedDuty> watched, @Nullable PlanId parent) {

    /** Every unit that leads, takes part, answers for a target, owes or is owed. */
    List<UnitId> units() {
        return unitsOf(tasks, targets, rules);
    }

    static List<UnitId> unitsOf(List<PlannedTask> tasks, List<PlannedTarget> targets, List<ReportingRule> rules) {
        return Stream.concat(Stream.concat(
                        targets.stream().flatMap(target -> Stream.ofNullable(target.owner())),
                        tasks.stream().flatMap(task -> Stream.concat(task.lead().stream(), task.coordinating().stream()))),
                        rules.stream().flatMap(rule -> Stream.concat(rule.owedBy().stream(), Stream.of(rule.owedTo()))))
                .distinct()
                .toList();
    }
}
