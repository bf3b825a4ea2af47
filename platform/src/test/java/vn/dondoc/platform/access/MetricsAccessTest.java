package vn.dondoc.platform.access;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsAccessTest {

    private static final String TOKEN = "3b1f77c0d2a94e58";

    @Test
    void the_token_comes_in_a_header_of_its_own_or_in_the_standard_one() {
        assertThat(granted(TOKEN, false, MetricsAccess.HEADER, TOKEN)).isTrue();
        assertThat(granted(TOKEN, false, "Authorization", "Metrics " + TOKEN)).isTrue();
    }

    @Test
    void nothing_else_opens_metrics_where_there_is_a_token() {
        assertThat(granted(TOKEN, true, MetricsAccess.HEADER, "another")).isFalse();
        assertThat(granted(TOKEN, true, "Authorization", "Metrics another")).isFalse();
        assertThat(granted(TOKEN, true, "Authorization", "Bearer " + TOKEN)).isFalse();
        assertThat(granted(TOKEN, true, "Authorization", TOKEN)).isFalse();
        assertThat(granted(TOKEN, true, "X-Other", TOKEN)).isFalse();
    }

    @Test
    void without_a_token_they_are_open_in_local_runs_only() {
        assertThat(granted(null, true, "X-Other", "")).isTrue();
        assertThat(granted(null, false, "X-Other", "")).isFalse();
    }

    private static boolean granted(String token, boolean local, String header, String value) {
        var request = new MockHttpServletRequest("GET", "/actuator/prometheus");
        request.addHeader(header, value);
        return new MetricsAccess(token, local).authorize(() -> null, new RequestAuthorizationContext(request)).isGranted();
    }
}
