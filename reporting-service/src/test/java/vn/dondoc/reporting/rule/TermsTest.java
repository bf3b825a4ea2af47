package vn.dondoc.reporting.rule;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.contracts.api.Reports.RuleTerms;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.platform.time.Period;
import vn.dondoc.platform.time.Periods;

import static org.assertj.core.api.Assertions.assertThat;

/** The days that follow from what was decided on a rule. */
class TermsTest {

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 14, 2026-03-05, 2026-02-15, 2026-03-14", "MONTHLY, 0, 2026-02-05, 2026-02-01, 2026-02-28", "MONTHLY, 31, 2026-04-05, 2026-04-01, 2026-04-30",
        "QUARTERLY, 14, 2026-05-05, 2026-03-15, 2026-06-14", "YEARLY, 15, 2026-05-05, 2025-12-16, 2026-12-15", "WEEKLY, , 2026-03-05, 2026-03-02, 2026-03-08"
    })
    void dataEndOnTheirOwnDayWhateverTheLastDayIs(Frequency rhythm, Integer day, LocalDate within, LocalDate from, LocalDate until) {
        var bounds = terms(day, null, 1, null).bounds(period(rhythm, within));

        assertThat(bounds.dataFrom()).isEqualTo(from);
        assertThat(bounds.dataTo()).isEqualTo(until);
    }

    @Test
    void windowsFollowOneAnotherWithoutAGap() {
        var terms = terms(14, null, null, null);
        var period = period(Frequency.MONTHLY, LocalDate.of(2026, 1, 1));
        for (var months = 0; months < 14; months++) {
            var next = new Periods(Frequency.MONTHLY, 14, null).after(period).orElseThrow();
            assertThat(terms.bounds(next).dataFrom()).isEqualTo(terms.bounds(period).dataTo().plusDays(1));
            period = next;
        }
    }

    @Test
    void graceAndLockCountFromTheLastDay() {
        var bounds = terms(null, null, 2, 5).bounds(period(Frequency.MONTHLY, LocalDate.of(2026, 3, 5)));

        assertThat(bounds.countsUntil()).isEqualTo("2026-03-16");
        assertThat(bounds.lockedFrom()).isEqualTo("2026-03-22");
        assertThat(terms(null, null, null, 0).bounds(period(Frequency.MONTHLY, LocalDate.of(2026, 3, 5))).lockedFrom()).as("the day after").isEqualTo("2026-03-15");
        assertThat(Terms.NONE.bounds(period(Frequency.MONTHLY, LocalDate.of(2026, 3, 5)))).isNull();
    }

    @Test
    void aMeetingMovesTheLastDayAndWithItTheOthers() {
        var period = period(Frequency.MONTHLY, LocalDate.of(2026, 3, 5));
        var hanging = Terms.of(new RuleTerms(null, 10, 1, null, null, null, null, null, null, "Giao ban", 2), List.of());
        assertThat(hanging.lastDay(period)).as("while nobody named it").isEqualTo("2026-03-14");

        var named = hanging.with(new Terms.Meeting("2026-03", LocalDate.of(2026, 3, 27))).with(new Terms.Meeting("2026-03", LocalDate.of(2026, 3, 26)));

        assertThat(named.lastDay(period)).isEqualTo("2026-03-24");
        assertThat(named.opensOn(period)).isEqualTo("2026-03-14");
        assertThat(named.bounds(period).countsUntil()).isEqualTo("2026-03-25");
        assertThat(named.known()).hasSize(1);
    }

    private static Terms terms(Integer data, Integer opens, Integer grace, Integer lock) {
        return Terms.of(new RuleTerms(data, opens, grace, lock, null, null, null, null, null, null, null), List.of());
    }

    private static Period period(Frequency rhythm, LocalDate within) {
        return new Periods(rhythm, 14, null).from(within).orElseThrow();
    }
}
