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
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.task.assignment.Command;
import vn.dondoc.task.assignment.Describing;

/** Takes what is told of tasks beside their plans. */
@RestController
@RequestMapping("/api/tasks/{id}")
final class DescribingCommands {

    private final TaskChanges changes;
    private final Problems problems;

    DescribingCommands(TaskChanges changes, Problems problems) {
        this.changes = changes;
        this.problems = problems;
    }

    @PostMapping("/particulars")
    @Allowed(on = Reach.GIVING)
    ResponseEntity<Tasks.Changed> particulars(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.ParticularsWanted body) {
        var told = new DescribingBodies(problems, locale).checked(body);
        return changes.make(id, call, Command.PARTICULARS, told, (task, who) ->
                Describing.particulars(task, who, told.nationalCode(), told.level(), told.programme(), told.budgetSource(), call.at()));
    }

    @PostMapping("/steps")
    @Allowed(on = Reach.TAKING_PART)
    ResponseEntity<Tasks.Changed> steps(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.StepsWanted body) {
        var names = new DescribingBodies(problems, locale).names(body);
        return changes.make(id, call, Command.STEPS, names, (task, who) -> Describing.steps(task, who, names, call.at()));
    }

    @PostMapping("/step")
    @Allowed(on = Reach.DOING)
    ResponseEntity<Tasks.Changed> step(@PathVariable String id, Call call, @RequestBody Tasks.StepReached body) {
        return changes.make(id, call, Command.STEP, body, (task, who) -> Describing.step(task, who, body.step(), body.doneOn(), call.at()));
    }

    @PostMapping("/disbursement")
    @Allowed(on = Reach.DOING)
    ResponseEntity<Tasks.Changed> disbursement(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.Disbursement body) {
        var told = new DescribingBodies(problems, locale).checked(body);
        return changes.make(id, call, Command.DISBURSEMENT, told, (task, who) -> Describing.disbursed(task, who, told.disbursedVnd(), call.at()));
    }

    /** In the position that stands nearest to the task: it is the position that is told, whoever holds it. */
    @PostMapping("/following")
    @Allowed(on = Reach.TAKING_PART)
    ResponseEntity<Tasks.Changed> following(@PathVariable String id, Call call, @RequestBody Tasks.Following body) {
        return changes.make(id, call, Command.FOLLOWING, body, (task, who) -> {
            var position = call.caller().actingFor(task.planned().lead(), task.commune()).position();
            if (position == null) {
                throw ProblemException.of(403, "FORBIDDEN");
            }
            return Describing.follow(task, who, position, body.follow(), call.at());
        });
    }
}
