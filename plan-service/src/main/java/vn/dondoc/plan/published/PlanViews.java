package vn.dondoc.plan.published;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;

/** Plans as people get to see them: with the present names of units. */
@Component
public class PlanViews {

    private final Directory directory;

    PlanViews(Directory directory) {
        this.directory = directory;
    }

    /** A plan in a line. */
    public Plans.PlanSummary summary(Plan plan) {
        return new Plans.PlanSummary(
                plan.id(), plan.commune(), directory.nameOf(plan.commune()), plan.title(), plan.number(), plan.issuedOn(), plan.year(),
                plan.publishedOn(), plan.tasks(), plan.targets(), plan.rules(), null, closedOn(plan), plan.programme());
    }

    /** A plan in a line with the one above it, where that is among those. */
    Plans.PlanSummary summary(Plan plan, Map<PlanId, Plan> above) {
        var line = summary(plan);
        var parent = plan.parent() == null ? null : above.get(plan.parent());
        return parent == null ? line : new Plans.PlanSummary(
                line.id(), line.commune(), line.communeName(), line.title(), line.number(), line.issuedOn(), line.year(), line.publishedOn(),
                line.tasks(), line.targets(), line.rules(), new Plans.PlanAbove(parent.id(), parent.number(), parent.title()), line.closedOn(), line.programme());
    }

    private static @Nullable LocalDate closedOn(Plan plan) {
        var closed = plan.closed();
        return closed == null || closed.running() ? null : closed.on();
    }

    /** One task. */
    public Plans.PlanTask task(PlannedTask task) {
        return new Plans.PlanTask(
                task.id(), task.ordinal(), task.title(), task.lead(), names(task.lead()), task.coordinating(), names(task.coordinating()),
                task.product(), task.budgetVnd(), task.due());
    }

    /** One target. */
    public Plans.PlanTarget target(PlannedTarget target) {
        return new Plans.PlanTarget(target.id(), target.group(), target.name(), target.operator(), target.value(), target.unit(),
                target.owner(), target.owner() == null ? null : directory.nameOf(target.owner()), target.dataSource(), target.rhythm());
    }

    /** One reporting duty. */
    public Plans.PlanRule rule(ReportingRule rule) {
        return new Plans.PlanRule(
                rule.id(), rule.title(), rule.frequency(), rule.day(), rule.month(), rule.owedBy(), names(rule.owedBy()), rule.owedTo(),
                directory.nameOf(rule.owedTo()));
    }

    private List<String> names(List<UnitId> units) {
        return units.stream().map(directory::nameOf).toList();
    }
}
