package vn.dondoc.task.assignment;

import java.util.Map;
import java.util.Optional;
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
 *   acknowledgement leaves the state as it is, while the task is not finished
 *   extension, extension-grant, extension-refusal and delegation leave NOT_STARTED and IN_PROGRESS as they are
 *   whatever is not COMPLETED becomes CANCELLED when its plan gives it up
 *   COMPLETED and CANCELLED take nothing more
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
                    Command.DELEGATION, NOT_STARTED),
            IN_PROGRESS, Map.of(
                    Command.ACKNOWLEDGEMENT, IN_PROGRESS,
                    Command.PROGRESS, IN_PROGRESS,
                    Command.COMPLETION, SUBMITTED,
                    Command.EXTENSION, IN_PROGRESS,
                    Command.EXTENSION_GRANT, IN_PROGRESS,
                    Command.EXTENSION_REFUSAL, IN_PROGRESS,
                    Command.DELEGATION, IN_PROGRESS),
            SUBMITTED, Map.of(
                    Command.ACKNOWLEDGEMENT, SUBMITTED,
                    Command.ACCEPTANCE, COMPLETED,
                    Command.RETURN, IN_PROGRESS),
            COMPLETED, Map.of(),
            CANCELLED, Map.of());

    private Transitions() {}

    /** The state after the command; nothing where it is not allowed. */
    static Optional<WorkState> after(WorkState state, Command command) {
        return Optional.ofNullable(ALLOWED.getOrDefault(state, Map.of()).get(command));
    }

    /** Why a state does not take a command that leads nowhere from it. */
    static String obstacle(WorkState state) {
        return switch (state) {
            case COMPLETED -> "TASK_COMPLETED";
            case CANCELLED -> "TASK_CANCELLED";
            case SUBMITTED -> "TASK_SUBMITTED";
            case NOT_STARTED, IN_PROGRESS -> "TASK_NOT_SUBMITTED";
        };
    }
}
