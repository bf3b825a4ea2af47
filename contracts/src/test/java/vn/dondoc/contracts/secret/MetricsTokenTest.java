package vn.dondoc.contracts.secret;

import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsTokenTest {

    private static final String TOKEN = "3b1f77c0d2a94e58";

    @Test
    void the_token_comes_in_a_header_of_its_own_or_in_the_standard_one() {
        assertThat(opens(TOKEN, false, MetricsToken.HEADER, TOKEN)).isTrue();
        assertThat(opens(TOKEN, false, "Authorization", "Metrics " + TOKEN)).isTrue();
    }

    @Test
    void nothing_else_opens_metrics_where_there_is_a_token() {
        assertThat(opens(TOKEN, true, MetricsToken.HEADER, "another")).isFalse();
        assertThat(opens(TOKEN, true, "Authorization", "Metrics another")).isFalse();
        assertThat(opens(TOKEN, true, "Authorization", "Bearer " + TOKEN)).isFalse();
        assertThat(opens(TOKEN, true, "Authorization", TOKEN)).isFalse();
        assertThat(opens(TOKEN, true, "X-Other", TOKEN)).isFalse();
    }

    @Test
    void without_a_token_they_are_open_in_local_runs_only() {
        assertThat(opens(null, true, "X-Other", "")).isTrue();
        assertThat(opens(null, false, "X-Other", "")).isFalse();
    }

    @Test
    void an_empty_token_is_none_and_is_not_guessed_with_nothing() {
        assertThat(opens(" ", false, MetricsToken.HEADER, "")).isFalse();
        assertThat(opens("", false, "Authorization", "Metrics ")).isFalse();
    }

    @Test
    void it_is_not_printed() {
        assertThat(new MetricsToken(TOKEN, false)).asString().doesNotContain(TOKEN);
    }

    private static boolean opens(String token, boolean local, String header, String value) {
        return new MetricsToken(token, local).opens(Map.of(header, value)::get);
    }
}
