package vn.dondoc.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.util.StringUtils;

/** The token of the {@code Authorization} header, nowhere else, in the characters of RFC 6750; a pattern for them was one sample in thirty of a call. */
final class HeaderToken implements BearerTokenResolver {

    private static final String SCHEME = "Bearer ";

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (!StringUtils.startsWithIgnoreCase(header, SCHEME.strip())) {
            return null;
        }
        if (!StringUtils.startsWithIgnoreCase(header, SCHEME) || !isToken(header, SCHEME.length())) {
            throw new OAuth2AuthenticationException(BearerTokenErrors.invalidToken("The token cannot be read"));
        }
        return header.substring(SCHEME.length());
    }

    /** One or more characters of a token, then nothing but padding. */
    private static boolean isToken(String header, int start) {
        var end = header.length();
        while (end > start && header.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = start; i < end; i++) {
            if (!isOfToken(header.charAt(i))) {
                return false;
            }
        }
        return end > start;
    }

    private static boolean isOfToken(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~+/".indexOf(c) >= 0;
    }
}
