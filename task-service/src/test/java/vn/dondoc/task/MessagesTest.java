package vn.dondoc.task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.testing.Sentences;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void every_code_in_the_sources_has_a_sentence(String language) {
        var codes = Sentences.codesIn("task-service");
        assertThat(codes).contains("TASK_COMPLETED", "NOT_LEAD", "OWN_UNIT", "REASON_REQUIRED", "PERCENT_RANGE");
        assertThat(Sentences.known(language)).containsAll(codes.stream().map(code -> "problem." + code).toList());
    }

    @Test
    void both_languages_say_the_same_things() {
        assertThat(Sentences.own("_en")).isEqualTo(Sentences.own(""));
    }
}
