package vn.dondoc.task.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Window;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Figures;
import vn.dondoc.task.worklist.Worklist;

/** The last words on several tasks at once: a list does not carry them, a page before a meeting wants them. */
@RestController
final class LastNotes {

    private static final Set<String> TOLD = Set.of("ProgressRecorded", "CompletionSubmitted", "DifficultyTold");

    private final Aggregates<Assignment> assignments;

    LastNotes(Aggregates<Assignment> assignments) {
        this.assignments = assignments.withHistories();
    }

    @GetMapping("/api/tasks/last-notes")
    @Allowed(on = Reach.SELF)
    Tasks.LastNotes of(Caller caller, @RequestParam(defaultValue = "") List<String> task) {
        if (task.size() > Window.MOST) {
            throw ProblemException.of(400, "LIMIT", Window.MOST);
        }
        var query = new Query(new Criteria().andOperator(Criteria.where("_id").in(task), Worklist.visibleTo(caller)));
        return new Tasks.LastNotes(assignments.list(query).stream().flatMap(this::lastOf).toList());
    }

    private Stream<Tasks.LastNote> lastOf(Versioned<Assignment> found) {
        var figures = Figures.of(found.state());
        return assignments.history(found).reversed().stream()
                .filter(told -> TOLD.contains(told.entry().type()) && told.text() != null)
                .limit(1)
                .map(told -> new Tasks.LastNote(found.state().id(), String.valueOf(told.text()), told.entry().at(),
                        figures.isEmpty() ? null : figures));
    }
}
