package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.Extension;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.TaskEvent.TaskAssigned;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.task.deadline.Timekeeping;

/**
 * A task that a closed plan left unfinished goes on in another plan: there it is given up, here it begins where it stood. What was
 * completed there is not to be done again.
 */
public final class Succeeding {

    /** In the history only: where the task comes from. */
    public static final String MOVED_HERE = "TaskMovedHere";

    private Succeeding() {}

    /** The task that is left; what is finished stays as it was judged. */
    public static Decision<Assignment> handOver(Assignment origin, TaskId successor, Instant at) {
        return Amending.isFinished(origin) ? Decision.unchanged() : Amending.givenUp(origin, null, successor, at);
    }

    /** A task that is told only after the one as which it goes on: given up as soon as it is there. */
    public static Decision.Accepted<Assignment> late(
            PlannedTask task, TaskId successor, Instant at, long order, Timekeeping keeping) {
        var assigned = Assigning.assign(task, at, order, keeping);
        var left = Amending.givenUp(assigned.state(), null, successor, at);
        var facts = new ArrayList<>(assigned.facts());
        facts.addAll(left.facts());
        return new Decision.Accepted<>(left.state(), facts);
    }

    /**
     * The task as which it goes on. Without another day its deadline stays, with what time has told of it; with one, the first day is
     * kept. A submission that waited goes on waiting.
     *
     * @param origin as it was left; null where it is not known
     * @param before the state it was left in; null where it was never open
     * @param order of the event that told it
     */
    public static Decision.Accepted<Assignment> begin(
            PlannedTask task, @Nullable Assignment origin, @Nullable TaskState before, Instant at, long order, Timekeeping keeping) {
        var fresh = Assignment.of(task, at, order, keeping);
        var moved = Fact.internal(MOVED_HERE, task.commune(), from(task));
        if (origin != null && origin.work().state() == WorkState.COMPLETED) {
            return new Decision.Accepted<>(fresh.with(fresh.work().in(WorkState.CANCELLED), at), List.of(moved));
        }
        var state = fresh.edited(edit -> {
            if (origin != null) {
                edit.work = workOf(origin, before);
                edit.particulars = origin.particulars() == null ? fresh.particulars() : origin.particulars();
                edit.explanation = origin.explanation();
                edit.sharing = origin.planned().lead().equals(task.lead()) ? origin.sharing() : null;
            }
            if (origin != null && Objects.equals(origin.planned().due(), task.due())) {
                // a submission that waits is judged by the day it was made for there, too
                edit.planned = fresh.planned().judgedBy(edit.work.submittedOn() == null ? null : origin.planned().judgedBy());
                edit.deadline = origin.deadline();
                edit.extension = origin.extension();
                edit.overdueBeforeEntry = origin.overdueBeforeEntry();
            } else {
                edit.extension = extensionOf(origin, task, fresh.lastDay());
            }
        }).asOf(at);
        return new Decision.Accepted<>(state, List.of(moved, Fact.of(new TaskAssigned(state.told()), task.commune())));
    }

    /** What was recorded stays recorded; only that it was given up does not count. */
    private static Work workOf(Assignment origin, @Nullable TaskState before) {
        var work = origin.work();
        if (before == null) {
            return work.in(WorkState.NOT_STARTED);
        }
        var open = work.in(before.workState());
        return before.submittedOn() == null ? open : open.submitted(before.submittedOn(), work.evidence(), work.decideBy(), work.doneOn());
    }

    private static @Nullable Extension extensionOf(@Nullable Assignment origin, PlannedTask task, @Nullable LocalDate lastDay) {
        var extension = origin == null ? null : origin.extension();
        var granted = extension == null ? 0 : extension.granted();
        var carried = task.carried() == null ? null : task.carried().firstDay();
        var first = extension == null || extension.firstDay() == null ? carried : extension.firstDay();
        var same = first == null || first.equals(lastDay);
        return same && granted == 0 ? null : new Extension(same ? null : first, granted, null);
    }

    private static Map<String, Object> from(PlannedTask task) {
        var data = new LinkedHashMap<String, Object>();
        if (task.carried() != null) {
            data.put("from", task.carried().from().value());
        }
        var basis = task.basis();
        if (basis != null) {
            data.put("basis", of(basis));
        }
        return data;
    }

    private static Map<String, Object> of(Basis basis) {
        var words = new LinkedHashMap<String, Object>();
        if (basis.number() != null) {
            words.put("number", basis.number());
        }
        if (basis.issuedOn() != null) {
            words.put("issuedOn", basis.issuedOn().toString());
        }
        return words;
    }
}
