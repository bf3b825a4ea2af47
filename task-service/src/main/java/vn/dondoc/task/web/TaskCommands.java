package vn.dondoc.task.web;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Attaching;
import vn.dondoc.task.assignment.Command;
import vn.dondoc.task.assignment.Commands;
import vn.dondoc.task.assignment.Delegating;
import vn.dondoc.task.assignment.Extending;
import vn.dondoc.task.assignment.Finishing;
import vn.dondoc.task.part.Handing;
import vn.dondoc.task.part.Parts;
import vn.dondoc.task.timekeeping.Timekeepings;

/** Takes what people do to tasks. Who may do it stands with the assignment; here only which roles may ask at all. */
@RestController
@RequestMapping("/api/tasks/{id}")
final class TaskCommands {

    private final TaskChanges changes;
    private final Timekeepings timekeepings;
    private final Problems problems;
    private final Directory directory;
    private final Parts parts;
    private final Handing handing;
    private final SentFiles files;

    TaskCommands(
            TaskChanges changes, Timekeepings timekeepings, Problems problems, Directory directory, Parts parts, Handing handing, SentFiles files) {
        this.changes = changes;
        this.timekeepings = timekeepings;
        this.parts = parts;
        this.handing = handing;
        this.problems = problems;
        this.directory = directory;
        this.files = files;
    }

    /** Whoever opens a task is shown it. */
    @PostMapping("/acknowledgement")
    @Allowed(on = Reach.WORKING)
    ResponseEntity<Tasks.Task> acknowledge(@PathVariable String id, Call call) {
        return changes.andShow(id, call, Command.ACKNOWLEDGEMENT, null, (task, who) -> Commands.acknowledge(task, who, call.at()));
    }

    @PostMapping("/progress")
    @Allowed(on = Reach.DOING)
    ResponseEntity<Tasks.Changed> progress(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.Progress body) {
        var told = new Bodies(problems, locale).checked(body);
        return change(id, call, Command.PROGRESS, told, (task, who) ->
                Attaching.to(Commands.recordProgress(task, who, told, call.at()), files.of(id, told.files(), locale)));
    }

    @PostMapping("/completion")
    @Allowed(on = Reach.DOING)
    ResponseEntity<Tasks.Changed> completion(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.Completion body) {
        var told = new Bodies(problems, locale).checked(body);
        return change(id, call, Command.COMPLETION, told, (task, who) -> Attaching.to(
                Delegating.submit(task, who, told, () -> parts.openOf(id), acceptAfter(task), call.at()), files.of(id, told.files(), locale)));
    }

    @PostMapping("/acceptance")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<Tasks.Changed> acceptance(
            @PathVariable String id, Call call, Locale locale, @RequestBody(required = false) Tasks.@Nullable Decision body) {
        var told = new Bodies(problems, locale).checked(body);
        return change(id, call, Command.ACCEPTANCE, told, (task, who) -> Commands.accept(task, who, told.reason(), call.at()));
    }

    @PostMapping("/return")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<Tasks.Changed> giveBack(
            @PathVariable String id, Call call, Locale locale, @RequestBody(required = false) Tasks.@Nullable Decision body) {
        var told = new Bodies(problems, locale).checked(body);
        return change(id, call, Command.RETURN, told, (task, who) -> Commands.giveBack(task, who, told.reason(), call.at(), timekeepings.of(task)));
    }

    @PostMapping("/extension")
    @Allowed(on = Reach.DOING)
    ResponseEntity<Tasks.Changed> extension(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.ExtensionWanted body) {
        var told = new Bodies(problems, locale).checked(body);
        return change(id, call, Command.EXTENSION, told, (task, who) -> Extending.ask(task, who, told.until(), told.reason(), call.at()));
    }

    @PostMapping("/extension-grant")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<Tasks.Changed> extensionGrant(
            @PathVariable String id, Call call, Locale locale, @RequestBody(required = false) Tasks.@Nullable ExtensionGrant body) {
        var told = new Bodies(problems, locale).checked(body);
        return change(id, call, Command.EXTENSION_GRANT, told,
                (task, who) -> Extending.grant(task, who, told.until(), told.reason(), call.at(), timekeepings.of(task)));
    }

    @PostMapping("/extension-refusal")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<Tasks.Changed> extensionRefusal(
            @PathVariable String id, Call call, Locale locale, @RequestBody(required = false) Tasks.@Nullable Decision body) {
        var told = new Bodies(problems, locale).checked(body);
        return change(id, call, Command.EXTENSION_REFUSAL, told, (task, who) -> Extending.refuse(task, who, told.reason(), call.at()));
    }

    @PostMapping("/conclusion-unit")
    @Allowed(on = Reach.GIVING)
    ResponseEntity<Tasks.Changed> conclusionUnit(@PathVariable String id, Call call, @RequestBody Tasks.ConclusionUnit body) {
        return change(id, call, Command.CONCLUSION_UNIT, body, (task, who) -> Finishing.conclude(task, who, body.unit(), call.at()));
    }

    /** The part is made in the same call; where that ends in between it is made by the event of its whole. */
    @PostMapping("/delegation")
    @Allowed(on = Reach.DOING)
    ResponseEntity<Tasks.Changed> delegation(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.Delegation body) {
        var told = new Bodies(problems, locale).checked(body);
        var part = new TaskId(Ids.derived("part", id, call.newId("part")));
        var changed = change(id, call, Command.DELEGATION, told, (task, who) ->
                Delegating.delegate(task, who, told, part, parts.takers(task), call.at()));
        handing.make(id, part);
        return changed;
    }

    /** The days to decide on a submission that comes now; 0 for without end. What the province decides on is not accepted by days of a commune. */
    private int acceptAfter(Assignment task) {
        var place = task.isDecidedBeyond(unit -> directory.unit(unit).map(UnitState::commune).filter(task.commune()::equals).isPresent())
                ? task.province() : task.commune();
        return Objects.requireNonNullElse(directory.settings(place, task.province()).acceptAfter(), 0);
    }

    private ResponseEntity<Tasks.Changed> change(
            String id, Call call, Command command, @Nullable Object body, TaskChanges.Decide decide) {
        return changes.make(id, call, command, body, decide);
    }
}
