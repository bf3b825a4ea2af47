package vn.dondoc.platform.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers for a minute at most which tokens bear a good signature: checking it was a seventh of a call. What a token says, its times too,
 * is validated with every call; what its subject may do never stands in it.
 */
final class RememberedTokens implements JwtDecoder {

    private static final int MOST = 2_000;
    private static final Duration KEPT = Duration.ofSeconds(60);

    private record Signed(Jwt token, long since) {}

    private final JwtDecoder signatures;
    private final OAuth2TokenValidator<Jwt> validator;
    private final LongSupplier nanos;
    private final Map<String, Signed> remembered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Signed> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Remembers nothing yet.
     *
     * @param signatures checks signatures only
     * @param nanos a clock for durations, in nanoseconds
     */
    RememberedTokens(JwtDecoder signatures, OAuth2TokenValidator<Jwt> validator, LongSupplier nanos) {
        this.signatures = signatures;
        this.validator = validator;
        this.nanos = nanos;
    }

    @Override
    public Jwt decode(String text) {
        var known = remembered(text);
        var token = known == null ? signatures.decode(text) : known;
        var validated = validator.validate(token);
        if (validated.hasErrors()) {
            throw new JwtValidationException("The token does not hold", validated.getErrors());
        }
        if (known == null) {
            remember(text, token);
        }
        return token;
    }

    private @Nullable Jwt remembered(String text) {
        synchronized (remembered) {
            var signed = remembered.get(text);
            if (signed != null && nanos.getAsLong() - signed.since() > KEPT.toNanos()) {
                remembered.remove(text);
                return null;
            }
            return signed == null ? null : signed.token();
        }
    }

    private void remember(String text, Jwt token) {
        synchronized (remembered) {
            remembered.put(text, new Signed(token, nanos.getAsLong()));
        }
    }
}
