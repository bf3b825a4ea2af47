package vn.dondoc.task.assignment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.deadline.Boundary;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.task.deadline.TimeClasses;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.task.assignment.TaskFixtures.LEADER;
import static vn.dondoc.task.assignment.TaskFixtures.OFFICER_OF_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.STANDING;
import static vn.dondoc.task.assignment.TaskFixtures.taskDue;

/** Simulated time: sweeps after gaps of any length, a clock that jumps back and forth, and people in between. */
class TimeProperties {

    private static final Instant START = Instant.parse("2027-12-01T05:30:00Z");

    /** Days of the last day from the start, and the hours between one look and the next. */
    record Course(long dueInDays, List<Long> hours) {}

    @Provide
    Arbitrary<Course> courses() {
        // leap day 2028 and two turns of the year lie within
        return Arbitraries.longs().between(-40, 500).flatMap(due ->
                Arbitraries.longs().between(-200, 900).list().ofMinSize(1).ofMaxSize(60).map(hours -> new Course(due, hours)));
    }

    @Property(tries = 400)
    void each_boundary_is_told_once_in_order_and_never_early(@ForAll("courses") Course course) {
        var lastDay = LocalDate.parse("2027-12-01").plusDays(course.dueInDays());
        var assigned = Assigning.assign(taskDue(new Due.By(lastDay, false, false)), START, 1);
        var task = assigned.state();
        var told = new ArrayList<Fact>();
        var now = START;
        var latest = START;
        for (var hours : course.hours()) {
            now = now.plus(Duration.ofHours(hours));
            latest = now.isAfter(latest) ? now : latest;
            if (Passing.boundaries(task, now) instanceof Decision.Accepted<Assignment> accepted) {
                assertThat(task.nextBoundaryAt()).isBeforeOrEqualTo(now);
                told.addAll(accepted.facts());
                task = accepted.state();
                assertThat(Passing.boundaries(task, now)).isInstanceOf(Decision.Unchanged.class);
            }
        }
        var until = latest;
        var expected = task.overdueBeforeEntry() ? List.<String>of() : Boundary.of(lastDay).stream()
                .filter(boundary -> boundary.at().isAfter(START) && !boundary.at().isAfter(until))
                .map(TimeProperties::name).toList();
        assertThat(told).extracting(TimeProperties::name).containsExactlyElementsOf(expected);
        assertThat(task.timeClass()).isEqualTo(TimeClasses.of(lastDay, WorkState.NOT_STARTED, null, LocalDate.ofInstant(until,
                vn.dondoc.platform.time.DomainClock.ZONE)));
        assertThat(task.overdueBeforeEntry()).isEqualTo(assigned.facts().size() == 2);
    }

    /** One thing that happens: which, and how many hours after the one before. */
    record Step(int what, int hours) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.integers().between(0, 5).flatMap(what -> Arbitraries.integers().between(0, 120).map(hours -> new Step(what, hours)))
                .list().ofMinSize(1).ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Step>> acts() {
        return Arbitraries.integers().between(0, 12).flatMap(what -> Arbitraries.integers().between(0, 120).map(hours -> new Step(what, hours)))
                .list().ofMinSize(1).ofMaxSize(60);
    }

    @Property(tries = 600)
    void whatever_people_do_the_rules_of_transition_hold_and_no_boundary_is_doubled(@ForAll("acts") List<Step> steps) {
        var lastDay = LocalDate.parse("2027-12-31");
        var task = Assigning.assign(taskDue(new Due.By(lastDay, false, false)), START, 1).state();
        var told = new ArrayList<String>();
        var now = START;
        for (var step : steps) {
            now = now.plus(step.hours(), ChronoUnit.HOURS);
            var today = now;
            var before = Passing.upTo(task, now).state().work().state();
            var decision = decide(task, step, now);
            if (decision instanceof Decision.Accepted<Assignment> accepted) {
                task = accepted.state();
                accepted.facts().stream().map(TimeProperties::name).filter(TimeProperties::isBoundary).forEach(told::add);
                assertThat(reachable(before, step.what())).contains(task.work().state());
            } else if (decision instanceof Decision.Refused<Assignment>) {
                assertThat(step.what()).isNotZero();
            }
            var work = task.work();
            var open = work.unfinished();
            assertThat(work.submittedOn() == null).isEqualTo(open || work.state() == WorkState.CANCELLED);
            assertThat(work.returnedOn() == null || work.state() == WorkState.NOT_STARTED).isTrue();
            assertThat(work.openedOn() != null).isEqualTo(work.opened());
            assertThat(open || task.nextBoundaryAt() == null || work.decideBy() != null).isTrue();
            assertThat(work.decideBy() == null || work.state() == WorkState.SUBMITTED).isTrue();
            assertThat(Passing.upTo(task, now).state().work().decideBy()).satisfiesAnyOf(
                    day -> assertThat(day).isNull(), day -> assertThat(day).isAfterOrEqualTo(Assignment.dayOf(today)));
        }
        var order = Boundary.of(lastDay).stream().map(TimeProperties::name).toList();
        if (task.work().unfinished() && Passing.boundaries(task, now) instanceof Decision.Accepted<Assignment> rest) {
            rest.facts().stream().map(TimeProperties::name).forEach(told::add);
        }
        if (task.work().unfinished()) {
            var reached = now;
            assertThat(told).hasSize((int) Boundary.of(lastDay).stream().filter(boundary -> !boundary.at().isAfter(reached)).count());
        }
        assertThat(told).doesNotHaveDuplicates();
        assertThat(order.subList(0, told.size())).isEqualTo(told);
        if (task.work().submittedOn() != null) {
            var late = task.work().submittedOn().isAfter(lastDay);
            assertThat(task.timeClass()).isEqualTo(late ? TimeClass.COMPLETED_LATE : TimeClass.COMPLETED_IN_TIME);
        }
    }

    /** The days that were in force one after the other, and when each began to be. */
    private record InForce(LocalDate lastDay, Instant since) {}

    @Property(tries = 400)
    void of_each_day_that_was_in_force_what_was_reached_meanwhile_is_told_once(@ForAll("steps") List<Step> steps) {
        var task = Assigning.assign(taskDue(new Due.By(LocalDate.parse("2027-12-31"), false, false)), START, 1).state();
        var days = new ArrayList<>(List.of(new InForce(LocalDate.parse("2027-12-31"), START)));
        var told = new ArrayList<String>();
        var now = START;
        for (var step : steps) {
            now = now.plus(step.hours(), ChronoUnit.HOURS);
            var wanted = task.lastDay().plusDays(1 + step.hours());
            var decision = switch (step.what()) {
                case 0, 1 -> Passing.boundaries(task, now);
                case 2 -> Extending.refuse(task, LEADER, "Chưa có cơ sở", now);
                case 3 -> Extending.grant(task, LEADER, null, null, now);
                default -> Extending.ask(task, OFFICER_OF_LEAD, wanted, "Chờ thiết bị", now);
            };
            if (decision instanceof Decision.Accepted<Assignment> accepted) {
                var before = task.lastDay();
                task = accepted.state();
                accepted.facts().stream().map(TimeProperties::name).filter(TimeProperties::isBoundary).map(name -> before + " " + name).forEach(told::add);
                if (!before.equals(task.lastDay())) {
                    days.add(new InForce(task.lastDay(), now));
                }
            }
        }
        if (Passing.boundaries(task, now) instanceof Decision.Accepted<Assignment> rest) {
            var last = task.lastDay();
            rest.facts().forEach(fact -> told.add(last + " " + name(fact)));
        }
        var expected = new ArrayList<String>();
        for (int i = 0; i < days.size(); i++) {
            var day = days.get(i);
            var until = i + 1 < days.size() ? days.get(i + 1).since() : now;
            Boundary.of(day.lastDay()).stream()
                    .filter(boundary -> boundary.at().isAfter(day.since()) && !boundary.at().isAfter(until))
                    .map(boundary -> day.lastDay() + " " + name(boundary)).forEach(expected::add);
        }
        assertThat(told).containsExactlyElementsOf(expected);
        assertThat(days.size() - 1).isEqualTo(task.extension() == null ? 0 : task.extension().granted());
        assertThat(days.size() == 1 || days.getFirst().lastDay().equals(task.extension().firstDay())).isTrue();
    }

    private static Decision<Assignment> decide(Assignment task, Step step, Instant now) {
        return switch (step.what()) {
            case 0 -> Passing.boundaries(task, now);
            case 1 -> Commands.acknowledge(task, OFFICER_OF_LEAD, now);
            case 2 -> Commands.recordProgress(task, STANDING, Stories.PROGRESS, now);
            case 3 -> Commands.submit(task, OFFICER_OF_LEAD, Stories.DONE, step.hours() % 4, now);
            case 4 -> Commands.giveBack(task, LEADER, "Bổ sung", now);
            case 6 -> Giving.returnToGiver(task, OFFICER_OF_LEAD, "Không đúng chức năng", now);
            case 7 -> Giving.insist(task, LEADER, "Đúng chức năng", now);
            case 8 -> Giving.reassign(task, LEADER, new Units(List.of(new UnitId("u" + step.hours() % 2)), List.of()), _ -> true, "Đổi", now);
            case 9 -> step.hours() % 10 == 0 ? Giving.cancel(task, LEADER, "Không cần nữa", now) : Passing.boundaries(task, now);
            case 10 -> Commands.reopen(task, LEADER, "Chưa xong", now);
            case 11 -> Commands.comment(task, STANDING, "Đã gọi điện", now);
            case 12 -> Giving.cancel(task, OFFICER_OF_LEAD, "Không cần nữa", now);
            default -> now.getEpochSecond() % 7 == 0 ? Commands.accept(task, LEADER, null, now) : Commands.accept(task, OFFICER_OF_LEAD, null, now);
        };
    }

    /** Written down a second time on purpose, beside the table that decides. */
    private static List<WorkState> reachable(WorkState before, int what) {
        return switch (what) {
            case 0, 1, 11 -> List.of(before);
            case 6, 7 -> before == WorkState.NOT_STARTED ? List.of(before) : List.of();
            case 8 -> before == WorkState.NOT_STARTED || before == WorkState.IN_PROGRESS ? List.of(before) : List.of();
            case 9 -> before == WorkState.COMPLETED || before == WorkState.CANCELLED ? List.of(before) : List.of(before, WorkState.CANCELLED);
            case 10 -> before == WorkState.COMPLETED ? List.of(WorkState.IN_PROGRESS) : List.of();
            case 12 -> List.of();
            case 2 -> before == WorkState.NOT_STARTED || before == WorkState.IN_PROGRESS ? List.of(WorkState.IN_PROGRESS) : List.of();
            case 3 -> before == WorkState.NOT_STARTED || before == WorkState.IN_PROGRESS ? List.of(WorkState.SUBMITTED) : List.of();
            case 4 -> before == WorkState.SUBMITTED ? List.of(WorkState.IN_PROGRESS) : List.of();
            default -> before == WorkState.SUBMITTED ? List.of(WorkState.COMPLETED) : List.of();
        };
    }

    private static boolean isBoundary(String name) {
        return name.startsWith("TaskDueSoon") || name.startsWith("TaskOverdue") || name.startsWith("TaskEscalated");
    }

    private static String name(Fact fact) {
        return switch (fact.type()) {
            case "TaskDueSoon" -> "TaskDueSoon:" + fact.data().get("daysLeft");
            case "TaskEscalated" -> "TaskEscalated:" + fact.data().get("step");
            default -> fact.type();
        };
    }

    private static String name(Boundary boundary) {
        return switch (boundary) {
            case Boundary.DueSoon soon -> "TaskDueSoon:" + soon.daysLeft();
            case Boundary.Overdue _ -> "TaskOverdue";
            case Boundary.Escalation late -> "TaskEscalated:" + late.step();
        };
    }
}
