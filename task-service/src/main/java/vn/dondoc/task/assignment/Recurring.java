package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.PartOf;
import vn.dondoc.contracts.event.TaskEvent.TaskAssigned;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.time.Period;
import vn.dondoc.platform.time.Periods;
import vn.dondoc.task.deadline.Timekeeping;

/**
 * A task that comes again in every period: the task itself is the series and has no day; each period is an assignment of its own, due on
 * the period's last day, so that one that is late does not stop the next.
 */
public final class Recurring {

    /** As many periods as are opened in one step; the rest follow in the next. */
    static final int MOST = 60;

    private Recurring() {}

    /** The series as it will be, and the periods to be opened before, oldest first. */
    public record Step(List<Period> periods, Decision<Assignment> decision) {}

    /** Whether what there is to do is done in the occurrences of this task. */
    public static boolean isSeries(Assignment task) {
        return task.recurrence() != null && frequencyOf(task.planned().due()) != null;
    }

    /**
     * What is to be opened by now. After an outage that is every period since; before the plan's year and after it there is none.
     *
     * @param year the plan is for; null where that is open
     */
    public static Step step(Assignment series, @Nullable Integer year, Instant now) {
        var passed = Passing.upTo(series, now);
        var recurrence = passed.state().recurrence();
        var opensAt = next(passed.state()).orElse(null);
        if (recurrence == null || opensAt == null || opensAt.isAfter(now)) {
            return new Step(List.of(), Passing.boundaries(series, now));
        }
        var holding = within(recurrence, year);
        var periods = Periods.whole(Objects.requireNonNull(frequencyOf(series.planned().due())));
        var until = lastDayOf(year);
        var open = new ArrayList<Period>();
        var following = periods.from(Objects.requireNonNull(holding.next())).filter(period -> holds(period, until)).orElse(null);
        while (following != null && open.size() < MOST && !DomainClock.startOf(holding.opensOn(following.begins())).isAfter(now)) {
            open.add(following);
            following = periods.after(following).filter(period -> holds(period, until)).orElse(null);
        }
        var after = new Recurrence(holding.from(), following == null ? null : following.begins(), holding.rhythm());
        var facts = new ArrayList<>(passed.facts());
        open.forEach(period -> facts.add(Fact.internal("PeriodOpened", series.commune(), Map.of("period", period.label()))));
        if (open.isEmpty()) {
            facts.add(Fact.internal("PeriodsLimited", series.commune(), Map.of("year", String.valueOf(year))));
        }
        var state = passed.state().edited(edit -> edit.recurrence = after).asOf(now);
        return new Step(List.copyOf(open), new Decision.Accepted<>(state, facts));
    }

    /** The id of an occurrence: whoever makes it, however often, it is one. */
    public static TaskId idOf(Assignment series, Period period) {
        var rhythm = Integer.toString(Objects.requireNonNull(series.recurrence()).rhythm());
        return new TaskId(Ids.derived("occurrence", series.id().value(), period.label(), rhythm));
    }

    /**
     * The assignment of one period, as if it had been made in the moment in which the period opened: what has passed since is told of it
     * like of any other.
     *
     * @param year the plan is for; null where that is open
     */
    public static Decision.Accepted<Assignment> occurrence(Assignment series, Period period, @Nullable Integer year) {
        return occurrence(series, period, year, Timekeeping.USUAL);
    }

    /** The same where the commune keeps time in its own way. */
    public static Decision.Accepted<Assignment> occurrence(Assignment series, Period period, @Nullable Integer year, Timekeeping keeping) {
        var recurrence = within(Objects.requireNonNull(series.recurrence()), year);
        var until = lastDayOf(year);
        var lastDay = until != null && period.lastDay().isAfter(until) ? until : period.lastDay();
        var planned = series.planned().due(new Due.By(lastDay, false, false));
        var opened = DomainClock.startOf(recurrence.opensOn(period.begins()));
        var state = Assignment.part(
                idOf(series, period), series.province(), series.commune(), planned, new PartOf(series.id(), PartKind.OCCURRENCE, period.begins(), null),
                new Whole(series.givers(), null, 0, recurrence.rhythm(), period.label()), series.directive(), opened, keeping)
                .within(series.particulars() == null ? null : series.particulars().programme());
        return new Decision.Accepted<>(state, List.of(Fact.of(new TaskAssigned(state.told()), state.commune())));
    }

    /** As the plan of that task begins it. */
    static @Nullable Recurrence begun(@Nullable Due due, LocalDate from) {
        return begun(due, from, 1);
    }

    /** Another rhythm begins with the period of that day, none ends it; the same one goes on. */
    static Assignment amended(Assignment task, @Nullable Due before, Instant at) {
        var recurrence = task.recurrence();
        var frequency = frequencyOf(task.planned().due());
        if (frequency == frequencyOf(before) && (frequency == null || recurrence != null)) {
            return task;
        }
        var day = task.dayFor(at);
        var rhythm = recurrence == null ? 1 : recurrence.rhythm() + 1;
        var begun = begun(task.planned().due(), day, rhythm);
        var ended = recurrence == null ? null : new Recurrence(recurrence.from(), null, rhythm);
        return task.edited(edit -> edit.recurrence = begun == null ? ended : begun).asOf(at);
    }

    /** When the next period opens; nothing for what is finished or does not recur. */
    static Optional<Instant> next(Assignment task) {
        var recurrence = task.recurrence();
        return recurrence == null || !task.work().unfinished() ? Optional.empty() : Optional.ofNullable(recurrence.opensAt());
    }

    /** A series is opened like a task, and worked on in its occurrences. */
    static Optional<String> obstacle(Assignment task, Command command) {
        return switch (command) {
            case PROGRESS, COMPLETION, EXTENSION, DELEGATION -> isSeries(task) ? Optional.of("TASK_RECURS") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static @Nullable Recurrence begun(@Nullable Due due, LocalDate from, int rhythm) {
        var frequency = frequencyOf(due);
        return frequency == null
                ? null
                : new Recurrence(from, Periods.whole(frequency).from(from).map(Period::begins).orElse(null), rhythm);
    }

    private static @Nullable Frequency frequencyOf(@Nullable Due due) {
        return due instanceof Due.Recurring(var frequency) && frequency != Frequency.AD_HOC ? frequency : null;
    }

    private static Recurrence within(Recurrence recurrence, @Nullable Integer year) {
        if (year == null || recurrence.from().getYear() >= year) {
            return recurrence;
        }
        var first = LocalDate.of(year, 1, 1);
        var next = recurrence.next();
        return new Recurrence(first, next == null || next.isBefore(first) ? first : next, recurrence.rhythm());
    }

    private static boolean holds(Period period, @Nullable LocalDate until) {
        return until == null || !period.begins().isAfter(until);
    }

    private static @Nullable LocalDate lastDayOf(@Nullable Integer year) {
        return year == null ? null : LocalDate.of(year, 12, 31);
    }
}
