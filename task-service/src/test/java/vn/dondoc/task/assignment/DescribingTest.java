package vn.dondoc.task.assignment;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.contracts.event.Step;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.platform.history.Decision;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.task.assignment.TaskFixtures.LEADER;
import static vn.dondoc.task.assignment.TaskFixtures.OFFICER_OF_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.STANDING;
import static vn.dondoc.task.assignment.TaskFixtures.STRANGER;
import static vn.dondoc.task.assignment.TaskFixtures.after;
import static vn.dondoc.task.assignment.TaskFixtures.anyTask;
import static vn.dondoc.task.assignment.TaskFixtures.at;
import static vn.dondoc.task.assignment.TaskFixtures.refusal;
import static vn.dondoc.task.assignment.TaskFixtures.typesOf;

class DescribingTest {

    private static final java.time.Instant NOW = at("2026-10-05T08:00");
    private static final PositionId WATCHER = new PositionId("chu-tich");

    @Test
    void a_step_that_was_reached_stays_reached_when_the_steps_are_laid_down_anew() {
        var task = after(Describing.steps(anyTask(), OFFICER_OF_LEAD, List.of("Dự thảo", "Trình"), NOW));
        task = after(Describing.step(task, OFFICER_OF_LEAD, 0, LocalDate.of(2026, 10, 4), NOW));

        task = after(Describing.steps(task, STANDING, List.of("Khảo sát", "Dự thảo", "Ban hành"), NOW));

        assertThat(task.particulars().steps()).containsExactly(
                new Step("Khảo sát", null), new Step("Dự thảo", LocalDate.of(2026, 10, 4)), new Step("Ban hành", null));
    }

    @Test
    void a_step_is_taken_back_by_leaving_its_day_out() {
        var task = after(Describing.steps(anyTask(), OFFICER_OF_LEAD, List.of("Dự thảo"), NOW));
        task = after(Describing.step(task, OFFICER_OF_LEAD, 0, LocalDate.of(2026, 10, 5), NOW));

        assertThat(after(Describing.step(task, OFFICER_OF_LEAD, 0, null, NOW)).particulars().steps()).containsExactly(new Step("Dự thảo", null));
    }

    @Test
    void what_is_no_step_or_lies_ahead_is_refused() {
        var task = after(Describing.steps(anyTask(), OFFICER_OF_LEAD, List.of("Dự thảo"), NOW));

        assertThat(refusal(Describing.step(task, OFFICER_OF_LEAD, 1, null, NOW))).isEqualTo("422 STEP_UNKNOWN");
        assertThat(refusal(Describing.step(task, OFFICER_OF_LEAD, -1, null, NOW))).isEqualTo("422 STEP_UNKNOWN");
        assertThat(refusal(Describing.step(task, OFFICER_OF_LEAD, 0, LocalDate.of(2026, 10, 6), NOW))).isEqualTo("422 STEP_TO_COME");
    }

    @Test
    void saying_the_same_again_is_nothing_new_but_opens_the_task() {
        var task = after(Describing.disbursed(anyTask(), STANDING, 5, NOW));

        assertThat(Describing.disbursed(task, STANDING, 5, NOW)).isEqualTo(Decision.unchanged());
        assertThat(typesOf(Describing.disbursed(task, STANDING, 6, NOW))).containsExactly("TaskDescribed");
    }

    @Test
    void who_follows_twice_is_told_once_and_stops_at_once() {
        var task = after(Describing.follow(anyTask(), LEADER, WATCHER, true, NOW));

        assertThat(Describing.follow(task, LEADER, WATCHER, true, NOW)).isEqualTo(Decision.unchanged());
        assertThat(after(Describing.follow(task, LEADER, WATCHER, false, NOW)).particulars().followers()).isEmpty();
    }

    @Test
    void the_giver_says_what_it_is_and_the_lead_unit_how_far() {
        var task = after(Describing.steps(anyTask(), LEADER, List.of("Dự thảo"), NOW));

        assertThat(refusal(Describing.particulars(task, OFFICER_OF_LEAD, "57", null, null, null, NOW))).isEqualTo("403 NOT_GIVER");
        assertThat(refusal(Describing.follow(task, STRANGER, WATCHER, true, NOW))).isEqualTo("403 FORBIDDEN");
        assertThat(refusal(Describing.step(task, STRANGER, 0, null, NOW))).isEqualTo("403 NOT_LEAD");
        assertThat(refusal(Describing.disbursed(task, STRANGER, 1, NOW))).isEqualTo("403 NOT_LEAD");
    }

    @ParameterizedTest
    @EnumSource(WorkState.class)
    void money_is_paid_after_the_work_too_but_not_for_what_was_given_up(WorkState state) {
        var told = Describing.disbursed(anyTask(state), STANDING, 1, NOW);

        if (state == WorkState.CANCELLED) {
            assertThat(refusal(told)).isEqualTo("409 TASK_CANCELLED");
        } else {
            assertThat(after(told).work().state()).isEqualTo(state);
            assertThat(after(told).timeClass()).isEqualTo(anyTask(state).timeClass());
        }
    }
}
