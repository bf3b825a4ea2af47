package vn.dondoc.platform.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.platform.DondocProperties;

/**
 * The token under which this service calls others in its own name: asked of the issuer when it is needed, kept until shortly before it
 * ends. As an interceptor it puts the token on the calls of a client.
 */
public final class ServiceTokens implements ClientHttpRequestInterceptor {

    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Kept(String token, Instant until) {}

    private record Granted(@JsonProperty("access_token") @Nullable String token, @JsonProperty("expires_in") long seconds) {}

    private final URI endpoint;
    private final String client;
    private final @Nullable String secret;
    private final Clock systemClock;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private volatile @Nullable Kept kept;

    ServiceTokens(URI endpoint, String client, @Nullable String secret, Clock systemClock) {
        this.endpoint = endpoint;
        this.client = client;
        this.secret = secret;
        this.systemClock = systemClock;
    }

    /** The issuer gives tokens beside its key set. */
    static ServiceTokens of(DondocProperties properties, String application, Clock systemClock) {
        var name = application.endsWith("-service") ? application.substring(0, application.length() - "-service".length()) : application;
        var secret = properties.clientSecret();
        return new ServiceTokens(URI.create(properties.jwksUri()).resolve("token"), name, secret == null || secret.isBlank() ? null : secret, systemClock);
    }

    /**
     * A token that holds for a minute at least.
     *
     * @throws IOException when the issuer does not answer, or gives none
     */
    public String current() throws IOException {
        var present = kept;
        if (present != null && systemClock.instant().isBefore(present.until())) {
            return present.token();
        }
        return asked();
    }

    /** One asks, also when many need it. */
    private synchronized String asked() throws IOException {
        var present = kept;
        if (present == null || !systemClock.instant().isBefore(present.until())) {
            present = ask();
            kept = present;
        }
        return present.token();
    }

    private Kept ask() throws IOException {
        if (secret == null) {
            throw new IOException("DONDOC_CLIENT_SECRET is missing: without it this service cannot call others in its own name");
        }
        var proof = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + proof)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        var asked = systemClock.instant();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != HttpStatus.OK.value()) {
                throw new IOException("The issuer gives no token to " + client + ": " + answer.statusCode());
            }
            var granted = EventJson.mapper().readValue(answer.body(), Granted.class);
            if (granted.token() == null) {
                throw new IOException("What the issuer answered is no token");
            }
            return new Kept(granted.token(), asked.plusSeconds(granted.seconds()).minus(BEFORE_ITS_END));
        } catch (JacksonException unreadable) {
            throw new IOException("What the issuer answered is no token", unreadable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while it asked for a token", stopping);
        }
    }

    /** A token that is refused before its end is forgotten: the issuer's keys may have been replaced. */
    @Override
    public ClientHttpResponse intercept(org.springframework.http.HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
        request.getHeaders().setBearerAuth(current());
        var answer = execution.execute(request, body);
        if (answer.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            kept = null;
        }
        return answer;
    }
}
