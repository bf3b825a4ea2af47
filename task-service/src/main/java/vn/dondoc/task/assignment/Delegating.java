package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.PartOf;
import vn.dondoc.contracts.event.TaskEvent.TaskAssigned;
import vn.dondoc.contracts.event.TaskEvent.TaskDelegated;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

import vn.dondoc.task.deadline.Timekeeping;

/**
 * A part of a task is given to another unit, or to a position in one or in the lead unit itself: an assignment of its own, never due after the whole, that the lead units of the whole
 * decide on. The whole tells what the part is, and the part is made of that, once.
 */
public final class Delegating {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private Delegating() {}

    /** @param mayTake whom a part can be given to now */
    public static Decision<Assignment> delegate(
            Assignment task, Standpoint who, Tasks.Delegation wanted, TaskId part, Takers mayTake, Instant at) {
        var kind = Objects.requireNonNullElse(wanted.kind(), PartKind.DELEGATED);
        var lastDay = wanted.lastDay() == null ? task.lastDay() : wanted.lastDay();
        return Rights.refusal(task, who, Command.DELEGATION).<Decision<Assignment>>map(Decision.Refused::new)
                .or(() -> unfit(task, wanted, mayTake, at))
                .orElseGet(() -> Commands.on(task, who, Command.DELEGATION, at, state -> state, after -> List.of(
                        Commands.fact(new TaskDelegated(after.told(), part, kind, wanted.unit(), wanted.title(), lastDay, wanted.position()), null))));
    }

    /**
     * The part that was told of.
     *
     * @param version of the whole when it told it
     * @return nothing where the event does not say what the part is
     */
    public static Optional<Decision.Accepted<Assignment>> part(TaskDelegated told, long version, Instant at) {
        return part(told, version, at, Timekeeping.USUAL);
    }

    /** The same where the commune keeps time in its own way. */
    public static Optional<Decision.Accepted<Assignment>> part(TaskDelegated told, long version, Instant at, Timekeeping keeping) {
        var kind = told.kind();
        var unit = told.unit();
        var title = told.title();
        if (kind == null || unit == null || title == null) {
            return Optional.empty();
        }
        var whole = told.task();
        var lastDay = told.lastDay();
        var due = lastDay == null ? ongoing(whole.due()) : new Due.By(lastDay, false, false);
        var planned = new Planned(whole.plan(), whole.order(), whole.ordinal(), title, List.of(unit), List.of(), null, null, due, null, null, null, null);
        var state = Assignment.part(
                told.part(), whole.province(), whole.commune(), planned, new PartOf(whole.id(), kind, null, told.position()), kept(whole, version),
                whole.directive(), at, keeping);
        return Optional.of(new Decision.Accepted<>(state, List.of(Fact.of(new TaskAssigned(state.told()), state.commune()))));
    }

    /**
     * The lead unit says that it is done: not while parts are open, unless it says so.
     *
     * @param openParts how many parts were given to others and are not finished
     */
    public static Decision<Assignment> submit(Assignment task, Standpoint who, Tasks.Completion told, LongSupplier openParts, int acceptAfter, Instant at) {
        var refusal = Rights.refusal(task, who, Command.COMPLETION);
        if (refusal.isPresent()) {
            return new Decision.Refused<>(refusal.get());
        }
        if (Boolean.TRUE.equals(told.nothing()) && !mayBeNothing(task)) {
            return Decision.refuse(422, "NOTHING_ONLY_IN_A_PERIOD");
        }
        var open = Boolean.TRUE.equals(told.despiteParts()) ? 0 : openParts.getAsLong();
        return open > 0 ? Decision.refuse(409, "PARTS_OPEN", open) : Commands.submit(task, who, told, acceptAfter, at);
    }

    /** Whether that there was nothing to do is an answer: in a period of what recurs, and where the plan says "if any". */
    public static boolean mayBeNothing(Assignment task) {
        return task.partOf() != null && task.partOf().kind() == PartKind.OCCURRENCE || task.planned().isConditional();
    }

    static boolean isAfterWhole(Assignment part, LocalDate day) {
        var notAfter = part.whole() == null ? null : part.whole().notAfter();
        return notAfter != null && day.isAfter(notAfter);
    }

    private static Whole kept(TaskState whole, long version) {
        return new Whole(whole.lead(), whole.lastDay(), version, 0, null);
    }

    /** A part of what never ends is to be kept up as well. */
    private static @Nullable Due ongoing(@Nullable Due due) {
        return due instanceof Due.Ongoing ? due : null;
    }

    private static Optional<Decision<Assignment>> unfit(
            Assignment task, Tasks.Delegation wanted, Takers mayTake, Instant at) {
        var obstacle = mayTake.obstacle(wanted.unit(), wanted.position());
        if (obstacle.isPresent()) {
            return Optional.of(Decision.refuse(422, obstacle.get()));
        }
        if (wanted.kind() == PartKind.COORDINATION && !task.planned().coordinating().contains(wanted.unit())) {
            return Optional.of(Decision.refuse(422, "PART_UNIT_NOT_COORDINATING"));
        }
        var day = wanted.lastDay();
        if (day == null) {
            return Optional.empty();
        }
        var latest = task.lastDay();
        if (latest != null && day.isAfter(latest)) {
            return Optional.of(Decision.refuse(422, "PART_AFTER_WHOLE", DAY.format(latest)));
        }
        return day.isBefore(task.dayFor(at)) ? Optional.of(Decision.refuse(422, "PART_DAY_PAST")) : Optional.empty();
    }
}
