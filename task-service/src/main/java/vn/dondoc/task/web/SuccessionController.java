package vn.dondoc.task.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Successions;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.worklist.Worklist;

/** Names the task that one comes from and the one as which it goes on, where its plan was closed. */
@RestController
final class SuccessionController {

    private final Aggregates<Assignment> assignments;

    SuccessionController(Aggregates<Assignment> assignments) {
        this.assignments = assignments;
    }

    @GetMapping("/api/tasks/{id}/succession")
    @Allowed(on = Reach.BRANCH)
    Successions.Succession of(@PathVariable String id, Caller caller) {
        var visible = Worklist.visibleTo(caller);
        var task = assignments.find(id, visible).orElseThrow(ProblemException::notFound).state();
        var origin = Optional.ofNullable(task.carried()).flatMap(carried -> assignments.find(carried.from().value(), visible));
        var successor = assignments.list(new Query(new Criteria().andOperator(visible, Criteria.where("carried.from").is(id)))
                .with(Sort.by("_id")).limit(1)).stream().findFirst();
        return new Successions.Succession(linked(origin), linked(successor));
    }

    private static Successions.@Nullable Linked linked(Optional<Versioned<Assignment>> found) {
        return found.map(Versioned::state)
                .map(task -> new Successions.Linked(
                        task.id(), task.planned().plan(), task.planned().title(), task.work().state(), task.lastDay()))
                .orElse(null);
    }
}
