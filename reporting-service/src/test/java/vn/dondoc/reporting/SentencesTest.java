package vn.dondoc.reporting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.testing.Sentences;

import static org.assertj.core.api.Assertions.assertThat;

/** Each code that the service answers has a sentence in both languages, its own or the platform's. */
class SentencesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void everyCodeHasItsSentence(String language) {
        var codes = Sentences.codesIn("reporting-service");
        assertThat(codes).contains("REPORT_EMPTY", "REASON_REQUIRED");
        assertThat(Sentences.known(language)).containsAll(codes.stream().map(code -> "problem." + code).toList());
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(Sentences.own("_en")).isEqualTo(Sentences.own(""));
    }
}
