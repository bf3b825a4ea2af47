package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.contracts.event.TargetStanding;

import static org.assertj.core.api.Assertions.assertThat;

class GoalTest {

    @ParameterizedTest
    @CsvSource({
        // a half of the year is over: a half of the target is asked for
        ">=, 10, 10, 182, 365, ATTAINED", ">=, 10, 12, 30, 365, ATTAINED", ">=, 10, 5, 182, 365, ON_THE_WAY", ">=, 10, 4.9, 182, 365, BEHIND",
        ">=, 10, 9.9, 365, 365, BEHIND", ">=, 10, 0, 0, 365, ON_THE_WAY",
        // a maximum is kept only when the year is over
        "<=, 10, 3, 182, 365, ON_THE_WAY", "<=, 10, 10, 365, 365, ATTAINED", "<=, 10, 10.1, 30, 365, BEHIND",
        "=, 10, 10, 182, 365, ATTAINED", "=, 10, 11, 182, 365, BEHIND", "=, 10, 6, 182, 365, ON_THE_WAY", "=, 10, 9, 365, 365, BEHIND"
    })
    void aFigureThatGrowsIsHeldAgainstThePartOfTheYearThatIsOver(
            String operator, BigDecimal value, BigDecimal figure, int over, int whole, TargetStanding expected) {
        assertThat(new Goal(operator, value).growing(figure, over, whole)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        ">=, 80, 80, , false, ATTAINED", ">=, 80, 60, , false, ON_THE_WAY", ">=, 80, 60, 60, false, ON_THE_WAY", ">=, 80, 60, 61, false, BEHIND",
        ">=, 80, 79, 60, true, BEHIND", "<=, 5, 5, 9, false, ATTAINED", "<=, 5, 7, 9, false, ON_THE_WAY", "<=, 5, 9, 7, false, BEHIND",
        "=, 5, 5, 6, false, ATTAINED", "=, 5, 4, 6, false, ON_THE_WAY", "=, 5, 2, 4, false, BEHIND"
    })
    void aFigureThatIsWhatItIsHasToComeNearer(
            String operator, BigDecimal value, BigDecimal figure, @Nullable BigDecimal before, boolean yearOver, TargetStanding expected) {
        assertThat(new Goal(operator, value).present(figure, before, yearOver)).isEqualTo(expected);
    }
}
