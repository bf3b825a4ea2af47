package vn.dondoc.task.planning;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.task.deadline.Timekeeping;
import vn.dondoc.task.timekeeping.RecomputedTasks;
import vn.dondoc.task.timekeeping.Timekeepings;

/** How the communes of a batch keep time: read once for the batch, and compared when its tasks are stored. */
final class Schedules {

    private final Timekeepings timekeepings;
    private final RecomputedTasks recomputed;

    Schedules(Timekeepings timekeepings, RecomputedTasks recomputed) {
        this.timekeepings = timekeepings;
        this.recomputed = recomputed;
    }

    /** As it is while a batch is taken in. */
    final class Batch {

        private final Map<UnitId, Timekeeping> read = new HashMap<>();

        Timekeeping of(PlannedTask task) {
            return read.computeIfAbsent(task.commune(), commune -> timekeepings.of(commune, task.province()));
        }

        /** Tasks of communes whose time is kept otherwise since: a change that was told between is theirs as well. */
        void catchUp(Collection<PlannedTask> stored, Act act) {
            var now = new Schedules(timekeepings, recomputed).batch();
            recomputed.catchUp(
                    stored.stream().filter(task -> !now.of(task).asOf().equals(of(task).asOf())).map(task -> task.id().value()).distinct().toList(), act);
        }
    }

    Batch batch() {
        return new Batch();
    }

    /** As it is now. */
    Timekeeping now(PlannedTask task) {
        return timekeepings.of(task.commune(), task.province());
    }
}
