package vn.dondoc.task.assignment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.Carried;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Extension;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.task.deadline.Timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.task.assignment.TaskFixtures.LEADER;
import static vn.dondoc.task.assignment.TaskFixtures.OFFICER_OF_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.accepted;
import static vn.dondoc.task.assignment.TaskFixtures.after;
import static vn.dondoc.task.assignment.TaskFixtures.anyTask;
import static vn.dondoc.task.assignment.TaskFixtures.at;
import static vn.dondoc.task.assignment.TaskFixtures.taskDue;
import static vn.dondoc.task.assignment.TaskFixtures.typesOf;

/** A task that a closed plan left unfinished goes on in another plan. */
class SucceedingTest {

    private static final TaskId SUCCESSOR = new TaskId("t1-next");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 30);

    @Test
    void it_begins_where_it_stood_with_its_first_day_kept() {
        var origin = after(Commands.recordProgress(anyTask(), OFFICER_OF_LEAD, Stories.PROGRESS, at("2026-12-02T08:00")));
        var moved = moved(origin, "2027-06-30", "2026-12-28T09:00");

        assertThat(typesOf(moved)).containsExactly("TaskMovedHere", "TaskAssigned");
        assertThat(moved.facts().getFirst().data()).containsEntry("from", "t1").containsKey("basis");
        var task = moved.state();
        assertThat(task.work()).isEqualTo(origin.work());
        assertThat(task.timeClass()).isEqualTo(TimeClass.IN_TIME);
        assertThat(task.overdueBeforeEntry()).isFalse();
        assertThat(task.extension()).isEqualTo(new Extension(FIRST, 0, null));
        assertThat(task.nextBoundaryAt()).isEqualTo(at("2027-06-23T00:00"));
    }

    @Test
    void what_is_late_and_keeps_its_day_stays_late_and_is_urged_on() {
        var late = Passing.upTo(anyTask(), at("2026-12-02T08:00")).state();
        var task = moved(late, null, "2026-12-02T09:00").state();

        assertThat(task.timeClass()).isEqualTo(TimeClass.OVERDUE);
        assertThat(task.overdueBeforeEntry()).as("it was late here, not before").isFalse();
        assertThat(typesOf(Passing.boundaries(task, at("2026-12-08T00:00")))).containsExactly("TaskEscalated", "TaskEscalated");
    }

    @Test
    void an_extended_day_stays_and_so_does_how_often() {
        var asked = after(Extending.ask(anyTask(), OFFICER_OF_LEAD, LocalDate.of(2026, 12, 20), "Chờ thiết bị", at("2026-11-20T08:00")));
        var extended = after(Extending.grant(asked, LEADER, null, null, at("2026-11-21T08:00")));

        var kept = moved(extended, null, "2026-12-10T09:00").state();
        assertThat(kept.lastDay()).isEqualTo("2026-12-20");
        assertThat(kept.extension()).isEqualTo(new Extension(FIRST, 1, null));
        assertThat(moved(extended, "2027-03-31", "2026-12-10T09:00").state().extension()).isEqualTo(new Extension(FIRST, 1, null));
    }

    @Test
    void the_first_day_outlives_an_extension_and_an_amendment_of_the_other_plan() {
        var task = moved(anyTask(), "2027-06-30", "2026-12-28T09:00").state();
        var asked = after(Extending.ask(task, OFFICER_OF_LEAD, LocalDate.of(2027, 7, 31), "Chờ thiết bị", at("2027-06-01T08:00")));
        var extended = after(Extending.grant(asked, LEADER, null, null, at("2027-06-02T08:00")));
        assertThat(extended.extension()).isEqualTo(new Extension(FIRST, 1, null));

        var amended = after(Amending.amend(extended, planned(new Due.By(LocalDate.of(2027, 9, 30), false, false)), 9, at("2027-06-03T08:00")));
        assertThat(amended.lastDay()).isEqualTo("2027-09-30");
        assertThat(amended.extension()).isEqualTo(new Extension(FIRST, 1, null));
        assertThat(amended.carried()).isEqualTo(task.carried());
    }

    @Test
    void a_submission_that_waits_goes_on_waiting_and_counts_by_its_day() {
        var submitted = anyTask(WorkState.SUBMITTED);
        var task = moved(submitted, "2027-06-30", "2026-12-28T09:00").state();

        assertThat(task.work()).isEqualTo(submitted.work());
        assertThat(after(Commands.accept(task, LEADER, null, at("2026-12-29T08:00"))).timeClass()).isEqualTo(TimeClass.COMPLETED_IN_TIME);
    }

    @Test
    void a_submission_that_counts_as_accepted_after_some_days_does_so_there_too() {
        var submitted = after(Commands.submit(anyTask(), OFFICER_OF_LEAD, Stories.DONE, 5, at("2026-10-12T08:00")));
        var task = moved(submitted, "2027-06-30", "2026-10-13T09:00").state();

        assertThat(task.work()).isEqualTo(submitted.work());
        assertThat(typesOf(Passing.boundaries(task, at("2026-10-18T00:00")))).containsExactly("TaskCompleted");
    }

    @Test
    void a_submission_that_waits_and_is_given_back_there_is_judged_by_what_the_plan_says() {
        var amended = after(Amending.amend(anyTask(WorkState.SUBMITTED), taskDue("2026-12-15"), 2, at("2026-11-20T09:00")));
        var task = moved(amended, null, "2026-11-21T09:00").state();
        assertThat(task.lastDay()).isEqualTo(FIRST);

        var returned = Commands.giveBack(task, LEADER, "Thiếu phụ lục", at("2026-11-22T09:00"));
        assertThat(typesOf(returned)).containsExactly("CompletionReturned", "DeadlineMoved");
        assertThat(after(returned).lastDay()).isEqualTo("2026-12-15");
    }

    @Test
    void what_was_completed_is_not_to_be_done_again_and_nobody_is_told() {
        var completed = anyTask(WorkState.COMPLETED);
        assertThat(Succeeding.handOver(completed, SUCCESSOR, at("2026-12-28T09:00"))).isInstanceOf(Decision.Unchanged.class);

        var task = Succeeding.begin(planned(new Due.By(LocalDate.of(2027, 6, 30), false, false)), completed, null, at("2026-12-28T09:00"), 1, Timekeeping.USUAL);
        assertThat(task.facts()).extracting(fact -> fact.type()).containsExactly("TaskMovedHere");
        assertThat(task.state().work().state()).isEqualTo(WorkState.CANCELLED);
        assertThat(task.state().nextBoundaryAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = WorkState.class, names = {"NOT_STARTED", "IN_PROGRESS", "SUBMITTED"})
    void what_is_left_behind_says_where_it_went_and_is_urged_no_more(WorkState state) {
        var left = Succeeding.handOver(anyTask(state), SUCCESSOR, at("2026-10-28T09:00"));

        assertThat(typesOf(left)).containsExactly("TaskCancelled");
        assertThat(accepted(left).facts().getFirst().data()).containsEntry("movedTo", SUCCESSOR.value());
        assertThat(after(left).nextBoundaryAt()).isNull();
        assertThat(Amending.withdraw(after(left), taskDue("2026-11-30"), 2, at("2026-10-28T09:00"))).as("told by its plan after that")
                .isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void one_that_is_told_after_its_successor_is_given_up_at_once() {
        var late = Succeeding.late(taskDue("2026-11-30"), SUCCESSOR, at("2026-10-28T09:00"), 1, Timekeeping.USUAL);

        assertThat(late.facts()).extracting(fact -> fact.type()).containsExactly("TaskAssigned", "TaskCancelled");
        assertThat(late.state().work().state()).isEqualTo(WorkState.CANCELLED);
    }

    /** @param newDay null where its time stays */
    static Decision.Accepted<Assignment> moved(Assignment origin, @Nullable String newDay, String when) {
        var before = Passing.upTo(origin, at(when)).state().told();
        var left = after(Succeeding.handOver(origin, SUCCESSOR, at(when)));
        var due = newDay == null ? origin.planned().due() : new Due.By(LocalDate.parse(newDay), false, false);
        return Succeeding.begin(planned(due), left, before, at(when), 1, Timekeeping.USUAL);
    }

    static PlannedTask planned(@Nullable Due due) {
        var task = taskDue(due);
        return new PlannedTask(SUCCESSOR, new PlanId("p2"), task.province(), task.commune(), 12, null, task.title(), task.lead(), task.coordinating(),
                task.product(), task.budgetVnd(), due, new Basis("36/KH-UBND", LocalDate.of(2026, 1, 5)), null, new Carried(task.id(), FIRST));
    }
}
