package vn.dondoc.testing.sample;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.testing.DeadLetterCalls;
import vn.dondoc.testing.RealParts;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a service with real parts finds when it looks at itself. */
@RealParts
@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChecksTest {

    private final TestProvince province = new TestProvince("ck");

    @Autowired MongoTemplate mongo;
    @LocalServerPort int port;

    RestTestClient http;

    @BeforeAll
    void provinceIsKnown() {
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk());
        try (var topics = new TestTopics()) {
            province.publish(topics);
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> look().expectStatus().isOk());
    }

    @Test
    void every_part_can_be_looked_at_and_what_waits_is_told_to_its_own_province() {
        DeadLetterCalls.put(mongo, "sample-service", province.unit("xa1").value(), "of ours");
        DeadLetterCalls.put(mongo, "sample-service", province.unit("xa1").value(), "of ours too");
        var found = Objects.requireNonNull(look().expectStatus().isOk().expectBody(Operations.Checks.class).returnResult().getResponseBody());
        assertThat(found.service()).isEqualTo("sample-service");
        assertThat(found.findings()).as("each check gave its result").extracting(Operations.Finding::code).doesNotContain("CHECK_FAILED")
                .as("topics are as the service declared them, and the machine has one clock")
                .doesNotContain("TOPIC_PARTITIONS", "TOPIC_REPLICATION", "TOPIC_WITHOUT_LEADER", "CLOCK_OFF", "CERTIFICATE_REFUSED");
        assertThat(found.findings()).filteredOn(one -> one.code().equals("DEAD_LETTERS")).singleElement()
                .satisfies(one -> assertThat(one.count()).isGreaterThanOrEqualTo(2));
    }

    @Test
    void nobody_else_is_told() {
        http.get().uri("/api/operations/sample-service/checks").exchange().expectStatus().isUnauthorized();
        http.get().uri("/api/operations/sample-service/checks").header(HttpHeaders.AUTHORIZATION, "Bearer " + province.token("xa1", Role.COMMUNE_LEADER))
                .exchange().expectStatus().isForbidden();
    }

    private RestTestClient.ResponseSpec look() {
        return http.get().uri("/api/operations/sample-service/checks")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + province.token("tinh", Role.PROVINCE_ADMINISTRATOR)).exchange();
    }
}
