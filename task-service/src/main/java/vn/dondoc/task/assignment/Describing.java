package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.Particulars;
import vn.dondoc.contracts.event.Step;
import vn.dondoc.contracts.event.TaskEvent.TaskDescribed;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.platform.history.Decision;

/** What is known of a task beside its plan: its code elsewhere, its programme, its money, its steps, and who follows it. */
public final class Describing {

    private Describing() {}

    public static Decision<Assignment> particulars(
            Assignment task, Standpoint who, @Nullable String code, @Nullable AssigningLevel level, @Nullable String programme,
            @Nullable String source, Instant at) {
        return change(task, who, Command.PARTICULARS, at, known -> known.with(code, level, programme, source));
    }

    /** Those of the same name that were reached stay so. */
    public static Decision<Assignment> steps(Assignment task, Standpoint who, List<String> names, Instant at) {
        return change(task, who, Command.STEPS, at,
                known -> known.through(names.stream().map(name -> new Step(name, reachedOn(known, name))).toList()));
    }

    /** A step that is reached on a day to come is not reached yet. */
    public static Decision<Assignment> step(Assignment task, Standpoint who, int place, @Nullable LocalDate doneOn, Instant at) {
        var refusal = Rights.refusal(task, who, Command.STEP);
        if (refusal.isPresent()) {
            return new Decision.Refused<>(refusal.get());
        }
        if (place < 0 || place >= of(task).steps().size()) {
            return Decision.refuse(422, "STEP_UNKNOWN");
        }
        if (doneOn != null && doneOn.isAfter(task.dayFor(at))) {
            return Decision.refuse(422, "STEP_TO_COME");
        }
        return change(task, who, Command.STEP, at, known -> {
            var steps = new ArrayList<>(known.steps());
            steps.set(place, new Step(steps.get(place).name(), doneOn));
            return known.through(steps);
        });
    }

    public static Decision<Assignment> disbursed(Assignment task, Standpoint who, long vnd, Instant at) {
        return change(task, who, Command.DISBURSEMENT, at, known -> known.disbursed(vnd));
    }

    public static Decision<Assignment> follow(Assignment task, Standpoint who, PositionId position, boolean follows, Instant at) {
        return change(task, who, Command.FOLLOWING, at, known -> {
            if (known.followers().contains(position) == follows) {
                return known;
            }
            var followers = new ArrayList<>(known.followers());
            if (follows) {
                followers.add(position);
            } else {
                followers.remove(position);
            }
            return known.followedBy(followers);
        });
    }

    /** There is nothing to reach where no steps are laid down. */
    static boolean hasSteps(Assignment task) {
        return !of(task).steps().isEmpty();
    }

    private static Particulars of(Assignment task) {
        var known = task.particulars();
        return known == null ? Particulars.NONE : known;
    }

    private static Decision<Assignment> change(
            Assignment task, Standpoint who, Command command, Instant at, UnaryOperator<Particulars> change) {
        var wanted = change.apply(of(task));
        var same = wanted.equals(of(task));
        return Commands.on(task, who, command, at, state -> same ? state : state.edited(edit -> edit.particulars = wanted),
                after -> same ? List.of() : List.of(Commands.fact(new TaskDescribed(after.told()), null)));
    }

    private static @Nullable LocalDate reachedOn(Particulars known, String name) {
        return known.steps().stream().filter(step -> step.name().equals(name) && step.doneOn() != null).findFirst().map(Step::doneOn).orElse(null);
    }
}
