package vn.dondoc.platform.access;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServiceTokensTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Hands clock = new Hands();
    private HttpServer server;
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void issuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oauth2/token", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Authorization") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                var text = answer.isEmpty() ? "{\"access_token\":\"t" + asked.size() + "\",\"token_type\":\"Bearer\",\"expires_in\":600}" : answer;
                exchange.sendResponseHeaders(status, 0);
                exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.setExecutor(Thread::startVirtualThread);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_token_is_kept_until_shortly_before_it_ends() throws IOException {
        var tokens = tokens("secret-of-notification");
        assertThat(tokens.current()).isEqualTo("t1");
        clock.pass(Duration.ofSeconds(539));
        assertThat(tokens.current()).isEqualTo("t1");
        clock.pass(Duration.ofSeconds(1));
        assertThat(tokens.current()).isEqualTo("t2");
        // notification:secret-of-notification
        assertThat(asked).hasSize(2).containsOnly("POST Basic bm90aWZpY2F0aW9uOnNlY3JldC1vZi1ub3RpZmljYXRpb24= grant_type=client_credentials");
    }

    @Test
    void many_who_need_one_at_once_ask_once() throws Exception {
        var tokens = tokens("secret-of-notification");
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 16; i++) {
            calls.add(tokens::current);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(calls)) {
                assertThat(one.get()).isEqualTo("t1");
            }
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_refusal_says_why_and_keeps_nothing() throws IOException {
        var tokens = tokens("a-wrong-one");
        status = 401;
        assertThatThrownBy(tokens::current).isInstanceOf(IOException.class).hasMessageContaining("notification").hasMessageContaining("401").hasMessageNotContaining("a-wrong-one");
        status = 200;
        for (var strange : List.of("{}", "no json")) {
            answer = strange;
            assertThatThrownBy(tokens::current).isInstanceOf(IOException.class);
        }
        answer = "";
        assertThat(tokens.current()).isEqualTo("t4");
    }

    @Test
    void without_a_secret_or_an_issuer_there_is_none() {
        assertThatThrownBy(() -> tokens(null).current()).isInstanceOf(IOException.class).hasMessageContaining("DONDOC_CLIENT_SECRET");
        var tokens = tokens("secret-of-notification");
        server.stop(0);
        assertThatThrownBy(tokens::current).isInstanceOf(IOException.class);
    }

    @Test
    void a_token_that_is_refused_before_its_end_is_asked_for_anew() throws IOException {
        var tokens = tokens("secret-of-notification");
        assertThat(called(tokens, HttpStatus.UNAUTHORIZED)).isEqualTo("Bearer t1");
        assertThat(called(tokens, HttpStatus.OK)).isEqualTo("Bearer t2");
        assertThat(called(tokens, HttpStatus.OK)).isEqualTo("Bearer t2");
    }

    private static String called(ServiceTokens tokens, HttpStatus answer) throws IOException {
        var request = new MockClientHttpRequest(HttpMethod.GET, URI.create("http://plan.example/api/people"));
        tokens.intercept(request, new byte[0], (_, _) -> new MockClientHttpResponse(new byte[0], answer)).close();
        return request.getHeaders().getFirst("Authorization");
    }

    private ServiceTokens tokens(@org.jspecify.annotations.Nullable String secret) {
        return new ServiceTokens(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/oauth2/jwks").resolve("token"), "notification", secret, clock);
    }

    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-11-20T01:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
