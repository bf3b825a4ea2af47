package vn.dondoc.task.part;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PartOf;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Partaking;
import vn.dondoc.task.merger.Following;
import vn.dondoc.task.timekeeping.Timekeepings;

/**
 * Parts follow their whole by the events of this service itself: whatever changed the whole, however it ended in between, its parts come
 * after it. A new part is compared with its whole as it is by then, so that none slips through that was made while the whole changed.
 */
final class PartFeed {

    /** The types of the cases below: of a storm of tasks that become overdue nothing has to be read here. */
    static final Set<Class<? extends DomainEvent>> WANTED = Set.of(
            TaskEvent.TaskDelegated.class, TaskEvent.TaskAssigned.class, TaskEvent.CompletionReturned.class, TaskEvent.TaskReopened.class,
            TaskEvent.TaskCancelled.class, TaskEvent.TaskAmended.class, TaskEvent.TaskReassigned.class, TaskEvent.DeadlineMoved.class,
            TaskEvent.ExtensionGranted.class, TaskEvent.TaskDescribed.class);

    private final Aggregates<Assignment> assignments;
    private final Parts parts;
    private final Handing handing;
    private final Following following;
    private final Timekeepings timekeepings;
    private final DomainClock clock;

    PartFeed(Aggregates<Assignment> assignments, Parts parts, Handing handing, Following following, Timekeepings timekeepings, DomainClock clock) {
        this.timekeepings = timekeepings;
        this.assignments = assignments;
        this.parts = parts;
        this.handing = handing;
        this.following = following;
        this.clock = clock;
    }

    /** Heard again, late or from the beginning, it changes nothing. */
    void take(Received received) {
        switch (received.event()) {
            case TaskEvent.TaskDelegated told -> handing.make(told, received.sequence(), received.at());
            case TaskEvent.TaskAssigned(var task) -> compare(task.id(), task.partOf());
            case TaskEvent.CompletionReturned(var task) -> compare(task.id(), task.partOf());
            case TaskEvent.TaskReopened(var task) -> compare(task.id(), task.partOf());
            case TaskEvent.TaskCancelled event -> partsOf(event);
            case TaskEvent.TaskAmended event -> partsOf(event);
            case TaskEvent.TaskReassigned event -> partsOf(event);
            case TaskEvent.DeadlineMoved event -> partsOf(event);
            case TaskEvent.ExtensionGranted event -> partsOf(event);
            case TaskEvent.TaskDescribed event when event.task().due() instanceof Due.Recurring -> partsOf(event);
            default -> { }
        }
    }

    private void compare(TaskId part, @Nullable PartOf partOf) {
        if (partOf != null) {
            follow(partOf.whole().value(), List.of(part.value()));
        }
    }

    private void partsOf(TaskEvent event) {
        var whole = event.task().id().value();
        follow(whole, parts.unfinished(whole));
    }

    private void follow(String wholeId, List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var act = act();
        assignments.find(wholeId).ifPresent(whole -> ids.forEach(id -> {
            assignments.change(id, act, part -> Partaking.follow(part, whole.state(), whole.version(), act.at(), timekeepings.of(part))).orProblem();
            following.all(List.of(id), whole.state().acting(), act);
        }));
    }

    private Act act() {
        return Act.bySystem("task-parts", clock.instant());
    }
}
