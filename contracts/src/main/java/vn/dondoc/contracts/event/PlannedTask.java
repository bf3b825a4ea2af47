package vn.dondoc.contracts.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A task as its plan has it.
 *
 * @param order its place in the plan, from 0
 * @param lead the units that answer; empty only where the reviewer published it so
 * @param budgetVnd in dong
 * @param due null where the plan says nothing
 */
public record PlannedTask(
        TaskId id,
        PlanId plan,
        UnitId province,
        UnitId commune,
        int order,
        @Nullable String ordinal,
        String title,
        List<UnitId> lead,
        List<UnitId> coordinating,
        @Nullable String product,
        @Nullable Long budgetVnd,
        @Nullable Due due) {

    public PlannedTask {
        lead = Lists.orEmpty(lead);
        coordinating = Lists.orEmpty(coordinating);
    }
}
