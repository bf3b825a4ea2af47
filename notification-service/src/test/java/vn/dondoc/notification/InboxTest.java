package vn.dondoc.notification;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dondoc.contracts.api.NotificationPreferences;
import vn.dondoc.contracts.api.Notifications;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.ConsolidationEvent;
import vn.dondoc.contracts.event.NotificationEvent.NotificationRead;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.testing.DescribedCalls;
import vn.dondoc.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class InboxTest extends ServiceTest {

    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    @Test
    void a_message_is_read_once_however_often_it_is_said() {
        var entry = arrived("nt-read", "xa1.kinhte", Role.OFFICER);
        var before = unread("xa1.kinhte", Role.OFFICER);

        var first = read(entry, "xa1.kinhte", Role.OFFICER);
        var second = read(entry, "xa1.kinhte", Role.OFFICER);

        assertThat(first.readAt()).isNotNull().isEqualTo(second.readAt());
        assertThat(unread("xa1.kinhte", Role.OFFICER)).isEqualTo(before - 1);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(told("nt-read")).filteredOn(NotificationRead.class::isInstance).hasSize(1));
        assertThat(inboxAbout("nt-read", "xa1.kinhte", Role.UNIT_HEAD)).allSatisfy(other -> assertThat(other.readAt()).isNull());
    }

    @Test
    void whoever_signs_is_told_that_a_consolidation_waits() {
        happens(new ConsolidationEvent.ConsolidationPresented(owed.consolidation("nt-signature", "xa1", today())), 1);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(inboxAbout("nt-signature", "xa1", Role.COMMUNE_LEADER)).singleElement().satisfies(told -> {
            assertThat(told.subject()).startsWith("Chờ ký: ");
            assertThat(told.link()).isEqualTo("/reports/consolidations/nt-signature");
            assertThat(told.urgency()).isEqualTo("normal");
        }));
        assertThat(inboxAbout("nt-signature", "xa1.vhxh", Role.COMMUNE_STANDING)).as("who writes it").isEmpty();
    }

    @Test
    void each_person_chooses_the_hour_of_the_digest_and_what_is_no_news_and_never_what_is_critical() {
        var token = PROVINCE.token("xa1.thon1", Role.VILLAGE_HEAD);
        var usual = preferences(token);
        assertThat(usual.reached()).singleElement().satisfies(reached -> assertThat(reached.mailbox()).isEqualTo(mailbox("xa1.thon1", Role.VILLAGE_HEAD)));
        refused(token, usual, new NotificationPreferences.Wanted("25:00", List.of()), "PREFERENCE_HOUR");
        refused(token, usual, new NotificationPreferences.Wanted(null, List.of("critical")), "PREFERENCE_CRITICAL");

        var before = unread("xa1.thon1", Role.VILLAGE_HEAD);
        happens(new TaskEvent.TaskAssigned(owed.task("nt-muted", today().plusDays(30), "xa1.thon1")), 1);
        await().atMost(LIMIT).until(() -> unread("xa1.thon1", Role.VILLAGE_HEAD) > before);
        put(token, usual, new NotificationPreferences.Wanted("07:30", List.of("normal", "information"))).expectStatus().isOk();
        var chosen = preferences(token);
        assertThat(chosen.digestAt()).isEqualTo("07:30");
        assertThat(chosen.muted()).containsExactly("normal", "information");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(unread("xa1.thon1", Role.VILLAGE_HEAD)).isLessThanOrEqualTo(before));
        assertThat(inboxAbout("nt-muted", "xa1.thon1", Role.VILLAGE_HEAD)).as("it stands in the list").hasSize(1);
        var muted = unread("xa1.thon1", Role.VILLAGE_HEAD);
        happens(new TaskEvent.TaskOverdue(owed.overdue("nt-not-muted", today().minusDays(1), "xa1.thon1"), today()), 1);
        await().atMost(LIMIT).until(() -> unread("xa1.thon1", Role.VILLAGE_HEAD) > muted);
        put(token, chosen, new NotificationPreferences.Wanted(null, List.of())).expectStatus().isOk();
        await().atMost(LIMIT).until(() -> unread("xa1.thon1", Role.VILLAGE_HEAD) > muted + 1);
    }

    private NotificationPreferences.Preferences preferences(String token) {
        return Objects.requireNonNull(http.get().uri("/api/notifications/preferences").header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange()
                .expectStatus().isOk().expectBody(NotificationPreferences.Preferences.class).returnResult().getResponseBody());
    }

    private RestTestClient.ResponseSpec put(String token, NotificationPreferences.Preferences before, NotificationPreferences.Wanted wanted) {
        return http.put().uri("/api/notifications/preferences").header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.IF_MATCH, "\"" + before.version() + "\"").contentType(MediaType.APPLICATION_JSON).body(wanted).exchange();
    }

    private void refused(String token, NotificationPreferences.Preferences before, NotificationPreferences.Wanted wanted, String code) {
        put(token, before, wanted).expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    @Test
    void an_idempotency_key_is_for_one_message() {
        var one = arrived("nt-key-1", "xa1.kinhte", Role.OFFICER);
        post(one.id().value(), PROVINCE.token("xa1.kinhte", Role.OFFICER), "nt-key").expectStatus().isOk();
        post(one.id().value(), PROVINCE.token("xa1.kinhte", Role.OFFICER), "nt-key").expectStatus().isOk();
        assertThat(inboxAbout("nt-key-1", "xa1.kinhte", Role.OFFICER)).singleElement().satisfies(read -> assertThat(read.readAt()).isNotNull());
    }

    @Test
    void nobody_sees_the_messages_of_others() {
        var entry = arrived("nt-private", "xa1.kinhte", Role.OFFICER);
        assertThat(inboxAbout("nt-private", "xa1.congan", Role.UNIT_HEAD)).isEmpty();
        assertThat(inboxAbout("nt-private", "xa2.kinhte", Role.OFFICER)).isEmpty();
        assertThat(inboxAbout("nt-private", "tinh", Role.PROVINCE_ADMINISTRATOR)).isEmpty();
        for (var token : new String[] {PROVINCE.token("xa2.kinhte", Role.OFFICER), PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR)}) {
            var problem = post(entry.id().value(), token, null).expectStatus().isNotFound()
                    .expectBody(Problem.class).returnResult().getResponseBody();
            assertThat(Objects.requireNonNull(problem).code()).isEqualTo("NOT_FOUND");
        }
        post(entry.id().value(), TestIssuer.token(new PersonId("nt-nobody")), null).expectStatus().isForbidden();
        http.get().uri("/api/notifications").exchange().expectStatus().isUnauthorized();
        assertThat(inboxAbout("nt-private", "xa1.kinhte", Role.OFFICER)).singleElement().satisfies(own -> assertThat(own.readAt()).isNull());
    }

    @Test
    void pages_go_on_newest_first() {
        for (int i = 1; i <= 3; i++) {
            arrived("nt-page-" + i, "xa2.thon1", Role.VILLAGE_HEAD);
        }
        var first = page("/api/notifications?limit=2&unread=true");
        assertThat(first.items()).extracting(Notifications.Notification::link).containsExactly("/tasks/nt-page-3", "/tasks/nt-page-2");
        assertThat(first.total()).isEqualTo(3);
        var second = page("/api/notifications?limit=2&unread=true&after=" + first.next());
        assertThat(second.items()).extracting(Notifications.Notification::link).containsExactly("/tasks/nt-page-1");
        assertThat(second.next()).isNull();
    }

    @Test
    void the_calls_are_those_described() {
        assertThat(DescribedCalls.takenBy(mapping)).isEqualTo(DescribedCalls.of("notification"));
    }

    private Notifications.Notification arrived(String task, String unit, Role role) {
        happens(new TaskEvent.TaskAssigned(owed.task(task, today().plusDays(30), unit)), 1);
        await().atMost(LIMIT).until(() -> inboxAbout(task, unit, role).size() == 1);
        return inboxAbout(task, unit, role).getFirst();
    }

    private Notifications.Notification read(Notifications.Notification entry, String unit, Role role) {
        var answer = post(entry.id().value(), PROVINCE.token(unit, role), null).expectStatus().isOk()
                .expectBody(Notifications.Notification.class).returnResult().getResponseBody();
        return Objects.requireNonNull(answer);
    }

    private RestTestClient.ResponseSpec post(String id, String token, @org.jspecify.annotations.Nullable String key) {
        return http.post().uri("/api/notifications/{id}/read", id)
                .headers(headers -> {
                    headers.setBearerAuth(token);
                    if (key != null) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .exchange();
    }

    private Page<Notifications.Notification> page(String uri) {
        var page = http.get().uri(uri)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + PROVINCE.token("xa2.thon1", Role.VILLAGE_HEAD))
                .exchange().expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<Page<Notifications.Notification>>() {}).returnResult().getResponseBody();
        return Objects.requireNonNull(page);
    }
}
