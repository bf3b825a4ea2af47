package vn.dondoc.task.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.dondoc.contracts.event.TaskEvent.ExplanationOverdue;
import vn.dondoc.platform.deadline.Explanations;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;

/** The time to answer a leader's question ends, also on a task that is finished. */
final class ExplanationTicking implements Ticking {

    @Override
    public Optional<Instant> next(Assignment task) {
        var explanation = task.explanation();
        return explanation == null || explanation.overdue() || !Explaining.owed(task)
                ? Optional.empty()
                : Optional.of(DomainClock.startOf(explanation.lastDay().plusDays(1)));
    }

    @Override
    public Assignment tell(Assignment task, List<Fact> facts) {
        var owed = Objects.requireNonNull(task.explanation());
        var since = owed.lastDay().plusDays(1);
        var late = Explanations.overdue(owed);
        var state = task.edited(edit -> edit.explanation = late).asOf(DomainClock.startOf(since));
        facts.add(Fact.of(new ExplanationOverdue(state.told(), since), state.commune()));
        return state;
    }
}
