package vn.dondoc.notification;

import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dondoc.contracts.event.NotificationEvent.NotificationDropped;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

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
        await().atMost(LIMIT).until(() -> mongo.getCollection("deliveries").countDocuments(Filters.eq("state", "WAITING")) == 0);
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

    @Test
    void a_letter_for_a_unit_that_was_merged_meanwhile_goes_to_the_head_of_the_one_that_took_over() {
        var old = new UnitId("nt-xa1.old");
        var heir = new UnitId("nt-xa1.heir");
        TOPICS.organisation(List.of(office(old, null), office(heir, null)), List.of(head(old), head(heir)), List.of());
        await().atMost(LIMIT).until(() -> directory.positionsIn(heir).size() == 1 && directory.positionsIn(old).size() == 1);
        happens(new TaskEvent.TaskDueSoon(owed.task("nt-merged", today().plusDays(3), "xa1.old"), 3), 1);
        await().atMost(LIMIT).until(() -> waiting("tries", 1));

        TOPICS.organisation(List.of(office(old, heir)), List.of(), List.of());
        await().atMost(LIMIT).until(() -> directory.heirOf(old).equals(heir));
        MAIL.up();

        await().atMost(LIMIT).until(() -> !MAIL.about("nt-merged").isEmpty());
        assertThat(MAIL.about("nt-merged")).singleElement().satisfies(letter -> assertThat(letter.to()).isEqualTo(heir + "@nt.example"));
    }

    private static UnitState office(UnitId id, @Nullable UnitId successor) {
        var commune = PROVINCE.unit("xa1");
        return new UnitState(
                id, "Phòng " + id, List.of(), UnitKind.OFFICE, commune, commune, PROVINCE.unit("tinh"), false, successor == null, successor);
    }

    private static PositionState head(UnitId unit) {
        return new PositionState(new PositionId(unit + "-head"), unit, "Trưởng phòng", Role.UNIT_HEAD, new PersonId(unit + "-n"), unit + "@nt.example");
    }

    private boolean waiting(String field, int atLeast) {
        return mongo.getCollection("deliveries").countDocuments(Filters.and(Filters.eq("state", "WAITING"), Filters.gte(field, atLeast))) > 0;
    }
}
