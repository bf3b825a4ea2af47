package vn.dondoc.contracts.secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTest {

    private static final String GOOD = "J7xP0vQm2rT9wZc4Kd8sLf1hGa6uYb3nE5iO";

    @Test
    void a_long_secret_that_nobody_guesses_is_good_everywhere() {
        assertThat(Secrets.fault(GOOD, false)).isEmpty();
        assertThat(Secrets.fault(GOOD, true)).isEmpty();
    }

    @Test
    void a_local_run_takes_what_it_made_for_itself() {
        assertThat(Secrets.fault("local-0123456789", true)).isEmpty();
        assertThat(Secrets.fault("short", true)).hasValueSatisfying(fault -> assertThat(fault).contains("16"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local-J7xP0vQm2rT9wZc4Kd8sLf1hGa6uYb3nE5iO", "changeme-changeme-changeme-changeme", "Password0123456789Password0123456789",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "J7xP0vQm2rT9wZc4"})
    void elsewhere_it_is_refused(String secret) {
        assertThat(Secrets.fault(secret, false)).isPresent();
    }
}
