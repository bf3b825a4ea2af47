package vn.dondoc.notification;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import vn.dondoc.contracts.api.Deliveries;
import vn.dondoc.contracts.api.MessageTemplates;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DeliveryCallsTest extends ServiceTest {

    private static final String UNIT = "xa1.kinhte";

    @Test
    void an_administrator_sees_what_left_for_which_position_and_why_others_have_not_and_sends_it_again() {
        happens(new TaskEvent.TaskOverdue(owed.overdue("nt-visible", today().minusDays(1), UNIT), today()), 1);
        await().atMost(LIMIT).until(() -> MAIL.about("nt-visible").size() == 3);
        await().atMost(LIMIT).until(() -> of("nt-visible").stream().filter(delivery -> delivery.state().equals("sent")).count() == 3);

        var all = of("nt-visible");
        assertThat(all).filteredOn(delivery -> delivery.channel().equals("email")).hasSize(3).allSatisfy(delivery -> {
            assertThat(delivery.recipients()).singleElement().satisfies(recipient -> assertThat(recipient.unit()).isNotBlank());
            assertThat(delivery.urgency()).isEqualTo("critical");
            assertThat(delivery.skipped()).containsExactly("zalo");
            assertThat(delivery.tries()).isEqualTo(1);
        });
        assertThat(all).filteredOn(delivery -> delivery.channel().equals("sms")).as("for whoever does not read").hasSize(3)
                .allSatisfy(delivery -> assertThat(delivery.state()).isEqualTo("held"));

        var sent = all.stream().filter(delivery -> delivery.channel().equals("email")).findFirst().orElseThrow();
        var content = Objects.requireNonNull(get("/api/deliveries/" + sent.id(), Deliveries.Content.class));
        assertThat(content.items()).singleElement().satisfies(item -> assertThat(item.subject()).contains(Owed.TITLE));
        assertThat(content.attempts()).extracting(Deliveries.Attempt::code).containsExactly("SENT");

        var words = Objects.requireNonNull(content.sent());
        assertThat(words.present()).isTrue();
        assertThat(words.subject()).isEqualTo(content.items().getFirst().subject());
        assertThat(words.text()).contains(Owed.TITLE);
        assertThat(Objects.requireNonNull(content.delivery().template()).key()).startsWith("task.overdue.");
        assertThat(get("/api/notifications/templates/" + content.delivery().template().key(), MessageTemplates.Preview.class)).satisfies(preview -> {
            assertThat(preview.template().version()).isEqualTo(content.delivery().template().version());
            assertThat(preview.sms()).isNotNull().satisfies(sms -> {
                assertThat(sms.configured()).isTrue();
                assertThat(sms.plain()).isASCII().contains("TB-").hasSize(sms.length());
                assertThat(sms.segments()).isOne();
            });
            assertThat(preview.zalo()).isNotNull().satisfies(zalo -> {
                assertThat(zalo.configured()).isFalse();
                assertThat(zalo.fields()).allSatisfy(field -> assertThat(field.length()).isPositive().isLessThanOrEqualTo(field.longest()));
            });
        });

        post("/api/deliveries/" + sent.id() + "/resend", "nt-again");
        await().atMost(LIMIT).until(() -> MAIL.about("nt-visible").size() == 4);
        post("/api/deliveries/" + sent.id() + "/resend", "nt-again");
        var held = all.stream().filter(delivery -> delivery.channel().equals("sms")).findFirst().orElseThrow();
        assertThat(post("/api/deliveries/" + held.id() + "/cancel", "nt-cancel").state()).isEqualTo("cancelled");
        await().atMost(LIMIT).until(() -> get("/api/deliveries/" + sent.id(), Deliveries.Content.class).delivery().state().equals("sent"));
        assertThat(MAIL.about("nt-visible")).as("the same key sends once").hasSize(4);
    }

    @Test
    void the_channels_say_how_they_fare() {
        var channels = http.get().uri("/api/deliveries/channels").header(HttpHeaders.AUTHORIZATION, "Bearer " + administrator()).exchange().expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<List<Deliveries.Channel>>() {}).returnResult().getResponseBody();
        assertThat(channels).extracting(Deliveries.Channel::channel).containsExactly("email", "zalo", "sms", "webhook");
        assertThat(channels).extracting(Deliveries.Channel::configured).containsExactly(true, false, true, false);
    }

    @Test
    void what_no_channel_can_carry_says_so() {
        var id = StoredDeliveries.put(mongo, PROVINCE, "SKIPPED");
        assertThat(of("SKIPPED", "?state=skipped&channel=webhook&limit=200")).extracting(Deliveries.Delivery::id).contains(id);
        http.get().uri("/api/deliveries?state=nowhere").header(HttpHeaders.AUTHORIZATION, "Bearer " + administrator()).exchange().expectStatus().isBadRequest();
    }

    private List<Deliveries.Delivery> of(String task) {
        var messages = mongo.getCollection("notifications").find(Filters.eq("cause.obligation", task)).map(found -> found.getString("_id")).into(new java.util.ArrayList<>());
        return of(task, "?limit=200").stream().filter(delivery -> messages.stream().anyMatch(delivery.id()::startsWith)).toList();
    }

    private List<Deliveries.Delivery> of(String what, String query) {
        var page = http.get().uri("/api/deliveries" + query).header(HttpHeaders.AUTHORIZATION, "Bearer " + administrator()).exchange().expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<Page<Deliveries.Delivery>>() {}).returnResult().getResponseBody();
        return Objects.requireNonNull(page, what).items();
    }

    private <T> T get(String path, Class<T> type) {
        return Objects.requireNonNull(http.get().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + administrator()).exchange().expectStatus().isOk()
                .expectBody(type).returnResult().getResponseBody());
    }

    private Deliveries.Delivery post(String path, String key) {
        return Objects.requireNonNull(http.post().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + administrator()).header("Idempotency-Key", key)
                .exchange().expectStatus().isOk().expectBody(Deliveries.Delivery.class).returnResult().getResponseBody());
    }

    private static String administrator() {
        return PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR);
    }
}
