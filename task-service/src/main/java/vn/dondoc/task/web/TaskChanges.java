package vn.dondoc.task.web;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Command;
import vn.dondoc.task.assignment.Standpoint;
import vn.dondoc.task.worklist.Worklist;

/** One command on one task of the caller's branch: the one way in which a call changes it. */
@Component
final class TaskChanges {

    private static final Set<Command> SENDING = EnumSet.of(Command.COMPLETION, Command.EXTENSION);


    private final Aggregates<Assignment> assignments;
    private final Aggregates<Assignment> withHistories;
    private final TaskViews views;
    private final Directory directory;

    TaskChanges(Aggregates<Assignment> assignments, TaskViews views, Directory directory) {
        this.assignments = assignments;
        this.withHistories = assignments.withHistories();
        this.views = views;
        this.directory = directory;
    }

    /** What a command decides on the task as it is then, for the caller as they stand to it then. */
    interface Decide {
        Decision<Assignment> on(Assignment task, Standpoint who);
    }

    /** What a key was first used with: the same words in another command are another thing. */
    private record Sent(Command command, @Nullable Object body) {}

    ResponseEntity<Tasks.Changed> make(String id, Call call, Command command, @Nullable Object body, Decide decide) {
        var changed = changed(assignments, id, call, new Sent(command, body), decide);
        return Versions.ok(changed.version(), views.changed(changed, call.caller()));
    }

    /** The same for whoever is shown the task: the history is read with the state, without a round trip of its own. */
    ResponseEntity<Tasks.Task> andShow(String id, Call call, Command command, @Nullable Object body, Decide decide) {
        var changed = changed(withHistories, id, call, new Sent(command, body), decide);
        return Versions.ok(changed.version(), views.task(changed, call.caller()));
    }

    private Versioned<Assignment> changed(Aggregates<Assignment> from, String id, Call call, Sent sent, Decide decide) {
        var caller = call.caller();
        var within = new Criteria[] {Worklist.visibleTo(caller)};
        return from.change(
                id, now -> call.act(sent, now.acting(), now.commune()), call.expected(), within,
                now -> bySender(sent.command(), caller, decide.on(now, Standpoint.of(caller, now, directory)))).orProblem();
    }

    /** Who sent what waits for a decision is kept: whoever leads a commune does not decide on what they sent for it themselves. */
    private static Decision<Assignment> bySender(Command command, Caller caller, Decision<Assignment> decision) {
        return SENDING.contains(command) && decision instanceof Decision.Accepted<Assignment>(var after, var facts)
                ? new Decision.Accepted<>(after.sentBy(caller.person()), facts) : decision;
    }
}
