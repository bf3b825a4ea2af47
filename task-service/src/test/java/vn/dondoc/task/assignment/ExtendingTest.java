package vn.dondoc.task.assignment;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Extension;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.history.Decision;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.task.assignment.TaskFixtures.LEADER;
import static vn.dondoc.task.assignment.TaskFixtures.OFFICER_OF_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.STANDING;
import static vn.dondoc.task.assignment.TaskFixtures.STANDING_AND_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.STRANGER;
import static vn.dondoc.task.assignment.TaskFixtures.accepted;
import static vn.dondoc.task.assignment.TaskFixtures.after;
import static vn.dondoc.task.assignment.TaskFixtures.anyTask;
import static vn.dondoc.task.assignment.TaskFixtures.at;
import static vn.dondoc.task.assignment.TaskFixtures.refusal;
import static vn.dondoc.task.assignment.TaskFixtures.taskDue;
import static vn.dondoc.task.assignment.TaskFixtures.typesOf;

class ExtendingTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-30");
    private static final LocalDate LATER = LocalDate.parse("2026-12-20");
    private static final String REASON = "Chờ thiết bị";

    @Test
    void asked_for_it_waits_and_the_day_stays() {
        var asked = ask(anyTask());
        assertThat(typesOf(asked)).containsExactly("TaskAcknowledged", "ExtensionRequested");
        assertThat(accepted(asked).facts().getLast().text()).isEqualTo(REASON);
        assertThat(accepted(asked).facts().toString().replace("text=" + REASON, "")).doesNotContain(REASON);
        assertThat(after(asked).extension()).isEqualTo(new Extension(null, 0, LATER));
        assertThat(after(asked).lastDay()).isEqualTo(FIRST);
        assertThat(refusal(ask(after(asked)))).isEqualTo("409 EXTENSION_WAITS");
    }

    @Test
    void granted_the_first_day_is_kept_and_each_is_counted() {
        var granted = grant(after(ask(anyTask())), null, "2026-10-05T08:00");
        assertThat(typesOf(granted)).containsExactly("ExtensionGranted");
        assertThat(accepted(granted).facts().getLast().data()).containsEntry("before", "2026-11-30");
        assertThat(after(granted).lastDay()).isEqualTo(LATER);
        assertThat(after(granted).deadline().revision()).isEqualTo(2);
        assertThat(after(granted).nextBoundaryAt()).isEqualTo(at("2026-12-13T00:00"));

        var wanted = LocalDate.parse("2026-12-31");
        var again = grant(after(Extending.ask(after(granted), OFFICER_OF_LEAD, wanted, REASON, at("2026-12-01T08:00"))), null, "2026-12-02T08:00");
        assertThat(after(again).extension()).isEqualTo(new Extension(FIRST, 2, null));
        assertThat(after(again).lastDay()).isEqualTo(wanted);
    }

    @Test
    void the_giver_may_name_another_day() {
        assertThat(after(grant(after(ask(anyTask())), "2026-12-10", "2026-10-05T08:00")).lastDay()).isEqualTo("2026-12-10");
    }

    @Test
    void late_it_is_in_time_again_and_what_was_told_is_not_unsaid() {
        var late = after(ask(after(Passing.boundaries(anyTask(), at("2026-12-03T08:00")))));
        assertThat(late.timeClass()).isEqualTo(TimeClass.OVERDUE);
        var granted = after(grant(late, null, "2026-12-03T09:00"));
        assertThat(granted.timeClass()).isEqualTo(TimeClass.IN_TIME);
        assertThat(granted.nextBoundaryAt()).isEqualTo(at("2026-12-13T00:00"));
        assertThat(granted.extension().firstDay()).isEqualTo(FIRST);
    }

    @Test
    void a_boundary_that_the_sweep_had_no_time_for_is_told_before_the_extension() {
        var granted = grant(after(ask(anyTask())), null, "2026-12-01T00:00");
        assertThat(typesOf(granted)).containsExactly(
                "TaskDueSoon", "TaskDueSoon", "TaskDueSoon", "TaskDueSoon", "TaskOverdue", "TaskEscalated", "ExtensionGranted");
    }

    @Test
    void refused_with_a_reason_the_day_stays_and_it_may_be_asked_for_again() {
        var asked = after(ask(anyTask()));
        assertThat(refusal(Extending.refuse(asked, STANDING, " ", at("2026-10-05T08:00")))).isEqualTo("422 EXTENSION_REASON_REQUIRED");
        var refused = Extending.refuse(asked, STANDING, "Không có cơ sở", at("2026-10-05T08:00"));
        assertThat(typesOf(refused)).containsExactly("ExtensionRefused");
        assertThat(after(refused).lastDay()).isEqualTo(FIRST);
        assertThat(typesOf(ask(after(refused)))).containsExactly("ExtensionRequested");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30", "2026-11-29", "2026-10-01"})
    void a_day_that_is_not_later_extends_nothing(LocalDate day) {
        assertThat(refusal(Extending.ask(anyTask(), OFFICER_OF_LEAD, day, REASON, at("2026-10-04T08:00")))).isEqualTo("422 EXTENSION_NOT_LATER");
        assertThat(refusal(Extending.grant(after(ask(anyTask())), LEADER, day, null, at("2026-10-05T08:00")))).isEqualTo("422 EXTENSION_NOT_LATER");
    }

    @Test
    void a_day_that_has_passed_meanwhile_is_not_granted() {
        var asked = after(ask(anyTask()));
        assertThat(refusal(grant(asked, null, "2026-12-21T00:00"))).isEqualTo("422 EXTENSION_NOT_LATER");
        assertThat(after(grant(asked, null, "2026-12-20T23:59")).timeClass()).isEqualTo(TimeClass.DUE_SOON);
    }

    @Test
    void nobody_decides_for_the_own_unit_and_strangers_ask_for_nothing() {
        var asked = after(ask(anyTask()));
        assertThat(refusal(Extending.grant(asked, STANDING_AND_LEAD, null, null, at("2026-10-05T08:00")))).isEqualTo("403 OWN_UNIT");
        assertThat(refusal(Extending.grant(asked, OFFICER_OF_LEAD, null, null, at("2026-10-05T08:00")))).isEqualTo("403 FORBIDDEN");
        assertThat(refusal(Extending.ask(anyTask(), STRANGER, LATER, REASON, at("2026-10-05T08:00")))).isEqualTo("403 NOT_LEAD");
        assertThat(refusal(Extending.grant(anyTask(), LEADER, null, null, at("2026-10-05T08:00")))).isEqualTo("409 NO_EXTENSION_ASKED");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMITTED", "COMPLETED", "CANCELLED"})
    void only_before_completion(WorkState state) {
        assertThat(refusal(ask(anyTask(state)))).isEqualTo("409 TASK_" + state);
    }

    @Test
    void without_a_last_day_there_is_nothing_to_extend() {
        var ongoing = Assigning.assign(taskDue(new Due.Ongoing()), at("2026-10-01T08:00"), 1).state();
        assertThat(refusal(ask(ongoing))).isEqualTo("409 NO_DEADLINE");
        assertThat(Rights.offered(ongoing, OFFICER_OF_LEAD)).doesNotContain(Command.EXTENSION);
    }

    @Test
    void a_day_that_the_plan_names_anew_is_the_first_again() {
        var extended = after(grant(after(ask(anyTask())), null, "2026-10-05T08:00"));
        var amended = Amending.amend(extended, taskDue("2027-01-31"), 2, at("2026-10-06T08:00"));
        assertThat(typesOf(amended)).containsExactly("DeadlineMoved");
        assertThat(after(amended).lastDay()).isEqualTo("2027-01-31");
        assertThat(after(amended).extension()).isEqualTo(new Extension(null, 1, null));

        var same = Amending.amend(extended, taskDue("2026-11-30"), 2, at("2026-10-06T08:00"));
        assertThat(same).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void what_is_offered_is_what_is_taken() {
        var asked = after(ask(anyTask()));
        assertThat(Rights.offered(anyTask(), OFFICER_OF_LEAD)).contains(Command.EXTENSION);
        assertThat(Rights.offered(asked, OFFICER_OF_LEAD)).doesNotContain(Command.EXTENSION);
        assertThat(Rights.offered(anyTask(), LEADER)).doesNotContain(Command.EXTENSION_GRANT, Command.EXTENSION_REFUSAL);
        assertThat(Rights.offered(asked, LEADER)).contains(Command.EXTENSION_GRANT, Command.EXTENSION_REFUSAL);
    }

    private static Decision<Assignment> ask(Assignment task) {
        return Extending.ask(task, OFFICER_OF_LEAD, LATER, REASON, at("2026-10-04T08:00"));
    }

    private static Decision<Assignment> grant(Assignment task, String day, String when) {
        return Extending.grant(task, LEADER, day == null ? null : LocalDate.parse(day), null, at(when));
    }
}
