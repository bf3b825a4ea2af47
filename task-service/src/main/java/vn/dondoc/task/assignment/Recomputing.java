package vn.dondoc.task.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.dondoc.contracts.event.TaskEvent.DeadlineMoved;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.task.deadline.Timekeeping;

/**
 * What another calendar, or other settings, mean for a task. Only what is open is touched: a verdict stays, and a submission that waits for
 * its own is judged by the day that held when it came. One event where another day counts, none where only the reminders change.
 */
public final class Recomputing {

    /** In the history only: somebody will be told on other days, or news are waited for otherwise. */
    public static final String KEPT = "TimekeepingChanged";

    private Recomputing() {}

    /**
     * The task as time is kept now; whatever held before, so that of two changes the later wins in whichever order they are carried out.
     *
     * @param at domain time of the change; what time had to tell until then is told first, by what held until then
     */
    public static Decision<Assignment> recompute(Assignment task, Timekeeping keeping, Instant at) {
        if (kept(task, keeping, at).equals(task)) {
            return Decision.unchanged();
        }
        var passed = Passing.upTo(task, at);
        var facts = new ArrayList<>(passed.facts());
        var state = changed(passed.state(), keeping, at, facts);
        return facts.isEmpty() ? Decision.unchanged() : new Decision.Accepted<>(state, facts);
    }

    /** The same for a task that is open again since its submission was given back. */
    static Assignment caughtUp(Assignment returned, Timekeeping keeping, Instant at, List<Fact> facts) {
        return changed(returned, keeping, at, facts);
    }

    private static Assignment changed(Assignment task, Timekeeping keeping, Instant at, List<Fact> facts) {
        var kept = kept(task, keeping, at);
        if (kept.equals(task)) {
            return task;
        }
        var before = task.lastDay();
        if (before == null || before.equals(kept.lastDay())) {
            // How it stands is told with the next thing that happens to it: nobody is woken by a reminder that moved
            facts.add(Fact.internal(KEPT, task.commune(), Map.of()));
            return kept.edited(edit -> edit.nextBoundaryAt = Passing.next(kept).orElse(null));
        }
        var moved = kept.until(kept.deadline(), at);
        facts.add(Fact.of(new DeadlineMoved(moved.told(), before, null), moved.commune()));
        return moved;
    }

    private static Assignment kept(Assignment task, Timekeeping keeping, Instant at) {
        var fresh = Freshness.kept(task, at, keeping);
        var deadline = task.deadline();
        return deadline == null || !task.work().unfinished()
                ? fresh
                : fresh.edited(edit -> edit.deadline = deadline.kept(keeping, at, task.dayFor(at)));
    }
}
