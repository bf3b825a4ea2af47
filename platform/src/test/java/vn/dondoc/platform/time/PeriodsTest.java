package vn.dondoc.platform.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.contracts.event.Frequency;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.contracts.event.Frequency.AD_HOC;
import static vn.dondoc.contracts.event.Frequency.HALF_YEARLY;
import static vn.dondoc.contracts.event.Frequency.MONTHLY;
import static vn.dondoc.contracts.event.Frequency.NINE_MONTHLY;
import static vn.dondoc.contracts.event.Frequency.QUARTERLY;
import static vn.dondoc.contracts.event.Frequency.WEEKLY;
import static vn.dondoc.contracts.event.Frequency.YEARLY;

class PeriodsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 14, 2026-11, 2026-11-01, 2026-11-30, 2026-11-14",
        "2026-11-30,  0, 2026-11, 2026-11-01, 2026-11-30, 2026-11-30",
        "2027-02-01, 31, 2027-02, 2027-02-01, 2027-02-28, 2027-02-28",
        "2028-02-10, 31, 2028-02, 2028-02-01, 2028-02-29, 2028-02-29",
        "2028-02-10, 29, 2028-02, 2028-02-01, 2028-02-29, 2028-02-29",
        "2026-12-31, 24, 2026-12, 2026-12-01, 2026-12-31, 2026-12-24"
    })
    void everyMonthHasItsDay(LocalDate on, int day, String label, LocalDate begins, LocalDate ends, LocalDate lastDay) {
        assertThat(first(MONTHLY, day, null, on)).isEqualTo(new Period(label, begins, ends, lastDay));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-Q4, 2026-10-01, 2026-12-31, 2026-12-19",
        "2026-01-01, 2026-Q1, 2026-01-01, 2026-03-31, 2026-03-19",
        "2026-06-30, 2026-Q2, 2026-04-01, 2026-06-30, 2026-06-19"
    })
    void aQuarterIsDueInItsLastMonth(LocalDate on, String label, LocalDate begins, LocalDate ends, LocalDate lastDay) {
        assertThat(first(QUARTERLY, 19, null, on)).isEqualTo(new Period(label, begins, ends, lastDay));
    }

    @Test
    void aHalfWithoutAMonthIsDueAtTheEndOfEach() {
        assertThat(first(HALF_YEARLY, 4, null, LocalDate.of(2026, 2, 1)).lastDay()).isEqualTo("2026-06-04");
        assertThat(first(HALF_YEARLY, 4, null, LocalDate.of(2026, 7, 1)).lastDay()).isEqualTo("2026-12-04");
    }

    @Test
    void aHalfWithAMonthIsThatHalfOnly() {
        var june = new Periods(HALF_YEARLY, 4, 6);
        var november = new Periods(HALF_YEARLY, 30, 11);

        assertThat(june.from(LocalDate.of(2026, 7, 1))).get().extracting(Period::label, Period::lastDay)
                .containsExactly("2027-H1", LocalDate.of(2027, 6, 4));
        assertThat(november.from(LocalDate.of(2026, 3, 1))).get().extracting(Period::label, Period::lastDay)
                .containsExactly("2026-H2", LocalDate.of(2026, 11, 30));
    }

    @Test
    void aYearIsDueInTheMonthItsRuleNames() {
        assertThat(first(YEARLY, 0, 11, LocalDate.of(2026, 3, 1)))
                .isEqualTo(new Period("2026", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), LocalDate.of(2026, 11, 30)));
        assertThat(first(YEARLY, 14, null, LocalDate.of(2026, 3, 1)).lastDay()).isEqualTo("2026-12-14");
    }

    @Test
    void nineMonthsComeOnceAYear() {
        var nine = new Periods(NINE_MONTHLY, 19, null);

        var period = nine.from(LocalDate.of(2026, 9, 30)).orElseThrow();
        assertThat(period).isEqualTo(new Period("2026-9M", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 9, 30), LocalDate.of(2026, 9, 19)));
        assertThat(nine.after(period)).get().extracting(Period::label).isEqualTo("2027-9M");
        assertThat(nine.from(LocalDate.of(2026, 10, 1))).get().extracting(Period::label).isEqualTo("2027-9M");
    }

    @Test
    void weeksAreIsoWeeksAlsoOverTheYearsEnd() {
        assertThat(first(WEEKLY, 5, null, LocalDate.of(2027, 1, 2)))
                .isEqualTo(new Period("2026-W53", LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 3), LocalDate.of(2027, 1, 1)));
        assertThat(first(WEEKLY, 0, null, LocalDate.of(2026, 11, 20)).lastDay()).isEqualTo("2026-11-22");
    }

    @Test
    void onDemandThereAreNoPeriods() {
        assertThat(new Periods(AD_HOC, 1, null).from(LocalDate.of(2026, 1, 1))).isEmpty();
    }

    private static Period first(Frequency frequency, int day, @Nullable Integer month, LocalDate on) {
        return new Periods(frequency, day, month).from(on).orElseThrow();
    }
}
