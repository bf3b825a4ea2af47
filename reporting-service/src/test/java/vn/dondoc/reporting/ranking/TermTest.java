package vn.dondoc.reporting.ranking;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.contracts.api.Rankings.Period;

import static org.assertj.core.api.Assertions.assertThat;

class TermTest {

    @Test
    void labelsAreTermsWithTheirDays() {
        assertThat(Term.of("2026-02")).hasValue(new Term(Period.MONTH, "2026-02", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)));
        assertThat(Term.of("2026-Q1")).hasValue(new Term(Period.QUARTER, "2026-Q1", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31)));
        assertThat(Term.of("2026")).hasValue(new Term(Period.YEAR, "2026", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "2026-Q5", "2026-0", "1926", "2026-02-01", "quý I"})
    void whatIsNoTermIsNone(String label) {
        assertThat(Term.of(label)).isEmpty();
    }

    @Test
    void theNewestThatAreOverComeFirst() {
        var march = LocalDate.of(2026, 3, 2);
        assertThat(Term.over(Period.MONTH, march, 3)).extracting(Term::label).containsExactly("2026-02", "2026-01", "2025-12");
        assertThat(Term.over(Period.QUARTER, march, 2)).extracting(Term::label).containsExactly("2025-Q4", "2025-Q3");
        assertThat(Term.over(Period.YEAR, LocalDate.of(2026, 12, 31), 1)).extracting(Term::label).containsExactly("2025");
        assertThat(Term.over(Period.MONTH, LocalDate.of(2026, 4, 1), 1)).as("over on the day after its last").extracting(Term::label).containsExactly("2026-03");
    }
}
