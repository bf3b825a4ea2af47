package vn.dondoc.task.timekeeping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.process.ProcessKind;
import vn.dondoc.platform.process.Processes;
import vn.dondoc.platform.process.StoredProcess;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Recomputing;

/**
 * The tasks that are open where another calendar or other settings hold now; the parts are their ids. Each is decided by what is stored when
 * its turn comes, so that of two changes in a row the later wins, whichever process is carried out last.
 */
public final class RecomputedTasks implements ProcessKind {

    public static final String NAME = "task-timekeeping";

    private static final List<String> FINISHED = List.of(WorkState.COMPLETED.name(), WorkState.CANCELLED.name());

    private final Aggregates<Assignment> assignments;
    private final Timekeepings timekeepings;

    RecomputedTasks(Aggregates<Assignment> assignments, Timekeepings timekeepings) {
        this.assignments = assignments;
        this.timekeepings = timekeepings;
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * Some ids of tasks that are open, or owe news, in the order of their ids.
     *
     * @param unit a province or a commune
     * @param last the last one of those before; null for the first ones
     */
    List<String> partsOf(UnitId unit, @Nullable String last) {
        var place = new Criteria().orOperator(Criteria.where("commune").is(unit.value()), Criteria.where("province").is(unit.value()));
        var open = new Criteria().orOperator(Criteria.where("work.state").nin(FINISHED), Criteria.where("newsDue").ne(null));
        var behind = last == null ? Criteria.where("_id").exists(true) : Criteria.where("_id").gt(last);
        var query = new Query(new Criteria().andOperator(place, open, behind)).with(Sort.by("_id")).limit(Processes.MOST_PARTS);
        return assignments.list(query).stream().map(Versioned::id).toList();
    }

    /** Without a key: a task that is so already stays as it is. */
    @Override
    public Outcome<Assignment> carryOut(StoredProcess process, @Nullable String words, String part, Act act) {
        return recompute(part, new Act(act.actor(), act.at(), act.correlation(), null, null));
    }

    /** One task by what holds now; what is stored is read anew with each attempt, behind the task itself. */
    Outcome<Assignment> recompute(String id, Act act) {
        return assignments.change(id, act, task -> Recomputing.recompute(task, timekeepings.of(task), act.at()));
    }

    /** Tasks that were decided by what held a moment ago; to be called when they are stored. */
    public void catchUp(List<String> ids, Act act) {
        ids.forEach(id -> recompute(id, act).orProblem());
    }
}
