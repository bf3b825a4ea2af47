package vn.dondoc.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Metrics are for the scraper that knows the token; without a token they are open in local and closed elsewhere. */
record MetricsAccess(@Nullable String token, boolean local) implements AuthorizationManager<RequestAuthorizationContext> {

    static final String HEADER = "X-Metrics-Token";
    static final String SCHEME = "Metrics ";

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var expected = token;
        if (expected == null) {
            return new AuthorizationDecision(local);
        }
        var given = given(context.getRequest());
        return new AuthorizationDecision(given != null
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of a header of its own, or as {@code Authorization: Metrics TOKEN}, which every scraper can send. */
    private static @Nullable String given(HttpServletRequest request) {
        var own = request.getHeader(HEADER);
        var standard = request.getHeader(HttpHeaders.AUTHORIZATION);
        return own == null && standard != null && standard.startsWith(SCHEME) ? standard.substring(SCHEME.length()) : own;
    }
}
