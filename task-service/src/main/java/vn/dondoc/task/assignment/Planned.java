package vn.dondoc.task.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;

/**
 * What the plan says of a task.
 *
 * @param order its place in the plan, from 0
 * @param budgetVnd in dong
 * @param due null where the plan says nothing
 */
public record Planned(
        PlanId plan,
        int order,
        @Nullable String ordinal,
        String title,
        List<UnitId> lead,
        List<UnitId> coordinating,
        @Nullable String product,
        @Nullable Long budgetVnd,
        @Nullable Due due) {

    static Planned of(PlannedTask task) {
        return new Planned(task.plan(), task.order(), task.ordinal(), task.title(), task.lead(), task.coordinating(),
                task.product(), task.budgetVnd(), task.due());
    }
}
