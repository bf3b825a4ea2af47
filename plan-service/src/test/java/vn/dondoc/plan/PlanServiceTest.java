package vn.dondoc.plan;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.testing.RealParts;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

import static org.awaitility.Awaitility.await;

/** The service with its real parts, and provinces of which the first import brought the directory. */
@RealParts
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "dondoc.organisation.setup-token=" + PlanServiceTest.SETUP_TOKEN)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PlanServiceTest {

    protected static final String SETUP_TOKEN = "setup-token-of-the-tests";
    protected static final Duration LIMIT = Duration.ofSeconds(60);
    protected static final TestProvince PROVINCE = new TestProvince("pl");
    protected static final TestProvince ELSEWHERE = new TestProvince("pm");
    /** For tests that change the directory itself. */
    protected static final TestProvince ROLES = new TestProvince("mq");
    protected static Organisation.@Nullable Imported firstImport;

    protected final TestTopics topics = new TestTopics();
    @LocalServerPort int port;
    protected RestTestClient http;

    @BeforeAll
    void theDirectoryIsThere() {
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        await().atMost(LIMIT).untilAsserted(() -> http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk());
        if (firstImport == null) {
            var directory = new Organisation.Directory(
                    Stream.of(PROVINCE, ELSEWHERE, ROLES).flatMap(province -> province.units().stream()).toList(),
                    Stream.of(PROVINCE, ELSEWHERE, ROLES).flatMap(province -> province.positions().stream()).toList(),
                    List.of());
            firstImport = http.post().uri("/api/organisation/import").header("Setup-Token", SETUP_TOKEN)
                    .contentType(MediaType.APPLICATION_JSON).body(directory).exchange()
                    .expectStatus().isOk().expectBody(Organisation.Imported.class).returnResult().getResponseBody();
        }
        for (var known : List.of(standing(), ELSEWHERE.token("xa2.thon1", Role.VILLAGE_HEAD), ROLES.token("xa2.thon1", Role.VILLAGE_HEAD))) {
            await().atMost(LIMIT).untilAsserted(() -> get("/api/plans", known).expectStatus().isOk());
        }
    }

    @AfterAll
    void topicsAreClosed() {
        topics.close();
    }

    protected static String standing() {
        return PROVINCE.token("xa1.vhxh", Role.COMMUNE_STANDING);
    }

    protected RestTestClient.ResponseSpec get(String path, String token) {
        return http.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    protected <T> T read(String path, String token, Class<T> type) {
        return Objects.requireNonNull(get(path, token).expectStatus().isOk().expectBody(type).returnResult().getResponseBody());
    }

    protected RestTestClient.ResponseSpec upload(String token, String name, byte[] content) {
        return upload(token, name, content, null);
    }

    protected RestTestClient.ResponseSpec upload(String token, String name, byte[] content, @Nullable String commune) {
        var body = new MultipartBodyBuilder();
        body.part("file", new ByteArrayResource(content)).filename(name);
        if (commune != null) {
            body.part("commune", commune);
        }
        return http.post().uri("/api/plans/drafts").header("Authorization", "Bearer " + token)
                .contentType(MediaType.MULTIPART_FORM_DATA).body(body.build()).exchange();
    }

    protected Plans.Draft drafted(String token, String name, byte[] content) {
        return Objects.requireNonNull(upload(token, name, content).expectStatus().isCreated().expectBody(Plans.Draft.class).returnResult().getResponseBody());
    }

    protected RestTestClient.ResponseSpec patch(String token, String draft, @Nullable Long version, Map<String, ?> content) {
        var call = http.patch().uri("/api/plans/drafts/" + draft).header("Authorization", "Bearer " + token)
                .contentType(MediaType.valueOf("application/merge-patch+json"));
        if (version != null) {
            call.header("If-Match", "\"" + version + "\"");
        }
        return call.body(Map.of("content", content)).exchange();
    }

    protected RestTestClient.ResponseSpec publish(String token, String draft) {
        return http.post().uri("/api/plans/drafts/" + draft + "/publication").header("Authorization", "Bearer " + token).exchange();
    }

    protected List<TestTopics.Seen> planEvents(Predicate<TestTopics.Seen> fits) {
        return topics.read("dondoc.plan", fits);
    }

    protected static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
