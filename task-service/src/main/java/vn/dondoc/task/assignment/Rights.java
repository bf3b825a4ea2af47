package vn.dondoc.task.assignment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.dondoc.platform.history.Refusal;

/** Who may do what to an assignment, and when: the commands check here, and what a page offers is computed here too. */
public final class Rights {

    private Rights() {}

    /** What somebody may do now. */
    public static List<Command> offered(Assignment assignment, Standpoint who) {
        return Arrays.stream(Command.values())
                .filter(command -> refusal(assignment, who, command).isEmpty())
                .filter(command -> command != Command.ACKNOWLEDGEMENT || !assignment.work().opened())
                .filter(command -> Extending.obstacle(assignment, command).isEmpty())
                .toList();
    }

    /** The broken rule: first the person's right, then the state of the work. */
    static Optional<Refusal> refusal(Assignment assignment, Standpoint who, Command command) {
        var state = assignment.work().state();
        return forbidden(who, command).map(code -> new Refusal(403, code, List.of()))
                .or(() -> Recurring.obstacle(assignment, command).map(code -> new Refusal(409, code, List.of())))
                .or(() -> Transitions.after(state, command).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Refusal(409, Transitions.obstacle(state), List.of())));
    }

    /** The standing unit writes for those without a computer; it leads tasks itself, and then a leader decides on them. */
    private static Optional<String> forbidden(Standpoint who, Command command) {
        return switch (command) {
            case ACKNOWLEDGEMENT -> who.lead() ? Optional.empty() : Optional.of("NOT_LEAD");
            case PROGRESS, COMPLETION, EXTENSION, DELEGATION -> who.lead() || who.standing() ? Optional.empty() : Optional.of("NOT_LEAD");
            case ACCEPTANCE, RETURN, EXTENSION_GRANT, EXTENSION_REFUSAL -> {
                if (who.giver()) {
                    yield Optional.empty();
                }
                yield Optional.of(who.standing() && who.lead() ? "OWN_UNIT" : "FORBIDDEN");
            }
        };
    }
}
