package vn.dondoc.task.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskEvent.DeadlineMoved;
import vn.dondoc.contracts.event.TaskEvent.TaskAmended;
import vn.dondoc.contracts.event.TaskEvent.TaskCancelled;
import vn.dondoc.contracts.event.TaskEvent.TaskDescribed;
import vn.dondoc.contracts.event.TaskEvent.TaskOverdue;
import vn.dondoc.contracts.event.TaskEvent.TaskReassigned;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.deadline.Deadline;
import vn.dondoc.task.deadline.Timekeeping;

/**
 * What a plan that was amended means for a task. What is finished stays as it was judged; progress stays, whoever leads from now on. A
 * submission that waits for its verdict is judged by the day that held when it came.
 */
public final class Amending {

    private Amending() {}

    /**
     * The task as its plan has it now.
     *
     * @param order of the event that told it; what is not newer than the known changes nothing
     * @param at domain time of the amendment
     */
    public static Decision<Assignment> amend(Assignment task, PlannedTask planned, long order, Instant at) {
        return amend(task, planned, order, at, UnaryOperator.identity(), Timekeeping.USUAL);
    }

    /** The same where the commune keeps time in its own way. */
    public static Decision<Assignment> amend(Assignment task, PlannedTask planned, long order, Instant at, Timekeeping keeping) {
        return amend(task, planned, order, at, UnaryOperator.identity(), keeping);
    }

    /** @param heirOf who took over from a unit that the plan named, where the giver named others */
    public static Decision<Assignment> amend(
            Assignment task, PlannedTask planned, long order, Instant at, UnaryOperator<UnitId> heirOf, Timekeeping keeping) {
        if (!task.planned().isOlderThan(order)) {
            return Decision.unchanged();
        }
        if (isFinished(task)) {
            return Belonging.follows(task, planned.programme()) ? Belonging.moved(task, planned.programme(), order) : Decision.unchanged();
        }
        var wanted = task.planned().newer(Planned.of(planned, order), heirOf);
        if (task.planned().saysTheSame(wanted)) {
            return Belonging.follows(task, planned.programme()) ? Belonging.moved(task, planned.programme(), order) : Decision.unchanged();
        }
        var passed = Passing.upTo(task, at);
        if (isFinished(passed.state())) {
            return new Decision.Accepted<>(passed.state(), passed.facts());
        }
        var facts = new ArrayList<>(passed.facts());
        var before = passed.state().planned();
        var work = passed.state().work();
        var follows = Belonging.follows(passed.state(), wanted.programme());
        var amended = passed.state().amended(wanted.judgedBy(before.judgedBy()), Collections.disjoint(before.lead(), wanted.lead()) ? work.unseen() : work);
        var state = Objects.equals(before.due(), wanted.due()) ? amended : Freshness.planned(amended, at, keeping);
        if (!before.saysTheSameButTheTime(wanted)) {
            facts.add(fact(new TaskAmended(state.told(), planned.basis())));
        }
        if (follows) {
            state = Belonging.to(state, wanted.programme());
            facts.add(fact(new TaskDescribed(state.told())));
        }
        if (!before.lead().equals(wanted.lead())) {
            facts.add(fact(new TaskReassigned(state.told())));
        }
        if (!Objects.equals(before.due(), wanted.due())) {
            state = rescheduled(state, before, planned.basis(), at, keeping, facts);
        }
        var settled = Finishing.settled(state, passed.state(), UnaryOperator.identity(), at, facts);
        return new Decision.Accepted<>(Recurring.amended(settled, before.due(), at), facts);
    }

    /** Not to be done any more; nothing to cancel in what is finished. */
    public static Decision<Assignment> withdraw(Assignment task, PlannedTask planned, long order, Instant at) {
        if (!task.planned().isOlderThan(order) || isFinished(task)) {
            return Decision.unchanged();
        }
        return givenUp(task, planned.basis(), null, at);
    }

    /** @param movedTo the task as which it goes on; null where it does not */
    static Decision.Accepted<Assignment> givenUp(Assignment task, @Nullable Basis basis, @Nullable TaskId movedTo, Instant at) {
        var passed = Passing.upTo(task, at);
        if (isFinished(passed.state())) {
            return new Decision.Accepted<>(passed.state(), passed.facts());
        }
        var facts = new ArrayList<>(passed.facts());
        var work = passed.state().work();
        var state = passed.state().with(movedTo == null ? work.in(WorkState.CANCELLED).notSubmitted() : work.left(), at);
        facts.add(fact(new TaskCancelled(state.told(), basis, movedTo)));
        return new Decision.Accepted<>(state, facts);
    }

    /** A returned submission is open again, and then the day holds that its plan has named meanwhile. */
    static Assignment caughtUp(Assignment returned, Instant at, @Nullable Timekeeping keeping, List<Fact> facts) {
        if (returned.planned().judgedBy() == null) {
            return keeping == null ? returned : Recomputing.caughtUp(returned, keeping, at, facts);
        }
        var caughtUp = returned.amended(returned.planned().judgedBy(null), returned.work());
        return moved(caughtUp, null, at, keeping == null ? Timekeeping.USUAL : keeping, facts);
    }

    /** Only another last day moves the deadline; "dự kiến", "và thường xuyên" or another rhythm do not. */
    private static Assignment rescheduled(
            Assignment task, Planned before, @Nullable Basis basis, Instant at, Timekeeping keeping, List<Fact> facts) {
        if (Objects.equals(before.lastDay(), task.planned().lastDay())) {
            facts.add(fact(new TaskAmended(task.told(), basis)));
            return task;
        }
        if (!task.work().unfinished()) {
            var day = task.lastDay() == null ? task.work().submittedOn() : task.lastDay();
            var judged = task.amended(task.planned().judgedBy(day), task.work());
            facts.add(fact(new TaskAmended(judged.told(), basis)));
            return judged;
        }
        return moved(task, basis, at, keeping, facts);
    }

    static Assignment moved(Assignment task, @Nullable Basis basis, Instant at, Timekeeping keeping, List<Fact> facts) {
        var wanted = Deadline.of(task.planned().due(), at, keeping);
        // The plan's own new day is the first one again; how often was extended stays counted
        var state = Extending.overtaken(task).until(wanted == null ? null : wanted.after(task.deadline()), at);
        facts.add(fact(new DeadlineMoved(state.told(), task.lastDay(), basis)));
        var lastDay = state.lastDay();
        if (lastDay != null && state.timeClass() == TimeClass.OVERDUE && !overdueTold(task.deadline())) {
            facts.add(fact(new TaskOverdue(state.told(), lastDay.plusDays(1))));
        }
        return state;
    }

    /** The class alone does not say so: of a submission that is returned late it says overdue, and nobody was told. */
    private static boolean overdueTold(@Nullable Deadline deadline) {
        return deadline != null && !deadline.passedUntil().isBefore(DomainClock.startOf(deadline.lastDay().plusDays(1)));
    }

    static boolean isFinished(Assignment task) {
        return task.work().state() == WorkState.COMPLETED || task.work().state() == WorkState.CANCELLED;
    }

    private static Fact fact(TaskEvent event) {
        return Fact.of(event, event.task().commune());
    }
}
