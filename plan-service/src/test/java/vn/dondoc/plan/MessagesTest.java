package vn.dondoc.plan;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.testing.Sentences;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

    /** Words of the reader that are answered under another name, or by the reader. */
    private static final Set<String> OF_THE_READER = Set.of("TYPE_MISMATCH", "TIMEOUT", "DECLARED_COUNT_MISMATCH", "ANNEX_MISSING");

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void every_code_in_the_sources_has_a_sentence(String language) {
        var codes = Sentences.codesIn("plan-service");
        assertThat(codes).contains("DRAFT_NOT_READY", "READING_TIMEOUT", "PARENT_CYCLE", "LEAD_UNRESOLVED", "NOTHING_READ");
        Stream.of(UnreadableCode.values()).map(Enum::name).forEach(codes::add);
        codes.removeAll(OF_THE_READER);
        var known = Sentences.known(language);
        assertThat(codes).allMatch(code -> known.contains("problem." + code) || known.contains("warning." + code));
    }

    @Test
    void both_languages_say_the_same_things() {
        assertThat(Sentences.own("_en")).isEqualTo(Sentences.own(""));
    }
}
