package vn.dondoc.task.merger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.merger.MergerProcess;
import vn.dondoc.platform.process.StoredProcess;
import vn.dondoc.task.assignment.Assignment;

/** The open tasks of a merged unit; the parts are their ids. */
final class MergedTasks implements MergerProcess {

    private static final List<String> FINISHED = List.of(WorkState.COMPLETED.name(), WorkState.CANCELLED.name());

    private final Aggregates<Assignment> assignments;
    private final Following following;

    MergedTasks(Aggregates<Assignment> assignments, Following following) {
        this.assignments = assignments;
        this.following = following;
    }

    @Override
    public String name() {
        return "task-merger";
    }

    @Override
    public List<String> partsOf(UnitState merged) {
        var unit = merged.id().value();
        var concerned = new Criteria().orOperator(Criteria.where("planned.lead").is(unit), Criteria.where("planned.coordinating").is(unit),
                Criteria.where("whole.giver").is(unit));
        var open = new Criteria().andOperator(concerned, Criteria.where("work.state").nin(FINISHED));
        return assignments.list(new Query(open).with(Sort.by("_id"))).stream().map(Versioned::id).toList();
    }

    /** Without a key: a task that names no merged unit stays as it is, and one whose heir was merged as well is given on. */
    @Override
    public Outcome<?> carryOut(StoredProcess process, @Nullable String words, String part, Act act) {
        return following.one(part, new Act(act.actor(), act.at(), act.correlation(), null, null));
    }
}
