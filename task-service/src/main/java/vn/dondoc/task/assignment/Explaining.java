package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.TaskEvent.ExplanationGiven;
import vn.dondoc.contracts.event.TaskEvent.ExplanationRequested;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.deadline.Explanations;
import vn.dondoc.platform.history.Decision;

/**
 * A leader asks why a task is late ("yêu cầu giải trình"), the lead unit answers, whether the task is finished meanwhile or not. The
 * time to answer is a deadline of its own; a late answer stays late.
 */
public final class Explaining {

    private static final Set<TimeClass> LATE = EnumSet.of(TimeClass.OVERDUE, TimeClass.COMPLETED_LATE);

    private Explaining() {}

    /**
     * @param wanted the last day to answer, today at the earliest; null for the one that follows from {@code days}
     * @param days to answer by the settings of the commune, calendar days
     */
    public static Decision<Assignment> ask(
            Assignment task, Standpoint who, String question, @Nullable LocalDate wanted, int days, Instant at) {
        var passed = Passing.upTo(task, at).state();
        return refused(passed, who, Command.EXPLANATION_REQUEST).orElseGet(() ->
                Explanations.asked(passed.explanation(), wanted, days, task.dayFor(at))
                        .map(asked -> Commands.on(task, who, Command.EXPLANATION_REQUEST, at, state -> with(state, asked, at),
                                after -> List.of(Commands.fact(new ExplanationRequested(after.told()), question))))
                        .orElseGet(() -> Decision.refuse(422, "EXPLANATION_DAY")));
    }

    /** The lead unit, or the standing unit in its stead, answers. */
    public static Decision<Assignment> give(Assignment task, Standpoint who, String words, Instant at) {
        return refused(task, who, Command.EXPLANATION).orElseGet(() ->
                Commands.on(task, who, Command.EXPLANATION, at, state -> with(state, Explanations.given(Objects.requireNonNull(state.explanation()), state.dayFor(at)), at),
                        after -> List.of(Commands.fact(new ExplanationGiven(after.told()), words))));
    }

    /** Whether somebody has to answer: not on a task that nobody has to do any more. */
    public static boolean owed(Assignment task) {
        return Explanations.isOwed(task.explanation()) && task.work().state() != WorkState.CANCELLED;
    }

    /** Why a command on explanations leads nowhere now; nothing for other commands. */
    static Optional<String> obstacle(Assignment task, Command command) {
        return switch (command) {
            case EXPLANATION_REQUEST -> {
                if (owed(task)) {
                    yield Optional.of("EXPLANATION_WAITS");
                }
                yield LATE.contains(task.timeClass()) ? Optional.empty() : Optional.of("NOT_LATE");
            }
            case EXPLANATION -> owed(task) ? Optional.empty() : Optional.of("NO_EXPLANATION_ASKED");
            default -> Optional.empty();
        };
    }

    private static Optional<Decision<Assignment>> refused(Assignment task, Standpoint who, Command command) {
        return Rights.refusal(task, who, command).<Decision<Assignment>>map(Decision.Refused::new)
                .or(() -> obstacle(task, command).map(code -> Decision.refuse(409, code)));
    }

    private static Assignment with(Assignment task, Explanation explanation, Instant at) {
        return task.edited(edit -> edit.explanation = explanation).asOf(at);
    }
}
