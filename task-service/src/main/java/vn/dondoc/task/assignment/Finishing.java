package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.TaskEvent.CompletionSubmitted;
import vn.dondoc.contracts.event.TaskEvent.ConclusionUnitNamed;
import vn.dondoc.contracts.event.TaskEvent.ShareSubmitted;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.history.Refusal;

/**
 * A task is done: by its lead unit, by the last of several, or by the one of them that concludes. It counts by the day of that
 * submission; what others submit before is their share.
 */
public final class Finishing {

    private Finishing() {}

    /** Until when to decide on a submission, when it was really done, and the figures told with it; null where nobody said. */
    private record End(@Nullable LocalDate decideBy, @Nullable LocalDate doneOn, @Nullable List<Tasks.Figure> figures) {

        static final End OPEN = new End(null, null, null);
    }

    static Decision<Assignment> submit(Assignment task, Standpoint who, Tasks.Completion told, int acceptAfter, Instant at) {
        var unit = told.unit() == null ? ownUnit(task, who) : told.unit();
        var refusal = Rights.refusal(task, who, Command.COMPLETION).or(() -> refusal(task, who, unit));
        if (refusal.isPresent()) {
            return new Decision.Refused<>(refusal.get());
        }
        var day = task.dayFor(at);
        var end = new End(acceptAfter > 0 ? day.plusDays(acceptAfter) : null, told.doneOn(), told.figures());
        var evidence = Evidence.of(told.documentNumber(), told.documentDate());
        if (!shared(task) || unit == null) {
            return Commands.on(task, who, Command.COMPLETION, at, state -> submitted(state, null, day, evidence, end, at),
                    after -> finished(after, told));
        }
        var before = Sharing.of(task);
        var shares = before.with(unit, day);
        var product = evidence == null && !before.finished().isEmpty() ? task.work().evidence() : evidence;
        var wholeOn = shares.wholeOn(leads(task)).orElse(null);
        if (wholeOn != null) {
            return Commands.on(task, who, Command.COMPLETION, at, state -> submitted(state, shares, wholeOn, product, end, at),
                    after -> finished(after, told));
        }
        return Commands.on(task, who, Command.COMPLETION, WorkState.IN_PROGRESS, at,
                state -> state.edited(edit -> {
                    edit.sharing = shares;
                    edit.work = state.work().with(product).telling(told.figures(), day);
                }),
                after -> withFigures(Commands.fact(new ShareSubmitted(after.told(), unit), told.note()), after, told));
    }

    /** @param unit the lead unit that concludes for all from now on; null where each has to finish again */
    public static Decision<Assignment> conclude(Assignment task, Standpoint who, @Nullable UnitId unit, Instant at) {
        var refusal = Rights.refusal(task, who, Command.CONCLUSION_UNIT)
                .or(() -> obstacle(task, who, Command.CONCLUSION_UNIT).map(code -> new Refusal(409, code, List.of())))
                .or(() -> unit == null || leads(task).contains(unit) ? Optional.empty() : refused(422, "UNIT_NOT_LEAD"));
        if (refusal.isPresent()) {
            return new Decision.Refused<>(refusal.get());
        }
        var shares = Sharing.of(task);
        if (Objects.equals(shares.concluding(), unit)) {
            return Decision.unchanged();
        }
        return Commands.on(task, who, Command.CONCLUSION_UNIT, at,
                state -> state.edited(edit -> edit.sharing = shares.concludedBy(unit).orNull(leads(task))),
                after -> List.of(Commands.fact(new ConclusionUnitNamed(after.told(), unit), null)));
    }

    /** Whether that person may say now that the share of that unit is done. */
    public static boolean mayFinish(Assignment task, Standpoint who, UnitId unit) {
        return Rights.refusal(task, who, Command.COMPLETION).or(() -> refusal(task, who, unit)).isEmpty();
    }

    /** Why a command on shares leads nowhere now; nothing for other commands. */
    static Optional<String> obstacle(Assignment task, Standpoint who, Command command) {
        return switch (command) {
            case COMPLETION -> !shared(task) || leads(task).stream().anyMatch(unit -> mayFinish(task, who, unit))
                    ? Optional.empty()
                    : Optional.of("SHARE_FINISHED");
            case CONCLUSION_UNIT -> shared(task) ? Optional.empty() : Optional.of("SINGLE_LEAD");
            default -> Optional.empty();
        };
    }

    /** With units that changed; what each of them has finished follows. */
    static Assignment inherited(Assignment task, Planned planned, UnaryOperator<UnitId> heirOf) {
        return task.edited(edit -> {
            edit.planned = planned;
            edit.sharing = Sharing.of(task).among(planned.lead(), leads(task), heirOf).orNull(planned.lead());
        });
    }

    /** Where the unit that had still to finish does not lead any more, the task is submitted since the last of the others was. */
    static Assignment settled(Assignment after, Assignment before, UnaryOperator<UnitId> heirOf, Instant at, List<Fact> facts) {
        var shares = Sharing.of(before).among(leads(after), leads(before), heirOf);
        var day = shares.wholeOn(leads(after)).orElse(null);
        if (day == null || !after.work().unfinished()) {
            return after;
        }
        var state = submitted(after.with(after.work().in(WorkState.SUBMITTED), at), shares, day, after.work().evidence(), End.OPEN, at);
        facts.add(Commands.fact(new CompletionSubmitted(state.told()), null));
        return state;
    }

    private static Assignment submitted(
            Assignment task, @Nullable Sharing shares, LocalDate day, @Nullable Evidence product, End end, Instant at) {
        return task.edited(edit -> {
            edit.sharing = shares == null ? null : shares.orNull(leads(task));
            edit.work = task.work().submitted(day, product, end.decideBy(), end.doneOn()).telling(end.figures(), task.dayFor(at));
        }).asOf(at);
    }

    private static List<Fact> finished(Assignment after, Tasks.Completion told) {
        var facts = withFigures(Commands.fact(new CompletionSubmitted(after.told()), told.note()), after, told);
        if (Boolean.TRUE.equals(told.nothing())) {
            facts.add(Fact.internal(Commands.NOTHING, after.commune(), Map.of()));
        }
        return facts;
    }

    private static List<Fact> withFigures(Fact entry, Assignment after, Tasks.Completion told) {
        var facts = new ArrayList<>(List.of(entry));
        if (told.figures() != null) {
            facts.add(Figures.fact(after.commune(), told.figures()));
        }
        return facts;
    }

    /** The unit that is meant where none is named; null where that is not clear. */
    private static @Nullable UnitId ownUnit(Assignment task, Standpoint who) {
        if (!shared(task)) {
            return null;
        }
        var own = leads(task).stream().filter(who.units()::contains).toList();
        var open = own.stream().filter(unit -> !Sharing.of(task).has(unit)).toList();
        if (open.isEmpty() && !own.isEmpty() && !who.standing()) {
            return own.getFirst();
        }
        return open.size() == 1 ? open.getFirst() : null;
    }

    private static Optional<Refusal> refusal(Assignment task, Standpoint who, @Nullable UnitId unit) {
        if (unit == null) {
            return shared(task) ? refused(422, "UNIT_REQUIRED") : Optional.empty();
        }
        if (!leads(task).contains(unit)) {
            return refused(422, "UNIT_NOT_LEAD");
        }
        if (!shared(task)) {
            return Optional.empty();
        }
        if (!who.standing() && !who.units().contains(unit)) {
            return refused(403, "OTHER_UNIT");
        }
        return Sharing.of(task).has(unit) ? refused(409, "SHARE_FINISHED") : Optional.empty();
    }

    private static Optional<Refusal> refused(int status, String code) {
        return Optional.of(new Refusal(status, code, List.of()));
    }

    private static boolean shared(Assignment task) {
        return leads(task).size() > 1;
    }

    private static List<UnitId> leads(Assignment task) {
        return task.planned().lead();
    }
}
