package vn.dondoc.task.web;

import java.util.List;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.InCharge;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Window;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.worklist.Worklist;

/** Which leaders are in charge of several tasks, by what they have divided up in the bodies of the directory. */
@RestController
final class LeadersInCharge {

    private final Aggregates<Assignment> assignments;
    private final InCharge inCharge;

    LeadersInCharge(Aggregates<Assignment> assignments, Directory directory) {
        this.assignments = assignments;
        this.inCharge = new InCharge(directory);
    }

    @GetMapping("/api/tasks/in-charge")
    @Allowed(on = Reach.SELF)
    Tasks.InCharge of(Caller caller, @RequestParam(defaultValue = "") List<String> task) {
        if (task.size() > Window.MOST) {
            throw ProblemException.of(400, "LIMIT", Window.MOST);
        }
        var query = new Query(new Criteria().andOperator(Criteria.where("_id").in(task), Worklist.visibleTo(caller)));
        return new Tasks.InCharge(assignments.list(query).stream().map(Versioned::state).map(this::ledBy).toList());
    }

    private Tasks.LedBy ledBy(Assignment task) {
        var particulars = task.particulars();
        var work = new InCharge.Work(task.commune(), task.province(), particulars == null ? null : particulars.programme(), task.planned().lead());
        return new Tasks.LedBy(task.id(), inCharge.leaders(work).stream().map(leader -> new Tasks.Leader(leader.id(), leader.title())).toList());
    }
}
