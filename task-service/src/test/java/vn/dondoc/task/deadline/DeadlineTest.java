package vn.dondoc.task.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.deadline.Boundary;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineTest {

    private static final Instant LONG_BEFORE = Instant.parse("2020-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // last day,  seven,      three,      one,        overdue,    late 3,     late 7
        "2026-11-30, 2026-11-23, 2026-11-27, 2026-11-29, 2026-12-01, 2026-12-03, 2026-12-07",
        "2026-12-31, 2026-12-24, 2026-12-28, 2026-12-30, 2027-01-01, 2027-01-03, 2027-01-07",
        "2028-02-29, 2028-02-22, 2028-02-26, 2028-02-28, 2028-03-01, 2028-03-03, 2028-03-07",
        "2028-03-01, 2028-02-23, 2028-02-27, 2028-02-29, 2028-03-02, 2028-03-04, 2028-03-08",
        "2027-02-28, 2027-02-21, 2027-02-25, 2027-02-27, 2027-03-01, 2027-03-03, 2027-03-07",
        "2027-01-02, 2026-12-26, 2026-12-30, 2027-01-01, 2027-01-03, 2027-01-05, 2027-01-09"
    })
    void boundaries_are_days_around_the_last_day(
            LocalDate lastDay, LocalDate seven, LocalDate three, LocalDate one, LocalDate overdue, LocalDate late3, LocalDate late7) {
        assertThat(Boundary.of(lastDay)).containsExactly(
                new Boundary.DueSoon(seven, 7), new Boundary.DueSoon(three, 3), new Boundary.DueSoon(one, 1), new Boundary.DueSoon(lastDay, 0),
                new Boundary.Overdue(overdue),
                new Boundary.Escalation(overdue, 1, 1), new Boundary.Escalation(late3, 2, 3), new Boundary.Escalation(late7, 3, 7));
    }

    @Test
    void a_day_begins_at_midnight_in_vietnam() {
        var overdue = new Boundary.Overdue(LocalDate.parse("2026-12-01"));
        assertThat(overdue.at()).isEqualTo(Instant.parse("2026-11-30T17:00:00Z"));
    }

    @Test
    void nothing_is_reached_a_moment_before_its_boundary() {
        var deadline = Deadline.of(by("2026-11-30"), LONG_BEFORE);
        assertThat(deadline.reached(Instant.parse("2026-11-22T16:59:59.999Z"))).isEmpty();
        assertThat(deadline.reached(Instant.parse("2026-11-22T17:00:00Z"))).containsExactly(
                new Boundary.DueSoon(LocalDate.parse("2026-11-23"), 7));
    }

    @Test
    void what_was_told_is_not_reached_again() {
        var deadline = Deadline.of(by("2026-11-30"), LONG_BEFORE);
        var now = Instant.parse("2026-11-28T00:00:00Z");
        var reached = deadline.reached(now);
        assertThat(reached).hasSize(2);
        var told = deadline.told(reached.getLast());
        assertThat(told.reached(now)).isEmpty();
        assertThat(told.next()).contains(Instant.parse("2026-11-28T17:00:00Z"));
    }

    @Test
    void boundaries_before_the_assignment_are_not_told_by_it() {
        var deadline = Deadline.of(by("2026-11-30"), Instant.parse("2026-11-25T03:00:00Z"));
        assertThat(deadline.next()).contains(Instant.parse("2026-11-26T17:00:00Z"));
    }

    @Test
    void after_the_last_escalation_time_has_nothing_more_to_tell() {
        var deadline = Deadline.of(by("2026-11-30"), LONG_BEFORE);
        var all = deadline.reached(Instant.parse("2027-06-01T00:00:00Z"));
        assertThat(all).hasSize(8);
        assertThat(deadline.told(all.getLast()).next()).isEmpty();
    }

    @Test
    void only_a_day_makes_a_deadline() {
        assertThat(Deadline.of(null, LONG_BEFORE)).isNull();
        assertThat(Deadline.of(new Due.Ongoing(), LONG_BEFORE)).isNull();
        assertThat(Deadline.of(new Due.Recurring(Frequency.MONTHLY), LONG_BEFORE)).isNull();
        assertThat(Deadline.of(new Due.By(LocalDate.parse("2026-11-30"), true, true), LONG_BEFORE).lastDay())
                .isEqualTo("2026-11-30");
    }

    @Test
    void a_last_day_on_a_holiday_stays_where_the_plan_put_it() {
        // 2/9 is the National Day and 2026-09-05 a Saturday
        assertThat(Deadline.of(by("2026-09-02"), LONG_BEFORE).lastDay()).isEqualTo("2026-09-02");
        assertThat(Deadline.of(by("2026-09-05"), LONG_BEFORE).lastDay()).isEqualTo("2026-09-05");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, IN_TIME", "2026-11-23, DUE_SOON", "2026-11-30, DUE_SOON", "2026-12-01, OVERDUE", "2027-11-30, OVERDUE"
    })
    void an_open_task_stands_by_the_day_it_is_looked_at(LocalDate today, TimeClass expected) {
        assertThat(TimeClasses.of(LocalDate.parse("2026-11-30"), WorkState.IN_PROGRESS, null, today)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, COMPLETED_IN_TIME", "2026-12-01, COMPLETED_LATE"
    })
    void a_completion_counts_by_the_day_it_was_submitted(LocalDate submitted, TimeClass expected) {
        var muchLater = LocalDate.parse("2027-05-05");
        var lastDay = LocalDate.parse("2026-11-30");
        assertThat(TimeClasses.of(lastDay, WorkState.SUBMITTED, submitted, muchLater)).isEqualTo(expected);
        assertThat(TimeClasses.of(lastDay, WorkState.COMPLETED, submitted, muchLater)).isEqualTo(expected);
    }

    @Test
    void without_a_day_nothing_is_late() {
        var today = LocalDate.parse("2026-11-30");
        assertThat(TimeClasses.of(null, WorkState.NOT_STARTED, null, today)).isEqualTo(TimeClass.NO_DEADLINE);
        assertThat(TimeClasses.of(null, WorkState.COMPLETED, today, today)).isEqualTo(TimeClass.COMPLETED_IN_TIME);
    }

    private static Due by(String day) {
        return new Due.By(LocalDate.parse(day), false, false);
    }
}
