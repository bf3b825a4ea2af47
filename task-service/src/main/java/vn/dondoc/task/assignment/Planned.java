package vn.dondoc.task.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;

/**
 * What the plan says of a task; its units are those that answer for it now, where one of them was merged.
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

    Planned of(List<UnitId> newLead, List<UnitId> newCoordinating) {
        return new Planned(plan, order, ordinal, title, newLead, newCoordinating, product, budgetVnd, due);
    }

    static Planned of(PlannedTask task) {
        return new Planned(task.plan(), task.order(), task.ordinal(), task.title(), task.lead(), task.coordinating(),
                task.product(), task.budgetVnd(), task.due());
    }
}
