package vn.dondoc.contracts.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Metrics are for the scraper that knows the token; where none was told they are open in local runs and closed elsewhere.
 *
 * @param token what DONDOC_METRICS_TOKEN says
 */
public record MetricsToken(@Nullable String token, boolean local) {

    public static final String HEADER = "X-Metrics-Token";
    private static final String STANDARD = "Authorization";
    private static final String SCHEME = "Metrics ";

    public MetricsToken {
        token = token == null || token.isBlank() ? null : token.strip();
    }

    /** Whether a call with these headers may read metrics: in one of its own, or as {@code Authorization: Metrics TOKEN}, which every scraper can send. */
    public boolean opens(Function<String, @Nullable String> header) {
        var expected = token;
        if (expected == null) {
            return local;
        }
        var own = header.apply(HEADER);
        var standard = header.apply(STANDARD);
        var given = own == null && standard != null && standard.startsWith(SCHEME) ? standard.substring(SCHEME.length()) : own;
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "MetricsToken[local=" + local + "]";
    }
}
