package vn.dondoc.notification;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.notification.TestDoors.Mood;
import vn.dondoc.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** One-time codes through a gateway that fails as gateways do. */
@ExtendWith(OutputCaptureExtension.class)
class CodesTest extends ServiceTest {

    private String person = "";

    @BeforeEach
    void goodMood() {
        person = "nt-" + UUID.randomUUID();
        DOORS.mood = Mood.GOOD;
        DOORS.messages.clear();
        DOORS.asked.clear();
    }

    @Test
    void a_code_goes_to_the_phone_in_one_message_without_marks_and_is_kept_nowhere(CapturedOutput output) {
        DOORS.contact(person, "+84912345678", "ai@nt.example");
        send("407213").expectStatus().isOk().expectBody().jsonPath("$.channel").isEqualTo("sms");
        assertThat(DOORS.messages).singleElement().satisfies(message -> {
            assertThat(message.authorization()).isEqualTo("Bearer key-of-the-gateway");
            assertThat(message.type()).isEqualTo("application/json");
            assertThat(message.to()).isEqualTo("+84912345678");
            assertThat(message.text()).contains("407213", "Don Doc").matches("[\\x20-\\x7e]{1,160}");
        });
        assertThat(DOORS.asked).singleElement().satisfies(asked -> assertThat(asked).startsWith("Bearer ").contains("\"reason\":\"sign-in\"", person));
        for (var collection : mongo.getCollectionNames()) {
            for (var document : mongo.getCollection(collection).find()) {
                assertThat(document.toJson()).as(collection).doesNotContain("407213").doesNotContain("912345678");
            }
        }
        assertThat(output.getAll()).doesNotContain("407213").doesNotContain("912345678");
    }

    @ParameterizedTest
    @EnumSource(value = Mood.class, names = "GOOD", mode = EnumSource.Mode.EXCLUDE)
    void a_gateway_that_fails_is_told_and_not_asked_again(Mood mood) {
        DOORS.contact(person, "+84912345678", null);
        DOORS.mood = mood;
        send("407213").expectStatus().isEqualTo(503).expectHeader().exists("Retry-After").expectBody().jsonPath("$.code").isEqualTo("CODE_NOT_SENT");
        assertThat(DOORS.messages).hasSize(1);
    }

    @Test
    void where_the_gateway_fails_the_mailbox_gets_it() {
        DOORS.contact(person, "+84912345678", "ai@nt.example");
        DOORS.mood = Mood.ERROR_IN_200;
        send("518824").expectStatus().isOk().expectBody().jsonPath("$.channel").isEqualTo("email");
    }

    @Test
    void whoever_has_no_contact_is_told_so() {
        send("407213").expectStatus().isNotFound();
        DOORS.contact(person, null, null);
        send("407213").expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("CODE_NO_WAY");
    }

    @Test
    void nobody_but_the_console_sends_codes_and_nothing_that_is_no_code() {
        DOORS.contact(person, "+84912345678", null);
        for (var token : new String[] {PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR), TestIssuer.service("plan")}) {
            post("407213", token).expectStatus().isForbidden();
        }
        for (var bad : new String[] {"", "12345", "1234567", "abcdef", "12345\n"}) {
            send(bad).expectStatus().isBadRequest();
        }
        assertThat(DOORS.messages).isEmpty();
    }

    private RestTestClient.ResponseSpec send(String code) {
        return post(code, TestIssuer.service("console"));
    }

    private RestTestClient.ResponseSpec post(String code, String token) {
        return http.post().uri("/api/notifications/codes").header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON).body(Map.of("person", person, "code", code)).exchange();
    }
}
