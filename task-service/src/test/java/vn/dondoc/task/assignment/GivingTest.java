package vn.dondoc.task.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.contracts.event.Extension;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.UnitId;
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

/** What passes between who gave a task and who is to do it. */
class GivingTest {

    private static final String REASON = "Không thuộc chức năng của phòng";
    private static final UnitId KINHTE = new UnitId("kinhte");
    private static final UnitId CONGAN = new UnitId("congan");
    private static final UnitId VHXH = new UnitId("vhxh");
    private static final Predicate<UnitId> HERE = List.of(KINHTE, CONGAN, VHXH)::contains;

    @Test
    void returned_before_it_is_begun_it_waits_and_the_deadline_goes_on() {
        var returned = returned(anyTask());
        assertThat(typesOf(returned)).containsExactly("TaskAcknowledged", "TaskReturnedToGiver");
        assertThat(accepted(returned).facts().getLast().text()).isEqualTo(REASON);
        assertThat(accepted(returned).facts().toString().replace("text=" + REASON, "")).doesNotContain(REASON);
        assertThat(after(returned).work().returnedOn()).isEqualTo("2026-10-02");
        assertThat(after(returned).told().returnedOn()).isEqualTo("2026-10-02");
        assertThat(after(returned).work().state()).isEqualTo(WorkState.NOT_STARTED);
        assertThat(refusal(returned(after(returned)))).isEqualTo("409 RETURN_WAITS");
        assertThat(typesOf(Passing.boundaries(after(returned), at("2026-12-01T00:00")))).contains("TaskOverdue");
    }

    @Test
    void the_giver_insists_and_it_stands_as_before() {
        var insisted = Giving.insist(after(returned(anyTask())), STANDING, "Đúng chức năng", at("2026-10-03T08:00"));
        assertThat(typesOf(insisted)).containsExactly("ReturnToGiverRefused");
        assertThat(after(insisted).work().returnedOn()).isNull();
        assertThat(after(insisted).work().opened()).isTrue();
        assertThat(refusal(Giving.insist(after(insisted), STANDING, "Nữa", at("2026-10-03T09:00")))).isEqualTo("409 NOT_RETURNED_TO_GIVER");
        assertThat(typesOf(returned(after(insisted)))).containsExactly("TaskReturnedToGiver");
    }

    @Test
    void whoever_begins_after_all_takes_the_return_back() {
        var returned = after(returned(anyTask()));
        assertThat(after(Commands.recordProgress(returned, STANDING, Stories.PROGRESS, at("2026-10-03T08:00"))).work().returnedOn()).isNull();
        assertThat(after(Commands.submit(returned, OFFICER_OF_LEAD, Stories.DONE, at("2026-10-03T08:00"))).work().returnedOn()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_PROGRESS", "SUBMITTED", "COMPLETED", "CANCELLED"})
    void what_has_begun_is_not_returned(WorkState state) {
        assertThat(refusal(returned(anyTask(state)))).isEqualTo("409 TASK_" + (state == WorkState.IN_PROGRESS ? "STARTED" : state));
    }

    @Test
    void given_to_others_who_have_not_opened_it_and_what_was_done_stays() {
        var begun = anyTask(WorkState.IN_PROGRESS);
        var given = reassigned(begun, List.of(CONGAN), List.of(KINHTE));
        assertThat(typesOf(given)).containsExactly("TaskReassigned");
        assertThat(accepted(given).facts().getFirst().text()).isEqualTo(REASON);
        var task = after(given);
        assertThat(task.planned().lead()).containsExactly(CONGAN);
        assertThat(task.planned().coordinating()).containsExactly(KINHTE);
        assertThat(task.work().opened()).isFalse();
        assertThat(task.work().openedOn()).isNull();
        assertThat(task.work().percent()).isEqualTo(40);
        assertThat(task.work().state()).isEqualTo(WorkState.IN_PROGRESS);
        assertThat(task.lastDay()).isEqualTo(begun.lastDay());

        var joined = after(reassigned(begun, List.of(KINHTE, CONGAN), List.of()));
        assertThat(joined.work().opened()).as("one of them goes on").isTrue();
    }

    @Test
    void reassigning_answers_a_return() {
        assertThat(after(reassigned(after(returned(anyTask())), List.of(VHXH), List.of())).work().returnedOn()).isNull();
        assertThat(after(reassigned(after(returned(anyTask())), List.of(KINHTE, VHXH), List.of())).work().returnedOn()).isNull();
    }

    @Test
    void only_units_of_the_commune_each_on_one_side_and_others_than_now() {
        assertThat(refusal(reassigned(anyTask(), List.of(new UnitId("xa2.congan")), List.of()))).isEqualTo("422 UNIT_NOT_HERE");
        assertThat(refusal(reassigned(anyTask(), List.of(VHXH), List.of(new UnitId("xa2.congan"))))).isEqualTo("422 UNIT_NOT_HERE");
        assertThat(refusal(reassigned(anyTask(), List.of(VHXH), List.of(VHXH)))).isEqualTo("422 UNIT_LEADS_AND_COORDINATES");
        assertThat(refusal(reassigned(anyTask(), List.of(KINHTE), List.of(CONGAN)))).isEqualTo("422 UNITS_UNCHANGED");
        assertThat(refusal(reassigned(anyTask(WorkState.SUBMITTED), List.of(VHXH), List.of()))).isEqualTo("409 TASK_SUBMITTED");
    }

    @Test
    void a_plan_told_again_does_not_undo_what_the_giver_decided_and_one_that_names_others_does() {
        var given = after(reassigned(anyTask(), List.of(VHXH), List.of()));
        assertThat(Amending.amend(given, taskDue("2026-11-30"), 2, at("2026-10-20T09:00"))).isInstanceOf(Decision.Unchanged.class);

        var renamed = after(Amending.amend(given, named("Tên mới", List.of(KINHTE), List.of(CONGAN)), 3, at("2026-10-20T09:00")));
        assertThat(renamed.planned().title()).isEqualTo("Tên mới");
        assertThat(renamed.planned().lead()).containsExactly(VHXH);
        assertThat(Amending.amend(renamed, named("Tên mới", List.of(KINHTE), List.of(CONGAN)), 4, at("2026-10-20T09:00")))
                .isInstanceOf(Decision.Unchanged.class);

        var others = Amending.amend(renamed, named("Tên mới", List.of(CONGAN), List.of()), 5, at("2026-10-21T09:00"));
        assertThat(typesOf(others)).contains("TaskReassigned");
        assertThat(after(others).planned().lead()).containsExactly(CONGAN);
        assertThat(after(others).planned().named()).isNull();
    }

    @Test
    void of_merged_units_that_the_plan_named_the_heirs_are_compared() {
        var given = after(reassigned(anyTask(), List.of(VHXH), List.of()));
        var heir = new UnitId("kinhte-congan");
        assertThat(Amending.amend(given, named("Rà soát hạ tầng số", List.of(heir), List.of()), 2, at("2026-10-20T09:00"),
                unit -> unit.equals(KINHTE) || unit.equals(CONGAN) ? heir : unit, vn.dondoc.task.deadline.Timekeeping.USUAL)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void given_back_to_those_the_plan_names_it_is_as_the_plan_has_it() {
        var given = after(reassigned(anyTask(), List.of(VHXH), List.of()));
        assertThat(after(reassigned(given, List.of(KINHTE), List.of(CONGAN))).planned()).isEqualTo(anyTask().planned());
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_STARTED", "IN_PROGRESS", "SUBMITTED"})
    void cancelled_before_completion_nothing_waits_and_nothing_is_urged(WorkState state) {
        var cancelled = Giving.cancel(anyTask(state), LEADER, REASON, at("2026-10-20T08:00"));
        assertThat(typesOf(cancelled)).containsExactly("TaskCancelled");
        assertThat(accepted(cancelled).facts().getFirst().data()).doesNotContainKey("basis");
        var task = after(cancelled);
        assertThat(task.work().state()).isEqualTo(WorkState.CANCELLED);
        assertThat(task.timeClass()).isEqualTo(TimeClass.NO_DEADLINE);
        assertThat(task.nextBoundaryAt()).isNull();
        assertThat(task.work().submittedOn()).isNull();
        assertThat(refusal(Giving.cancel(task, LEADER, REASON, at("2026-10-21T08:00")))).isEqualTo("409 TASK_CANCELLED");
    }

    @Test
    void what_waited_for_a_decision_is_answered_by_cancelling() {
        var waiting = after(Extending.ask(after(returned(anyTask())), OFFICER_OF_LEAD, LocalDate.parse("2026-12-20"), REASON, at("2026-10-03T08:00")));
        var cancelled = after(Giving.cancel(waiting, STANDING, REASON, at("2026-10-04T08:00")));
        assertThat(cancelled.work().returnedOn()).isNull();
        assertThat(cancelled.extension()).isEqualTo(new Extension(null, 0, null));
    }

    @Test
    void what_is_completed_is_opened_again_not_cancelled() {
        assertThat(refusal(Giving.cancel(anyTask(WorkState.COMPLETED), LEADER, REASON, at("2026-10-20T08:00")))).isEqualTo("409 TASK_COMPLETED");
    }

    @Test
    void nobody_decides_for_the_own_unit_and_only_the_lead_unit_returns() {
        var returned = after(returned(anyTask()));
        var when = at("2026-10-05T08:00");
        assertThat(refusal(Giving.insist(returned, STANDING_AND_LEAD, REASON, when))).isEqualTo("403 OWN_UNIT");
        assertThat(refusal(Giving.cancel(returned, STANDING_AND_LEAD, REASON, when))).isEqualTo("403 OWN_UNIT");
        assertThat(refusal(Giving.reassign(returned, STANDING_AND_LEAD, new Units(List.of(VHXH), List.of()), HERE, REASON, when))).isEqualTo("403 OWN_UNIT");
        assertThat(refusal(Giving.cancel(returned, OFFICER_OF_LEAD, REASON, when))).isEqualTo("403 FORBIDDEN");
        assertThat(refusal(Giving.returnToGiver(anyTask(), STANDING, REASON, when))).isEqualTo("403 NOT_LEAD");
        assertThat(refusal(Giving.returnToGiver(anyTask(), STRANGER, REASON, when))).isEqualTo("403 NOT_LEAD");
    }

    @Test
    void what_is_offered_is_what_is_taken() {
        assertThat(Rights.offered(anyTask(), STANDING)).contains(Command.REASSIGNMENT, Command.CANCELLATION).doesNotContain(Command.INSISTENCE);
        assertThat(Rights.offered(after(returned(anyTask())), STANDING)).contains(Command.INSISTENCE, Command.REASSIGNMENT, Command.CANCELLATION);
        assertThat(Rights.offered(after(returned(anyTask())), OFFICER_OF_LEAD)).contains(Command.PROGRESS).doesNotContain(Command.RETURN_TO_GIVER);
    }

    private static Decision<Assignment> returned(Assignment task) {
        return Giving.returnToGiver(task, OFFICER_OF_LEAD, REASON, at("2026-10-02T08:00"));
    }

    private static Decision<Assignment> reassigned(Assignment task, List<UnitId> lead, List<UnitId> coordinating) {
        return Giving.reassign(task, LEADER, new Units(lead, coordinating), HERE, REASON, at("2026-10-05T08:00"));
    }

    private static PlannedTask named(String title, List<UnitId> lead, List<UnitId> coordinating) {
        var task = taskDue("2026-11-30");
        return new PlannedTask(task.id(), task.plan(), task.province(), task.commune(), task.order(), task.ordinal(), title, lead, coordinating,
                task.product(), task.budgetVnd(), task.due());
    }
}
