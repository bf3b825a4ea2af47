package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** What happened to an assignment. Each event carries the state after it, so that a later one heals a gap. */
public sealed interface TaskEvent extends DomainEvent {

    TaskState task();

    /** The units know of it now; a past deadline is overdue from the start and counted apart. */
    record TaskAssigned(TaskState task) implements TaskEvent {}

    /** Other units lead or coordinate it now: one of them was merged into another, or its plan or who gave it says so. */
    record TaskReassigned(TaskState task) implements TaskEvent {}

    /** Somebody of a lead unit opened it. */
    record TaskAcknowledged(TaskState task) implements TaskEvent {}

    record ProgressRecorded(TaskState task) implements TaskEvent {}

    /** @param daysLeft days from the boundary to the last day: 7, 3, 1 or 0 */
    record TaskDueSoon(TaskState task, int daysLeft) implements TaskEvent {}

    /** @param since the first day after the last day in time */
    record TaskOverdue(TaskState task, LocalDate since) implements TaskEvent {}

    /**
     * Still overdue: the next one above is to be told.
     *
     * @param step 1 head of unit, 2 standing unit, 3 leader of the commune
     * @param daysLate days since the last day in time
     */
    record TaskEscalated(TaskState task, int step, int daysLate) implements TaskEvent {}

    record CompletionSubmitted(TaskState task) implements TaskEvent {}

    record CompletionReturned(TaskState task) implements TaskEvent {}

    record TaskCompleted(TaskState task) implements TaskEvent {}

    /** @param before the last day in time until now; null where there was none */
    record DeadlineMoved(TaskState task, @Nullable LocalDate before, @Nullable Basis basis) implements TaskEvent {}

    /** @param until the last day that the lead unit asks for; its reason stands in the history only */
    record ExtensionRequested(TaskState task, LocalDate until) implements TaskEvent {}

    /** @param before the last day in time until now */
    record ExtensionGranted(TaskState task, LocalDate before) implements TaskEvent {}

    /** @param until the last day that was asked for */
    record ExtensionRefused(TaskState task, LocalDate until) implements TaskEvent {}

    /** Its plan says it otherwise now: units, words, product, budget, or its place; other lead units are told by TaskReassigned too. */
    record TaskAmended(TaskState task, @Nullable Basis basis) implements TaskEvent {}

    /**
     * Its plan, or who gave it, gave it up before it was finished.
     *
     * @param movedTo the task as which it goes on in another plan, since its own was closed; null where it does not
     */
    record TaskCancelled(TaskState task, @Nullable Basis basis, @Nullable TaskId movedTo) implements TaskEvent {

        /** For good. */
        public TaskCancelled(TaskState task, @Nullable Basis basis) {
            this(task, basis, null);
        }
    }

    /** The lead unit says, before it began, that the task is not for it; the giver decides. */
    record TaskReturnedToGiver(TaskState task) implements TaskEvent {}

    /** Whoever gave it does not take it back: the lead unit is to do it. */
    record ReturnToGiverRefused(TaskState task) implements TaskEvent {}

    /** Accepted, and open again. */
    record TaskReopened(TaskState task) implements TaskEvent {}

    /** One of several lead units says that its share is done. */
    record ShareSubmitted(TaskState task, UnitId unit) implements TaskEvent {}

    /** @param unit the lead unit that concludes for all from now on; null where each has to finish again */
    record ConclusionUnitNamed(TaskState task, @Nullable UnitId unit) implements TaskEvent {}

    /**
     * A part of it was given to another unit, or to a position.
     *
     * @param part the id of the part's own assignment
     * @param kind null in events that do not tell what the part is
     * @param unit that leads the part
     * @param title what is to be done
     * @param lastDay of the part, in time; null without a deadline
     * @param position in that unit that does it; null where the unit as a whole does
     */
    record TaskDelegated(
            TaskState task,
            TaskId part,
            @Nullable PartKind kind,
            @Nullable UnitId unit,
            @Nullable String title,
            @Nullable LocalDate lastDay,
            @Nullable PositionId position) implements TaskEvent {}

    /** What is known of it beside its plan changed: code, programme, money, steps, or who follows it. */
    record TaskDescribed(TaskState task) implements TaskEvent {}

    /** @param since the first day on which its news were too old */
    record TaskStale(TaskState task, LocalDate since) implements TaskEvent {}

    /** A leader asks why; until when to answer stands in the state. */
    record ExplanationRequested(TaskState task) implements TaskEvent {}

    record ExplanationGiven(TaskState task) implements TaskEvent {}

    /** @param daysLeft days from the boundary to the last day to answer in time */
    record ExplanationDueSoon(TaskState task, int daysLeft) implements TaskEvent {}

    /** @param since the first day after the last one to answer in time */
    record ExplanationOverdue(TaskState task, LocalDate since) implements TaskEvent {}
}
