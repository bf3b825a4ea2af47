package vn.dondoc.testing;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WritingCallsTest {

    @ParameterizedTest
    @ValueSource(strings = {"plan", "task", "reporting", "notification"})
    void each_service_shows_its_own_writing_calls(String tag) {
        var others = List.of("plan", "task", "reporting", "notification").stream().filter(other -> !other.equals(tag)).toList();
        assertThat(WritingCalls.describedFor(tag)).noneMatch(name -> name.startsWith("GET "))
                .contains("POST /api/operations/{service}/dead-letters/{id}/replay")
                .allMatch(name -> others.stream().noneMatch(other -> name.contains("/" + other + "-service/")));
    }

    @Test
    void what_acts_on_the_whole_of_a_service_is_shown_by_tests_of_its_own() {
        assertThat(WritingCalls.describedFor("reporting")).noneMatch(name -> name.contains("generation") || name.contains("rebuild"))
                .contains("POST /api/reports/{id}/submission");
    }
}
