package vn.dondoc.task.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.contracts.event.DaysOff;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.News;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.task.deadline.Timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.task.assignment.Customs.MOVING;
import static vn.dondoc.task.assignment.Customs.reminding;
import static vn.dondoc.task.assignment.Customs.without;
import static vn.dondoc.task.assignment.TaskFixtures.LEADER;
import static vn.dondoc.task.assignment.TaskFixtures.OFFICER_OF_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.accepted;
import static vn.dondoc.task.assignment.TaskFixtures.after;
import static vn.dondoc.task.assignment.TaskFixtures.assigned;
import static vn.dondoc.task.assignment.TaskFixtures.at;
import static vn.dondoc.task.assignment.TaskFixtures.refusal;
import static vn.dondoc.task.assignment.TaskFixtures.taskDue;
import static vn.dondoc.task.assignment.TaskFixtures.typesOf;

/** Days off, and what another calendar or other settings mean for what is open. */
class RecomputingTest {

    @ParameterizedTest
    @CsvSource({
        // planned,  last day in time
        "2026-02-13, 2026-02-13", "2026-02-14, 2026-02-23", "2026-02-16, 2026-02-23", "2026-02-20, 2026-02-23", "2026-02-23, 2026-02-23",
        "2026-08-22, 2026-08-22", "2026-08-23, 2026-08-24", "2026-08-29, 2026-09-03", "2026-10-31, 2026-11-02", "2026-12-31, 2026-12-31",
        // a year without a table: Saturdays and Sundays only
        "2027-01-01, 2027-01-01", "2027-01-02, 2027-01-04", "2028-02-26, 2028-02-28", "2028-02-29, 2028-02-29"
    })
    void a_last_day_that_is_a_day_off_becomes_the_next_working_day(String planned, LocalDate lastDay) {
        var task = Assigning.assign(taskDue(planned), at("2026-01-05T08:00"), 1, MOVING).state();
        assertThat(task.lastDay()).isEqualTo(lastDay);
        var named = LocalDate.parse(planned);
        assertThat(task.told().plannedDay()).isEqualTo(named.equals(lastDay) ? null : named);
        assertThat(task.told().lastDay()).isEqualTo(lastDay);
        assertThat(assigned(planned, "2026-01-05T08:00").lastDay()).as("stays by default").isEqualTo(named);
    }

    @Test
    void a_table_that_leaves_no_working_day_moves_nothing() {
        var off = IntStream.range(0, 70).mapToObj(LocalDate.of(2026, 6, 1)::plusDays).toList();
        var days = Customs.keeping(DaysOff.NEXT_WORKING_DAY, off, List.of()).days();
        assertThat(days.onOrAfter(LocalDate.of(2026, 6, 2))).isEqualTo("2026-06-02");
        assertThat(days.onOrAfter(LocalDate.of(2026, 8, 8))).isEqualTo("2026-08-10");
        assertThat(days.isKnown(2026)).isTrue();
        assertThat(days.isKnown(2027)).isFalse();
    }

    @Test
    void over_the_turn_of_the_year_too() {
        var task = Assigning.assign(taskDue("2026-01-01"), at("2025-12-01T08:00"), 1, MOVING).state();
        assertThat(task.lastDay()).isEqualTo("2026-01-02");
        var before = Assigning.assign(taskDue("2026-01-01"), at("2026-01-02T08:00"), 1, MOVING);
        assertThat(before.state().overdueBeforeEntry()).as("its last working day is today").isFalse();
    }

    @Test
    void extensions_and_amendments_go_by_the_same_rule() {
        var task = Assigning.assign(taskDue("2026-02-10"), at("2026-01-05T08:00"), 1, MOVING).state();
        var asked = after(Extending.ask(task, OFFICER_OF_LEAD, LocalDate.of(2026, 2, 18), "Chờ thiết bị", at("2026-01-06T08:00")));
        var granted = after(Extending.grant(asked, LEADER, null, null, at("2026-01-07T08:00"), MOVING));
        assertThat(granted.lastDay()).isEqualTo("2026-02-23");
        assertThat(granted.told().plannedDay()).isEqualTo("2026-02-18");
        var amended = after(Amending.amend(task, taskDue("2026-08-29"), 2, at("2026-01-07T08:00"), MOVING));
        assertThat(amended.lastDay()).isEqualTo("2026-09-03");
        var again = Extending.ask(granted, OFFICER_OF_LEAD, LocalDate.of(2026, 3, 1), "Chờ thiết bị", at("2026-01-08T08:00"));
        assertThat(after(Extending.grant(after(again), LEADER, null, null, at("2026-01-09T08:00"), MOVING)).lastDay()).isEqualTo("2026-03-02");
    }

    @Test
    void another_calendar_moves_the_day_with_one_event_and_tells_nothing_of_what_lies_behind() {
        var task = assigned("2026-02-18", "2026-01-05T08:00");
        var late = after(Passing.boundaries(task, at("2026-02-19T08:00")));
        assertThat(late.timeClass()).isEqualTo(TimeClass.OVERDUE);

        var moved = Recomputing.recompute(late, MOVING, at("2026-02-19T09:00"));

        assertThat(typesOf(moved)).containsExactly("DeadlineMoved");
        assertThat(accepted(moved).facts().getFirst().data()).containsEntry("before", "2026-02-18");
        var state = after(moved);
        assertThat(state.lastDay()).isEqualTo("2026-02-23");
        assertThat(state.timeClass()).isEqualTo(TimeClass.DUE_SOON);
        assertThat(state.nextBoundaryAt()).as("three and one day before, though off: the working day before Tết lies behind").isEqualTo(at("2026-02-20T00:00"));
        assertThat(Recomputing.recompute(state, MOVING, at("2026-02-19T09:00"))).isInstanceOf(Decision.Unchanged.class);
        assertThat(typesOf(Passing.boundaries(state, at("2026-02-24T00:00"))))
                .containsExactly("TaskDueSoon", "TaskDueSoon", "TaskDueSoon", "TaskOverdue", "TaskEscalated");
    }

    @Test
    void nothing_that_is_in_time_becomes_late_by_a_change() {
        var task = Assigning.assign(taskDue("2026-08-22"), at("2026-08-01T08:00"), 1, without("2026-08-22")).state();
        assertThat(task.lastDay()).isEqualTo("2026-08-24");
        assertThat(after(Recomputing.recompute(task, MOVING, at("2026-08-10T08:00"))).lastDay()).isEqualTo("2026-08-22");
        var onTheDay = Recomputing.recompute(task, MOVING, at("2026-08-24T08:00"));
        assertThat(typesOf(onTheDay)).as("Saturday is over").containsExactly("TaskDueSoon", "TaskDueSoon", "TaskDueSoon", Recomputing.KEPT);
        assertThat(after(onTheDay).lastDay()).isEqualTo("2026-08-24");
        assertThat(after(onTheDay).nextBoundaryAt()).isEqualTo(at("2026-08-25T00:00"));
    }

    @Test
    void other_reminders_wake_nobody_and_hold_from_now_on() {
        var task = assigned("2026-11-30", "2026-10-01T08:00");
        var decision = Recomputing.recompute(task, reminding(20, List.of(30, 14, 2), List.of(5)), at("2026-11-10T08:00"));
        assertThat(typesOf(decision)).containsExactly(Recomputing.KEPT);
        var state = after(decision);
        assertThat(state.nextBoundaryAt()).isEqualTo(at("2026-11-16T00:00"));
        assertThat(state.deadline().revision()).isEqualTo(1);
        assertThat(state.timeClass()).as("as it was told").isEqualTo(TimeClass.IN_TIME);
        assertThat(typesOf(Passing.boundaries(state, at("2026-12-30T00:00"))))
                .containsExactly("TaskDueSoon", "TaskDueSoon", "TaskOverdue", "TaskEscalated", "TaskEscalated");
        assertThat(after(Passing.boundaries(state, at("2026-11-16T00:00"))).timeClass()).isEqualTo(TimeClass.DUE_SOON);
    }

    @Test
    void due_soon_begins_at_the_first_reminder() {
        var task = Assigning.assign(taskDue("2026-11-30"), at("2026-11-10T08:00"), 1, reminding(0, List.of(21, 3), List.of(1))).state();
        assertThat(task.timeClass()).isEqualTo(TimeClass.DUE_SOON);
        assertThat(assigned("2026-11-30", "2026-11-10T08:00").timeClass()).isEqualTo(TimeClass.IN_TIME);
    }

    @Test
    void the_giver_names_days_for_one_task_that_outlast_other_settings() {
        var task = assigned("2026-11-30", "2026-10-01T08:00");
        var named = Reminding.set(task, LEADER, List.of(40, 2), at("2026-11-01T08:00"), Timekeeping.USUAL);
        assertThat(typesOf(named)).containsExactly(Reminding.SET);
        assertThat(after(named).nextBoundaryAt()).isEqualTo(at("2026-11-28T00:00"));
        var changed = after(Recomputing.recompute(after(named), reminding(0, List.of(9), List.of(4)), at("2026-11-02T08:00")));
        assertThat(changed.reminders().daysLeft()).containsExactly(40, 2);
        assertThat(changed.reminders().daysLate()).containsExactly(4);
        var usual = after(Reminding.set(changed, LEADER, List.of(), at("2026-11-03T08:00"), reminding(0, List.of(9), List.of(4))));
        assertThat(usual.reminders().daysLeft()).containsExactly(9);
        assertThat(refusal(Reminding.set(task, OFFICER_OF_LEAD, List.of(3), at("2026-11-01T08:00"), Timekeeping.USUAL))).isEqualTo("403 FORBIDDEN");
        assertThat(refusal(Reminding.set(task, TaskFixtures.STANDING_AND_LEAD, List.of(3), at("2026-11-01T08:00"), Timekeeping.USUAL))).isEqualTo("403 OWN_UNIT");
        assertThat(refusal(Reminding.set(TaskFixtures.anyTask(WorkState.SUBMITTED), LEADER, List.of(3), at("2026-11-01T08:00"), Timekeeping.USUAL)))
                .isEqualTo("409 TASK_SUBMITTED");
    }

    @Test
    void the_last_step_is_repeated_for_a_year_at_most() {
        var task = Assigning.assign(taskDue("2026-11-30"), at("2026-10-01T08:00"), 1, reminding(50, List.of(1), List.of(2, 10))).state();
        var told = accepted(Passing.boundaries(task, at("2030-01-01T08:00"))).facts();
        assertThat(told).hasSize(1 + 1 + 2 + 7);
        assertThat(told.subList(2, told.size())).extracting(fact -> fact.data().get("daysLate")).containsExactly(2, 10, 60, 110, 160, 210, 260, 310, 360);
        assertThat(told.subList(2, told.size())).extracting(fact -> fact.data().get("step")).containsExactly(1, 2, 2, 2, 2, 2, 2, 2, 2);
        assertThat(after(Passing.boundaries(task, at("2030-01-01T08:00"))).nextBoundaryAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = WorkState.class, names = {"SUBMITTED", "COMPLETED", "CANCELLED"})
    void what_waits_for_its_verdict_or_has_one_stays(WorkState state) {
        var task = TaskFixtures.anyTask(state);
        assertThat(Recomputing.recompute(task, without("2026-11-30"), at("2026-10-20T08:00"))).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void given_back_it_catches_up() {
        var submitted = TaskFixtures.anyTask(WorkState.SUBMITTED);
        var returned = Commands.giveBack(submitted, LEADER, "Thiếu phụ lục", at("2026-10-20T08:00"), without("2026-11-30"));
        assertThat(typesOf(returned)).containsExactly("CompletionReturned", "DeadlineMoved");
        assertThat(after(returned).lastDay()).isEqualTo("2026-12-01");
        assertThat(typesOf(Commands.giveBack(submitted, LEADER, "Thiếu phụ lục", at("2026-10-20T08:00"), Timekeeping.USUAL)))
                .containsExactly("CompletionReturned");
    }

    @Test
    void an_ongoing_task_grows_stale_once_and_is_fresh_again_with_progress() {
        var task = Assigning.assign(taskDue(new Due.Ongoing()), at("2026-10-01T08:00"), 1).state();
        assertThat(task.told().news().last()).isEqualTo("2026-10-01");
        assertThat(Passing.boundaries(task, at("2026-10-31T23:59"))).isInstanceOf(Decision.Unchanged.class);
        var stale = Passing.boundaries(task, at("2026-12-24T08:00"));
        assertThat(typesOf(stale)).containsExactly("TaskStale");
        assertThat(accepted(stale).facts().getFirst().data()).containsEntry("since", "2026-11-01");
        assertThat(after(stale).told().news().stale()).isTrue();
        assertThat(Passing.boundaries(after(stale), at("2027-12-24T08:00"))).isInstanceOf(Decision.Unchanged.class);
        var fresh = after(Commands.recordProgress(after(stale), OFFICER_OF_LEAD, Stories.PROGRESS, at("2026-12-24T09:00")));
        assertThat(fresh.told().news().stale()).isFalse();
        assertThat(fresh.nextBoundaryAt()).isEqualTo(at("2027-01-24T00:00"));
        var over = after(Commands.accept(after(Commands.submit(fresh, OFFICER_OF_LEAD, Stories.DONE, at("2026-12-25T09:00"))), LEADER, null, at("2026-12-26T09:00")));
        assertThat(over.nextBoundaryAt()).isNull();
        assertThat(over.told().news()).isNull();
    }

    @Test
    void what_waited_for_its_verdict_was_not_silent() {
        var task = Assigning.assign(taskDue(new Due.Ongoing()), at("2026-10-01T08:00"), 1).state();
        var submitted = after(Commands.submit(task, OFFICER_OF_LEAD, Stories.DONE, at("2026-10-05T08:00")));
        var returned = after(Commands.giveBack(submitted, LEADER, "Thiếu phụ lục", at("2026-12-20T08:00")));

        assertThat(returned.told().news()).isEqualTo(new News(LocalDate.of(2026, 10, 1), false));
        assertThat(Passing.boundaries(returned, at("2027-01-19T23:59"))).isInstanceOf(Decision.Unchanged.class);
        var stale = Passing.boundaries(returned, at("2027-01-20T00:00"));
        assertThat(typesOf(stale)).containsExactly("TaskStale");
        assertThat(accepted(stale).facts().getFirst().data()).containsEntry("since", "2027-01-20");
    }

    @Test
    void what_is_to_be_kept_up_is_judged_by_its_day_and_owes_news_afterwards() {
        var task = Assigning.assign(taskDue(new Due.By(LocalDate.of(2026, 11, 30), true, false)), at("2026-10-01T08:00"), 1).state();
        assertThat(task.told().news()).isNull();
        assertThat(typesOf(Passing.boundaries(task, at("2026-11-23T00:00")))).containsExactly("TaskDueSoon");
        var submitted = after(Commands.submit(task, OFFICER_OF_LEAD, Stories.DONE, at("2026-11-20T08:00")));
        var done = after(Commands.accept(submitted, LEADER, null, at("2026-12-05T08:00")));
        assertThat(done.nextBoundaryAt()).isEqualTo(at("2027-01-05T00:00"));
        var stale = after(Passing.boundaries(done, at("2027-01-05T00:00")));
        assertThat(stale.told().news().stale()).isTrue();
        assertThat(stale.timeClass()).isEqualTo(TimeClass.COMPLETED_IN_TIME);
        var told = after(Commands.recordProgress(stale, OFFICER_OF_LEAD, Stories.PROGRESS, at("2027-02-01T08:00")));
        assertThat(told.work().state()).isEqualTo(WorkState.COMPLETED);
        assertThat(told.timeClass()).isEqualTo(TimeClass.COMPLETED_IN_TIME);
        assertThat(told.told().news().stale()).isFalse();
    }

    @Test
    void open_again_it_is_judged_by_its_day_and_owes_no_news() {
        var task = Assigning.assign(taskDue(new Due.By(LocalDate.of(2026, 11, 30), true, false)), at("2026-10-01T08:00"), 1, Customs.waiting(9)).state();
        var done = task.with(task.work().submitted(LocalDate.of(2026, 10, 2), null, null, null).in(WorkState.COMPLETED), at("2026-10-02T08:00"));
        assertThat(done.told().news().last()).isEqualTo("2026-10-02");
        assertThat(done.nextBoundaryAt()).as("however it was accepted").isEqualTo(at("2026-10-12T00:00"));
        var open = done.with(done.work().notSubmitted().in(WorkState.IN_PROGRESS), at("2026-10-03T08:00"));
        assertThat(open.told().news()).isNull();
        assertThat(open.nextBoundaryAt()).isEqualTo(at("2026-11-23T00:00"));
        assertThat(done.with(done.work().in(WorkState.CANCELLED), at("2026-10-04T08:00")).nextBoundaryAt()).isNull();
    }

    @Test
    void another_patience_makes_nothing_stale_at_once() {
        var task = Assigning.assign(taskDue(new Due.Ongoing()), at("2026-10-01T08:00"), 1).state();
        var decision = Recomputing.recompute(task, Customs.waiting(7), at("2026-10-20T08:00"));
        assertThat(typesOf(decision)).containsExactly(Recomputing.KEPT);
        assertThat(after(decision).nextBoundaryAt()).isEqualTo(at("2026-10-28T00:00"));
        assertThat(after(Recomputing.recompute(task, Customs.waiting(60), at("2026-10-20T08:00"))).nextBoundaryAt()).isEqualTo(at("2026-12-01T00:00"));
    }
}
