package vn.dondoc.platform.access;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HeaderTokenTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc.DEF-1_2~3+4/5==", "bearer abc", "BEARER a", "Basic abc", "abc", "", "Bear"})
    void whatTheFrameworkReadsIsReadTheSame(String header) {
        assertThat(new HeaderToken().resolve(with(header))).isEqualTo(new DefaultBearerTokenResolver().resolve(with(header)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer  abc", "Bearer a b", "Bearer =", "Bearer a=b", "Bearer ă", "Bearer a,b", "Bearerabc"})
    void whatTheFrameworkRefusesIsRefused(String header) {
        assertThatThrownBy(() -> new DefaultBearerTokenResolver().resolve(with(header))).isInstanceOf(OAuth2AuthenticationException.class);
        assertThatThrownBy(() -> new HeaderToken().resolve(with(header))).isInstanceOf(OAuth2AuthenticationException.class);
    }

    @Test
    void aTokenInTheAddressIsNone() {
        var request = new MockHttpServletRequest("GET", "/api/tasks");
        request.setQueryString("access_token=abc");
        request.setParameter("access_token", "abc");

        assertThat(new HeaderToken().resolve(request)).isNull();
    }

    /** Every character of the basic plane, and some beyond. */
    @Test
    void theTextOfHeadersIsJudgedAsTheFirewallDoes() {
        var strict = new StrictHttpFirewall();
        for (int c = 0; c < 0x10800; c += c < 0x3000 ? 1 : 61) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                var text = "a" + Character.toString(c);
                assertThat(HeaderText.isValue(text)).as("value U+%04X", c).isEqualTo(passes(strict, "X-Text", text));
                assertThat(HeaderText.isName(text)).as("name U+%04X", c).isEqualTo(passes(strict, text, "x"));
            }
        }
    }

    private static boolean passes(StrictHttpFirewall firewall, String name, String value) {
        var request = new MockHttpServletRequest("GET", "/api/tasks");
        request.addHeader(name, value);
        try {
            firewall.getFirewalledRequest(request).getHeader(name);
            return true;
        } catch (RequestRejectedException _) {
            return false;
        }
    }

    private static MockHttpServletRequest with(String header) {
        var request = new MockHttpServletRequest("GET", "/api/tasks");
        request.addHeader("Authorization", header);
        return request;
    }
}
