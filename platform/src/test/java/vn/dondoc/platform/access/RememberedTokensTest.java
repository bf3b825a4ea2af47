package vn.dondoc.platform.access;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RememberedTokensTest {

    private static final Instant ISSUED = Instant.parse("2026-11-20T01:00:00Z");

    private final AtomicInteger checked = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final AtomicReference<OAuth2TokenValidatorResult> verdict = new AtomicReference<>(OAuth2TokenValidatorResult.success());
    private final RememberedTokens tokens = new RememberedTokens(this::signed, _ -> verdict.get(), nanos::get);

    @Test
    void a_signature_is_checked_once_a_minute() {
        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
        assertThat(tokens.decode("b").getSubject()).isEqualTo("b");
        assertThat(checked).hasValue(2);

        nanos.addAndGet(Duration.ofSeconds(61).toNanos());
        tokens.decode("a");
        assertThat(checked).hasValue(3);
    }

    @Test
    void what_a_remembered_token_says_is_validated_with_every_call() {
        tokens.decode("a");
        verdict.set(OAuth2TokenValidatorResult.failure(new OAuth2Error("expired")));
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(JwtValidationException.class);
        assertThat(checked).hasValue(1);
    }

    @Test
    void a_token_that_does_not_hold_is_not_remembered() {
        verdict.set(OAuth2TokenValidatorResult.failure(new OAuth2Error("other audience")));
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(JwtValidationException.class);
        verdict.set(OAuth2TokenValidatorResult.success());
        tokens.decode("a");
        assertThat(checked).hasValue(2);
    }

    @Test
    void only_so_many_are_remembered() {
        for (int number = 0; number <= 2_000; number++) {
            tokens.decode("t" + number);
        }
        tokens.decode("t2000");
        assertThat(checked).hasValue(2_001);
        tokens.decode("t0");
        assertThat(checked).hasValue(2_002);
    }

    private Jwt signed(String text) {
        checked.incrementAndGet();
        return Jwt.withTokenValue(text).header("alg", "RS256").subject(text).issuedAt(ISSUED).expiresAt(ISSUED.plusSeconds(3600)).build();
    }
}
