package vn.dondoc.task.bulk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Callers;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.process.ProcessKind;
import vn.dondoc.platform.process.StoredProcess;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Standpoint;
import vn.dondoc.task.assignment.Units;
import vn.dondoc.task.timekeeping.Timekeepings;
import vn.dondoc.task.worklist.Worklist;

/** The parts are ids of tasks. Rights are looked at when a part is carried out: one who lost the position meanwhile does nothing more. */
@Component
public final class BulkActs implements ProcessKind {

    public static final String NAME = "task-acts";
    private static final String ACT = "act";
    private static final String LEAD = "lead";
    private static final String COORDINATING = "coordinating";
    private static final String BETWEEN = " ";

    private final Aggregates<Assignment> assignments;
    private final Callers callers;
    private final Directory directory;
    private final Timekeepings timekeepings;

    BulkActs(Aggregates<Assignment> assignments, Callers callers, Directory directory, Timekeepings timekeepings) {
        this.assignments = assignments;
        this.callers = callers;
        this.directory = directory;
        this.timekeepings = timekeepings;
    }

    /** What the parts have in common. */
    public static Map<String, String> parameters(BulkAct act, Units to) {
        return to.lead().isEmpty() ? Map.of(ACT, act.code()) : Map.of(ACT, act.code(), LEAD, joined(to.lead()), COORDINATING, joined(to.coordinating()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome<?> carryOut(StoredProcess process, @Nullable String words, String part, Act act) {
        var what = Coded.of(BulkAct.class, Objects.requireNonNull(process.parameters().get(ACT))).orElseThrow();
        var caller = callers.of(Objects.requireNonNull(process.begun().person(), "A person acts on tasks"));
        var within = Worklist.visibleTo(caller);
        var task = assignments.find(part, within).orElse(null);
        return task == null
                ? new Outcome.NotFound<>()
                : assignments.change(part, nearest(act, caller, task.state()), null, new Criteria[] {within},
                        now -> what.on(now, Standpoint.of(caller, now, directory), told(process, words, now), act.at(), timekeepings.of(now)));
    }

    private BulkAct.Told told(StoredProcess process, @Nullable String words, Assignment task) {
        var to = new Units(units(process.parameters().get(LEAD)), units(process.parameters().get(COORDINATING)));
        return new BulkAct.Told(words, to, Units.activeIn(task.commune(), directory));
    }

    private static String joined(List<UnitId> units) {
        return units.stream().map(UnitId::value).collect(Collectors.joining(BETWEEN));
    }

    private static List<UnitId> units(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : Stream.of(joined.split(BETWEEN, -1)).map(UnitId::new).toList();
    }

    /** In the position that stands nearest to the task, as in the single call. */
    private static Act nearest(Act act, Caller caller, Assignment task) {
        return new Act(caller.actingFor(task.acting(), task.commune()), act.at(), act.correlation(), act.key(), act.bodyHash());
    }
}
