package vn.dondoc.task.assignment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.contracts.event.Explanation;
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

/** The last day of the task is 2026-11-30, of the explanation 2026-12-08. */
class ExplainingTest {

    private static final String WHY = "Vì sao đến nay chưa xong?";
    private static final String ANSWER = "Thiết bị về chậm hai tuần";

    @Test
    void asked_it_is_owed_until_the_end_of_the_day_that_the_settings_give() {
        var asked = ask(late(), null);
        assertThat(typesOf(asked)).containsExactly("ExplanationRequested");
        assertThat(after(asked).explanation()).isEqualTo(new Explanation(day("2026-12-05"), day("2026-12-08"), null, false, 1));
        assertThat(after(asked).nextBoundaryAt()).as("the escalation comes first").isEqualTo(at("2026-12-07T00:00"));
        assertThat(accepted(asked).facts().getLast().text()).isEqualTo(WHY);
        assertThat(accepted(asked).facts().toString().replace("text=" + WHY, "")).doesNotContain(WHY);
        assertThat(refusal(ask(after(asked), null))).isEqualTo("409 EXPLANATION_WAITS");
    }

    @Test
    void a_boundary_that_the_sweep_had_no_time_for_makes_it_late_enough() {
        var asked = Explaining.ask(anyTask(), LEADER, WHY, null, 3, at("2026-12-01T00:00"));
        assertThat(typesOf(asked)).containsExactly(
                "TaskDueSoon", "TaskDueSoon", "TaskDueSoon", "TaskDueSoon", "TaskOverdue", "TaskEscalated", "ExplanationRequested");
    }

    @Test
    void only_a_leader_asks_and_only_of_what_is_late() {
        assertThat(refusal(Explaining.ask(late(), STANDING, WHY, null, 3, at("2026-12-05T09:00")))).isEqualTo("403 FORBIDDEN");
        assertThat(refusal(Explaining.ask(late(), OFFICER_OF_LEAD, WHY, null, 3, at("2026-12-05T09:00")))).isEqualTo("403 FORBIDDEN");
        assertThat(refusal(Explaining.ask(anyTask(), LEADER, WHY, null, 3, at("2026-11-30T23:59")))).isEqualTo("409 NOT_LATE");
        assertThat(refusal(Explaining.ask(anyTask(WorkState.COMPLETED), LEADER, WHY, null, 3, at("2026-12-05T09:00")))).isEqualTo("409 NOT_LATE");
        assertThat(refusal(Explaining.ask(anyTask(WorkState.CANCELLED), LEADER, WHY, null, 3, at("2026-12-05T09:00")))).isEqualTo("409 TASK_CANCELLED");
        assertThat(typesOf(ask(completedLate(), null))).containsExactly("ExplanationRequested");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-04, false", "2026-12-05, true", "2027-12-05, true", "2027-12-06, false"})
    void the_day_named_is_today_at_the_earliest_and_within_a_year(LocalDate wanted, boolean taken) {
        var asked = ask(late(), wanted);
        assertThat(asked instanceof Decision.Accepted<Assignment>).isEqualTo(taken);
        if (!taken) {
            assertThat(refusal(asked)).isEqualTo("422 EXPLANATION_DAY");
        }
    }

    @Test
    void answered_in_time_nobody_is_told_that_it_was_late() {
        var given = give(after(ask(late(), null)), "2026-12-08T23:59");
        assertThat(typesOf(given)).contains("ExplanationGiven").doesNotContain("ExplanationOverdue");
        assertThat(after(given).explanation().givenOn()).isEqualTo("2026-12-08");
        assertThat(after(given).explanation().overdue()).isFalse();
        assertThat(after(given).nextBoundaryAt()).isNull();
        assertThat(accepted(given).facts().getLast().text()).isEqualTo(ANSWER);
        assertThat(refusal(give(after(given), "2026-12-09T08:00"))).isEqualTo("409 NO_EXPLANATION_ASKED");
    }

    @Test
    void the_time_to_answer_ends_also_on_what_is_finished_and_a_late_answer_stays_late() {
        var finished = completedLate();
        assertThat(finished.nextBoundaryAt()).isNull();
        var asked = after(ask(finished, null));
        assertThat(asked.work().state()).isEqualTo(WorkState.COMPLETED);
        assertThat(asked.nextBoundaryAt()).isEqualTo(at("2026-12-07T00:00"));
        assertThat(Passing.boundaries(asked, at("2026-12-06T23:59"))).isInstanceOf(Decision.Unchanged.class);

        var soon = Passing.boundaries(asked, at("2026-12-07T00:00"));
        assertThat(typesOf(soon)).containsExactly("ExplanationDueSoon");
        assertThat(accepted(soon).facts().getFirst().data()).containsEntry("daysLeft", 1);
        assertThat(after(soon).nextBoundaryAt()).isEqualTo(at("2026-12-09T00:00"));
        assertThat(Passing.boundaries(after(soon), at("2026-12-08T23:59"))).isInstanceOf(Decision.Unchanged.class);

        var late = Passing.boundaries(after(soon), at("2026-12-20T08:00"));
        assertThat(typesOf(late)).containsExactly("ExplanationOverdue");
        assertThat(accepted(late).facts().getFirst().data()).containsEntry("since", "2026-12-09");
        assertThat(after(late).timeClass()).isEqualTo(TimeClass.COMPLETED_LATE);
        assertThat(after(late).nextBoundaryAt()).isNull();

        var given = after(give(after(late), "2026-12-20T09:00"));
        assertThat(given.explanation()).isEqualTo(new Explanation(day("2026-12-05"), day("2026-12-08"), day("2026-12-20"), true, 1, true));
        assertThat(given.work().state()).isEqualTo(WorkState.COMPLETED);
    }

    @Test
    void an_answer_just_behind_midnight_is_late_though_the_sweep_had_no_time() {
        assertThat(typesOf(give(after(ask(completedLate(), null)), "2026-12-09T00:00"))).containsExactly(
                "ExplanationDueSoon", "ExplanationOverdue", "ExplanationGiven");
    }

    @Test
    void who_has_a_day_to_answer_is_not_reminded_of_what_was_just_asked() {
        var asked = after(ask(completedLate(), day("2026-12-06")));
        assertThat(typesOf(Passing.boundaries(asked, at("2026-12-20T08:00")))).containsExactly("ExplanationOverdue");
    }

    @Test
    void nobody_is_reminded_of_what_was_answered_or_need_not_be() {
        var given = after(give(after(ask(completedLate(), null)), "2026-12-06T08:00"));
        assertThat(Passing.boundaries(given, at("2026-12-20T08:00"))).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void a_clock_put_back_does_not_make_a_late_answer_early() {
        var overdue = after(Passing.boundaries(after(ask(completedLate(), null)), at("2026-12-10T08:00")));
        assertThat(after(give(overdue, "2026-12-06T08:00")).explanation().givenOn()).isEqualTo("2026-12-09");
    }

    @Test
    void asking_again_after_the_answer_counts() {
        var given = after(give(after(ask(completedLate(), null)), "2026-12-06T08:00"));
        var again = after(Explaining.ask(given, LEADER, "Vì sao không báo sớm?", null, 3, at("2026-12-07T08:00")));
        assertThat(again.explanation()).isEqualTo(new Explanation(day("2026-12-07"), day("2026-12-10"), null, false, 2));
        assertThat(again.nextBoundaryAt()).isEqualTo(at("2026-12-09T00:00"));
    }

    @Test
    void the_standing_unit_answers_in_the_stead_of_the_lead_unit_and_strangers_do_not() {
        var asked = after(ask(late(), null));
        assertThat(typesOf(Explaining.give(asked, STANDING, ANSWER, at("2026-12-06T08:00")))).containsExactly("ExplanationGiven");
        assertThat(typesOf(Explaining.give(asked, STANDING_AND_LEAD, ANSWER, at("2026-12-06T08:00"))))
                .containsExactly("TaskAcknowledged", "ExplanationGiven");
        assertThat(refusal(Explaining.give(asked, STRANGER, ANSWER, at("2026-12-06T08:00")))).isEqualTo("403 NOT_LEAD");
        assertThat(refusal(Explaining.give(asked, LEADER, ANSWER, at("2026-12-06T08:00")))).isEqualTo("403 NOT_LEAD");
    }

    @Test
    void what_is_given_up_is_not_explained() {
        var asked = after(ask(late(), null));
        var cancelled = after(Amending.withdraw(asked, taskDue("2026-11-30"), 2, at("2026-12-06T08:00")));
        assertThat(Explaining.owed(cancelled)).isFalse();
        assertThat(cancelled.nextBoundaryAt()).isNull();
        assertThat(Passing.boundaries(cancelled, at("2027-01-20T08:00"))).isInstanceOf(Decision.Unchanged.class);
        assertThat(refusal(give(cancelled, "2026-12-06T09:00"))).isEqualTo("409 TASK_CANCELLED");
    }

    @Test
    void what_is_offered_is_what_is_taken() {
        var asked = after(ask(completedLate(), null));
        assertThat(Rights.offered(late(), LEADER)).contains(Command.EXPLANATION_REQUEST);
        assertThat(Rights.offered(completedLate(), LEADER)).containsExactly(
                Command.REOPENING, Command.COMMENT, Command.PARTICULARS, Command.FOLLOWING, Command.EXPLANATION_REQUEST);
        assertThat(Rights.offered(asked, LEADER)).containsExactly(Command.REOPENING, Command.COMMENT, Command.PARTICULARS, Command.FOLLOWING);
        assertThat(Rights.offered(asked, OFFICER_OF_LEAD)).containsExactly(Command.COMMENT, Command.DISBURSEMENT, Command.FOLLOWING, Command.EXPLANATION);
        assertThat(Rights.offered(late(), OFFICER_OF_LEAD)).doesNotContain(Command.EXPLANATION, Command.EXPLANATION_REQUEST);
    }

    private static Assignment late() {
        return after(Passing.boundaries(anyTask(), at("2026-12-05T08:00")));
    }

    private static Assignment completedLate() {
        var submitted = after(Commands.submit(late(), OFFICER_OF_LEAD, Stories.DONE, at("2026-12-05T08:10")));
        return after(Commands.accept(submitted, LEADER, null, at("2026-12-05T08:20")));
    }

    private static Decision<Assignment> ask(Assignment task, @Nullable LocalDate wanted) {
        return Explaining.ask(task, LEADER, WHY, wanted, 3, at("2026-12-05T09:00"));
    }

    private static Decision<Assignment> give(Assignment task, String when) {
        return Explaining.give(task, OFFICER_OF_LEAD, ANSWER, at(when));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
