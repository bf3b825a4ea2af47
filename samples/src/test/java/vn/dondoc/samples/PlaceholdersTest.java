package vn.dondoc.samples;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlaceholdersTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, {{day+20}}, 10/12/2026",
        "2026-03-01, {{day-1}}, 28/02/2026",
        "2028-02-29, {{longday}}, 29 tháng 02 năm 2028",
        "2027-01-31, {{month+1}}, 02/2027",
        "2026-01-31, {{month-1}}, 12/2025",
        "2026-11-30, {{quarter+1}}, I/2027",
        "2026-11-30, {{quarter}}, IV/2026",
        "2026-11-20, {{year+1}}, 2027",
    })
    void areDatesSeenFromTheDay(LocalDate day, String template, String text) {
        assertThat(new Placeholders(day).fill(template)).isEqualTo(text);
    }

    @Test
    void anUnknownOneIsAFaultOfTheTemplate() {
        assertThatThrownBy(() -> new Placeholders(LocalDate.of(2026, 1, 1)).fill("{{tomorrow}}")).hasMessageContaining("tomorrow");
    }
}
