package vn.dondoc.task.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskEvent.TaskDueSoon;
import vn.dondoc.contracts.event.TaskEvent.TaskEscalated;
import vn.dondoc.contracts.event.TaskEvent.TaskOverdue;
import vn.dondoc.platform.deadline.Boundary;
import vn.dondoc.platform.history.Fact;

/** The last day comes near, and ends. */
final class DeadlineTicking implements Ticking {

    @Override
    public Optional<Instant> next(Assignment task) {
        var deadline = task.deadline();
        return deadline == null || !task.work().unfinished() || task.overdueBeforeEntry() ? Optional.empty() : deadline.next();
    }

    @Override
    public Assignment tell(Assignment task, List<Fact> facts) {
        var deadline = task.deadline();
        if (deadline == null) {
            return task;
        }
        var at = deadline.next().orElseThrow();
        var state = task;
        for (var boundary : deadline.reached(at)) {
            state = state.with(deadline.told(boundary), at);
            facts.add(Fact.of(event(state, boundary), state.commune()));
        }
        return state;
    }

    private static TaskEvent event(Assignment state, Boundary boundary) {
        return switch (boundary) {
            case Boundary.DueSoon soon -> new TaskDueSoon(state.told(), soon.daysLeft());
            case Boundary.Overdue overdue -> new TaskOverdue(state.told(), overdue.day());
            case Boundary.Escalation late -> new TaskEscalated(state.told(), late.step(), late.daysLate());
        };
    }
}
