package vn.dondoc.task.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.dondoc.contracts.event.News;
import vn.dondoc.contracts.event.TaskEvent.TaskStale;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;

/** Nothing is heard of an ongoing task for longer than its commune waits: told once, until there are news again. */
final class NewsTicking implements Ticking {

    @Override
    public Optional<Instant> next(Assignment task) {
        var news = task.news();
        var due = task.newsDue();
        return news == null || due == null || news.stale() || !Freshness.isAwaited(task)
                ? Optional.empty()
                : Optional.of(DomainClock.startOf(due.staleOn()));
    }

    @Override
    public Assignment tell(Assignment task, List<Fact> facts) {
        var since = Objects.requireNonNull(task.newsDue()).staleOn();
        var last = Objects.requireNonNull(task.news()).last();
        var state = task.edited(edit -> edit.news = new News(last, true)).asOf(DomainClock.startOf(since));
        facts.add(Fact.of(new TaskStale(state.told(), since), state.commune()));
        return state;
    }
}
