package vn.dondoc.task.web;

import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Command;
import vn.dondoc.task.assignment.Standpoint;
import vn.dondoc.task.worklist.Worklist;

/** Changes one task within the caller's bounds, in the position nearest to it. */
@Component
final class TaskChanges {

    private final Aggregates<Assignment> assignments;
    private final TaskViews views;

    TaskChanges(Aggregates<Assignment> assignments, TaskViews views) {
        this.assignments = assignments;
        this.views = views;
    }

    interface Decide {
        Decision<Assignment> on(Assignment task, Standpoint who);
    }

    /** What a key was first used with: the same words in another command are another thing. */
    private record Sent(Command command, @Nullable Object body) {}

    /** @throws vn.dondoc.platform.problem.ProblemException with the broken rule */
    ResponseEntity<Tasks.Changed> change(String id, Call call, Command command, @Nullable Object body, Decide decide) {
        var caller = call.caller();
        var sent = new Sent(command, body);
        var changed = assignments.change(
                id, now -> call.act(sent, now.planned().lead(), now.commune()), call.expected(), new Criteria[] {Worklist.visibleTo(caller)},
                now -> decide.on(now, Standpoint.of(caller, now))).orProblem();
        return Versions.ok(changed.version(), views.changed(changed, caller));
    }
}
