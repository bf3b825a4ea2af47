package vn.dondoc.notification.channel;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.KnownOrganisation;
import vn.dondoc.notification.Owed;
import vn.dondoc.notification.message.TestMessages;
import vn.dondoc.notification.message.TestTexts;
import vn.dondoc.testing.TestProvince;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookCarrierTest {

    private static final TestProvince PROVINCE = new TestProvince("wh");
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

    private final TestProviders receiver = new TestProviders();
    private final WebhookCarrier carrier = new WebhookCarrier(
            new WebhookProperties(receiver.url("/send"), SECRET, Duration.ofMillis(500)), TestTexts.of(new KnownOrganisation(PROVINCE)),
            new CodeAndLink(TestSettings.properties()), Clock.fixed(NOW, ZoneOffset.UTC));

    WebhookCarrierTest() throws IOException {}

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void what_is_posted_is_signed_with_its_time() {
        assertThat(carrier.send(parcel())).isEqualTo(new Answer.Taken());

        var posted = receiver.posted.getFirst();
        var at = posted.headers().get("x-dondoc-timestamp");
        assertThat(at).isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(posted.headers()).containsEntry("x-dondoc-delivery", "d1")
                .containsEntry("x-dondoc-signature", "sha256=" + WebhookCarrier.signature(SECRET, at + "." + posted.body()));
        assertThat(posted.headers().get("x-dondoc-signature")).isNotEqualTo("sha256=" + WebhookCarrier.signature(SECRET, at + 1 + "." + posted.body()));
        var body = EventJson.mapper().readTree(posted.body());
        assertThat(body.path("text").asString()).contains(Owed.TITLE);
        assertThat(body.path("link").asString()).isEqualTo("https://dondoc.example/tasks/t1");
        assertThat(body.path("urgency").asString()).isEqualTo("critical");
    }

    @Test
    void answers_mean_what_they_mean_by_http() {
        receiver.answers(503, "");
        receiver.answers(429, "");
        receiver.answers(401, "");
        receiver.answers(400, "");
        receiver.answers(302, "");
        assertThat(List.of(carrier.send(parcel()), carrier.send(parcel()), carrier.send(parcel()), carrier.send(parcel()), carrier.send(parcel()))).containsExactly(
                new Answer.Away("WEBHOOK_AWAY"), new Answer.Away("WEBHOOK_TOO_MANY", true, Duration.ofSeconds(7)), new Answer.Away("WEBHOOK_SIGN_IN_REFUSED"),
                new Answer.Refused("WEBHOOK_REFUSED"), new Answer.Away("WEBHOOK_AWAY"));
        receiver.slow = true;
        assertThat(carrier.send(parcel())).isEqualTo(new Answer.Away("WEBHOOK_AWAY"));
    }

    private static Parcel parcel() {
        var message = TestMessages.of(
                new TaskEvent.TaskOverdue(new Owed(PROVINCE, "kh").overdue("t1", LAST, "xa1.kinhte"), LAST.plusDays(1)), "c1", NOW);
        return new Parcel("d1", new PositionState(new PositionId("c1"), PROVINCE.unit("xa1.kinhte"), "Trưởng phòng", Role.UNIT_HEAD, null, null), "", false, List.of(message));
    }
}
