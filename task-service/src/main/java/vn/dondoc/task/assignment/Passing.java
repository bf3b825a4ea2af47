package vn.dondoc.task.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskEvent.TaskDueSoon;
import vn.dondoc.contracts.event.TaskEvent.TaskEscalated;
import vn.dondoc.contracts.event.TaskEvent.TaskOverdue;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.task.deadline.Boundary;

/** What the passing of time does to an assignment. */
public final class Passing {

    private Passing() {}

    /**
     * Tells every boundary that was reached since the last one told, each with the state as it was from that moment on: after an outage
     * or a jump of the clock all of them, in order, in one write.
     */
    public static Decision<Assignment> boundaries(Assignment assignment, Instant now) {
        var passed = upTo(assignment, now);
        return passed.facts().isEmpty() ? Decision.unchanged() : new Decision.Accepted<>(passed.state(), passed.facts());
    }

    /** The state at that time, and what led to it. */
    record Passed(Assignment state, List<Fact> facts) {}

    static Passed upTo(Assignment assignment, Instant now) {
        var deadline = assignment.deadline();
        var state = assignment;
        var facts = new ArrayList<Fact>();
        if (deadline != null && assignment.nextBoundaryAt() != null) {
            for (var boundary : deadline.reached(now)) {
                state = state.with(deadline.told(boundary), boundary.at());
                facts.add(Fact.of(event(state, boundary), state.commune()));
            }
        }
        return new Passed(state, facts);
    }

    private static TaskEvent event(Assignment state, Boundary boundary) {
        return switch (boundary) {
            case Boundary.DueSoon soon -> new TaskDueSoon(state.told(), soon.daysLeft());
            case Boundary.Overdue overdue -> new TaskOverdue(state.told(), overdue.day());
            case Boundary.Escalation late -> new TaskEscalated(state.told(), late.step(), late.daysLate());
        };
    }
}
