package vn.dondoc.task.web;

import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.task.assignment.Command;
import vn.dondoc.task.assignment.Commands;
import vn.dondoc.task.assignment.Giving;
import vn.dondoc.task.assignment.Units;
import vn.dondoc.task.timekeeping.Timekeepings;

/** Takes what passes between who gave a task and who is to do it, and what anybody concerned says of it. */
@RestController
@RequestMapping("/api/tasks/{id}")
final class TaskGiving {

    private final TaskChanges changes;
    private final Timekeepings timekeepings;
    private final Directory directory;
    private final Problems problems;

    TaskGiving(TaskChanges changes, Timekeepings timekeepings, Directory directory, Problems problems) {
        this.changes = changes;
        this.timekeepings = timekeepings;
        this.directory = directory;
        this.problems = problems;
    }

    @PostMapping("/return-to-giver")
    @Allowed(on = Reach.WORKING)
    ResponseEntity<Tasks.Changed> returnToGiver(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.Reason body) {
        var told = new Bodies(problems, locale).checked(body);
        return changes.make(id, call, Command.RETURN_TO_GIVER, told, (task, who) -> Giving.returnToGiver(task, who, told.reason(), call.at()));
    }

    @PostMapping("/insistence")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<Tasks.Changed> insistence(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.Reason body) {
        var told = new Bodies(problems, locale).checked(body);
        return changes.make(id, call, Command.INSISTENCE, told, (task, who) -> Giving.insist(task, who, told.reason(), call.at()));
    }

    @PostMapping("/reassignment")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<Tasks.Changed> reassignment(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.Reassignment body) {
        var told = new Bodies(problems, locale).checked(body);
        var wanted = new Units(told.lead(), told.coordinating());
        return changes.make(id, call, Command.REASSIGNMENT, told,
                (task, who) -> Giving.reassign(task, who, wanted, Units.activeIn(task.commune(), directory), told.reason(), call.at()));
    }

    @PostMapping("/cancellation")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<Tasks.Changed> cancellation(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.Reason body) {
        var told = new Bodies(problems, locale).checked(body);
        return changes.make(id, call, Command.CANCELLATION, told, (task, who) -> Giving.cancel(task, who, told.reason(), call.at()));
    }

    @PostMapping("/reopening")
    @Allowed(on = Reach.DECIDING)
    ResponseEntity<Tasks.Changed> reopening(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.Reason body) {
        var told = new Bodies(problems, locale).checked(body);
        return changes.make(id, call, Command.REOPENING, told, (task, who) -> Commands.reopen(task, who, told.reason(), call.at(), timekeepings.of(task)));
    }

    @PostMapping("/comment")
    @Allowed(on = Reach.TAKING_PART)
    ResponseEntity<Tasks.Changed> comment(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.Comment body) {
        var told = new Bodies(problems, locale).checked(body);
        return changes.make(id, call, Command.COMMENT, told, (task, who) -> Commands.comment(task, who, told.text(), call.at()));
    }
}
