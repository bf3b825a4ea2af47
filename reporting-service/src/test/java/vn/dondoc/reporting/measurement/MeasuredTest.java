package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.TargetFigure;
import vn.dondoc.contracts.event.TargetStanding;

import static org.assertj.core.api.Assertions.assertThat;

class MeasuredTest {

    private static final Goal TEN = new Goal(">=", BigDecimal.TEN);

    @Test
    void aSumIsOfTheYearOfTheNewestAndNothingIsInItTwice() {
        var all = measured(TargetArithmetic.SUM,
                figure("2025-12", "100"), figure("2026-01", "2"), figure("2026-02", "3"), figure("2026-Q1", "7"), figure("2026-04", "1.5"));

        assertThat(all.figure()).as("the quarter holds its months").isEqualByComparingTo("8.5");
        assertThat(all.before().figure()).isEqualByComparingTo("7");
        assertThat(all.standing(TEN)).isEqualTo(TargetStanding.ON_THE_WAY);
        assertThat(all.outlook()).isEqualByComparingTo("25.8542");
        assertThat(measured(TargetArithmetic.SUM, figure("2025-12", "100"), figure("2026-01", "2")).before().figure())
                .as("a new year counts anew").isNull();
    }

    @Test
    void theNewestIsThatOfTheLatestTimeWhateverWasToldLast() {
        for (var arithmetic : List.of(TargetArithmetic.LATEST, TargetArithmetic.CUMULATIVE)) {
            assertThat(measured(arithmetic, figure("2026-03", "9"), figure("2026-01", "11")).figure()).isEqualByComparingTo("9");
        }
        assertThat(measured(TargetArithmetic.LATEST, figure("2026-03", "9"), figure("2026-01", "11")).standing(TEN)).isEqualTo(TargetStanding.BEHIND);
    }

    @Test
    void aMeanIsAsHeavyAsItsParts() {
        var all = measured(TargetArithmetic.WEIGHTED_MEAN, heavy("2026-01", "90", "10"), heavy("2026-02", "60", "20"));

        assertThat(all.figure()).isEqualByComparingTo("70");
        assertThat(all.outlook()).isNull();
    }

    @Test
    void aYesIsAttainedWhateverThePlanWrites() {
        assertThat(measured(TargetArithmetic.YES_NO, figure("2026-03-05", "1")).standing(TEN)).isEqualTo(TargetStanding.ATTAINED);
        assertThat(measured(TargetArithmetic.YES_NO, figure("2026-03-05", "0")).standing(TEN)).isEqualTo(TargetStanding.ON_THE_WAY);
        assertThat(measured(TargetArithmetic.YES_NO, figure("2026", "0")).standing(TEN)).isEqualTo(TargetStanding.BEHIND);
    }

    @Test
    void withoutAnythingNothingIsSaid() {
        var none = measured(TargetArithmetic.SUM);

        assertThat(none.figure()).isNull();
        assertThat(none.lastYear()).isNull();
        assertThat(none.standing(TEN)).isEqualTo(TargetStanding.NOT_MEASURED);
    }

    @Test
    void lastYearIsWhatWasMeasuredElseWhatSomebodyNamed() {
        var named = new TargetFigure("2026-Q2", BigDecimal.ONE, null, new BigDecimal("0.5"), false, 0, false, LocalDate.EPOCH);

        assertThat(measured(TargetArithmetic.LATEST, named).lastYear()).isEqualByComparingTo("0.5");
        assertThat(measured(TargetArithmetic.LATEST, figure("2025-Q2", "0.4"), named).lastYear()).isEqualByComparingTo("0.4");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02, 2026-02-01, 2026-02-28", "2026-Q4, 2026-10-01, 2026-12-31", "2026-H1, 2026-01-01, 2026-06-30", "2026-9M, 2026-01-01, 2026-09-30",
        "2026, 2026-01-01, 2026-12-31", "2026-W47, 2026-11-16, 2026-11-22", "2026-11-25, 2026-11-25, 2026-11-25"
    })
    void aPeriodIsWhatItsNameSays(String label, LocalDate begins, LocalDate ends) {
        assertThat(When.of(label)).hasValueSatisfying(when -> {
            assertThat(when.begins()).isEqualTo(begins);
            assertThat(when.ends()).isEqualTo(ends);
            assertThat(when.label()).isEqualTo(label);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "2026-Q5", "2026-H3", "2026-02-30", "26", "2026-W60", "tháng 3", "2026-11-25T00:00"})
    void whatIsNoPeriodIsNone(String label) {
        assertThat(When.of(label)).isEmpty();
    }

    private static Measured measured(TargetArithmetic arithmetic, TargetFigure... figures) {
        return Measured.of(arithmetic, List.of(figures));
    }

    private static TargetFigure figure(String period, String value) {
        return heavy(period, value, null);
    }

    private static TargetFigure heavy(String period, String value, @Nullable String weight) {
        return new TargetFigure(
                period, new BigDecimal(value), weight == null ? null : new BigDecimal(weight), null, false, 0, false, LocalDate.EPOCH);
    }
}
