package vn.dondoc.console;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import vn.dondoc.testing.RealMongo;
import vn.dondoc.testing.TestCertificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The console as it runs outside local: on an encrypted database, with a provider, without demo accounts. */
class ProductionTest {

    private static final String PASSWORD = "J7xP0vQm2rT9-wZc4";

    @TempDir static Path folder;

    private static RealMongo mongo;
    private static Map<String, Object> settings;
    private static ServletWebServerApplicationContext console;

    @BeforeAll
    static void start() {
        Console.url();
        var certificate = TestCertificate.in(folder);
        mongo = certificate.mongo("console", PASSWORD);
        settings = new HashMap<>(Console.settings());
        List.of("DONDOC_LOCAL_SECRET", "DONDOC_DEMO_ACCOUNTS", "DONDOC_DEMO_PASSWORD", "DONDOC_MAIL_SINK_PORT").forEach(settings::remove);
        settings.put("spring.profiles.active", "production");
        settings.put("server.port", "0");
        settings.put("MONGODB_URI", mongo.uri());
        settings.put("DONDOC_CA_FILE", certificate.authority().toString());
        settings.put("DONDOC_CLIENT_SECRET_NOTIFICATION", "J7xP0vQm2rT9wZc4Kd8sLf1hGa6uYb3nE5iO");
        settings.put("DONDOC_OIDC_CLIENT_SECRET", "Kd8sLf1hGa6uYb3nE5iOJ7xP0vQm2rT9wZc4");
        console = Console.start(settings);
    }

    @AfterAll
    static void stop() {
        if (console != null) {
            console.close();
        }
        if (mongo != null) {
            mongo.kill();
        }
    }

    @Test
    void peopleComeThroughTheProviderOrWithACodeAndTheirCookiesAreSecure() {
        var page = get("/sign-in");
        assertThat(page.body()).contains("/oauth2/authorization/provider", "/sign-in/code").doesNotContain("name=\"password\"", "Tài khoản dùng thử");
        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite"));
        assertThat(get("/").headers().firstValue("Location")).hasValue("/sign-in");
    }

    @Test
    void nothingOfLocalRunsIsThere() {
        for (var path : List.of("/local/mails", "/local/clock")) {
            assertThat(get(path).statusCode()).as(path).isIn(302, 404);
        }
        for (var path : List.of("/local/tokens", "/local/sms", "/sign-in")) {
            var answer = send(HttpRequest.newBuilder(address(path)).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).as(path).isIn(403, 404, 405);
        }
    }

    @Test
    void itDoesNotStartWithSecretsThatAreNone() {
        var weak = new HashMap<>(settings);
        weak.put("DONDOC_CLIENT_SECRET_NOTIFICATION", "local-J7xP0vQm2rT9wZc4Kd8sLf1hGa6uYb3nE5iO");
        weak.put("DONDOC_OIDC_CLIENT_SECRET", "changeme");
        weak.put("DONDOC_ISSUER", "http://dondoc.example");
        weak.put("DONDOC_OIDC_ISSUER", "http://provider.example");
        assertThatThrownBy(() -> Console.start(weak))
                .hasMessageContainingAll("DONDOC_CLIENT_SECRET_NOTIFICATION is a secret of demonstrations", "DONDOC_OIDC_CLIENT_SECRET is", "DONDOC_ISSUER must begin with https",
                        "DONDOC_OIDC_ISSUER must begin with https");
    }

    private static HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address(path)).header("Accept", "text/html").GET());
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + console.getWebServer().getPort() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
