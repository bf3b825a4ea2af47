package vn.dondoc.task.assignment;

import java.time.Instant;
import java.util.ArrayList;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.TaskEvent.TaskAssigned;
import vn.dondoc.contracts.event.TaskEvent.TaskOverdue;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.task.deadline.Timekeeping;

/** A task of a published plan becomes an assignment. */
public final class Assigning {

    private Assigning() {}

    /**
     * A task whose last day has ended already is overdue from the start: said once, here, and not urged afterwards. Most plans are
     * published after some of their dates.
     *
     * @param publishedAt domain time of the publication, by which entry is judged however late it arrives
     * @param order of the event that told it
     */
    public static Decision.Accepted<Assignment> assign(PlannedTask task, Instant publishedAt, long order) {
        return assign(task, publishedAt, order, Timekeeping.USUAL);
    }

    /** The same where the commune keeps time in its own way. */
    public static Decision.Accepted<Assignment> assign(PlannedTask task, Instant publishedAt, long order, Timekeeping keeping) {
        var assignment = Assignment.of(task, publishedAt, order, keeping);
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(new TaskAssigned(assignment.told()), task.commune()));
        var lastDay = assignment.lastDay();
        if (assignment.overdueBeforeEntry() && lastDay != null) {
            facts.add(Fact.of(new TaskOverdue(assignment.told(), lastDay.plusDays(1)), task.commune()));
        }
        return new Decision.Accepted<>(assignment, facts);
    }
}
