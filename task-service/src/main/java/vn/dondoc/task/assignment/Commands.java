package vn.dondoc.task.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskEvent.CompletionReturned;
import vn.dondoc.contracts.event.TaskEvent.CompletionSubmitted;
import vn.dondoc.contracts.event.TaskEvent.ProgressRecorded;
import vn.dondoc.contracts.event.TaskEvent.TaskAcknowledged;
import vn.dondoc.contracts.event.TaskEvent.TaskCompleted;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/** What an assignment answers to people, each in some standpoint and at some domain time. */
public final class Commands {

    /** In the history only: a difficulty told with progress; its words stand beside the entry. */
    public static final String DIFFICULTY = "DifficultyTold";

    /** In the history only: what was submitted says that there was nothing to report. */
    public static final String NOTHING = "NothingToReport";

    /** Whoever of a lead unit does one of these has opened the task. */
    private static final Set<Command> OPENING = EnumSet.of(Command.ACKNOWLEDGEMENT, Command.PROGRESS, Command.COMPLETION, Command.EXTENSION, Command.DELEGATION);

    private Commands() {}

    /** Opening it again is nothing new. */
    public static Decision<Assignment> acknowledge(Assignment task, Standpoint who, Instant at) {
        return decide(task, who, Command.ACKNOWLEDGEMENT, at, work -> work, after -> List.of());
    }

    public static Decision<Assignment> recordProgress(Assignment task, Standpoint who, Tasks.Progress told, Instant at) {
        return decide(task, who, Command.PROGRESS, at, work -> work.at(told.percent()), after -> {
            var entry = fact(new ProgressRecorded(after.told()), told.note());
            return told.difficulty() == null
                    ? List.of(entry)
                    : List.of(entry, Fact.internal(DIFFICULTY, task.commune(), Map.of()).withText(told.difficulty()));
        });
    }

    /** Counts by the day of {@code at}. */
    public static Decision<Assignment> submit(Assignment task, Standpoint who, Tasks.Completion told, Instant at) {
        var evidence = Evidence.of(told.documentNumber(), told.documentDate());
        return decide(task, who, Command.COMPLETION, at, work -> work.submitted(task.dayFor(at), evidence),
                after -> {
                    var entry = fact(new CompletionSubmitted(after.told()), told.note());
                    return Boolean.TRUE.equals(told.nothing()) ? List.of(entry, Fact.internal(NOTHING, task.commune(), Map.of())) : List.of(entry);
                });
    }

    public static Decision<Assignment> accept(Assignment task, Standpoint who, @Nullable String words, Instant at) {
        return decide(task, who, Command.ACCEPTANCE, at, work -> work,
                after -> List.of(fact(new TaskCompleted(after.told()), words)));
    }

    /** The submission did not count: the task is as late as it would be without it, and what passed meanwhile is told. */
    public static Decision<Assignment> giveBack(Assignment task, Standpoint who, @Nullable String reason, Instant at) {
        if (Rights.refusal(task, who, Command.RETURN).isEmpty() && (reason == null || reason.isBlank())) {
            return Decision.refuse(422, "REASON_REQUIRED");
        }
        var returned = decide(task, who, Command.RETURN, at, Work::notSubmitted,
                after -> List.of(fact(new CompletionReturned(after.told()), reason)));
        if (!(returned instanceof Decision.Accepted<Assignment>(Assignment state, List<Fact> facts))) {
            return returned;
        }
        var all = new ArrayList<>(facts);
        return new Decision.Accepted<>(Amending.caughtUp(state, at, all), all);
    }

    /** What the sweep has not told yet comes first, so that no boundary is lost to a command that comes just behind it. */
    private static Decision<Assignment> decide(
            Assignment task, Standpoint who, Command command, Instant at, UnaryOperator<Work> change, Function<Assignment, List<Fact>> facts) {
        return on(task, who, command, at, state -> state.with(change.apply(state.work()), at), facts);
    }

    /** The same for what changes more than the work. */
    static Decision<Assignment> on(
            Assignment task, Standpoint who, Command command, Instant at, UnaryOperator<Assignment> change, Function<Assignment, List<Fact>> facts) {
        var refusal = Rights.refusal(task, who, command);
        if (refusal.isPresent()) {
            return new Decision.Refused<>(refusal.get());
        }
        var passed = Passing.upTo(task, at);
        var all = new ArrayList<>(passed.facts());
        var state = passed.state();
        if (who.lead() && OPENING.contains(command) && !state.work().opened()) {
            state = state.with(state.work().seen(), at);
            all.add(fact(new TaskAcknowledged(state.told()), null));
        }
        var next = Transitions.after(state.work().state(), command).orElseThrow();
        state = change.apply(state.with(state.work().in(next), at));
        all.addAll(facts.apply(state));
        return all.isEmpty() ? Decision.unchanged() : new Decision.Accepted<>(state, all);
    }

    static Fact fact(TaskEvent event, @Nullable String words) {
        return Fact.of(event, event.task().commune()).withText(words);
    }
}
