package vn.dondoc.task.assignment;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.task.assignment.TaskFixtures.LEADER;
import static vn.dondoc.task.assignment.TaskFixtures.accepted;
import static vn.dondoc.task.assignment.TaskFixtures.after;
import static vn.dondoc.task.assignment.TaskFixtures.anyTask;
import static vn.dondoc.task.assignment.TaskFixtures.at;
import static vn.dondoc.task.assignment.TaskFixtures.typesOf;

/** What a plan that was amended means for its tasks. */
class AmendingTest {

    private static final Basis BASIS = new Basis("45/QĐ-UBND", LocalDate.of(2026, 10, 20));

    @Test
    void a_later_deadline_is_told_by_what_passes_from_now_on() {
        var late = Passing.upTo(anyTask(), at("2026-12-05T08:00")).state();
        var decision = Amending.amend(late, due("2026-12-20"), 2, at("2026-12-05T09:00"));

        assertThat(typesOf(decision)).containsExactly("DeadlineMoved");
        var moved = after(decision);
        assertThat(moved.timeClass()).isEqualTo(TimeClass.IN_TIME);
        assertThat(moved.deadline().revision()).isEqualTo(2);
        assertThat(moved.nextBoundaryAt()).isEqualTo(at("2026-12-13T00:00"));
        assertThat(accepted(decision).facts().getFirst().data()).containsEntry("before", "2026-11-30").containsKey("basis");
    }

    @Test
    void an_earlier_deadline_that_has_passed_makes_it_overdue_at_once() {
        assertThat(typesOf(Amending.amend(anyTask(), due("2026-10-15"), 2, at("2026-10-20T09:00")))).containsExactly("DeadlineMoved", "TaskOverdue");
    }

    @Test
    void a_tentative_day_is_urged_like_any_other_and_becomes_firm_without_moving() {
        var tentative = Assigning.assign(TaskFixtures.taskDue(new Due.By(LocalDate.of(2026, 11, 30), false, true)), at("2026-10-01T08:00"), 1).state();
        var told = Passing.upTo(tentative, at("2026-12-02T08:00"));
        assertThat(told.facts()).extracting(Fact::type).isEqualTo(Passing.upTo(anyTask(), at("2026-12-02T08:00")).facts().stream().map(Fact::type).toList())
                .contains("TaskDueSoon", "TaskOverdue");

        var decision = Amending.amend(tentative, TaskFixtures.taskDue("2026-11-30"), 2, at("2026-10-20T09:00"));
        assertThat(typesOf(decision)).containsExactly("TaskAmended");
        assertThat(after(decision).deadline()).isEqualTo(tentative.deadline());
        assertThat(after(decision).nextBoundaryAt()).isEqualTo(tentative.nextBoundaryAt());
        assertThat(after(decision).told().due()).isEqualTo(new Due.By(LocalDate.of(2026, 11, 30), false, false));
    }

    @Test
    void a_deadline_taken_away_leaves_only_news_to_wait_for() {
        var open = after(Amending.amend(anyTask(), with("Rà soát hạ tầng số", List.of("kinhte"), new Due.Ongoing()), 2, at("2026-10-20T09:00")));

        assertThat(open.lastDay()).isNull();
        assertThat(open.nextBoundaryAt()).isEqualTo(at("2026-11-20T00:00"));
        assertThat(open.timeClass()).isEqualTo(TimeClass.NO_DEADLINE);
        var again = after(Amending.amend(open, due("2026-12-20"), 3, at("2026-10-21T09:00")));
        assertThat(again.told().news()).isNull();
        assertThat(again.nextBoundaryAt()).isEqualTo(at("2026-12-13T00:00"));
    }

    @Test
    void whoever_leads_from_now_on_has_not_opened_it_and_progress_stays() {
        var begun = anyTask(WorkState.IN_PROGRESS);
        var decision = Amending.amend(begun, with("Rà soát hạ tầng số", List.of("vhxh"), new Due.By(LocalDate.of(2026, 11, 30), false, false)), 2, at("2026-10-20T09:00"));

        assertThat(typesOf(decision)).containsExactly("TaskAmended", "TaskReassigned");
        assertThat(after(decision).work().state()).isEqualTo(WorkState.IN_PROGRESS);
        assertThat(begun.work().opened()).isTrue();
        assertThat(after(decision).work().opened()).isFalse();
    }

    @Test
    void a_task_follows_the_programme_of_its_plan_until_somebody_describes_it_otherwise() {
        var named = Amending.amend(anyTask(), due("2026-11-30").within("NQ 57"), 2, at("2026-10-20T09:00"));
        assertThat(typesOf(named)).containsExactly("TaskDescribed");
        assertThat(after(named).told().particulars().programme()).isEqualTo("NQ 57");
        assertThat(after(named).tokens()).contains("~nq57", "ha", "tang");
        assertThat(Amending.amend(after(named), due("2026-11-30").within("NQ 57"), 3, at("2026-10-20T10:00"))).isInstanceOf(Decision.Unchanged.class);

        var described = Belonging.to(after(named), "Đề án 06");
        assertThat(Amending.amend(described, due("2026-11-30").within("CCHC"), 3, at("2026-10-21T09:00"))).isInstanceOf(Decision.Unchanged.class);

        var later = Amending.amend(after(named), due("2026-12-20").within(null), 3, at("2026-10-21T09:00"));
        assertThat(typesOf(later)).containsExactly("TaskDescribed", "DeadlineMoved");
        assertThat(after(later).told().particulars().programme()).isNull();

        var finished = Amending.amend(anyTask(WorkState.COMPLETED), due("2026-12-20").within("NQ 57"), 2, at("2026-12-20T09:00"));
        assertThat(typesOf(finished)).as("a programme is no verdict").containsExactly("TaskDescribed");
        assertThat(after(finished).lastDay()).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void other_words_are_found_by() {
        var reworded = after(Amending.amend(anyTask(), with("Rà soát trạm bơm", List.of("kinhte"), new Due.By(LocalDate.of(2026, 11, 30), false, false)), 2, at("2026-10-20T09:00")));

        assertThat(reworded.tokens()).contains("tram", "bom").doesNotContain("ha", "tang");
    }

    @ParameterizedTest
    @EnumSource(value = WorkState.class, names = {"COMPLETED", "CANCELLED"})
    void what_is_finished_stays_as_it_is(WorkState state) {
        assertThat(Amending.amend(anyTask(state), due("2026-10-01"), 2, at("2026-10-20T09:00"))).isInstanceOf(Decision.Unchanged.class);
        assertThat(Amending.withdraw(anyTask(state), due("2026-10-01"), 2, at("2026-10-20T09:00"))).isInstanceOf(Decision.Unchanged.class);
    }

    @ParameterizedTest
    @EnumSource(value = WorkState.class, names = {"NOT_STARTED", "IN_PROGRESS", "SUBMITTED"})
    void what_is_given_up_is_cancelled_and_urged_no_more(WorkState state) {
        var decision = Amending.withdraw(anyTask(state), due("2026-11-30"), 2, at("2026-10-20T09:00"));

        assertThat(typesOf(decision)).containsExactly("TaskCancelled");
        assertThat(after(decision).work().state()).isEqualTo(WorkState.CANCELLED);
        assertThat(after(decision).nextBoundaryAt()).isNull();
    }

    @Test
    void a_submission_is_judged_by_the_day_it_was_made_for_and_a_returned_one_by_the_new_day() {
        var submitted = anyTask(WorkState.SUBMITTED);
        var amended = Amending.amend(submitted, due("2026-10-02"), 2, at("2026-10-20T09:00"));

        assertThat(typesOf(amended)).containsExactly("TaskAmended");
        assertThat(after(amended).timeClass()).isEqualTo(TimeClass.COMPLETED_IN_TIME);
        assertThat(after(Commands.accept(after(amended), LEADER, null, at("2026-10-21T08:00"))).timeClass()).isEqualTo(TimeClass.COMPLETED_IN_TIME);

        var returned = Commands.giveBack(after(amended), LEADER, "Thiếu phụ lục", at("2026-10-21T08:00"));
        assertThat(typesOf(returned)).containsExactly("CompletionReturned", "DeadlineMoved", "TaskOverdue");
        assertThat(after(returned).lastDay()).isEqualTo("2026-10-02");
    }

    @Test
    void amended_once_more_while_it_waits_a_returned_one_is_still_judged_by_what_its_plan_says() {
        var moved = after(Amending.amend(anyTask(WorkState.SUBMITTED), due("2026-12-15"), 2, at("2026-11-20T09:00")));
        var reworded = after(Amending.amend(moved, with("Rà soát trạm bơm", List.of("kinhte"), new Due.By(LocalDate.of(2026, 12, 15), false, false)), 3, at("2026-11-21T09:00")));
        assertThat(reworded.lastDay()).isEqualTo("2026-11-30");

        var returned = Commands.giveBack(reworded, LEADER, "Thiếu phụ lục", at("2026-11-22T09:00"));
        assertThat(typesOf(returned)).containsExactly("CompletionReturned", "DeadlineMoved");
        assertThat(after(returned).lastDay()).isEqualTo("2026-12-15");
    }

    @Test
    void returned_after_the_old_and_the_new_day_it_is_said_to_be_overdue() {
        var submitted = anyTask(WorkState.SUBMITTED);
        var moved = after(Amending.amend(submitted, due("2026-12-15"), 2, at("2026-11-20T09:00")));
        var returned = Commands.giveBack(moved, LEADER, "Thiếu phụ lục", at("2027-01-04T09:00"));

        assertThat(typesOf(returned)).containsExactly("CompletionReturned", "DeadlineMoved", "TaskOverdue");
        assertThat(accepted(returned).facts().getLast().data()).containsEntry("since", "2026-12-16");
    }

    @Test
    void what_is_told_again_or_late_changes_nothing() {
        var amended = after(Amending.amend(anyTask(), due("2026-12-20"), 5, at("2026-10-20T09:00")));

        assertThat(Amending.amend(amended, due("2026-12-20"), 5, at("2026-10-20T09:00"))).isInstanceOf(Decision.Unchanged.class);
        assertThat(Amending.amend(amended, due("2026-11-30"), 1, at("2026-10-01T09:00"))).isInstanceOf(Decision.Unchanged.class);
        assertThat(Amending.withdraw(amended, due("2026-11-30"), 4, at("2026-10-02T09:00"))).isInstanceOf(Decision.Unchanged.class);
        assertThat(Amending.amend(anyTask(), due("2026-11-30"), 2, at("2026-10-20T09:00"))).as("nothing else is said").isInstanceOf(Decision.Unchanged.class);
    }

    private static PlannedTask due(String day) {
        return with("Rà soát hạ tầng số", List.of("kinhte"), new Due.By(LocalDate.parse(day), false, false));
    }

    private static PlannedTask with(String title, List<String> lead, Due due) {
        var task = TaskFixtures.taskDue(due);
        return new PlannedTask(task.id(), task.plan(), task.province(), task.commune(), task.order(), task.ordinal(), title,
                lead.stream().map(UnitId::new).toList(), task.coordinating(), task.product(), task.budgetVnd(), due, BASIS, null, null);
    }
}
