package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Extension;
import vn.dondoc.contracts.event.TaskEvent.ExtensionGranted;
import vn.dondoc.contracts.event.TaskEvent.ExtensionRefused;
import vn.dondoc.contracts.event.TaskEvent.ExtensionRequested;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.task.deadline.Deadline;
import vn.dondoc.task.deadline.Timekeeping;

/**
 * A later last day: asked for before completion with a reason, decided on by the giver. The first day is kept and how often is counted;
 * what was told of the earlier day is not unsaid.
 */
public final class Extending {

    private Extending() {}

    /** The lead unit, or the standing unit in its stead, asks for a later last day. */
    public static Decision<Assignment> ask(Assignment task, Standpoint who, LocalDate until, String reason, Instant at) {
        return refused(task, who, Command.EXTENSION).or(() -> notLater(task, until, at)).orElseGet(() ->
                Commands.on(task, who, Command.EXTENSION, at, state -> state.with(asking(state.extension(), until)),
                        after -> List.of(Commands.fact(new ExtensionRequested(after.told(), until), reason))));
    }

    /** @param other the day granted instead of the one asked for; null for that one */
    public static Decision<Assignment> grant(
            Assignment task, Standpoint who, @Nullable LocalDate other, @Nullable String words, Instant at) {
        return grant(task, who, other, words, at, Timekeeping.USUAL);
    }

    /** The same where the commune keeps time in its own way: the day that is granted ends by the same rule as one that was planned. */
    public static Decision<Assignment> grant(
            Assignment task, Standpoint who, @Nullable LocalDate other, @Nullable String words, Instant at, Timekeeping keeping) {
        return refused(task, who, Command.EXTENSION_GRANT).orElseGet(() -> {
            var until = other == null ? Objects.requireNonNull(asked(task)) : other;
            var before = Objects.requireNonNull(task.lastDay());
            return notLater(task, keeping.lastDayOf(until), at).orElseGet(() -> Commands.on(task, who, Command.EXTENSION_GRANT, at,
                    state -> extended(state, before, Deadline.by(until, at, keeping), at),
                    after -> List.of(Commands.fact(new ExtensionGranted(after.told(), before), words))));
        });
    }

    /** The last day stays; the lead unit is told why. */
    public static Decision<Assignment> refuse(Assignment task, Standpoint who, @Nullable String reason, Instant at) {
        return refused(task, who, Command.EXTENSION_REFUSAL).orElseGet(() -> {
            if (reason == null || reason.isBlank()) {
                return Decision.refuse(422, "EXTENSION_REASON_REQUIRED");
            }
            var wanted = Objects.requireNonNull(asked(task));
            return Commands.on(task, who, Command.EXTENSION_REFUSAL, at, state -> state.with(asking(state.extension(), null)),
                    after -> List.of(Commands.fact(new ExtensionRefused(after.told(), wanted), reason)));
        });
    }

    /** Why a command on extensions leads nowhere now; nothing for other commands. */
    static Optional<String> obstacle(Assignment task, Command command) {
        return switch (command) {
            case EXTENSION -> {
                if (task.lastDay() == null) {
                    yield Optional.of("NO_DEADLINE");
                }
                yield asked(task) == null ? Optional.empty() : Optional.of("EXTENSION_WAITS");
            }
            case EXTENSION_GRANT, EXTENSION_REFUSAL -> asked(task) == null ? Optional.of("NO_EXTENSION_ASKED") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The plan has named a day of its own: nothing waits any more, and that day is the first, but for what comes from another plan. */
    static Assignment overtaken(Assignment task) {
        var extension = task.extension();
        if (extension == null) {
            return task;
        }
        var first = task.carried() == null ? null : task.carried().firstDay();
        return task.with(extension.granted() == 0 && first == null ? null : new Extension(first, extension.granted(), null));
    }

    /** Nothing waits any more; what was granted stays. */
    static Assignment answered(Assignment task) {
        return asked(task) == null ? task : task.with(asking(task.extension(), null));
    }

    private static Optional<Decision<Assignment>> refused(Assignment task, Standpoint who, Command command) {
        return Rights.refusal(task, who, command).<Decision<Assignment>>map(Decision.Refused::new)
                .or(() -> obstacle(task, command).map(code -> Decision.refuse(409, code)));
    }

    /** A day that has ended, or that is no later than the present one, extends nothing; a part cannot outlast its whole. */
    private static Optional<Decision<Assignment>> notLater(Assignment task, LocalDate until, Instant at) {
        if (Delegating.isAfterWhole(task, until)) {
            return Optional.of(Decision.refuse(422, "PART_AFTER_WHOLE", Delegating.DAY.format(Objects.requireNonNull(task.whole()).notAfter())));
        }
        var later = until.isAfter(Objects.requireNonNull(task.lastDay())) && !until.isBefore(task.dayFor(at));
        return later ? Optional.empty() : Optional.of(Decision.refuse(422, "EXTENSION_NOT_LATER"));
    }

    private static Assignment extended(Assignment task, LocalDate before, Deadline until, Instant at) {
        var extension = task.extension();
        var first = extension == null || extension.firstDay() == null ? before : extension.firstDay();
        var granted = extension == null ? 1 : extension.granted() + 1;
        return task.with(new Extension(first, granted, null)).until(until.after(task.deadline()), at);
    }

    private static @Nullable Extension asking(@Nullable Extension extension, @Nullable LocalDate until) {
        return extension == null ? new Extension(null, 0, until) : new Extension(extension.firstDay(), extension.granted(), until);
    }

    private static @Nullable LocalDate asked(Assignment task) {
        var extension = task.extension();
        return extension == null ? null : extension.asked();
    }
}
