package vn.dondoc.task.assignment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.dondoc.contracts.event.DaysOff;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.deadline.Boundary;
import vn.dondoc.platform.deadline.Reminders;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.deadline.Timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.task.assignment.TaskFixtures.LEADER;
import static vn.dondoc.task.assignment.TaskFixtures.OFFICER_OF_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.taskDue;

/** Simulated years: any calendars and settings, any changes of them, outages of any length, and people in between. */
class TimekeepingProperties {

    /** A turn of the year and a leap day lie within. */
    private static final LocalDate FIRST = LocalDate.of(2027, 11, 1);
    private static final Instant START = DomainClock.startOf(FIRST).plusSeconds(30_000);
    private static final int DAYS = 500;

    /** What happens, so many hours after the last thing: another timekeeping, or one that people or the sweep do. */
    record Step(int hours, int what, Timekeeping keeping) {}

    @Provide
    Arbitrary<Timekeeping> keepings() {
        var days = Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
        var off = days.list().ofMaxSize(60);
        var madeUp = days.filter(day -> day.getDayOfWeek().getValue() > 5).list().ofMaxSize(20);
        var left = steps(60).map(some -> some.reversed());
        return Combinators.combine(Arbitraries.of(DaysOff.class), off, madeUp, left, steps(90), Arbitraries.integers().between(0, 20))
                .as((rule, some, worked, before, late, every) -> Customs.keeping(rule, some, worked, new Reminders(before, late, every, false)));
    }

    /** Rising. */
    private static Arbitrary<List<Integer>> steps(int farthest) {
        return Arbitraries.integers().between(1, farthest).set().ofMinSize(1).ofMaxSize(5).map(some -> some.stream().sorted().toList());
    }

    @Provide
    Arbitrary<List<Step>> courses() {
        return Combinators.combine(Arbitraries.integers().between(0, 900), Arbitraries.integers().between(0, 7), keepings()).as(Step::new)
                .list().ofMinSize(1).ofMaxSize(25);
    }

    @Property(tries = 300)
    void of_each_table_that_was_in_force_what_was_reached_meanwhile_is_told_once_and_never_early(
            @ForAll("keepings") Timekeeping first, @ForAll("courses") List<Step> course) {
        var planned = FIRST.plusDays(120);
        var task = Assigning.assign(taskDue(new Due.By(planned, false, false)), START, 1, first).state();
        var told = new ArrayList<String>();
        var expected = new ArrayList<String>();
        var since = START;
        var now = START;
        for (var step : course) {
            now = now.plus(Duration.ofHours(step.hours()));
            var before = task;
            var decision = step.what() < 4 ? Passing.boundaries(task, now) : Recomputing.recompute(task, step.keeping(), now);
            if (decision instanceof Decision.Accepted<Assignment> accepted) {
                task = accepted.state();
                accepted.facts().stream().filter(TimekeepingProperties::isBoundary).map(fact -> name(before.lastDay(), fact)).forEach(told::add);
                assertThat(accepted.facts().stream().filter(fact -> fact.type().equals("DeadlineMoved")).count())
                        .isEqualTo(task.lastDay().equals(before.lastDay()) ? 0 : 1);
                assertThat(accepted.facts().stream().filter(fact -> !isBoundary(fact)).count()).isLessThanOrEqualTo(1);
            }
            if (!task.lastDay().equals(before.lastDay()) || !task.reminders().equals(before.reminders())) {
                expected.addAll(reached(before, since, now));
                since = now;
                assertThat(before.lastDay().isBefore(day(now)) || !task.lastDay().isBefore(day(now))).as("no change makes late").isTrue();
                assertThat(Recomputing.recompute(task, step.keeping(), now)).isInstanceOf(Decision.Unchanged.class);
            }
            assertThat(task.deadline().named()).isEqualTo(planned);
        }
        expected.addAll(reached(task, since, now));
        var last = task;
        if (Passing.boundaries(task, now) instanceof Decision.Accepted<Assignment> rest) {
            rest.facts().forEach(fact -> told.add(name(last.lastDay(), fact)));
        }
        assertThat(told).containsExactlyElementsOf(expected);
    }

    @Property(tries = 300)
    void a_verdict_is_never_rewritten_and_the_later_of_two_changes_wins(
            @ForAll("keepings") Timekeeping first, @ForAll("keepings") Timekeeping second, @ForAll("courses") List<Step> course) {
        var task = Assigning.assign(taskDue(new Due.By(FIRST.plusDays(60), false, false)), START, 1, first).state();
        var once = state(Recomputing.recompute(task, second, START), task);
        var between = state(Recomputing.recompute(task, course.getFirst().keeping(), START), task);
        var over = state(Recomputing.recompute(between, second, START), between);
        assertThat(over.lastDay()).isEqualTo(once.lastDay());
        assertThat(over.reminders()).isEqualTo(once.reminders());
        assertThat(over.nextBoundaryAt()).isEqualTo(once.nextBoundaryAt());

        var now = START.plus(Duration.ofHours(course.getFirst().hours()));
        var submitted = state(Commands.submit(task, OFFICER_OF_LEAD, Stories.DONE, now), task);
        var verdict = submitted.timeClass();
        var accepted = state(Commands.accept(submitted, LEADER, null, now), submitted);
        for (var step : course) {
            now = now.plus(Duration.ofHours(step.hours()));
            for (var finished : List.of(submitted, accepted)) {
                assertThat(Recomputing.recompute(finished, step.keeping(), now)).isInstanceOf(Decision.Unchanged.class);
                assertThat(Passing.boundaries(finished, now)).isInstanceOf(Decision.Unchanged.class);
            }
        }
        assertThat(accepted.work().state()).isEqualTo(WorkState.COMPLETED);
        assertThat(accepted.timeClass()).isEqualTo(verdict).isIn(Set.of(TimeClass.COMPLETED_IN_TIME, TimeClass.COMPLETED_LATE));
    }

    /** A look of the sweep, or progress, so many hours after the last thing. */
    record Look(int hours, boolean progress) {}

    @Provide
    Arbitrary<List<Look>> looks() {
        return Combinators.combine(Arbitraries.integers().between(0, 1200), Arbitraries.of(true, false)).as(Look::new).list().ofMinSize(1).ofMaxSize(30);
    }

    @Property(tries = 300)
    void each_silence_is_told_once_and_never_early(@ForAll("looks") List<Look> looks, @ForAll @IntRange(min = 1, max = 40) int every) {
        var task = Assigning.assign(taskDue(new Due.Ongoing()), START, 1, Customs.waiting(every)).state();
        var told = new ArrayList<String>();
        var expected = new ArrayList<String>();
        var last = FIRST;
        var silent = false;
        var now = START;
        for (var look : looks) {
            now = now.plus(Duration.ofHours(look.hours()));
            var staleOn = last.plusDays(every + 1L);
            if (!silent && !day(now).isBefore(staleOn)) {
                expected.add(staleOn.toString());
                silent = true;
            }
            var decision = look.progress() ? Commands.recordProgress(task, OFFICER_OF_LEAD, Stories.PROGRESS, now) : Passing.boundaries(task, now);
            if (decision instanceof Decision.Accepted<Assignment> accepted) {
                task = accepted.state();
                accepted.facts().stream().filter(fact -> fact.type().equals("TaskStale")).map(fact -> String.valueOf(fact.data().get("since"))).forEach(told::add);
            }
            last = look.progress() ? day(now) : last;
            silent = silent && !look.progress();
            assertThat(task.told().news().stale()).isEqualTo(silent);
        }
        assertThat(told).isEqualTo(expected);
    }

    /** What the table of a task reaches behind one moment and up to another; written down a second time, without what repeats being lazy. */
    private static List<String> reached(Assignment task, Instant since, Instant until) {
        if (task.overdueBeforeEntry()) {
            return List.of();
        }
        return Boundary.of(task.lastDay(), task.reminders()).toList().stream()
                .filter(boundary -> boundary.at().isAfter(since) && !boundary.at().isAfter(until))
                .map(boundary -> task.lastDay() + " " + switch (boundary) {
                    case Boundary.DueSoon soon -> "TaskDueSoon:" + soon.daysLeft();
                    case Boundary.Overdue _ -> "TaskOverdue";
                    case Boundary.Escalation late -> "TaskEscalated:" + late.daysLate();
                }).toList();
    }

    private static String name(LocalDate lastDay, Fact fact) {
        return lastDay + " " + switch (fact.type()) {
            case "TaskDueSoon" -> "TaskDueSoon:" + fact.data().get("daysLeft");
            case "TaskEscalated" -> "TaskEscalated:" + fact.data().get("daysLate");
            default -> fact.type();
        };
    }

    private static boolean isBoundary(Fact fact) {
        return Set.of("TaskDueSoon", "TaskOverdue", "TaskEscalated").contains(fact.type());
    }

    private static Assignment state(Decision<Assignment> decision, Assignment before) {
        return decision instanceof Decision.Accepted<Assignment> accepted ? accepted.state() : before;
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, DomainClock.ZONE);
    }
}
