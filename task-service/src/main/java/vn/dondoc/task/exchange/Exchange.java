package vn.dondoc.task.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Systems;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.web.Window;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Command;
import vn.dondoc.task.assignment.Figures;
import vn.dondoc.task.assignment.Rights;
import vn.dondoc.task.assignment.Standpoint;

/** The tasks of a system, in the order of their communes and plans. */
@Component
public final class Exchange {

    private static final Set<String> TOLD = Set.of("ProgressRecorded", "ShareSubmitted", "CompletionSubmitted");
    private static final Sort BY_PLAN = Sort.by("commune", "planned.plan", "planned.order", "_id");

    private final Aggregates<Assignment> assignments;
    private final Directory directory;

    Exchange(Aggregates<Assignment> assignments, Directory directory) {
        this.assignments = assignments.withHistories();
        this.directory = directory;
    }

    /** A task with the last words on it; null where there are none. */
    public record Told(Assignment task, @Nullable String note) {}

    public long count(Caller caller, Belonging belonging) {
        return assignments.count(new Query(belonging.within(caller)));
    }

    /** The wanted page, and one more where there is another page. */
    public List<Systems.Row> page(Caller caller, Belonging belonging, Window window) {
        var query = new Query(belonging.within(caller)).with(BY_PLAN).skip(window.offset()).limit(window.limit() + 1);
        return assignments.list(query).stream().map(this::told).map(told -> row(told, caller)).toList();
    }

    void each(Caller caller, Belonging belonging, int most, Consumer<Told> taker) {
        assignments.each(new Query(belonging.within(caller)).with(BY_PLAN).limit(most), found -> taker.accept(told(found)));
    }

    /** What the caller sees of those codes; several communes may have the same. */
    Map<String, List<Told>> byCode(Caller caller, List<String> codes) {
        var found = new HashMap<String, List<Told>>();
        if (!codes.isEmpty()) {
            assignments.list(new Query(Belonging.coded(caller, codes)).with(BY_PLAN)).stream().map(this::told)
                    .forEach(told -> found.merge(String.valueOf(codeOf(told.task())), List.of(told), (some, one) -> Stream.concat(some.stream(), one.stream()).toList()));
        }
        return found;
    }

    boolean mayRecord(Assignment task, Caller caller) {
        return Rights.offered(task, Standpoint.of(caller, task, directory)).contains(Command.PROGRESS);
    }

    static @Nullable String codeOf(Assignment task) {
        return task.particulars() == null ? null : task.particulars().nationalCode();
    }

    List<Tasks.UnitName> names(List<UnitId> units) {
        return units.stream().map(unit -> new Tasks.UnitName(unit, directory.nameOf(unit))).toList();
    }

    private Told told(Versioned<Assignment> found) {
        return new Told(found.state(), assignments.history(found).reversed().stream()
                .filter(told -> TOLD.contains(told.entry().type()) && told.text() != null)
                .findFirst().map(Aggregates.Told::text).orElse(null));
    }

    private Systems.Row row(Told told, Caller caller) {
        var task = told.task();
        var planned = task.planned();
        var work = task.work();
        return new Systems.Row(
                task.id(), codeOf(task), planned.ordinal(), planned.title(), task.commune(), directory.nameOf(task.commune()), names(planned.lead()),
                task.lastDay(), work.state(), task.timeClass(), work.percent(), told.note(), Figures.of(task), planned.product(),
                work.evidence() == null ? null : work.evidence().number(), work.evidence() == null ? null : work.evidence().date(), mayRecord(task, caller));
    }
}
