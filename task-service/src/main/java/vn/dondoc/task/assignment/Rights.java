package vn.dondoc.task.assignment;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.history.Refusal;

/** Who may do what to an assignment, and when: the commands check here, and what a page offers is computed here too. */
public final class Rights {

    /** A verdict on what somebody sent. */
    private static final Set<Command> ON_WHAT_WAS_SENT =
            EnumSet.of(Command.ACCEPTANCE, Command.RETURN, Command.EXTENSION_GRANT, Command.EXTENSION_REFUSAL);


    private Rights() {}

    /** What somebody may do now. */
    public static List<Command> offered(Assignment assignment, Standpoint who) {
        return Arrays.stream(Command.values())
                .filter(command -> refusal(assignment, who, command).isEmpty())
                .filter(command -> command != Command.ACKNOWLEDGEMENT || who.doer() && !assignment.work().opened())
                .filter(command -> command != Command.STEP || Describing.hasSteps(assignment))
                .filter(command -> Extending.obstacle(assignment, command).isEmpty())
                .filter(command -> Giving.obstacle(assignment, command).isEmpty())
                .filter(command -> Explaining.obstacle(assignment, command).isEmpty())
                .filter(command -> Finishing.obstacle(assignment, who, command).isEmpty())
                .toList();
    }

    /** The broken rule: first the person's right, then the state of the work. */
    static Optional<Refusal> refusal(Assignment assignment, Standpoint who, Command command) {
        var state = assignment.work().state();
        return forbidden(assignment, who, command).map(code -> new Refusal(403, code, List.of()))
                .or(() -> Recurring.obstacle(assignment, command).map(code -> new Refusal(409, code, List.of())))
                .or(() -> Transitions.after(state, command).isPresent() && !endedProgress(assignment, command)
                        ? Optional.empty()
                        : Optional.of(new Refusal(409, Transitions.obstacle(state, command), List.of())));
    }

    /** What is finished takes progress only where it is to be kept up. */
    private static boolean endedProgress(Assignment assignment, Command command) {
        return command == Command.PROGRESS && assignment.work().state() == WorkState.COMPLETED && !Freshness.isKeptUp(assignment);
    }

    /** The standing unit writes for those without a computer; it leads tasks itself, and then a leader decides on them. */
    private static Optional<String> forbidden(Assignment task, Standpoint who, Command command) {
        return switch (command) {
            case ACKNOWLEDGEMENT, RETURN_TO_GIVER -> who.lead() ? Optional.empty() : Optional.of("NOT_LEAD");
            case PROGRESS, COMPLETION, EXTENSION, EXPLANATION, STEP, DISBURSEMENT, DELEGATION -> who.lead() || who.standing() ? Optional.empty() : Optional.of("NOT_LEAD");
            case PARTICULARS -> who.standing() || who.leader() || who.giver() ? Optional.empty() : Optional.of("NOT_GIVER");
            case STEPS -> who.lead() || who.standing() || who.leader() || who.giver() ? Optional.empty() : Optional.of("NOT_LEAD");
            // who gave a directive asks as leaders ask in their commune
            case EXPLANATION_REQUEST -> who.leader() || who.giver() && task.directive() != null ? Optional.empty() : Optional.of("FORBIDDEN");
            case CONCLUSION_UNIT -> who.leader() || who.standing() || who.giver() ? Optional.empty() : Optional.of("FORBIDDEN");
            case COMMENT, FOLLOWING -> who.lead() || who.standing() || who.leader() || who.coordinating() || who.giver() ? Optional.empty() : Optional.of("FORBIDDEN");
            case ACCEPTANCE, RETURN, EXTENSION_GRANT, EXTENSION_REFUSAL, INSISTENCE, REASSIGNMENT, CANCELLATION, REOPENING -> {
                if (who.sender() && ON_WHAT_WAS_SENT.contains(command)) {
                    yield Optional.of("SENT_BY_YOURSELF");
                } else if (who.giver()) {
                    yield Optional.empty();
                }
                yield Optional.of((who.standing() || who.leader()) && who.lead() ? "OWN_UNIT" : "FORBIDDEN");
            }
        };
    }
}
