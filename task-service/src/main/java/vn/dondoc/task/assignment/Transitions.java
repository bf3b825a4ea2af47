package vn.dondoc.task.assignment;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.dondoc.contracts.event.WorkState;

import static vn.dondoc.contracts.event.WorkState.CANCELLED;
import static vn.dondoc.contracts.event.WorkState.COMPLETED;
import static vn.dondoc.contracts.event.WorkState.IN_PROGRESS;
import static vn.dondoc.contracts.event.WorkState.NOT_STARTED;
import static vn.dondoc.contracts.event.WorkState.SUBMITTED;

/**
 * The one place that says which command leads from which work state to which.
 *
 * <pre>
 *                    progress                completion              acceptance
 *   NOT_STARTED ──────────────▶ IN_PROGRESS ────────────▶ SUBMITTED ────────────▶ COMPLETED
 *        │                       ▲  │    ▲                  ▲   │
 *        │                       └──┘    └──────────────────┼───┘
 *        │                     progress        return       │
 *        └──────────────────────────────────────────────────┘
 *                              completion
 *
 *   NOT_STARTED, IN_PROGRESS, SUBMITTED ──cancellation──▶ CANCELLED
 *   COMPLETED ──reopening──▶ IN_PROGRESS; its submission does not count any more
 *   SUBMITTED ──▶ COMPLETED by time alone, where nobody decided within the days that the settings give
 *
 *   return-to-giver and insistence leave NOT_STARTED as it is: whether it waits for its giver stands beside the state; progress and
 *     completion take the return back
 *   reassignment leaves NOT_STARTED and IN_PROGRESS as they are, for other units
 *   comment leaves every state as it is
 *   acknowledgement leaves the state as it is, while the task is not finished
 *   particulars, steps, step, disbursement and following leave every state but CANCELLED as it is; steps and step not COMPLETED
 *   extension, extension-grant, extension-refusal and delegation leave NOT_STARTED and IN_PROGRESS as they are
 *   explanation-request and explanation leave every state but CANCELLED as it is, conclusion-unit NOT_STARTED and IN_PROGRESS
 *   completion by one of several lead units leads to IN_PROGRESS while others have still to finish
 *   whatever is not COMPLETED becomes CANCELLED when its plan gives it up
 *   beyond that COMPLETED takes progress where the plan wants the result kept up ({@link Freshness}), CANCELLED nothing
 * </pre>
 */
final class Transitions {

    private static final Map<WorkState, Map<Command, WorkState>> ALLOWED = Map.of(
            NOT_STARTED, Map.of(
                    Command.ACKNOWLEDGEMENT, NOT_STARTED,
                    Command.PROGRESS, IN_PROGRESS,
                    Command.COMPLETION, SUBMITTED,
                    Command.EXTENSION, NOT_STARTED,
                    Command.EXTENSION_GRANT, NOT_STARTED,
                    Command.EXTENSION_REFUSAL, NOT_STARTED,
                    Command.CANCELLATION, CANCELLED,

                    Command.DELEGATION, NOT_STARTED),
            IN_PROGRESS, Map.of(
                    Command.ACKNOWLEDGEMENT, IN_PROGRESS,
                    Command.PROGRESS, IN_PROGRESS,
                    Command.COMPLETION, SUBMITTED,
                    Command.EXTENSION, IN_PROGRESS,
                    Command.EXTENSION_GRANT, IN_PROGRESS,
                    Command.EXTENSION_REFUSAL, IN_PROGRESS,
                    Command.CANCELLATION, CANCELLED,

                    Command.DELEGATION, IN_PROGRESS),
            SUBMITTED, Map.of(
                    Command.ACKNOWLEDGEMENT, SUBMITTED,
                    Command.ACCEPTANCE, COMPLETED,
                    Command.RETURN, IN_PROGRESS,
                    Command.CANCELLATION, CANCELLED),
            COMPLETED, Map.of(
                    Command.REOPENING, IN_PROGRESS,
                    Command.PROGRESS, COMPLETED),
            CANCELLED, Map.of());

    private static final Set<WorkState> OPEN = Set.of(NOT_STARTED, IN_PROGRESS, SUBMITTED);
    private static final Set<WorkState> NOT_CANCELLED = Set.of(NOT_STARTED, IN_PROGRESS, SUBMITTED, COMPLETED);

    /** The states that a command leaves as they are. Money is paid after the work too. */
    private static final Map<Command, Set<WorkState>> LEFT = Map.ofEntries(
            Map.entry(Command.RETURN_TO_GIVER, Set.of(NOT_STARTED)),
            Map.entry(Command.INSISTENCE, Set.of(NOT_STARTED)),
            Map.entry(Command.REASSIGNMENT, Set.of(NOT_STARTED, IN_PROGRESS)),
            Map.entry(Command.COMMENT, Set.of(WorkState.values())),
            Map.entry(Command.PARTICULARS, NOT_CANCELLED),
            Map.entry(Command.STEPS, OPEN),
            Map.entry(Command.STEP, OPEN),
            Map.entry(Command.DISBURSEMENT, NOT_CANCELLED),
            Map.entry(Command.FOLLOWING, NOT_CANCELLED),
            Map.entry(Command.EXPLANATION_REQUEST, NOT_CANCELLED),
            Map.entry(Command.EXPLANATION, NOT_CANCELLED),
            Map.entry(Command.CONCLUSION_UNIT, Set.of(NOT_STARTED, IN_PROGRESS)));

    private Transitions() {}

    /** The state after the command; nothing where it is not allowed. */
    static Optional<WorkState> after(WorkState state, Command command) {
        return LEFT.getOrDefault(command, Set.of()).contains(state)
                ? Optional.of(state)
                : Optional.ofNullable(ALLOWED.getOrDefault(state, Map.of()).get(command));
    }

    /** Why a state does not take a command that leads nowhere from it. */
    static String obstacle(WorkState state, Command command) {
        if (command == Command.REOPENING && state != CANCELLED) {
            return "TASK_NOT_COMPLETED";
        }
        return switch (state) {
            case COMPLETED -> "TASK_COMPLETED";
            case CANCELLED -> "TASK_CANCELLED";
            case SUBMITTED -> "TASK_SUBMITTED";
            case NOT_STARTED, IN_PROGRESS ->
                command == Command.RETURN_TO_GIVER || command == Command.INSISTENCE ? "TASK_STARTED" : "TASK_NOT_SUBMITTED";
        };
    }
}
