package vn.dondoc.task.assignment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.PartOf;
import vn.dondoc.contracts.event.Particulars;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.Period;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.task.assignment.TaskFixtures.LEADER;
import static vn.dondoc.task.assignment.TaskFixtures.OFFICER_OF_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.STANDING;
import static vn.dondoc.task.assignment.TaskFixtures.accepted;
import static vn.dondoc.task.assignment.TaskFixtures.after;
import static vn.dondoc.task.assignment.TaskFixtures.at;
import static vn.dondoc.task.assignment.TaskFixtures.refusal;
import static vn.dondoc.task.assignment.TaskFixtures.taskDue;
import static vn.dondoc.task.assignment.TaskFixtures.typesOf;

class RecurringTest {

    private static final Due MONTHLY = new Due.Recurring(Frequency.MONTHLY);

    @ParameterizedTest
    @CsvSource({
        "WEEKLY,       2026-W47, 2026-11-16, 2026-11-22",
        "MONTHLY,      2026-11,  2026-11-01, 2026-11-30",
        "QUARTERLY,    2026-Q4,  2026-10-01, 2026-12-31",
        "HALF_YEARLY,  2026-H2,  2026-07-01, 2026-12-31",
        "NINE_MONTHLY, 2027-9M,  2027-01-01, 2027-09-30",
        "YEARLY,       2026,     2026-01-01, 2026-12-31"
    })
    void the_period_of_the_publication_is_the_first_one(Frequency frequency, String label, LocalDate begins, LocalDate lastDay) {
        var series = series(new Due.Recurring(frequency), "2026-11-20T09:00");
        var opens = begins.isAfter(LocalDate.parse("2026-11-20")) ? begins + "T00:00" : "2026-11-20T00:00";
        assertThat(series.nextBoundaryAt()).isEqualTo(at(opens));
        var step = Recurring.step(series, null, at(opens));
        assertThat(step.periods()).extracting(Period::label).containsExactly(label);
        var occurrence = Recurring.occurrence(series, step.periods().getFirst(), null).state();
        assertThat(occurrence.partOf()).isEqualTo(new PartOf(series.id(), PartKind.OCCURRENCE, begins, null));
        assertThat(occurrence.lastDay()).isEqualTo(lastDay);
        assertThat(occurrence.planned().lead()).isEqualTo(series.planned().lead());
        assertThat(occurrence.told().assignedOn()).isEqualTo(opens.substring(0, 10));
    }

    @Test
    void the_series_has_no_deadline_and_each_period_opens_with_its_first_day() {
        var series = opened(series(MONTHLY, "2026-11-20T09:00"), null, "2026-11-20T09:00:01", "2026-11");
        assertThat(series.timeClass()).isEqualTo(TimeClass.NO_DEADLINE);
        assertThat(series.nextBoundaryAt()).isEqualTo(at("2026-12-01T00:00"));
        assertThat(Recurring.step(series, null, at("2026-11-30T23:59:59"))).isEqualTo(new Recurring.Step(List.of(), Decision.unchanged()));
        opened(series, null, "2026-12-01T00:00", "2026-12");
    }

    @Test
    void its_periods_belong_to_the_programme_that_it_belongs_to() {
        var series = Assigning.assign(taskDue(MONTHLY).within("NQ 57"), at("2026-11-20T09:00"), 1).state();
        var november = Recurring.occurrence(series, Recurring.step(series, null, at("2026-11-20T09:00:01")).periods().getFirst(), null).state();
        assertThat(series.told().particulars()).isEqualTo(Particulars.NONE.with(null, null, "NQ 57", null));
        assertThat(november.told().particulars()).isEqualTo(series.told().particulars());
        assertThat(november.tokens()).contains("~nq57");
        assertThat(series(MONTHLY, "2026-11-20T09:00").told().particulars()).as("of a plan without one").isNull();
    }

    @Test
    void one_that_is_late_does_not_stop_the_next_and_each_is_told_by_itself() {
        var series = series(MONTHLY, "2026-11-20T09:00");
        var periods = Recurring.step(series, null, at("2026-12-09T09:00")).periods();
        assertThat(periods).extracting(Period::label).containsExactly("2026-11", "2026-12");
        var november = Recurring.occurrence(series, periods.getFirst(), null).state();
        assertThat(typesOf(Passing.boundaries(november, at("2026-12-09T09:00")))).as("as if no outage had been")
                .containsExactly("TaskDueSoon", "TaskDueSoon", "TaskDueSoon", "TaskDueSoon", "TaskOverdue", "TaskEscalated", "TaskEscalated", "TaskEscalated");
        var december = Recurring.occurrence(series, periods.getLast(), null).state();
        assertThat(Passing.boundaries(december, at("2026-12-09T09:00"))).isEqualTo(Decision.unchanged());
        assertThat(december.timeClass()).isEqualTo(TimeClass.IN_TIME);
    }

    @Test
    void a_long_outage_is_worked_off_in_steps_oldest_first() {
        var series = series(new Due.Recurring(Frequency.WEEKLY), "2026-11-20T09:00");
        var now = at("2028-11-20T09:00");
        var first = Recurring.step(series, null, now);
        assertThat(first.periods()).hasSize(Recurring.MOST).extracting(Period::begins).isSorted();
        var second = Recurring.step(after(first.decision()), null, now);
        assertThat(second.periods().getFirst().begins()).isEqualTo(first.periods().getLast().ends().plusDays(1));
        assertThat(Recurring.step(after(second.decision()), null, now).decision()).isEqualTo(Decision.unchanged());
        assertThat(first.periods().size() + second.periods().size()).isEqualTo(106);
    }

    @Test
    void the_year_of_the_plan_begins_and_ends_it() {
        var early = series(MONTHLY, "2026-12-15T09:00");
        var waiting = Recurring.step(early, 2027, at("2026-12-15T09:01"));
        assertThat(waiting.periods()).isEmpty();
        assertThat(after(waiting.decision()).nextBoundaryAt()).isEqualTo(at("2027-01-01T00:00"));
        opened(after(waiting.decision()), 2027, "2027-01-01T00:00", "2027-01");

        var weekly = series(new Due.Recurring(Frequency.WEEKLY), "2026-12-29T09:00");
        var last = opened(weekly, 2026, "2027-03-01T00:00", "2026-W53");
        assertThat(last.nextBoundaryAt()).isNull();
        var occurrence = Recurring.occurrence(weekly, Recurring.step(weekly, 2026, at("2026-12-29T10:00")).periods().getFirst(), 2026);
        assertThat(occurrence.state().lastDay()).as("no day after the plan's year").isEqualTo("2026-12-31");

        var late = series(MONTHLY, "2027-02-01T09:00");
        assertThat(Recurring.step(late, 2026, at("2027-02-01T09:01")).periods()).isEmpty();
        assertThat(after(Recurring.step(late, 2026, at("2027-02-01T09:01")).decision()).nextBoundaryAt()).isNull();
    }

    @Test
    void what_people_do_to_the_series_opens_no_period_and_delays_none() {
        var series = series(MONTHLY, "2026-11-20T09:00");
        var seen = after(Commands.acknowledge(series, OFFICER_OF_LEAD, at("2026-12-05T08:00")));
        assertThat(seen.nextBoundaryAt()).isEqualTo(series.nextBoundaryAt());
        opened(seen, null, "2026-12-05T08:01", "2026-11", "2026-12");
    }

    @ParameterizedTest
    @EnumSource(names = {"PROGRESS", "COMPLETION", "EXTENSION", "DELEGATION"})
    void the_work_is_done_in_the_periods(Command command) {
        var series = series(MONTHLY, "2026-11-20T09:00");
        assertThat(Rights.refusal(series, OFFICER_OF_LEAD, command)).hasValueSatisfying(refused -> assertThat(refused.code()).isEqualTo("TASK_RECURS"));
        assertThat(Rights.offered(series, OFFICER_OF_LEAD)).containsExactly(
                Command.ACKNOWLEDGEMENT, Command.RETURN_TO_GIVER, Command.COMMENT, Command.STEPS, Command.DISBURSEMENT, Command.FOLLOWING);
        assertThat(Rights.refusal(novemberOf(series), OFFICER_OF_LEAD, command)).isEmpty();
        assertThat(Rights.refusal(series(new Due.Recurring(Frequency.AD_HOC), "2026-11-20T09:00"), OFFICER_OF_LEAD, command))
                .as("on demand no period ever opens").isEmpty();
    }

    @Test
    void a_period_is_decided_on_as_its_series_is() {
        var done = after(Commands.submit(novemberOf(series(MONTHLY, "2026-11-20T09:00")), OFFICER_OF_LEAD, Stories.DONE, at("2026-11-25T08:00")));
        assertThat(typesOf(Commands.accept(done, STANDING, null, at("2026-11-26T08:00")))).containsExactly("TaskCompleted");
        assertThat(typesOf(Commands.accept(done, LEADER, null, at("2026-11-26T08:00")))).containsExactly("TaskCompleted");
        assertThat(refusal(Commands.accept(done, OFFICER_OF_LEAD, null, at("2026-11-26T08:00")))).isEqualTo("403 FORBIDDEN");
    }

    @Test
    void nothing_to_report_is_an_answer_in_a_period_and_where_the_plan_says_if_any() {
        var nothing = new Tasks.Completion(null, null, null, null, null, true, null, null);
        var answered = Delegating.submit(novemberOf(series(MONTHLY, "2026-11-20T09:00")), OFFICER_OF_LEAD, nothing, () -> 0, 0, at("2026-11-21T08:00"));
        assertThat(typesOf(answered)).containsExactly("TaskAcknowledged", "CompletionSubmitted", Commands.NOTHING);
        assertThat(after(answered).timeClass()).isEqualTo(TimeClass.COMPLETED_IN_TIME);
        assertThat(refusal(Delegating.submit(TaskFixtures.anyTask(), OFFICER_OF_LEAD, nothing, () -> 0, 0, at("2026-10-25T08:00"))))
                .isEqualTo("422 NOTHING_ONLY_IN_A_PERIOD");
        var ifAny = Assigning.assign(TaskFixtures.titled("Báo cáo các vướng mắc về dữ liệu dân cư (nếu có)"), at("2026-10-01T08:00"), 1).state();
        assertThat(typesOf(Delegating.submit(ifAny, OFFICER_OF_LEAD, nothing, () -> 0, 0, at("2026-10-25T08:00"))))
                .containsExactly("TaskAcknowledged", "CompletionSubmitted", Commands.NOTHING);
        assertThat(Delegating.mayBeNothing(Assigning.assign(TaskFixtures.titled("Phối hợp xử lý nếu cơ quan cấp trên yêu cầu"), at("2026-10-01T08:00"), 1).state())).isFalse();
    }

    @Test
    void open_periods_follow_an_amended_series_and_finished_ones_stay() {
        var series = series(MONTHLY, "2026-11-20T09:00");
        var november = novemberOf(series);
        var amended = after(Amending.amend(series, planned(MONTHLY, "congan", "Trực an ninh mạng"), 2, at("2026-11-21T08:00")));
        assertThat(amended.recurrence()).as("the rhythm is the same").isEqualTo(series.recurrence());
        var followed = Partaking.follow(november, amended, 5, at("2026-11-21T08:01"));
        assertThat(typesOf(followed)).containsExactly("TaskAmended", "TaskReassigned");
        assertThat(after(followed).planned().title()).isEqualTo("Trực an ninh mạng");
        assertThat(after(followed).planned().lead()).containsExactly(new UnitId("congan"));
        assertThat(after(followed).lastDay()).isEqualTo("2026-11-30");
        assertThat(Partaking.follow(after(followed), amended, 5, at("2026-11-21T08:02"))).isEqualTo(Decision.unchanged());
        assertThat(Partaking.follow(after(followed), series, 4, at("2026-11-21T08:02"))).as("what was read before").isEqualTo(Decision.unchanged());
        var done = after(Commands.accept(
                after(Commands.submit(november, OFFICER_OF_LEAD, Stories.DONE, at("2026-11-21T07:00"))), LEADER, null, at("2026-11-21T07:01")));
        assertThat(Partaking.follow(done, amended, 5, at("2026-11-21T08:01"))).isEqualTo(Decision.unchanged());
    }

    @Test
    void open_periods_belong_where_the_plan_of_their_series_does_until_somebody_describes_them() {
        var series = series(MONTHLY, "2026-11-20T09:00");
        var november = novemberOf(series);
        var named = after(Amending.amend(series, taskDue(MONTHLY).within("NQ 57"), 2, at("2026-11-21T08:00")));
        var followed = Partaking.follow(november, named, 5, at("2026-11-21T08:01"));
        assertThat(typesOf(followed)).containsExactly("TaskDescribed");
        assertThat(after(followed).told().particulars().programme()).isEqualTo("NQ 57");
        assertThat(Partaking.follow(after(followed), named, 5, at("2026-11-21T08:02"))).isEqualTo(Decision.unchanged());

        var reworded = after(Amending.amend(named, planned(MONTHLY, "kinhte", "Trực an ninh mạng").within("NQ 57"), 3, at("2026-11-22T08:00")));
        var still = Partaking.follow(after(followed), reworded, 6, at("2026-11-22T08:01"));
        assertThat(typesOf(still)).as("it belongs where it did").containsExactly("TaskAmended");
        assertThat(after(still).told().particulars().programme()).isEqualTo("NQ 57");

        var described = Belonging.to(after(followed), "Đề án 06");
        var other = after(Amending.amend(named, taskDue(MONTHLY).within("CCHC"), 3, at("2026-11-22T08:00")));
        assertThat(Partaking.follow(described, other, 6, at("2026-11-22T08:01"))).isEqualTo(Decision.unchanged());
        var done = after(Commands.accept(
                after(Commands.submit(after(followed), OFFICER_OF_LEAD, Stories.DONE, at("2026-11-21T09:00"))), LEADER, null, at("2026-11-21T09:01")));
        assertThat(Partaking.follow(done, other, 6, at("2026-11-22T08:01"))).as("what is finished").isEqualTo(Decision.unchanged());
    }

    @Test
    void another_rhythm_begins_with_the_period_of_that_day_and_takes_the_place_of_the_open_one() {
        var series = opened(series(MONTHLY, "2026-10-20T09:00"), null, "2026-11-02T00:00", "2026-10", "2026-11");
        var periods = Recurring.step(series(MONTHLY, "2026-10-20T09:00"), null, at("2026-11-02T00:00")).periods();
        var october = Recurring.occurrence(series, periods.getFirst(), null).state();
        var november = Recurring.occurrence(series, periods.getLast(), null).state();
        var quarterly = after(Amending.amend(series, taskDue(new Due.Recurring(Frequency.QUARTERLY)), 2, at("2026-11-10T08:00")));
        assertThat(quarterly.nextBoundaryAt()).isEqualTo(at("2026-11-10T00:00"));
        opened(quarterly, null, "2026-11-10T08:01", "2026-Q4");
        assertThat(typesOf(Partaking.follow(november, quarterly, 5, at("2026-11-10T08:01")))).containsExactly("TaskCancelled");
        assertThat(Partaking.follow(october, quarterly, 5, at("2026-11-10T08:01"))).as("what is late stays owed").isEqualTo(Decision.unchanged());
        var back = after(Amending.amend(quarterly, taskDue(MONTHLY), 3, at("2026-11-11T08:00")));
        assertThat(Recurring.idOf(back, periods.getLast())).as("not the one that was cancelled").isNotEqualTo(november.id());
    }

    @Test
    void a_series_that_gets_a_day_is_a_task_again_and_one_that_is_withdrawn_ends() {
        var series = opened(series(MONTHLY, "2026-11-20T09:00"), null, "2026-11-20T09:01", "2026-11");
        var november = novemberOf(series);
        var byDay = after(Amending.amend(series, taskDue("2026-12-20"), 2, at("2026-11-21T08:00")));
        assertThat(Recurring.isSeries(byDay)).isFalse();
        assertThat(byDay.nextBoundaryAt()).isEqualTo(at("2026-12-13T00:00"));
        assertThat(typesOf(Partaking.follow(november, byDay, 5, at("2026-11-21T08:01")))).containsExactly("TaskCancelled");

        var withdrawn = after(Amending.withdraw(series, taskDue(MONTHLY), 2, at("2026-11-21T08:00")));
        assertThat(withdrawn.nextBoundaryAt()).isNull();
        assertThat(withdrawn.work().state()).isEqualTo(WorkState.CANCELLED);
        assertThat(typesOf(Partaking.follow(november, withdrawn, 5, at("2026-11-21T08:01")))).containsExactly("TaskCancelled");

        var again = after(Amending.amend(byDay, taskDue(MONTHLY), 3, at("2026-11-22T08:00")));
        assertThat(again.lastDay()).isNull();
        assertThat(again.nextBoundaryAt()).isEqualTo(at("2026-11-22T00:00"));
    }

    static Assignment series(Due due, String publishedAt) {
        return Assigning.assign(taskDue(due), at(publishedAt), 1).state();
    }

    private static Assignment novemberOf(Assignment series) {
        var begun = series(MONTHLY, "2026-11-20T09:00");
        return Recurring.occurrence(series, Recurring.step(begun, null, at("2026-11-20T09:01")).periods().getFirst(), null).state();
    }

    private static PlannedTask planned(Due due, String lead, String title) {
        var task = taskDue(due);
        return new PlannedTask(task.id(), task.plan(), task.province(), task.commune(), task.order(), task.ordinal(), title,
                List.of(new UnitId(lead)), List.of(), task.product(), task.budgetVnd(), due);
    }

    private static Assignment opened(Assignment series, @Nullable Integer year, String now, String... labels) {
        var step = Recurring.step(series, year, at(now));
        assertThat(step.periods()).extracting(Period::label).containsExactly(labels);
        assertThat(accepted(step.decision()).facts()).extracting(fact -> fact.type()).containsOnly("PeriodOpened");
        return after(step.decision());
    }
}
