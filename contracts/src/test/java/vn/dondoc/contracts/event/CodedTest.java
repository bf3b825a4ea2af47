package vn.dondoc.contracts.event;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CodedTest {

    @ParameterizedTest
    @ValueSource(classes = {Frequency.class, ReportStatus.class, Role.class, TimeClass.class, UnitKind.class, WorkState.class, Urgency.class, ProceedingKind.class})
    <E extends Enum<E> & Coded> void aWordIsWrittenAndReadAsItsCode(Class<E> words) {
        assertThat(Stream.of(words.getEnumConstants()).map(Coded::code)).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
        for (var word : words.getEnumConstants()) {
            assertThat(EventJson.mapper().writeValueAsString(word)).isEqualTo('"' + word.code() + '"');
            assertThat(EventJson.mapper().readValue('"' + word.code() + '"', words)).isEqualTo(word);
            assertThat(Coded.of(words, word.code())).contains(word);
        }
    }

    @Test
    void aCodeIsLowerCaseWithHyphens() {
        assertThat(TimeClass.COMPLETED_IN_TIME.code()).isEqualTo("completed-in-time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DUE_SOON", "due_soon", "soon", ""})
    void anotherTextIsNoCode(String text) {
        assertThat(Coded.of(TimeClass.class, text)).isEmpty();
        assertThatThrownBy(() -> EventJson.mapper().readValue('"' + text + '"', TimeClass.class)).isInstanceOf(tools.jackson.core.JacksonException.class);
    }
}
