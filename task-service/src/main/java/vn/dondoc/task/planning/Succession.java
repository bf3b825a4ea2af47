package vn.dondoc.task.planning;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.HistoryEntry;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Succeeding;

/**
 * Tasks that closed plans moved into others. Whichever of both is told first and however often: the one that is left is given up before
 * the other one begins, so that never both are open, and what its units completed before that is not asked for again.
 */
final class Succession {

    private static final String CANCELLED = "TaskCancelled";

    private final Aggregates<Assignment> assignments;
    private final Schedules schedules;

    Succession(Aggregates<Assignment> assignments, Schedules schedules) {
        this.schedules = schedules;
        this.assignments = assignments;
    }

    /** Those tasks that are not known yet; the others are left as they are. Ended in between, it is gone on with when the event comes again. */
    int begin(List<Received> moved, Act act) {
        return moved.stream().filter(received -> assignments.find(Planning.taskOf(received).id().value()).isEmpty())
                .mapToInt(received -> begin(Planning.taskOf(received), Planning.orderOf(received), received.at(), act)).sum();
    }

    private int begin(PlannedTask task, long order, Instant at, Act act) {
        var from = Objects.requireNonNull(task.carried()).from().value();
        var left = assignments.change(from, act, origin -> Succeeding.handOver(origin, task.id(), at));
        var origin = left instanceof Outcome.NotFound<Assignment> ? null : left.orProblem();
        var decision = Succeeding.begin(task, origin == null ? null : origin.state(), origin == null ? null : beforeItWasGivenUp(origin), at, order,
                schedules.now(task));
        return assignments.createAll(act, List.of(new Aggregates.New<>(task.id().value(), decision)));
    }

    /** Read from the history, so that it is the same whoever gave it up, this or the plan itself, and however often it is asked. */
    private @Nullable TaskState beforeItWasGivenUp(Versioned<Assignment> origin) {
        var told = assignments.history(origin.id()).stream().map(Aggregates.Told::entry).toList();
        var end = told.stream().map(HistoryEntry::type).toList().lastIndexOf(CANCELLED);
        return told.subList(0, Math.max(end, 0)).reversed().stream()
                .map(entry -> entry.data().get("task")).filter(Objects::nonNull)
                .map(state -> EventJson.mapper().convertValue(state, TaskState.class))
                .findFirst().orElse(null);
    }

    /** Of those tasks the ones that go on in another plan already, and as which. */
    Map<String, TaskId> successorsOf(List<String> tasks) {
        var successors = new HashMap<String, TaskId>();
        assignments.list(new Query(Criteria.where("carried.from").in(tasks))).stream().map(Versioned::state)
                .forEach(task -> successors.put(Objects.requireNonNull(task.carried()).from().value(), task.id()));
        return successors;
    }
}
