package vn.dondoc.task.part;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.EventTypes;
import vn.dondoc.contracts.event.TaskEvent.TaskDelegated;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Delegating;
import vn.dondoc.task.merger.Following;
import vn.dondoc.task.timekeeping.Timekeepings;

/** Makes the parts that wholes have told of. What a part is stands in the history of its whole, so that it is made once, of the same. */
@Component
public class Handing {

    private static final String DELEGATED = EventTypes.nameOf(TaskDelegated.class);

    private final Aggregates<Assignment> assignments;
    private final Following following;
    private final Timekeepings timekeepings;
    private final DomainClock clock;

    Handing(Aggregates<Assignment> assignments, Following following, Timekeepings timekeepings, DomainClock clock) {
        this.timekeepings = timekeepings;
        this.assignments = assignments;
        this.following = following;
        this.clock = clock;
    }

    /** The part that a whole has told of in its history; nothing where it is there already. */
    public void make(String whole, TaskId part) {
        if (assignments.find(part.value()).isPresent()) {
            return;
        }
        assignments.history(whole).stream()
                .map(Aggregates.Told::entry)
                .filter(entry -> entry.type().equals(DELEGATED) && part.value().equals(entry.data().get("part")))
                .findFirst()
                .ifPresent(entry -> make(EventJson.mapper().convertValue(entry.data(), TaskDelegated.class), entry.sequence(), entry.at()));
    }

    /**
     * The part that was told of.
     *
     * @param version of the whole when it told it
     */
    void make(TaskDelegated told, long version, Instant at) {
        Delegating.part(told, version, at, timekeepings.of(told.task().commune(), told.task().province())).ifPresent(part -> {
            var act = Act.bySystem("task-parts", clock.instant());
            assignments.createAll(act, List.of(new Aggregates.New<>(told.part().value(), part)));
            following.all(List.of(told.part().value()), part.state().planned().lead(), act);
        });
    }
}
