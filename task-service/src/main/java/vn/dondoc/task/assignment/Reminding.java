package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.history.Refusal;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.deadline.Timekeeping;

/** The giver of one task names the days before its deadline on which somebody is told; they outlast a change of the settings. */
public final class Reminding {

    /** In the history only: which days, beside the entry. */
    public static final String SET = "RemindersSet";

    /** The name of the command, among what is offered. */
    public static final String COMMAND = "reminders";

    private Reminding() {}

    /** Whether somebody may name days now. */
    public static boolean offered(Assignment task, Standpoint who) {
        return refusal(task, who).isEmpty();
    }

    /**
     * Days of its own from now on; what lies behind is not told.
     *
     * @param daysLeft falling; empty for those of the settings again
     */
    public static Decision<Assignment> set(Assignment task, Standpoint who, List<Integer> daysLeft, Instant at, Timekeeping keeping) {
        var refusal = refusal(task, who);
        if (refusal.isPresent()) {
            return new Decision.Refused<>(refusal.get());
        }
        var passed = Passing.upTo(task, at);
        var deadline = passed.state().deadline();
        if (deadline == null) {
            return Decision.refuse(409, "NO_DEADLINE");
        }
        var steps = daysLeft.isEmpty() ? keeping.remindersOf(deadline.lastDay(), LocalDate.ofInstant(at, DomainClock.ZONE)) : deadline.steps().own(daysLeft);
        if (steps.equals(deadline.steps())) {
            return Decision.unchanged();
        }
        var reminded = passed.state().edited(edit -> edit.deadline = deadline.reminding(steps, at));
        var state = reminded.edited(edit -> edit.nextBoundaryAt = Passing.next(reminded).orElse(null));
        var facts = new ArrayList<>(passed.facts());
        var words = steps.daysLeft().stream().map(String::valueOf).collect(Collectors.joining(", "));
        facts.add(Fact.internal(SET, task.commune(), Map.of("daysLeft", steps.daysLeft())).withText(words));
        return new Decision.Accepted<>(state, facts);
    }

    /** Those who decide on its completion, while it is open. */
    private static Optional<Refusal> refusal(Assignment task, Standpoint who) {
        if (!who.leader() && (!who.standing() || who.lead())) {
            return Optional.of(new Refusal(403, who.standing() ? "OWN_UNIT" : "FORBIDDEN", List.of()));
        } else if (!task.work().unfinished()) {
            return Optional.of(new Refusal(409, Transitions.obstacle(task.work().state(), Command.EXTENSION), List.of()));
        }
        return task.deadline() == null ? Optional.of(new Refusal(409, "NO_DEADLINE", List.of())) : Optional.empty();
    }
}
