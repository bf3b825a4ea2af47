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
import vn.dondoc.contracts.event.TaskEvent.ProgressRecorded;
import vn.dondoc.contracts.event.TaskEvent.TaskAcknowledged;
import vn.dondoc.contracts.event.TaskEvent.TaskCompleted;
import vn.dondoc.contracts.event.TaskEvent.TaskReopened;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.task.deadline.Timekeeping;

/** What an assignment answers to people, each in some standpoint and at some domain time. */
public final class Commands {

    /** In the history only: a difficulty told with progress; its words stand beside the entry. */
    public static final String DIFFICULTY = "DifficultyTold";

    /** In the history only: what was submitted says that there was nothing to report. */
    public static final String NOTHING = "NothingToReport";

    /** In the history only: what somebody concerned has to say. */
    public static final String COMMENT = "CommentMade";

    /** Whoever of a lead unit does one of these has opened the task. */
    private static final Set<Command> OPENING = EnumSet.of(
            Command.ACKNOWLEDGEMENT, Command.PROGRESS, Command.COMPLETION, Command.EXTENSION, Command.RETURN_TO_GIVER, Command.EXPLANATION,
            Command.DELEGATION);

    private Commands() {}

    /** Opening it again is nothing new. */
    public static Decision<Assignment> acknowledge(Assignment task, Standpoint who, Instant at) {
        return decide(task, who, Command.ACKNOWLEDGEMENT, at, work -> work, after -> List.of());
    }

    public static Decision<Assignment> recordProgress(Assignment task, Standpoint who, Tasks.Progress told, Instant at) {
        return Figures.limited(on(task, who, Command.PROGRESS, at, state -> state.with(state.work().at(told, state.dayFor(at)), at),
                after -> told(after, told)));
    }

    private static List<Fact> told(Assignment after, Tasks.Progress told) {
        var facts = new ArrayList<>(List.of(fact(new ProgressRecorded(after.told()), told.note())));
        if (told.figures() != null) {
            facts.add(Figures.fact(after.commune(), told.figures()));
        }
        if (told.difficulty() != null) {
            facts.add(Fact.internal(DIFFICULTY, after.commune(), Map.of()).withText(told.difficulty()));
        }
        return facts;
    }

    /** Counts by the day of {@code at}, and waits for its verdict without end. */
    public static Decision<Assignment> submit(Assignment task, Standpoint who, Tasks.Completion told, Instant at) {
        return submit(task, who, told, 0, at);
    }

    /**
     * Counts by the day of {@code at}, of several lead units by the day of the last one, or by the day it was really done where its
     * deadline was past when the plan was published.
     *
     * @param acceptAfter days to decide on it, after which it counts as accepted; 0 for without end
     */
    public static Decision<Assignment> submit(Assignment task, Standpoint who, Tasks.Completion told, int acceptAfter, Instant at) {
        return BeforeEntry.refused(task, who, told.doneOn(), at).orElseGet(() -> Figures.limited(Finishing.submit(task, who, told, acceptAfter, at)));
    }

    public static Decision<Assignment> accept(Assignment task, Standpoint who, @Nullable String words, Instant at) {
        return decide(task, who, Command.ACCEPTANCE, at, work -> work,
                after -> List.of(fact(new TaskCompleted(after.told()), words)));
    }

    /** The submission did not count: the task is as late as it would be without it, and what passed meanwhile is told. */
    public static Decision<Assignment> giveBack(Assignment task, Standpoint who, @Nullable String reason, Instant at) {
        return giveBack(task, who, reason, at, null);
    }

    /** @param keeping how time is kept now: open again, the day counts that it names by now; null to leave the day as it was */
    public static Decision<Assignment> giveBack(
            Assignment task, Standpoint who, @Nullable String reason, Instant at, @Nullable Timekeeping keeping) {
        if (Rights.refusal(task, who, Command.RETURN).isEmpty() && (reason == null || reason.isBlank())) {
            return Decision.refuse(422, "REASON_REQUIRED");
        }
        return undone(task, who, Command.RETURN, at, keeping, UnaryOperator.identity(), after -> fact(new CompletionReturned(after.told()), reason));
    }

    /** What was accepted is not done: open again, as late as it would be without its submission. */
    public static Decision<Assignment> reopen(Assignment task, Standpoint who, String reason, Instant at) {
        return reopen(task, who, reason, at, Timekeeping.USUAL);
    }

    /** The same where the commune keeps time in its own way: news are owed again, and the day counts that it names by now. */
    public static Decision<Assignment> reopen(Assignment task, Standpoint who, String reason, Instant at, Timekeeping keeping) {
        return undone(task, who, Command.REOPENING, at, keeping, state -> Freshness.planned(state, at, keeping),
                after -> fact(new TaskReopened(after.told()), reason));
    }

    /** Whatever the state of the work. */
    public static Decision<Assignment> comment(Assignment task, Standpoint who, String words, Instant at) {
        return decide(task, who, Command.COMMENT, at, work -> work,
                _ -> List.of(Fact.internal(COMMENT, task.commune(), Map.of()).withText(words)));
    }

    private static Decision<Assignment> undone(
            Assignment task, Standpoint who, Command command, Instant at, @Nullable Timekeeping keeping,
            UnaryOperator<Assignment> change, Function<Assignment, Fact> told) {
        var returned = on(task, who, command, at, state -> change.apply(state.with(state.work().notSubmitted(), at)),
                after -> List.of(told.apply(after)));
        if (!(returned instanceof Decision.Accepted<Assignment>(Assignment state, List<Fact> facts))) {
            return returned;
        }
        var all = new ArrayList<>(facts);
        return new Decision.Accepted<>(Amending.caughtUp(state, at, keeping, all), all);
    }

    /** What the sweep has not told yet comes first, so that no boundary is lost to a command that comes just behind it. */
    private static Decision<Assignment> decide(
            Assignment task, Standpoint who, Command command, Instant at, UnaryOperator<Work> change, Function<Assignment, List<Fact>> facts) {
        return on(task, who, command, at, state -> state.with(change.apply(state.work()), at), facts);
    }

    /** The same for what changes more than the work. */
    static Decision<Assignment> on(
            Assignment task, Standpoint who, Command command, Instant at, UnaryOperator<Assignment> change, Function<Assignment, List<Fact>> facts) {
        return on(task, who, command, null, at, change, facts);
    }

    /** @param to the state after it where it is not the one that the table of transitions names; null for that one */
    static Decision<Assignment> on(
            Assignment task, Standpoint who, Command command, @Nullable WorkState to, Instant at,
            UnaryOperator<Assignment> change, Function<Assignment, List<Fact>> facts) {
        var passed = Passing.upTo(task, at);
        var refusal = Rights.refusal(passed.state(), who, command);
        if (refusal.isPresent()) {
            return new Decision.Refused<>(refusal.get());
        }
        var all = new ArrayList<>(passed.facts());
        var state = passed.state();
        if (opens(who, command) && !state.work().opened()) {
            state = state.with(state.work().seen(state.dayFor(at)), at);
            all.add(fact(new TaskAcknowledged(state.told()), null));
        }
        var next = to == null ? Transitions.after(state.work().state(), command).orElseThrow() : to;
        state = Freshness.after(command, change.apply(state.with(state.work().in(next), at)), at);
        all.addAll(facts.apply(state));
        return all.isEmpty() ? Decision.unchanged() : new Decision.Accepted<>(state, all);
    }

    /** Looking at what another position of the unit is to do opens it for nobody; doing something of it does. */
    private static boolean opens(Standpoint who, Command command) {
        return who.lead() && OPENING.contains(command) && (who.doer() || command != Command.ACKNOWLEDGEMENT);
    }

    static Fact fact(TaskEvent event, @Nullable String words) {
        return Fact.of(event, event.task().commune()).withText(words);
    }
}
