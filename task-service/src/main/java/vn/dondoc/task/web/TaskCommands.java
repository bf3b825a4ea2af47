package vn.dondoc.task.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Attaching;
import vn.dondoc.task.assignment.Command;
import vn.dondoc.task.assignment.Commands;
import vn.dondoc.task.assignment.Extending;
import vn.dondoc.task.assignment.Standpoint;
import vn.dondoc.task.worklist.Worklist;

/** Takes what people do to tasks. Who may do it stands with the assignment; here only which roles may ask at all. */
@RestController
@RequestMapping("/api/tasks/{id}")
final class TaskCommands {

    private final Aggregates<Assignment> assignments;
    private final Aggregates<Assignment> withHistories;
    private final TaskViews views;
    private final Problems problems;
    private final SentFiles files;

    TaskCommands(Aggregates<Assignment> assignments, TaskViews views, Problems problems, SentFiles files) {
        this.assignments = assignments;
        this.withHistories = assignments.withHistories();
        this.views = views;
        this.problems = problems;
        this.files = files;
    }

    /** Whoever opens a task is shown it: the history is read with the state, without a round trip of its own. */
    @PostMapping("/acknowledgement")
    @Allowed
    ResponseEntity<Tasks.Task> acknowledge(@PathVariable String id, Call call) {
        var changed = changed(withHistories, id, call, new Sent(Command.ACKNOWLEDGEMENT, null), (task, who) -> Commands.acknowledge(task, who, call.at()));
        return Versions.ok(changed.version(), views.task(changed, call.caller()));
    }

    @PostMapping("/progress")
    @Allowed
    ResponseEntity<Tasks.Changed> progress(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.Progress body) {
        var told = new Bodies(problems, locale).checked(body);
        return change(id, call, Command.PROGRESS, told, (task, who) ->
                Attaching.to(Commands.recordProgress(task, who, told, call.at()), files.of(id, told.files(), locale)));
    }

    @PostMapping("/completion")
    @Allowed
    ResponseEntity<Tasks.Changed> completion(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.Completion body) {
        var told = new Bodies(problems, locale).checked(body);
        return change(id, call, Command.COMPLETION, told, (task, who) ->
                Attaching.to(Commands.submit(task, who, told, call.at()), files.of(id, told.files(), locale)));
    }

    @PostMapping("/acceptance")
    @Allowed({Role.COMMUNE_STANDING, Role.COMMUNE_LEADER})
    ResponseEntity<Tasks.Changed> acceptance(
            @PathVariable String id, Call call, Locale locale, @RequestBody(required = false) Tasks.@Nullable Decision body) {
        var told = new Bodies(problems, locale).checked(body);
        return change(id, call, Command.ACCEPTANCE, told, (task, who) -> Commands.accept(task, who, told.reason(), call.at()));
    }

    @PostMapping("/return")
    @Allowed({Role.COMMUNE_STANDING, Role.COMMUNE_LEADER})
    ResponseEntity<Tasks.Changed> giveBack(
            @PathVariable String id, Call call, Locale locale, @RequestBody(required = false) Tasks.@Nullable Decision body) {
        var told = new Bodies(problems, locale).checked(body);
        return change(id, call, Command.RETURN, told, (task, who) -> Commands.giveBack(task, who, told.reason(), call.at()));
    }

    @PostMapping("/extension")
    @Allowed
    ResponseEntity<Tasks.Changed> extension(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.ExtensionWanted body) {
        var told = new Bodies(problems, locale).checked(body);
        return change(id, call, Command.EXTENSION, told, (task, who) -> Extending.ask(task, who, told.until(), told.reason(), call.at()));
    }

    @PostMapping("/extension-grant")
    @Allowed({Role.COMMUNE_STANDING, Role.COMMUNE_LEADER})
    ResponseEntity<Tasks.Changed> extensionGrant(
            @PathVariable String id, Call call, Locale locale, @RequestBody(required = false) Tasks.@Nullable ExtensionGrant body) {
        var told = new Bodies(problems, locale).checked(body);
        return change(id, call, Command.EXTENSION_GRANT, told, (task, who) -> Extending.grant(task, who, told.until(), told.reason(), call.at()));
    }

    @PostMapping("/extension-refusal")
    @Allowed({Role.COMMUNE_STANDING, Role.COMMUNE_LEADER})
    ResponseEntity<Tasks.Changed> extensionRefusal(
            @PathVariable String id, Call call, Locale locale, @RequestBody(required = false) Tasks.@Nullable Decision body) {
        var told = new Bodies(problems, locale).checked(body);
        return change(id, call, Command.EXTENSION_REFUSAL, told, (task, who) -> Extending.refuse(task, who, told.reason(), call.at()));
    }

    private interface Decide {
        Decision<Assignment> on(Assignment task, Standpoint who);
    }

    /** What a key was first used with: the same words in another command are another thing. */
    private record Sent(Command command, @Nullable Object body) {}

    private ResponseEntity<Tasks.Changed> change(String id, Call call, Command command, @Nullable Object body, Decide decide) {
        var changed = changed(assignments, id, call, new Sent(command, body), decide);
        return Versions.ok(changed.version(), views.changed(changed, call.caller()));
    }

    private static Versioned<Assignment> changed(Aggregates<Assignment> assignments, String id, Call call, Sent sent, Decide decide) {
        var caller = call.caller();
        var within = new Criteria[] {Worklist.visibleTo(caller)};
        return assignments.change(
                id, now -> call.act(sent, now.planned().lead(), now.commune()), call.expected(), within,
                now -> decide.on(now, Standpoint.of(caller, now))).orProblem();
    }
}
