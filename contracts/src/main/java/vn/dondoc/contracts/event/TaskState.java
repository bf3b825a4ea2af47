package vn.dondoc.contracts.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/**
 * An assignment as it is after an event.
 *
 * @param title text of the published plan
 * @param lastDay the last day in time (effective); null without a deadline
 * @param opened somebody of a lead unit has opened it
 * @param overdueBeforeEntry its deadline was past when the plan was published: counted apart, urged gently
 * @param submittedOn the day of the submission that stands; null while open or returned
 * @param extension null where none was ever asked for
 */
public record TaskState(
        TaskId id,
        PlanId plan,
        UnitId province,
        UnitId commune,
        int order,
        @Nullable String ordinal,
        String title,
        List<UnitId> lead,
        List<UnitId> coordinating,
        @Nullable Long budgetVnd,
        @Nullable Due due,
        @Nullable LocalDate lastDay,
        WorkState workState,
        TimeClass timeClass,
        boolean opened,
        boolean overdueBeforeEntry,
        @Nullable LocalDate submittedOn,
        @Nullable Extension extension) {

    public TaskState {
        lead = Lists.orEmpty(lead);
        coordinating = Lists.orEmpty(coordinating);
    }
}
