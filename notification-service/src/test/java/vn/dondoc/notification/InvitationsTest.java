package vn.dondoc.notification;

import java.util.ArrayList;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.dondoc.contracts.event.PersonEvent;
import vn.dondoc.contracts.id.InvitationId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.TestDoors.Mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever is invited gets a link, once, whatever was away in between. */
@ExtendWith(OutputCaptureExtension.class)
class InvitationsTest extends ServiceTest {

    private InvitationId invitation = new InvitationId("inv");

    @BeforeEach
    void goodMood() {
        invitation = new InvitationId("inv-" + UUID.randomUUID());
        DOORS.mood = Mood.GOOD;
        DOORS.messages.clear();
    }

    @Test
    void a_link_goes_to_the_phone_once_and_is_kept_nowhere(CapturedOutput output) {
        DOORS.link(invitation.value(), "secret-of-" + invitation, "+84912345999", null);
        invited(1);
        await().atMost(LIMIT).until(() -> outcome(1).equals("sms"));
        invited(1);
        invited(2);
        await().atMost(LIMIT).until(() -> outcome(2).equals("sms"));
        assertThat(DOORS.messages).as("one for each time somebody asked for it").hasSize(2).first().satisfies(message -> {
            assertThat(message.to()).isEqualTo("+84912345999");
            assertThat(message.text()).contains("http://console.example:8080/invitation/secret-of-" + invitation).hasSizeLessThan(161);
        });
        assertThat(mongo.getCollection("invitations").find().map(Document::toJson)).allSatisfy(kept -> assertThat(kept).doesNotContain("secret-of-", "912345999"));
        assertThat(output.getAll()).doesNotContain("secret-of-").doesNotContain("912345999");
    }

    @Test
    void without_a_phone_it_goes_to_the_mailbox() {
        DOORS.link(invitation.value(), "secret-of-" + invitation, null, "moi@nt.example");
        invited(1);
        await().atMost(LIMIT).until(() -> outcome(1).equals("email"));
        assertThat(MAIL.about("secret-of-" + invitation)).singleElement().satisfies(letter -> assertThat(letter.to()).isEqualTo("moi@nt.example"));
    }

    @Test
    void what_is_over_is_not_sent_and_a_gateway_that_fails_is_tried_again() {
        invited(1);
        await().atMost(LIMIT).until(() -> outcome(1).equals("over"));
        DOORS.link(invitation.value(), "secret-of-" + invitation, "+84912345998", null);
        DOORS.mood = Mood.TOO_MANY;
        invited(2);
        await().atMost(LIMIT).until(() -> !DOORS.messages.isEmpty());
        DOORS.mood = Mood.GOOD;
        await().atMost(LIMIT).until(() -> outcome(2).equals("sms"));
        assertThat(DOORS.messages).hasSize(2);
    }

    private void invited(long sequence) {
        TOPICS.publish(new PersonEvent.PersonInvited(invitation, new PositionId("p1"), PROVINCE.unit("xa1")), PROVINCE.unit("xa1"), "invitations/" + invitation, sequence,
                clock.instant());
    }

    private String outcome(long number) {
        var kept = mongo.getCollection("invitations").find(new Document("invitation", invitation.value())).map(one -> String.valueOf(one.getString("outcome")))
                .into(new ArrayList<>());
        return kept.size() < number ? "" : kept.get((int) number - 1);
    }
}
