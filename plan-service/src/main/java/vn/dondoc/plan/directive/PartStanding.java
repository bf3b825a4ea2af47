package vn.dondoc.plan.directive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.TaskId;

/** How the task of a part stands, as task-service last told it. */
public record PartStanding(
        TaskId task, WorkState workState, TimeClass timeClass, boolean opened, @Nullable LocalDate lastDay, @Nullable LocalDate submittedOn) {

    /** Whether nothing of it is open any more. */
    public boolean finished() {
        return workState == WorkState.COMPLETED || workState == WorkState.CANCELLED;
    }

    boolean late() {
        return timeClass == TimeClass.OVERDUE || timeClass == TimeClass.COMPLETED_LATE;
    }
}
