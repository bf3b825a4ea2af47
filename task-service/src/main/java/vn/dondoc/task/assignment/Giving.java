package vn.dondoc.task.assignment;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import vn.dondoc.contracts.event.PartOf;
import vn.dondoc.contracts.event.TaskEvent.ReturnToGiverRefused;
import vn.dondoc.contracts.event.TaskEvent.TaskCancelled;
import vn.dondoc.contracts.event.TaskEvent.TaskReassigned;
import vn.dondoc.contracts.event.TaskEvent.TaskReturnedToGiver;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;

/**
 * Between who gave a task and who is to do it: returned before it is begun, insisted on, given to others, given up. Reasons are people's
 * words and stand in the history only. While a return waits the deadline goes on.
 */
public final class Giving {

    private Giving() {}

    /** The lead unit says, before it began, that the task is not for it. */
    public static Decision<Assignment> returnToGiver(Assignment task, Standpoint who, String reason, Instant at) {
        return refused(task, who, Command.RETURN_TO_GIVER).orElseGet(() -> Commands.on(task, who, Command.RETURN_TO_GIVER, at,
                state -> state.with(state.work().returned(state.dayFor(at)), at),
                after -> List.of(Commands.fact(new TaskReturnedToGiver(after.told()), reason))));
    }

    /** It stands as before. */
    public static Decision<Assignment> insist(Assignment task, Standpoint who, String reason, Instant at) {
        return refused(task, who, Command.INSISTENCE).orElseGet(() -> Commands.on(task, who, Command.INSISTENCE, at,
                state -> state.with(state.work().returned(null), at),
                after -> List.of(Commands.fact(new ReturnToGiverRefused(after.told()), reason))));
    }

    /**
     * Other units answer for it; what was done and the day stay. Those who lead it newly have not opened it.
     *
     * @param here whether a unit is an active one of the task's commune
     */
    public static Decision<Assignment> reassign(
            Assignment task, Standpoint who, Units units, Predicate<UnitId> here, String reason, Instant at) {
        return refused(task, who, Command.REASSIGNMENT).or(() -> impossible(task, units, here)).orElseGet(() ->
                Commands.on(task, who, Command.REASSIGNMENT, at, state -> given(state, units, at),
                        after -> List.of(Commands.fact(new TaskReassigned(after.told()), reason))));
    }

    /** Not to be done any more; nothing waits for a decision then. */
    public static Decision<Assignment> cancel(Assignment task, Standpoint who, String reason, Instant at) {
        return refused(task, who, Command.CANCELLATION).orElseGet(() -> Commands.on(task, who, Command.CANCELLATION, at,
                state -> Extending.answered(state.with(state.work().notSubmitted(), at)),
                after -> List.of(Commands.fact(new TaskCancelled(after.told(), null), reason))));
    }

    /** Why a command between giver and lead unit leads nowhere now; nothing for other commands. */
    static Optional<String> obstacle(Assignment task, Command command) {
        return switch (command) {
            case RETURN_TO_GIVER -> task.work().returnedOn() == null ? Optional.empty() : Optional.of("RETURN_WAITS");
            case INSISTENCE -> task.work().returnedOn() == null ? Optional.of("NOT_RETURNED_TO_GIVER") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Assignment given(Assignment state, Units units, Instant at) {
        var work = Collections.disjoint(state.planned().lead(), units.lead()) ? state.work().unseen() : state.work().returned(null);
        return Finishing.inherited(forUnits(state), state.planned().givenTo(units), UnaryOperator.identity()).with(work, at);
    }

    /** Others answer for it: what one position was to do the units do now. */
    private static Assignment forUnits(Assignment state) {
        var partOf = state.partOf();
        return partOf == null || partOf.position() == null
                ? state
                : state.edited(edit -> edit.partOf = new PartOf(partOf.whole(), partOf.kind(), partOf.period(), null));
    }

    private static Optional<Decision<Assignment>> refused(Assignment task, Standpoint who, Command command) {
        return Rights.refusal(task, who, command).<Decision<Assignment>>map(Decision.Refused::new)
                .or(() -> obstacle(task, command).map(code -> Decision.refuse(409, code)));
    }

    private static Optional<Decision<Assignment>> impossible(Assignment task, Units units, Predicate<UnitId> here) {
        if (!units.lead().stream().allMatch(here) || !units.coordinating().stream().allMatch(here)) {
            return Optional.of(Decision.refuse(422, "UNIT_NOT_HERE"));
        }
        if (!Collections.disjoint(units.lead(), units.coordinating())) {
            return Optional.of(Decision.refuse(422, "UNIT_LEADS_AND_COORDINATES"));
        }
        return units.equals(task.planned().units()) ? Optional.of(Decision.refuse(422, "UNITS_UNCHANGED")) : Optional.empty();
    }
}
