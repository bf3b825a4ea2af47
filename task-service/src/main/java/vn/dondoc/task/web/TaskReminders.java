package vn.dondoc.task.web;

import java.util.List;
import java.util.Locale;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Reminding;
import vn.dondoc.task.assignment.Standpoint;
import vn.dondoc.task.timekeeping.Timekeepings;
import vn.dondoc.task.worklist.Worklist;

/** Takes the days on which somebody is told of one task. */
@RestController
final class TaskReminders {

    private static final int MOST = 5;
    private static final int FARTHEST = 60;

    private final Aggregates<Assignment> assignments;
    private final TaskViews views;
    private final Directory directory;
    private final Timekeepings timekeepings;
    private final Problems problems;

    TaskReminders(Aggregates<Assignment> assignments, TaskViews views, Directory directory, Timekeepings timekeepings, Problems problems) {
        this.assignments = assignments;
        this.views = views;
        this.directory = directory;
        this.timekeepings = timekeepings;
        this.problems = problems;
    }

    @PutMapping("/api/tasks/{id}/reminders")
    @Allowed(value = {Role.COMMUNE_STANDING, Role.COMMUNE_LEADER}, on = Reach.DECIDING)
    ResponseEntity<Tasks.Changed> set(@PathVariable String id, @RequestBody Tasks.OwnReminders body, Call call, Locale locale) {
        if (!isFalling(body.daysLeft())) {
            var sentence = problems.text("DAYS_LEFT_BROKEN", locale, MOST, FARTHEST);
            throw ProblemException.withErrors(400, "VALIDATION", List.of(new Problem.FieldError("daysLeft", "DAYS_LEFT_BROKEN", sentence)));
        }
        var caller = call.caller();
        var within = new Criteria[] {Worklist.visibleTo(caller)};
        var changed = assignments.change(
                id, now -> call.act(List.of(Reminding.COMMAND, body), now.acting(), now.commune()), call.expected(), within,
                now -> Reminding.set(now, Standpoint.of(caller, now, directory), body.daysLeft(), call.at(), timekeepings.of(now))).orProblem();
        return Versions.ok(changed.version(), views.changed(changed, caller));
    }

    private static boolean isFalling(List<Integer> days) {
        for (int i = 1; i < days.size(); i++) {
            if (days.get(i) >= days.get(i - 1)) {
                return false;
            }
        }
        return days.size() <= MOST && days.stream().allMatch(day -> day >= 0 && day <= FARTHEST);
    }
}
