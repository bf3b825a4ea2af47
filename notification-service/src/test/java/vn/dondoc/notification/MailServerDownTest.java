package vn.dondoc.notification;

import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dondoc.contracts.event.NotificationEvent.NotificationDropped;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MailServerDownTest extends ServiceTest {

    private static final String UNIT = "xa1.congan";

    @Autowired MeterRegistry registry;

    @BeforeEach
    void down() {
        MAIL.down();
    }

    @AfterEach
    void upAgain() {
        MAIL.down();
        MAIL.up();
    }

    @Test
    void it_delays_and_loses_nothing() {
        happens(new TaskEvent.TaskAssigned(owed.task("nt-delayed", today().plusDays(30), UNIT)), 1);
        await().atMost(LIMIT).until(() -> waiting("tries", 2));
        assertThat(inboxAbout("nt-delayed", UNIT, Role.UNIT_HEAD)).singleElement()
                .satisfies(entry -> assertThat(entry.emailStatus()).isEqualTo("queued"));
        http.get().uri("/actuator/health").exchange().expectStatus().isOk();

        MAIL.up();

        await().atMost(LIMIT).until(() -> inboxAbout("nt-delayed", UNIT, Role.UNIT_HEAD).getFirst().emailStatus().equals("delivered"));
        await().atMost(LIMIT).until(() -> mongo.getCollection("deliveries").countDocuments() == 0);
        assertThat(MAIL.about("nt-delayed")).singleElement()
                .satisfies(letter -> assertThat(letter.to()).isEqualTo(mailbox(UNIT, Role.UNIT_HEAD)));
        assertThat(registry.get("dondoc.letters").tag("outcome", "postponed").counter().count()).isPositive();
    }

    @Test
    void what_was_fulfilled_meanwhile_is_not_sent() {
        happens(new TaskEvent.TaskOverdue(owed.overdue("nt-meanwhile", today().minusDays(1), UNIT), today()), 3);
        await().atMost(LIMIT).until(() -> waiting("tries", 1));
        happens(new TaskEvent.CompletionSubmitted(owed.submitted("nt-meanwhile", today().minusDays(1), UNIT)), 4);
        await().atMost(LIMIT).until(() -> inboxAbout("nt-meanwhile", "xa1.vhxh", Role.COMMUNE_STANDING).size() == 2);

        MAIL.up();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(told("nt-meanwhile")).filteredOn(NotificationDropped.class::isInstance)
                .hasSize(2).allSatisfy(dropped -> assertThat(((NotificationDropped) dropped).reason()).isEqualTo("FULFILLED")));
        assertThat(MAIL.about("nt-meanwhile")).isEmpty();
    }

    @Test
    void it_goes_to_the_mailbox_of_the_day_it_is_sent() {
        happens(new TaskEvent.TaskAssigned(owed.task("nt-new-mailbox", today().plusDays(30), "xa1.thon1")), 1);
        await().atMost(LIMIT).until(() -> waiting("tries", 1));
        moves("xa1.thon1", Role.VILLAGE_HEAD, "thon-mot@nt.example");
        MAIL.up();

        await().atMost(LIMIT).until(() -> !MAIL.about("nt-new-mailbox").isEmpty());
        assertThat(MAIL.about("nt-new-mailbox")).singleElement().satisfies(letter -> assertThat(letter.to()).isEqualTo("thon-mot@nt.example"));
    }

    private boolean waiting(String field, int atLeast) {
        return mongo.getCollection("deliveries").countDocuments(Filters.gte(field, atLeast)) > 0;
    }
}
