package vn.dondoc.testing.sample;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.platform.access.SecurityConfiguration;
import vn.dondoc.platform.problem.ProblemConfiguration;
import vn.dondoc.testing.TestIssuer;

/** Whoever signs tokens may be away: that is no fault of the caller, and not for long. */
@SpringBootTest(
        classes = KeysAwayTest.Doors.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"dondoc.issuer=http://127.0.0.1:1", "dondoc.jwks-uri=http://127.0.0.1:1/oauth2/jwks", "spring.profiles.active=local"})
class KeysAwayTest {

    @LocalServerPort int port;

    @Test
    void a_key_set_that_cannot_be_fetched_is_a_503_with_a_time_to_try_again() {
        var token = TestIssuer.token("n-1", "http://127.0.0.1:1", List.of("dondoc"), java.time.Duration.ofMinutes(5));
        var client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        client.get().uri("/api/jobs").header("Authorization", "Bearer " + token).exchange()
                .expectStatus().isEqualTo(503)
                .expectHeader().valueEquals("Retry-After", "5")
                .expectBody().jsonPath("$.code").isEqualTo("UNAVAILABLE");
        client.get().uri("/api/jobs").header("Authorization", "Bearer no-token").exchange().expectStatus().isEqualTo(401);
        client.get().uri("/api/jobs").exchange().expectStatus().isEqualTo(401);
    }

    /** The doors of a service without what is behind them. */
    @SpringBootConfiguration
    @EnableWebSecurity
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class})
    @Import({SecurityConfiguration.class, ProblemConfiguration.class})
    @org.springframework.boot.context.properties.EnableConfigurationProperties(vn.dondoc.platform.DondocProperties.class)
    static class Doors {}
}
