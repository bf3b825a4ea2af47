package vn.dondoc.task.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.dondoc.contracts.event.TaskEvent.TaskCompleted;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;

/** A submission on which nobody decided within the days that the settings gave when it came counts as accepted. */
final class SilentAcceptance implements Ticking {

    @Override
    public Optional<Instant> next(Assignment task) {
        return task.work().state() == WorkState.SUBMITTED ? Optional.ofNullable(task.work().decideBy()).map(day -> DomainClock.startOf(day.plusDays(1))) : Optional.empty();
    }

    @Override
    public Assignment tell(Assignment task, List<Fact> facts) {
        var at = DomainClock.startOf(Objects.requireNonNull(task.work().decideBy()).plusDays(1));
        var accepted = task.with(task.work().in(WorkState.COMPLETED), at);
        facts.add(Commands.fact(new TaskCompleted(accepted.told()), null));
        return accepted;
    }
}
