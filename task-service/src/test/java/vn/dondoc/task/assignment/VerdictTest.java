package vn.dondoc.task.assignment;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.task.assignment.TaskFixtures.LEADER;
import static vn.dondoc.task.assignment.TaskFixtures.OFFICER_OF_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.STANDING;
import static vn.dondoc.task.assignment.TaskFixtures.STANDING_AND_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.STRANGER;
import static vn.dondoc.task.assignment.TaskFixtures.accepted;
import static vn.dondoc.task.assignment.TaskFixtures.after;
import static vn.dondoc.task.assignment.TaskFixtures.anyTask;
import static vn.dondoc.task.assignment.TaskFixtures.assigned;
import static vn.dondoc.task.assignment.TaskFixtures.at;
import static vn.dondoc.task.assignment.TaskFixtures.refusal;
import static vn.dondoc.task.assignment.TaskFixtures.taskDue;
import static vn.dondoc.task.assignment.TaskFixtures.typesOf;

/** Accepted silently, opened again, judged by the day it was really done; and words on any of it. */
class VerdictTest {

    private static final String REASON = "Sản phẩm chưa ban hành";

    @Test
    void after_the_days_to_decide_it_counts_as_accepted_and_nobody_did_it() {
        var submitted = submitted(3);
        assertThat(submitted.work().decideBy()).isEqualTo("2026-11-28");
        assertThat(submitted.nextBoundaryAt()).isEqualTo(at("2026-11-29T00:00"));
        assertThat(Passing.boundaries(submitted, at("2026-11-28T23:59:59"))).isInstanceOf(Decision.Unchanged.class);

        var silently = Passing.boundaries(submitted, at("2026-12-09T08:00"));
        assertThat(typesOf(silently)).containsExactly("TaskCompleted");
        assertThat(accepted(silently).facts()).extracting(Fact::by).containsExactly(Actor.system("time"));
        var completed = after(silently);
        assertThat(completed.work().state()).isEqualTo(WorkState.COMPLETED);
        assertThat(completed.work().decideBy()).isNull();
        assertThat(completed.timeClass()).isEqualTo(TimeClass.COMPLETED_IN_TIME);
        assertThat(completed.nextBoundaryAt()).isNull();
        assertThat(Passing.boundaries(completed, at("2027-12-09T08:00"))).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void without_such_days_it_waits_without_end() {
        assertThat(submitted(0).nextBoundaryAt()).isNull();
        assertThat(Passing.boundaries(submitted(0), at("2036-12-09T08:00"))).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void returned_in_time_nothing_is_accepted_silently() {
        var returned = after(Commands.giveBack(submitted(3), LEADER, REASON, at("2026-11-28T23:59")));
        assertThat(returned.work().decideBy()).isNull();
        assertThat(typesOf(Passing.boundaries(returned, at("2026-12-01T08:00")))).doesNotContain("TaskCompleted");
    }

    @Test
    void a_decision_that_comes_behind_the_last_day_finds_it_accepted_even_where_the_sweep_had_no_time() {
        assertThat(refusal(Commands.giveBack(submitted(3), LEADER, REASON, at("2026-11-29T00:00")))).isEqualTo("409 TASK_COMPLETED");
        assertThat(refusal(Giving.cancel(submitted(3), LEADER, REASON, at("2026-11-29T00:00")))).isEqualTo("409 TASK_COMPLETED");

        var reopened = Commands.reopen(submitted(3), LEADER, REASON, at("2026-11-29T00:00"));
        assertThat(typesOf(reopened)).containsExactly("TaskCompleted", "TaskReopened");
        assertThat(accepted(reopened).facts()).extracting(Fact::by).containsExactly(Actor.system("time"), null);

        var withdrawn = Amending.withdraw(submitted(3), taskDue("2026-11-30"), 2, at("2026-11-29T00:00"));
        assertThat(typesOf(withdrawn)).containsExactly("TaskCompleted");
    }

    @Test
    void opened_again_it_is_as_late_as_without_its_submission_and_what_passed_meanwhile_is_told() {
        var completed = after(Commands.accept(submitted(0), LEADER, null, at("2026-11-26T08:00")));
        var reopened = Commands.reopen(completed, STANDING, REASON, at("2026-12-02T08:00"));
        assertThat(typesOf(reopened)).containsExactly("TaskReopened");
        assertThat(accepted(reopened).facts().getFirst().text()).isEqualTo(REASON);
        var open = after(reopened);
        assertThat(open.work().state()).isEqualTo(WorkState.IN_PROGRESS);
        assertThat(open.work().submittedOn()).isNull();
        assertThat(open.timeClass()).isEqualTo(TimeClass.OVERDUE);
        assertThat(typesOf(Passing.boundaries(open, at("2026-12-02T08:00"))))
                .containsExactly("TaskDueSoon", "TaskDueSoon", "TaskDueSoon", "TaskOverdue", "TaskEscalated");
    }

    @Test
    void opened_again_after_its_plan_moved_the_day_meanwhile_the_new_day_holds() {
        var amended = after(Amending.amend(submitted(0), taskDue("2026-12-31"), 2, at("2026-11-26T08:00")));
        var completed = after(Commands.accept(amended, LEADER, null, at("2026-11-27T08:00")));
        var reopened = Commands.reopen(completed, LEADER, REASON, at("2026-12-02T08:00"));
        assertThat(typesOf(reopened)).containsExactly("TaskReopened", "DeadlineMoved");
        assertThat(after(reopened).lastDay()).isEqualTo("2026-12-31");
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_STARTED", "IN_PROGRESS", "SUBMITTED", "CANCELLED"})
    void only_what_was_accepted_is_opened_again(WorkState state) {
        var why = state == WorkState.CANCELLED ? "409 TASK_CANCELLED" : "409 TASK_NOT_COMPLETED";
        assertThat(refusal(Commands.reopen(anyTask(state), LEADER, REASON, at("2026-10-05T08:00")))).isEqualTo(why);
    }

    @Test
    void who_gave_it_opens_it_again_but_not_work_of_the_own_unit() {
        var completed = anyTask(WorkState.COMPLETED);
        assertThat(refusal(Commands.reopen(completed, STANDING_AND_LEAD, REASON, at("2026-10-05T08:00")))).isEqualTo("403 OWN_UNIT");
        assertThat(refusal(Commands.reopen(completed, OFFICER_OF_LEAD, REASON, at("2026-10-05T08:00")))).isEqualTo("403 FORBIDDEN");
        assertThat(Rights.offered(completed, STANDING)).containsExactly(
                Command.REOPENING, Command.COMMENT, Command.PARTICULARS, Command.DISBURSEMENT, Command.FOLLOWING);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-28, COMPLETED_IN_TIME", "2026-09-30, COMPLETED_IN_TIME", "2026-10-01, COMPLETED_LATE", "2026-10-10, COMPLETED_LATE"})
    void what_was_overdue_before_entry_is_judged_by_the_day_it_was_really_done(LocalDate doneOn, TimeClass verdict) {
        var submitted = after(Commands.submit(beforeEntry(), OFFICER_OF_LEAD, done(doneOn), at("2026-10-10T08:00")));
        assertThat(submitted.timeClass()).isEqualTo(verdict);
        assertThat(submitted.work().submittedOn()).isEqualTo("2026-10-10");
        assertThat(submitted.overdueBeforeEntry()).as("still counted apart").isTrue();
        assertThat(after(Commands.accept(submitted, LEADER, null, at("2026-10-12T08:00"))).timeClass()).isEqualTo(verdict);

        var returned = after(Commands.giveBack(submitted, LEADER, REASON, at("2026-10-12T08:00")));
        assertThat(returned.work().doneOn()).isNull();
        assertThat(returned.timeClass()).isEqualTo(TimeClass.OVERDUE);
    }

    @Test
    void no_other_task_names_such_a_day_and_none_that_is_to_come() {
        assertThat(refusal(Commands.submit(anyTask(), OFFICER_OF_LEAD, done(LocalDate.parse("2026-10-01")), at("2026-10-10T08:00"))))
                .isEqualTo("422 DONE_ON_NOT_ASKED");
        assertThat(refusal(Commands.submit(beforeEntry(), OFFICER_OF_LEAD, done(LocalDate.parse("2026-10-11")), at("2026-10-10T23:59"))))
                .isEqualTo("422 DONE_ON_TO_COME");
        assertThat(refusal(Commands.submit(anyTask(), STRANGER, done(LocalDate.parse("2026-10-01")), at("2026-10-10T08:00")))).isEqualTo("403 NOT_LEAD");
        assertThat(after(Commands.submit(beforeEntry(), OFFICER_OF_LEAD, Stories.DONE, at("2026-10-10T08:00"))).timeClass())
                .isEqualTo(TimeClass.COMPLETED_LATE);
    }

    @Test
    void the_first_day_it_was_opened_is_kept() {
        var opened = after(Commands.acknowledge(anyTask(), OFFICER_OF_LEAD, at("2026-10-02T23:59")));
        assertThat(opened.work().openedOn()).isEqualTo("2026-10-02");
        assertThat(opened.told().openedOn()).isEqualTo("2026-10-02");
        assertThat(after(Commands.recordProgress(opened, OFFICER_OF_LEAD, Stories.PROGRESS, at("2026-10-09T08:00"))).work().openedOn()).isEqualTo("2026-10-02");
        assertThat(after(Commands.recordProgress(anyTask(), STANDING, Stories.PROGRESS, at("2026-10-09T08:00"))).work().openedOn()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void words_are_added_in_every_state_and_change_nothing(WorkState state) {
        var task = anyTask(state);
        var said = Commands.comment(task, STANDING, "Đã trao đổi qua điện thoại", at("2026-10-06T08:00"));
        assertThat(typesOf(said)).containsExactly(Commands.COMMENT);
        assertThat(accepted(said).facts().getFirst().text()).isEqualTo("Đã trao đổi qua điện thoại");
        assertThat(accepted(said).facts().getFirst().data()).isEmpty();
        assertThat(after(said)).isEqualTo(task);
    }

    @Test
    void words_are_of_those_concerned() {
        var coordinating = new Standpoint(false, false, false, true);
        for (var who : new Standpoint[] {OFFICER_OF_LEAD, STANDING, LEADER, coordinating}) {
            assertThat(typesOf(Commands.comment(anyTask(), who, "Lời", at("2026-10-06T08:00")))).containsExactly(Commands.COMMENT);
            assertThat(Rights.offered(anyTask(WorkState.CANCELLED), who)).containsExactly(Command.COMMENT);
        }
        assertThat(refusal(Commands.comment(anyTask(), STRANGER, "Lời", at("2026-10-06T08:00")))).isEqualTo("403 FORBIDDEN");
    }

    /** Sent in five days before its last day, with so many days to decide on it. */
    private static Assignment submitted(int acceptAfter) {
        var opened = assigned("2026-11-30", "2026-11-24T08:00");
        return after(Commands.submit(opened, OFFICER_OF_LEAD, Stories.DONE, acceptAfter, at("2026-11-25T15:00")));
    }

    private static Assignment beforeEntry() {
        return assigned("2026-09-30", "2026-10-02T08:00");
    }

    private static Tasks.Completion done(LocalDate doneOn) {
        return new Tasks.Completion("Đã xong từ trước", null, null, doneOn, null, null, null, null);
    }
}
