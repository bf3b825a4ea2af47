package vn.dondoc.task.web;

import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.platform.web.Window;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.worklist.Worklist;

/** Shows tasks. */
@RestController
@RequestMapping("/api/tasks")
final class TaskQueries {

    private final Worklist worklist;
    private final Aggregates<Assignment> assignments;
    private final TaskViews views;
    private final Problems problems;

    TaskQueries(Worklist worklist, Aggregates<Assignment> assignments, TaskViews views, Problems problems) {
        this.worklist = worklist;
        this.assignments = assignments.withHistories();
        this.views = views;
        this.problems = problems;
    }

    @GetMapping
    @Allowed(on = Reach.SELF)
    Page<Tasks.TaskSummary> list(
            Caller caller,
            Window window,
            Locale locale,
            ListParameters asked) {
        var filter = asked.read(new FilterReading(problems, locale));
        var found = worklist.find(caller, filter, window);
        return window.page(found.oneMore().stream().map(task -> views.summary(task, caller)).toList(), found.total());
    }

    @GetMapping("/{id}")
    @Allowed(on = Reach.BRANCH)
    ResponseEntity<Tasks.Task> one(@PathVariable String id, Caller caller) {
        var found = assignments.find(id, Worklist.visibleTo(caller)).orElseThrow(ProblemException::notFound);
        return Versions.ok(found.version(), views.task(found, caller));
    }
}
