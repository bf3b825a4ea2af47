package vn.dondoc.task.web;

import java.util.Locale;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Command;
import vn.dondoc.task.assignment.Explaining;

/** Takes what leaders, and who gave directives, ask of late tasks, and the answers. How long there is to answer is a setting of the commune. */
@RestController
@RequestMapping("/api/tasks/{id}")
final class TaskExplanations {

    private final TaskChanges changes;
    private final Directory directory;
    private final Problems problems;

    TaskExplanations(TaskChanges changes, Directory directory, Problems problems) {
        this.changes = changes;
        this.directory = directory;
        this.problems = problems;
    }

    @PostMapping("/explanation-request")
    @Allowed
    ResponseEntity<Tasks.Changed> ask(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.ExplanationWanted body) {
        var told = new Bodies(problems, locale).checked(body);
        return changes.make(id, call, Command.EXPLANATION_REQUEST, told,
                (task, who) -> Explaining.ask(task, who, told.question(), told.lastDay(), daysFor(task), call.at()));
    }

    @PostMapping("/explanation")
    @Allowed
    ResponseEntity<Tasks.Changed> give(@PathVariable String id, Call call, Locale locale, @RequestBody Tasks.ExplanationAnswer body) {
        var told = new Bodies(problems, locale).checked(body);
        return changes.make(id, call, Command.EXPLANATION, told, (task, who) -> Explaining.give(task, who, told.text(), call.at()));
    }

    private int daysFor(Assignment task) {
        return Objects.requireNonNull(directory.settings(task.commune(), task.province()).explainWithin());
    }
}
