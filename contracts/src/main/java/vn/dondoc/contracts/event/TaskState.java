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
 * @param commune in which it is done; the province itself where a department of it does it
 * @param title text of the published plan
 * @param lastDay the last day in time (effective); null without a deadline
 * @param opened somebody of a lead unit has opened it
 * @param overdueBeforeEntry its deadline was past when the plan was published: counted apart, urged gently
 * @param submittedOn the day of the submission that stands; null while open or returned
 * @param extension null where none was ever asked for
 * @param plannedDay the last day as the document names it, where {@code lastDay} is another one because of days off; else null
 * @param assignedOn the day it was assigned; null in events of earlier versions
 * @param openedOn the day somebody of a lead unit opened it first; null while nobody has
 * @param returnedOn the day the lead unit gave it back to its giver, who has not decided yet; else null
 * @param shares null where one unit leads, or none of several has finished and none concludes
 * @param partOf null where it is no part
 * @param explanation null where none was ever asked for
 * @param news null where it is not ongoing
 * @param particulars null where nobody told any
 * @param directive null where it is of a plan
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
        @Nullable Extension extension,
        @Nullable LocalDate plannedDay,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate returnedOn,
        @Nullable Shares shares,
        @Nullable PartOf partOf,
        @Nullable Explanation explanation,
        @Nullable News news,
        @Nullable Particulars particulars,
        @Nullable OfDirective directive) {

    public TaskState {
        lead = Lists.orEmpty(lead);
        coordinating = Lists.orEmpty(coordinating);
    }

    /** Of a plan. */
    public TaskState(
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
            @Nullable Extension extension,
            @Nullable LocalDate plannedDay,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate returnedOn,
            @Nullable Shares shares,
            @Nullable PartOf partOf,
            @Nullable Explanation explanation,
            @Nullable News news,
            @Nullable Particulars particulars) {
        this(id, plan, province, commune, order, ordinal, title, lead, coordinating, budgetVnd, due, lastDay, workState, timeClass, opened, overdueBeforeEntry, submittedOn, extension, plannedDay, assignedOn, openedOn, returnedOn, shares, partOf, explanation, news, particulars, null);
    }

    /** Of a task that is nobody's part, with one lead unit or none that has finished, and nobody explains. */
    public TaskState(
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
        this(id, plan, province, commune, order, ordinal, title, lead, coordinating, budgetVnd, due, lastDay, workState, timeClass, opened,
                overdueBeforeEntry, submittedOn, extension, null, null, null, null, null, null, null, null, null);
    }
}
