package vn.dondoc.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Metrics are for the scraper that knows the token; without a token they are open in local and closed elsewhere. */
record MetricsAccess(@Nullable String token, boolean local) implements AuthorizationManager<RequestAuthorizationContext> {

    static final String HEADER = "X-Metrics-Token";

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var expected = token;
        if (expected == null) {
            return new AuthorizationDecision(local);
        }
        var given = context.getRequest().getHeader(HEADER);
        return new AuthorizationDecision(given != null
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8)));
    }
}
