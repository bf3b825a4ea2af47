package vn.dondoc.notification;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Notifications;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.ConsolidationEvent;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.NotificationEvent;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.testing.RealParts;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

import static org.awaitility.Awaitility.await;

/** The whole service with a real database, broker and mail server; one context and one province for all tests. */
@RealParts
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "DONDOC_MAIL_FROM=no-reply@dondoc.example",
            "DONDOC_CONSOLE_URL=http://console.example:8080/",
            "DONDOC_DIGESTS=false",
            "DONDOC_SENDING_FROM=00:00",
            "DONDOC_SENDING_UNTIL=00:00",
            "dondoc.notification.retry.first=200ms",
            "dondoc.notification.retry.longest=400ms"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServiceTest {

    static final Duration LIMIT = Duration.ofSeconds(30);
    static final TestMail MAIL = new TestMail();
    static final TestDoors DOORS = new TestDoors();
    static final TestProvince PROVINCE = new TestProvince("nt");
    static final TestTopics TOPICS = new TestTopics();

    final Owed owed = new Owed(PROVINCE, "nt-kh-36");

    @Autowired DomainClock clock;
    @Autowired Directory directory;
    @Autowired MongoTemplate mongo;
    @LocalServerPort int port;

    RestTestClient http;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("DONDOC_PLAN_URL", DOORS::url);
        registry.add("DONDOC_SMS_URL", () -> DOORS.url() + "/gateway");
        registry.add("DONDOC_SMS_HEADER", () -> "Authorization: Bearer key-of-the-gateway");
        registry.add("DONDOC_SMS_GOOD", () -> "\"CodeResult\"\\s*:\\s*\"100\"");
        registry.add("dondoc.notification.sms.patience", () -> "500ms");
        registry.add("SMTP_URL", () -> "smtp://127.0.0.1:" + MAIL.port());
    }

    @BeforeAll
    void provinceIsKnown() {
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        await().atMost(LIMIT).untilAsserted(() -> http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk());
        PROVINCE.publish(TOPICS);
        await().atMost(LIMIT).untilAsserted(() -> unread("xa2.thon1", Role.VILLAGE_HEAD));
    }

    LocalDate today() {
        return clock.today();
    }

    void happens(DomainEvent event, long sequence) {
        var subject = switch (event) {
            case TaskEvent task -> "assignments/" + task.task().id();
            case ReportEvent report -> "reports/" + report.report().id();
            case ConsolidationEvent consolidation -> "consolidations/" + consolidation.consolidation().id();
            default -> throw new IllegalArgumentException(event.toString());
        };
        TOPICS.publish(event, PROVINCE.unit("xa1"), subject, sequence, clock.instant());
    }

    List<Notifications.Notification> inbox(String unit, Role role) {
        return inbox(unit, role, "vi");
    }

    List<Notifications.Notification> inbox(String unit, Role role, String language) {
        var page = http.get().uri("/api/notifications?limit=200")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + PROVINCE.token(unit, role))
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange().expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<Page<Notifications.Notification>>() {}).returnResult().getResponseBody();
        return Objects.requireNonNull(page).items();
    }

    List<Notifications.Notification> inboxAbout(String ref, String unit, Role role) {
        return inbox(unit, role).stream().filter(message -> message.link().endsWith("/" + ref)).toList();
    }

    long unread(String unit, Role role) {
        var answer = http.get().uri("/api/notifications/unread")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + PROVINCE.token(unit, role))
                .exchange().expectStatus().isOk().expectBody(Notifications.Unread.class).returnResult().getResponseBody();
        return Objects.requireNonNull(answer).unread();
    }

    /** What the service told others of its messages about a task or report. */
    List<NotificationEvent> told(String ref) {
        return TOPICS.read(Topic.NOTIFICATION.topicName(), seen -> seen.type().startsWith("Notification")).stream()
                .map(seen -> (NotificationEvent) seen.as(vn.dondoc.contracts.event.EventTypes.named(seen.type()).orElseThrow()))
                .filter(event -> event.delivery().obligation().equals(ref))
                .toList();
    }

    /** How many deliveries have not come to an end. */
    long underWay() {
        return mongo.getCollection("deliveries").countDocuments(Filters.in("state", "WAITING", "HELD"));
    }

    /** Gives a position another mailbox, and waits until the service knows. */
    void moves(String unit, Role role, String mailbox) {
        var before = PROVINCE.positions().stream()
                .filter(position -> position.id().equals(PROVINCE.positionId(unit, role))).findFirst().orElseThrow();
        TOPICS.organisation(List.of(), List.of(KnownOrganisation.with(before, before.holder(), mailbox)), List.of());
        await().atMost(LIMIT).until(() -> mailbox.equals(directory.position(before.id()).map(PositionState::mailbox).orElse(null)));
    }

    static String mailbox(String unit, Role role) {
        return unit + "." + role.code() + "@nt.example";
    }
}
