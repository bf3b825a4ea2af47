package vn.dondoc.task.assignment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.dondoc.task.assignment.Stories.DONE;
import static vn.dondoc.task.assignment.Stories.PROGRESS;
import static vn.dondoc.task.assignment.TaskFixtures.LEADER;
import static vn.dondoc.task.assignment.TaskFixtures.LEADER_OF_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.OFFICER_OF_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.STANDING;
import static vn.dondoc.task.assignment.TaskFixtures.STANDING_AND_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.STRANGER;
import static vn.dondoc.task.assignment.TaskFixtures.accepted;
import static vn.dondoc.task.assignment.TaskFixtures.after;
import static vn.dondoc.task.assignment.TaskFixtures.anyTask;
import static vn.dondoc.task.assignment.TaskFixtures.assigned;
import static vn.dondoc.task.assignment.TaskFixtures.at;
import static vn.dondoc.task.assignment.TaskFixtures.classIn;
import static vn.dondoc.task.assignment.TaskFixtures.refusal;
import static vn.dondoc.task.assignment.TaskFixtures.taskDue;
import static vn.dondoc.task.assignment.TaskFixtures.typesOf;

class LifeTest {

    @Test
    void a_planned_task_is_assigned_with_its_first_boundary() {
        var decision = Assigning.assign(taskDue("2026-11-30"), at("2026-10-01T08:00"), 1);
        assertThat(typesOf(decision)).containsExactly("TaskAssigned");
        assertThat(decision.state().timeClass()).isEqualTo(TimeClass.IN_TIME);
        assertThat(decision.state().nextBoundaryAt()).isEqualTo(at("2026-11-23T00:00"));
        assertThat(decision.state().tokens()).contains("ra", "soat", "ha", "tang", "so", "bao", "cao");
    }

    @Test
    void a_task_published_within_the_last_days_is_due_soon_at_once_and_told_what_is_still_to_come() {
        var task = assigned("2026-11-30", "2026-11-28T08:00");
        assertThat(task.timeClass()).isEqualTo(TimeClass.DUE_SOON);
        assertThat(task.nextBoundaryAt()).isEqualTo(at("2026-11-29T00:00"));
    }

    @Test
    void a_task_whose_day_was_past_on_entry_is_overdue_once_and_never_urged() {
        var decision = Assigning.assign(taskDue("2026-09-30"), at("2026-10-02T08:00"), 1);
        assertThat(typesOf(decision)).containsExactly("TaskAssigned", "TaskOverdue");
        assertThat(decision.state().overdueBeforeEntry()).isTrue();
        assertThat(decision.state().timeClass()).isEqualTo(TimeClass.OVERDUE);
        assertThat(decision.state().nextBoundaryAt()).isNull();
        assertThat(decision.facts().getLast().data()).containsEntry("since", "2026-10-01");

        assertThat(Passing.boundaries(decision.state(), at("2027-10-02T08:00"))).isInstanceOf(Decision.Unchanged.class);
        var returned = after(Commands.giveBack(
                after(Commands.submit(decision.state(), OFFICER_OF_LEAD, DONE, at("2026-10-03T08:00"))), LEADER, "Thiếu số liệu", at("2026-10-05T08:00")));
        assertThat(returned.nextBoundaryAt()).isNull();
    }

    @Test
    void silent_tasks_and_those_on_demand_have_no_boundary() {
        for (Due due : new Due[] {new Due.Recurring(Frequency.AD_HOC), null}) {
            var task = Assigning.assign(taskDue(due), at("2026-10-01T08:00"), 1).state();
            assertThat(task.timeClass()).isEqualTo(TimeClass.NO_DEADLINE);
            assertThat(task.nextBoundaryAt()).isNull();
            assertThat(Passing.boundaries(task, at("2036-10-01T08:00"))).isInstanceOf(Decision.Unchanged.class);
        }
    }

    @Test
    void opening_is_noted_once() {
        var opened = Commands.acknowledge(anyTask(), OFFICER_OF_LEAD, at("2026-10-02T08:00"));
        assertThat(typesOf(opened)).containsExactly("TaskAcknowledged");
        assertThat(after(opened).work().opened()).isTrue();
        assertThat(after(opened).work().state()).isEqualTo(WorkState.NOT_STARTED);
        assertThat(Commands.acknowledge(after(opened), OFFICER_OF_LEAD, at("2026-10-03T08:00"))).isInstanceOf(Decision.Unchanged.class);
        assertThat(refusal(Commands.acknowledge(anyTask(), STANDING, at("2026-10-02T08:00")))).isEqualTo("403 NOT_LEAD");
    }

    @Test
    void progress_of_a_lead_unit_also_opens_and_the_words_stay_out_of_the_event() {
        var told = new Tasks.Progress("Đã khảo sát 12/30 thôn", "Thiếu máy", 40);
        var decision = Commands.recordProgress(anyTask(), OFFICER_OF_LEAD, told, at("2026-10-02T08:00"));
        assertThat(typesOf(decision)).containsExactly("TaskAcknowledged", "ProgressRecorded", Commands.DIFFICULTY);
        var facts = accepted(decision).facts();
        assertThat(facts).extracting(Fact::text).containsExactly(null, "Đã khảo sát 12/30 thôn", "Thiếu máy");
        assertThat(facts.toString().replace("text=Đã khảo sát 12/30 thôn", "")).doesNotContain("khảo sát");
        assertThat(after(decision).work().percent()).isEqualTo(40);
        assertThat(after(decision).work().state()).isEqualTo(WorkState.IN_PROGRESS);
    }

    @Test
    void of_each_name_the_latest_figure_is_kept_and_outlives_returns() {
        var first = Commands.recordProgress(anyTask(), OFFICER_OF_LEAD, telling(figure("Số thôn đã khảo sát", "12", "30"), figure("Số hộ", "1234.5", null)), at("2026-10-02T08:00"));
        assertThat(typesOf(first)).containsExactly("TaskAcknowledged", "ProgressRecorded", Figures.TYPE);
        assertThat(accepted(first).facts().getLast().data().toString()).as("words stay erasable").contains("1234.5").doesNotContain("Số", "thôn");

        var second = after(Commands.recordProgress(after(first), OFFICER_OF_LEAD, telling(figure("số  THÔN đã khảo sát", "31", "30")), at("2026-10-09T08:00")));
        assertThat(second.work().percent()).isNull();
        assertThat(Figures.of(second)).extracting(told -> told.figure().name(), told -> told.figure().value().toPlainString(), told -> told.toldOn().toString())
                .containsExactly(tuple("số  THÔN đã khảo sát", "31", "2026-10-09"), tuple("Số hộ", "1234.5", "2026-10-02"));

        var silent = after(Commands.recordProgress(second, OFFICER_OF_LEAD, PROGRESS, at("2026-10-10T08:00")));
        var returned = after(Commands.giveBack(after(Commands.submit(silent, OFFICER_OF_LEAD, DONE, at("2026-10-11T08:00"))), LEADER, "Thiếu", at("2026-10-12T08:00")));
        assertThat(Figures.of(returned)).isEqualTo(Figures.of(second));
        var completed = after(Commands.accept(after(Commands.submit(returned, OFFICER_OF_LEAD, DONE, at("2026-10-13T08:00"))), STANDING, null, at("2026-10-14T08:00")));
        assertThat(Figures.of(after(Commands.reopen(completed, STANDING, "Chưa xong", at("2026-10-15T08:00"))))).isEqualTo(Figures.of(second));
    }

    @Test
    void figures_come_with_what_is_submitted_too_each_behind_its_entry() {
        var submitted = Commands.submit(anyTask(), OFFICER_OF_LEAD, done(figure("Số hộ", "30", "30")), at("2026-10-13T08:00"));
        assertThat(typesOf(submitted)).containsExactly("TaskAcknowledged", "CompletionSubmitted", Figures.TYPE);
        assertThat(accepted(submitted).facts().getLast().text()).isEqualTo("Số hộ\t");
        assertThat(after(submitted).work().state()).isEqualTo(WorkState.SUBMITTED);
        var returned = after(Commands.giveBack(after(submitted), LEADER, "Thiếu", at("2026-10-14T08:00")));
        assertThat(Figures.of(returned)).extracting(told -> told.figure().value().toPlainString(), told -> told.toldOn().toString())
                .containsExactly(tuple("30", "2026-10-13"));
        assertThat(Figures.of(after(Commands.submit(returned, OFFICER_OF_LEAD, done(figure("số hộ", "31", null)), at("2026-10-15T08:00")))))
                .extracting(told -> told.figure().value().toPlainString(), told -> told.toldOn().toString()).containsExactly(tuple("31", "2026-10-15"));
    }

    @Test
    void of_several_lead_units_each_tells_figures_with_its_share() {
        var shared = Leads.task(Leads.ECONOMY, Leads.POLICE);
        var first = Commands.submit(shared, Leads.of(Leads.ECONOMY), done(figure("Số hộ", "12", "30")), at("2026-10-13T08:00"));
        assertThat(typesOf(first)).contains("ShareSubmitted").endsWith(Figures.TYPE);
        assertThat(after(first).work().state()).isEqualTo(WorkState.IN_PROGRESS);
        var second = Commands.submit(after(first), Leads.of(Leads.POLICE), done(figure("Diện tích", "5", null)), at("2026-10-14T08:00"));
        assertThat(after(second).work().state()).isEqualTo(WorkState.SUBMITTED);
        assertThat(Figures.of(after(second))).extracting(told -> told.figure().name()).containsExactly("Diện tích", "Số hộ");
    }

    @Test
    void a_task_keeps_twenty_names_and_refuses_one_more() {
        var task = anyTask();
        for (var from : new int[] {0, 5, 10, 15}) {
            task = after(Commands.recordProgress(task, OFFICER_OF_LEAD, telling(IntStream.range(from, from + 5).mapToObj(at -> figure("Số " + at, "1", null)).toArray(Tasks.Figure[]::new)),
                    at("2026-10-02T08:00")));
        }
        assertThat(refusal(Commands.recordProgress(task, OFFICER_OF_LEAD, telling(figure("Thêm", "1", null)), at("2026-10-02T08:00")))).isEqualTo("422 FIGURE_NAMES_TOO_MANY");
        assertThat(refusal(Commands.recordProgress(task, STRANGER, telling(figure("Thêm", "1", null)), at("2026-10-02T08:00")))).isEqualTo("403 NOT_LEAD");
        assertThat(refusal(Commands.submit(task, OFFICER_OF_LEAD, done(figure("Thêm", "1", null)), at("2026-10-02T08:00")))).isEqualTo("422 FIGURE_NAMES_TOO_MANY");
        assertThat(Figures.of(after(Commands.recordProgress(task, OFFICER_OF_LEAD, telling(figure("SỐ 7", "2", null)), at("2026-10-03T08:00"))))).hasSize(20);
    }

    private static Tasks.Progress telling(Tasks.Figure... figures) {
        return new Tasks.Progress("Đang làm", null, null, null, List.of(figures));
    }

    private static Tasks.Completion done(Tasks.Figure... figures) {
        return new Tasks.Completion("Đã xong", null, null, null, null, null, null, null, List.of(figures));
    }

    private static Tasks.Figure figure(String name, String value, @Nullable String outOf) {
        return new Tasks.Figure(name, new BigDecimal(value), outOf == null ? null : new BigDecimal(outOf), null);
    }

    @Test
    void the_standing_unit_writes_for_others_without_having_opened_for_them() {
        var decision = Commands.recordProgress(anyTask(), STANDING, PROGRESS, at("2026-10-02T08:00"));
        assertThat(typesOf(decision)).containsExactly("ProgressRecorded");
        assertThat(after(decision).work().opened()).isFalse();
        assertThat(refusal(Commands.recordProgress(anyTask(), STRANGER, PROGRESS, at("2026-10-02T08:00")))).isEqualTo("403 NOT_LEAD");
        assertThat(refusal(Commands.submit(anyTask(), LEADER, DONE, at("2026-10-02T08:00")))).isEqualTo("403 NOT_LEAD");
    }

    @Test
    void a_submission_ends_the_boundaries_and_a_late_acceptance_does_not_make_it_late() {
        var submitted = after(Commands.submit(anyTask(), OFFICER_OF_LEAD, DONE, at("2026-11-30T23:59")));
        assertThat(submitted.nextBoundaryAt()).isNull();
        var accepted = after(Commands.accept(submitted, STANDING, null, at("2027-01-15T08:00")));
        assertThat(accepted.timeClass()).isEqualTo(TimeClass.COMPLETED_IN_TIME);
        assertThat(accepted.work().submittedOn()).isEqualTo("2026-11-30");
        assertThat(accepted.work().evidence()).isEqualTo(new Evidence("05/BC-UBND", DONE.documentDate()));
    }

    @Test
    void a_submission_just_behind_midnight_tells_the_boundary_that_the_sweep_had_no_time_for() {
        var decision = Commands.submit(assigned("2026-11-30", "2026-11-29T08:00"), OFFICER_OF_LEAD, DONE, at("2026-12-01T00:00:00"));
        assertThat(typesOf(decision)).containsExactly("TaskDueSoon", "TaskOverdue", "TaskEscalated", "TaskAcknowledged", "CompletionSubmitted");
        assertThat(after(decision).timeClass()).isEqualTo(TimeClass.COMPLETED_LATE);
    }

    @Test
    void returned_it_did_not_count_and_what_passed_meanwhile_is_told() {
        var submitted = after(Commands.submit(anyTask(), OFFICER_OF_LEAD, DONE, at("2026-11-29T08:00")));
        assertThat(refusal(Commands.giveBack(submitted, STANDING, " ", at("2026-12-02T08:00")))).isEqualTo("422 REASON_REQUIRED");

        var returned = Commands.giveBack(submitted, STANDING, "Thiếu phụ lục", at("2026-12-02T08:00"));
        assertThat(typesOf(returned)).containsExactly("CompletionReturned");
        assertThat(after(returned).work().submittedOn()).isNull();
        assertThat(after(returned).timeClass()).isEqualTo(TimeClass.OVERDUE);

        var swept = Passing.boundaries(after(returned), at("2026-12-02T08:00"));
        assertThat(typesOf(swept)).containsExactly("TaskDueSoon", "TaskOverdue", "TaskEscalated");

        var again = after(Commands.submit(after(swept), OFFICER_OF_LEAD, DONE, at("2026-12-03T00:00")));
        assertThat(again.timeClass()).isEqualTo(TimeClass.COMPLETED_LATE);
    }

    @Test
    void an_outage_over_everything_tells_everything_in_order_each_with_its_own_state() {
        var decision = Passing.boundaries(anyTask(), at("2027-03-01T08:00"));
        assertThat(typesOf(decision)).containsExactly(
                "TaskDueSoon", "TaskDueSoon", "TaskDueSoon", "TaskDueSoon", "TaskOverdue", "TaskEscalated", "TaskEscalated", "TaskEscalated");
        var facts = accepted(decision).facts();
        assertThat(facts).extracting(fact -> fact.data().get("daysLeft")).startsWith(7, 3, 1, 0);
        assertThat(facts).extracting(fact -> fact.data().get("step")).endsWith(1, 2, 3);
        assertThat(facts).extracting(fact -> fact.data().get("daysLate")).endsWith(1, 3, 7);
        assertThat(facts.get(4).data()).containsEntry("since", "2026-12-01");
        assertThat(facts).extracting(fact -> classIn(fact)).containsExactly(
                TimeClass.DUE_SOON, TimeClass.DUE_SOON, TimeClass.DUE_SOON, TimeClass.DUE_SOON,
                TimeClass.OVERDUE, TimeClass.OVERDUE, TimeClass.OVERDUE, TimeClass.OVERDUE);
        assertThat(after(decision).nextBoundaryAt()).isNull();
        assertThat(after(decision).rank()).isZero();
    }

    @Test
    void a_clock_put_back_unsays_nothing() {
        var overdue = after(Passing.boundaries(anyTask(), at("2026-12-01T00:00")));
        var progressed = after(Commands.recordProgress(overdue, OFFICER_OF_LEAD, PROGRESS, at("2026-11-01T08:00")));
        assertThat(progressed.timeClass()).isEqualTo(TimeClass.OVERDUE);
        var submitted = after(Commands.submit(progressed, OFFICER_OF_LEAD, DONE, at("2026-11-01T08:00")));
        assertThat(submitted.timeClass()).isEqualTo(TimeClass.COMPLETED_LATE);
    }

    @Test
    void nobody_decides_on_work_of_the_own_unit_but_a_leader() {
        var submitted = anyTask(WorkState.SUBMITTED);
        assertThat(refusal(Commands.accept(submitted, STANDING_AND_LEAD, null, at("2026-10-04T08:00")))).isEqualTo("403 OWN_UNIT");
        assertThat(refusal(Commands.giveBack(submitted, STANDING_AND_LEAD, "Lý do", at("2026-10-04T08:00")))).isEqualTo("403 OWN_UNIT");
        assertThat(refusal(Commands.accept(submitted, OFFICER_OF_LEAD, null, at("2026-10-04T08:00")))).isEqualTo("403 FORBIDDEN");
        assertThat(typesOf(Commands.accept(submitted, LEADER_OF_LEAD, null, at("2026-10-04T08:00")))).containsExactly("TaskCompleted");
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "CANCELLED"})
    void a_finished_task_takes_no_more_work(WorkState finished) {
        var task = anyTask(finished);
        var why = "409 TASK_" + finished;
        assertThat(refusal(Commands.acknowledge(task, OFFICER_OF_LEAD, at("2026-10-05T08:00")))).isEqualTo(why);
        assertThat(refusal(Commands.recordProgress(task, OFFICER_OF_LEAD, PROGRESS, at("2026-10-05T08:00")))).isEqualTo(why);
        assertThat(refusal(Commands.submit(task, OFFICER_OF_LEAD, DONE, at("2026-10-05T08:00")))).isEqualTo(why);
        assertThat(refusal(Commands.accept(task, LEADER, null, at("2026-10-05T08:00")))).isEqualTo(why);
        assertThat(refusal(Commands.giveBack(task, LEADER, "Lý do", at("2026-10-05T08:00")))).isEqualTo(why);
        assertThat(Passing.boundaries(task, at("2027-10-05T08:00"))).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void a_submitted_task_waits_and_an_open_one_cannot_be_decided_on() {
        var submitted = anyTask(WorkState.SUBMITTED);
        assertThat(refusal(Commands.recordProgress(submitted, OFFICER_OF_LEAD, PROGRESS, at("2026-10-05T08:00")))).isEqualTo("409 TASK_SUBMITTED");
        assertThat(refusal(Commands.submit(submitted, OFFICER_OF_LEAD, DONE, at("2026-10-05T08:00")))).isEqualTo("409 TASK_SUBMITTED");
        assertThat(refusal(Commands.accept(anyTask(), LEADER, null, at("2026-10-05T08:00")))).isEqualTo("409 TASK_NOT_SUBMITTED");
        assertThat(refusal(Commands.giveBack(anyTask(), LEADER, null, at("2026-10-05T08:00")))).isEqualTo("409 TASK_NOT_SUBMITTED");
    }

    @Test
    void what_is_offered_is_what_is_taken() {
        assertThat(offeredForTheWork(anyTask(), OFFICER_OF_LEAD))
                .containsExactly(Command.ACKNOWLEDGEMENT, Command.PROGRESS, Command.COMPLETION, Command.EXTENSION, Command.RETURN_TO_GIVER, Command.COMMENT, Command.DELEGATION);
        assertThat(offeredForTheWork(anyTask(WorkState.IN_PROGRESS), OFFICER_OF_LEAD))
                .containsExactly(Command.PROGRESS, Command.COMPLETION, Command.EXTENSION, Command.COMMENT, Command.DELEGATION);
        assertThat(offeredForTheWork(anyTask(WorkState.SUBMITTED), STANDING))
                .containsExactly(Command.ACCEPTANCE, Command.RETURN, Command.CANCELLATION, Command.COMMENT);
        assertThat(offeredForTheWork(anyTask(WorkState.SUBMITTED), STANDING_AND_LEAD)).containsExactly(Command.COMMENT);
        assertThat(offeredForTheWork(anyTask(WorkState.COMPLETED), LEADER_OF_LEAD)).containsExactly(Command.REOPENING, Command.COMMENT);
        assertThat(offeredForTheWork(anyTask(), STRANGER)).isEmpty();
    }

    /** Without what only describes the task: DescribingTest. */
    private static List<Command> offeredForTheWork(Assignment task, Standpoint who) {
        return Rights.offered(task, who).stream()
                .filter(command -> !Set.of(Command.PARTICULARS, Command.STEPS, Command.STEP, Command.DISBURSEMENT, Command.FOLLOWING).contains(command))
                .toList();
    }
}
