package vn.dondoc.task.worklist;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;

/**
 * Which tasks are wanted; what is null or empty does not limit.
 *
 * @param unit that leads them
 * @param directive that they are parts of
 * @param mine led by a unit in which the caller holds a position
 * @param extensionAsked a later last day is asked for and not decided on
 * @param returned to their giver, who has not decided yet
 * @param explanationOwed a leader asked why it is late, and nobody has answered
 * @param given decided on by a unit in which the caller holds a position, which gave them
 * @param stale ongoing, and nothing was heard of them for longer than their commune waits
 * @param dueFrom the first last day that is wanted; what names no day is left out then
 * @param dueTo the last last day that is wanted; what names no day is left out then
 * @param programme that they belong to, by any of its names
 * @param words in the title or product, or beginnings of words, with or without diacritics; or the number of their plan
 */
public record TaskFilter(
        @Nullable UnitId unit,
        @Nullable PlanId plan,
        @Nullable UnitId commune,
        @Nullable DirectiveId directive,
        Set<TimeClass> timeClasses,
        Set<WorkState> workStates,
        boolean mine,
        boolean extensionAsked,
        boolean returned,
        boolean explanationOwed,
        boolean given,
        boolean stale,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable String programme,
        @Nullable String words) {

    public TaskFilter {
        timeClasses = Set.copyOf(timeClasses);
        workStates = Set.copyOf(workStates);
    }
}
