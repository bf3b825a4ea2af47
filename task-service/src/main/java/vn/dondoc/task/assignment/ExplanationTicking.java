package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskEvent.ExplanationDueSoon;
import vn.dondoc.contracts.event.TaskEvent.ExplanationOverdue;
import vn.dondoc.platform.deadline.Explanations;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;

/** The time to answer a leader's question comes to its end, also on a task that is finished. */
final class ExplanationTicking implements Ticking {

    @Override
    public Optional<Instant> next(Assignment task) {
        return Explaining.owed(task) ? Explanations.next(task.explanation()) : Optional.empty();
    }

    @Override
    public Assignment tell(Assignment task, List<Fact> facts) {
        var at = next(task).orElseThrow();
        var step = Explanations.reached(task.explanation(), LocalDate.ofInstant(at, DomainClock.ZONE)).orElseThrow();
        var state = task.edited(edit -> edit.explanation = step.after()).asOf(at);
        facts.add(Fact.of(event(state, step), state.commune()));
        return state;
    }

    private static TaskEvent event(Assignment state, Explanations.Step step) {
        return switch (step) {
            case Explanations.DueSoon soon -> new ExplanationDueSoon(state.told(), soon.daysLeft());
            case Explanations.Overdue late -> new ExplanationOverdue(state.told(), late.since());
        };
    }
}
