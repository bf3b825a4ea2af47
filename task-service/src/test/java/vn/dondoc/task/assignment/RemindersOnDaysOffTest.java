package vn.dondoc.task.assignment;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.DaysOff;
import vn.dondoc.platform.deadline.Reminders;
import vn.dondoc.task.deadline.Timekeeping;

import static org.assertj.core.api.Assertions.assertThat;

/** A reminder that falls on a day off comes earlier. */
class RemindersOnDaysOffTest {

    private static final Timekeeping TABLE = Customs.keeping(DaysOff.STAY, Customs.OFF_2026, List.of(Customs.MADE_UP));

    private static final LocalDate LONG_BEFORE = LocalDate.of(2025, 12, 1);

    @Test
    void it_comes_on_the_working_day_before_and_two_on_one_day_are_one() {
        assertThat(TABLE.remindersOf(LocalDate.of(2026, 11, 26), LONG_BEFORE).daysLeft()).containsExactly(7, 3, 1, 0);
        assertThat(TABLE.remindersOf(LocalDate.of(2026, 11, 25), LONG_BEFORE).daysLeft()).as("24/11 is off, 22/11 a Sunday").containsExactly(7, 5, 2, 0);
        assertThat(TABLE.remindersOf(LocalDate.of(2026, 11, 30), LONG_BEFORE).daysLeft()).as("29/11 is a Sunday").containsExactly(7, 3, 0);
        assertThat(TABLE.remindersOf(LocalDate.of(2026, 8, 23), LONG_BEFORE).daysLeft()).as("22/8 is made up, 23/8 itself a Sunday").containsExactly(9, 3, 1);
    }

    @Test
    void of_a_year_without_a_table_nothing_moves() {
        assertThat(TABLE.remindersOf(LocalDate.of(2027, 11, 29), LONG_BEFORE)).isEqualTo(Reminders.DEFAULT);
        assertThat(Timekeeping.USUAL.remindersOf(LocalDate.of(2026, 11, 30), LONG_BEFORE)).isEqualTo(Reminders.DEFAULT);
    }

    @Test
    void whose_earlier_day_has_come_already_it_is_told_on_the_day_off() {
        var monday = LocalDate.of(2026, 11, 30);
        assertThat(TABLE.remindersOf(monday, monday.minusDays(4)).daysLeft()).as("decided on the Thursday").containsExactly(7, 3, 0);
        assertThat(TABLE.remindersOf(monday, monday.minusDays(3)).daysLeft()).as("decided on the Friday").containsExactly(7, 3, 1, 0);
    }

    @Property(tries = 400)
    void whoever_is_to_be_told_on_a_day_that_lies_ahead_is_told_on_one(@ForAll @IntRange(min = 40, max = 364) int day, @ForAll @IntRange(min = 1, max = 20) int ahead) {
        var lastDay = LocalDate.of(2026, 1, 1).plusDays(day);
        var told = TABLE.remindersOf(lastDay, lastDay.minusDays(ahead)).daysLeft();
        assertThat(Reminders.DEFAULT.daysLeft()).filteredOn(left -> left < ahead).allSatisfy(left -> assertThat(told).anyMatch(at -> at >= left && at < ahead));
        assertThat(told).isSortedAccordingTo((one, other) -> Integer.compare(other, one));
    }

    @Property(tries = 400)
    void whatever_the_day_it_is_a_working_day_none_later_than_meant_and_never_past_the_last_day(@ForAll @IntRange(min = 40, max = 364) int day) {
        var lastDay = LocalDate.of(2026, 1, 1).plusDays(day);
        var meant = Reminders.DEFAULT.daysLeft();
        var moved = TABLE.remindersOf(lastDay, LONG_BEFORE).daysLeft();
        assertThat(moved).isNotEmpty().allSatisfy(left -> {
            assertThat(TABLE.days().isWorked(lastDay.minusDays(left))).isTrue();
            assertThat(left).isNotNegative();
        });
        assertThat(meant).allSatisfy(left -> assertThat(moved).anyMatch(at -> at >= left));
        assertThat(moved).isSortedAccordingTo((one, other) -> Integer.compare(other, one));
    }
}
