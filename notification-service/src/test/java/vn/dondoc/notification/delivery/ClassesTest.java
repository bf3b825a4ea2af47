package vn.dondoc.notification.delivery;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.Absence;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.KnownOrganisation;
import vn.dondoc.notification.Owed;
import vn.dondoc.notification.channel.TestSettings;
import vn.dondoc.notification.message.ChannelStatus;
import vn.dondoc.notification.message.Sending;
import vn.dondoc.notification.preference.Choices;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Urgency;

import static org.assertj.core.api.Assertions.assertThat;

/** What leaves when: critical at once within the hours, normal with the digest of its day, information never. */
class ClassesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final String UNIT = "xa1.kinhte";

    private final Wire mail = new Wire(Channel.EMAIL, () -> rig().clock.instant());
    private final Wire sms = new Wire(Channel.SMS, () -> rig().clock.instant());
    private final Wire zalo = new Wire(Channel.ZALO, () -> rig().clock.instant());
    private final Rig rig = new Rig("classes", mail, sms);
    private final Owed owed = new Owed(rig.province, "kh");
    private final PositionId head = rig.province.positionId(UNIT, Role.UNIT_HEAD);
    private final PositionId officer = rig.province.positionId(UNIT, Role.OFFICER);

    private Rig rig() {
        return rig;
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void what_is_normal_comes_together_once_on_a_working_day() throws Exception {
        rig.at(MONDAY.minusDays(3), 9, 0);
        assigned("t1", head, officer);
        assigned("t2", head);
        rig.work();
        assertThat(mail.sent).isEmpty();
        rig.at(MONDAY.minusDays(2), 7, 0);
        rig.digests.gather(MONDAY.minusDays(2));
        rig.work();
        assertThat(mail.sent).as("Saturday").isEmpty();

        rig.at(MONDAY, 7, 0);
        rig.digests.gather(MONDAY);
        rig.digests.gather(MONDAY);
        rig.work();
        rig.digests.gather(MONDAY);
        rig.work();
        assertThat(mail.sent).extracting(sent -> sent.parcel().messages().size()).containsExactlyInAnyOrder(2, 1);
        assertThat(rig.notifications.list(new org.springframework.data.mongodb.core.query.Query()))
                .allSatisfy(message -> assertThat(message.state().on(Channel.EMAIL).orElseThrow().status()).isEqualTo(ChannelStatus.DELIVERED));
        rig.at(MONDAY.plusDays(1), 7, 0);
        rig.digests.gather(MONDAY.plusDays(1));
        rig.work();
        assertThat(mail.sent).as("an empty one is not sent").hasSize(2);
    }

    @Test
    void what_is_done_before_it_leaves_is_not_in_it() throws Exception {
        rig.at(MONDAY, 5, 0);
        assigned("t1", head);
        assigned("t2", head);
        assigned("t3", officer);
        rig.at(MONDAY, 7, 0);
        rig.digests.gather(MONDAY);
        rig.arrives("done-1", 5, new TaskEvent.TaskCompleted(owed.done("t1", MONDAY.plusDays(9), UNIT)), List.of());
        rig.arrives("done-3", 5, new TaskEvent.TaskCompleted(owed.done("t3", MONDAY.plusDays(9), UNIT)), List.of());
        rig.work();
        assertThat(mail.sent).singleElement().satisfies(sent -> assertThat(sent.parcel().messages()).singleElement()
                .satisfies(message -> assertThat(message.cause().obligation()).isEqualTo("t2")));
        assertThat(reasons()).containsExactlyInAnyOrder("CLOSED", "CLOSED");
    }

    @Test
    void a_person_with_two_positions_and_two_who_share_a_mailbox_get_one() throws Exception {
        var binh = new PersonId("binh");
        var other = rig.province.positionId("xa1.congan", Role.UNIT_HEAD);
        rig.organisation.positions.replaceAll(position -> position.id().equals(head) || position.id().equals(other)
                ? new PositionState(position.id(), position.unit(), position.title(), position.role(), binh, position.mailbox()) : position);
        rig.at(MONDAY, 5, 0);
        assigned("t1", head, officer);
        rig.arrives("e2", 1, new TaskEvent.TaskAssigned(owed.task("t2", MONDAY.plusDays(9), "xa1.congan")), List.of(other));
        rig.at(MONDAY, 7, 0);
        rig.digests.gather(MONDAY);
        rig.work();
        assertThat(mail.sent).extracting(sent -> sent.parcel().messages().size()).containsExactlyInAnyOrder(2, 1);
    }

    @Test
    void three_hundred_leave_as_one_and_none_is_lost() throws Exception {
        rig.at(MONDAY, 5, 0);
        IntStream.range(0, 300).forEach(i -> assigned("t" + i, head));
        rig.at(MONDAY, 7, 0);
        rig.together(() -> {
            rig.digests.gather(MONDAY);
            return null;
        });
        rig.work();
        assertThat(mail.sent).singleElement().satisfies(sent -> assertThat(sent.parcel().messages()).hasSize(300));
        assertThat(rig.mongo.getCollection(DigestItems.COLLECTION).countDocuments()).isZero();
        assertThat(rig.mongo.getCollection("notifications").countDocuments(Filters.eq("sendings.status", "DELIVERED"))).isEqualTo(300);
    }

    @Test
    void what_comes_again_after_it_was_sent_is_not_told_again() throws Exception {
        rig.at(MONDAY, 5, 0);
        assigned("t1", head);
        rig.at(MONDAY, 7, 0);
        rig.digests.gather(MONDAY);
        rig.work();
        assigned("t1", head);
        rig.at(MONDAY.plusDays(1), 7, 0);
        rig.digests.gather(MONDAY.plusDays(1));
        rig.work();
        assertThat(mail.sent).hasSize(1);
        assertThat(rig.mongo.getCollection(DigestItems.COLLECTION).countDocuments()).isZero();
    }

    @Test
    void an_outage_over_the_day_ends_in_one_digest_not_in_two() throws Exception {
        rig.at(MONDAY, 5, 0);
        assigned("t1", head);
        rig.at(MONDAY, 7, 0);
        rig.digests.gather(MONDAY);
        mail.down = true;
        rig.work();
        rig.at(MONDAY, 18, 0);
        assigned("t2", head);
        rig.at(MONDAY.plusDays(1), 7, 0);
        rig.digests.gather(MONDAY.plusDays(1));
        mail.down = false;
        rig.work();
        assertThat(mail.sent).singleElement().satisfies(sent -> assertThat(sent.parcel().messages()).hasSize(2));
        assertThat(rig.mongo.getCollection("notifications").countDocuments(Filters.eq("sendings.status", "DELIVERED"))).isEqualTo(2);
    }

    @Test
    void what_is_critical_leaves_at_once_but_not_at_night() throws Exception {
        rig.at(MONDAY, 21, 30);
        overdue("t1");
        rig.work();
        assertThat(mail.sent).isEmpty();
        rig.at(MONDAY.plusDays(1), 6, 30);
        rig.work();
        assertThat(mail.sent).hasSize(1);
        rig.at(MONDAY.plusDays(1), 6, 31);
        overdue("t2");
        rig.work();
        assertThat(mail.sent).hasSize(2);
    }

    @Test
    void who_does_not_read_is_told_on_the_next_channel_and_who_reads_is_not() throws Exception {
        rig.at(MONDAY, 9, 0);
        overdue("t1");
        overdue("t2");
        rig.work();
        var read = rig.notifications.list(new org.springframework.data.mongodb.core.query.Query(
                org.springframework.data.mongodb.core.query.Criteria.where("cause.obligation").is("t2"))).getFirst();
        rig.notifications.change(read.id(), vn.dondoc.platform.history.Act.bySystem("test", rig.clock.instant()), state -> state.read(rig.clock.instant()));
        rig.at(MONDAY, 12, 59);
        rig.work();
        assertThat(sms.sent).isEmpty();
        rig.at(MONDAY, 13, 1);
        rig.work();
        assertThat(sms.sent).singleElement().satisfies(sent -> assertThat(sent.parcel().first().cause().obligation()).isEqualTo("t1"));
        assertThat(reasons()).containsExactly("READ");
    }

    @Test
    void who_has_no_mailbox_is_told_on_the_next_channel_at_once_and_who_has_one_waits_for_it() throws Exception {
        holds(new PersonId("ha"), null);
        rig.at(MONDAY, 9, 0);
        overdue("t1");
        mail.down = true;
        rig.work();
        rig.work();
        assertThat(sms.sent).as("while the mail server is away it waits").isEmpty();
        mail.down = false;
        rig.work();
        assertThat(mail.sent).as("to the mailbox of whoever holds it").singleElement()
                .satisfies(sent -> assertThat(sent.parcel().address()).isEqualTo("ha@people.example"));

        holds(new PersonId("no-mail"), null);
        overdue("t2");
        rig.work();
        rig.work();
        assertThat(sms.sent).singleElement().satisfies(sent -> assertThat(sent.parcel().address()).isEqualTo("no-mail"));
        assertThat(reasons()).containsOnly("NO_MAILBOX");
    }

    private void holds(PersonId person, @org.jspecify.annotations.Nullable String mailbox) {
        rig.organisation.positions.replaceAll(position -> position.id().equals(head)
                ? new PositionState(position.id(), position.unit(), position.title(), position.role(), person, mailbox) : position);
    }

    @Test
    void one_person_in_two_positions_is_rung_up_once() throws Exception {
        rig.organisation.positions.replaceAll(position -> position.id().equals(head) || position.id().equals(officer)
                ? new PositionState(position.id(), position.unit(), position.title(), position.role(), new PersonId("ha"), position.mailbox()) : position);
        rig.at(MONDAY, 9, 0);
        rig.arrives("o1", 3, new TaskEvent.TaskOverdue(owed.overdue("t1", MONDAY.minusDays(1), UNIT), MONDAY), List.of(head, officer));
        rig.work();
        rig.at(MONDAY, 13, 30);
        rig.work();
        assertThat(mail.sent).hasSize(2);
        assertThat(sms.sent).hasSize(1);
        assertThat(reasons()).containsExactly("TOLD_THE_PERSON");
    }

    @Test
    void what_was_sent_says_by_which_words() throws Exception {
        rig.at(MONDAY, 5, 0);
        assigned("t1", head);
        rig.at(MONDAY, 7, 0);
        rig.digests.gather(MONDAY);
        overdue("t2");
        rig.work();
        var templates = rig.mongo.getCollection(Deliveries.COLLECTION).find(Filters.eq("state", "SENT")).map(StoredDelivery::read).map(Delivery::template).into(new ArrayList<>());
        assertThat(templates).extracting(Delivery.Template::key).containsExactlyInAnyOrder("digest", "task.overdue.responsible");
        assertThat(templates).allSatisfy(template -> assertThat(rig.templates.find(template.key(), template.version())).hasValueSatisfying(
                words -> assertThat(words.vi().text()).isNotBlank()));
        assertThat(rig.templates.isPresent("task.overdue.responsible", "00000000")).isFalse();
    }

    @Test
    void what_is_critical_goes_up_when_nobody_is_left_before_it_is_sent() throws Exception {
        rig.at(MONDAY, 22, 0);
        rig.arrives("o-t1", 3, new TaskEvent.TaskOverdue(owed.overdue("t1", MONDAY.minusDays(1), UNIT), MONDAY), List.of(head, officer));
        rig.organisation.deserted(rig.province.unit(UNIT));
        rig.at(MONDAY.plusDays(1), 6, 30);
        rig.work();
        rig.work();
        var standing = rig.province.positionId("xa1.vhxh", Role.COMMUNE_STANDING);
        assertThat(mail.sent).as("once, whoever left").singleElement().satisfies(sent -> {
            assertThat(sent.parcel().to().id()).isEqualTo(standing);
            assertThat(sent.parcel().first().to().insteadOf()).isEqualTo(rig.province.unit(UNIT));
            assertThat(sent.parcel().first().unread()).as("in the inbox too").isTrue();
        });
        var left = rig.mongo.getCollection(Deliveries.COLLECTION).find(Filters.eq("wentUp", true)).map(StoredDelivery::read).into(new ArrayList<>());
        assertThat(left).hasSizeGreaterThanOrEqualTo(2).allSatisfy(delivery -> assertThat(delivery.reason()).isEqualTo("POSITION_VACANT"));
        assertThat(sms.sent).isEmpty();
    }

    @Test
    void whoever_was_told_of_the_step_already_is_not_told_again_instead() throws Exception {
        var standing = rig.province.positionId("xa1.vhxh", Role.COMMUNE_STANDING);
        rig.at(MONDAY, 22, 0);
        rig.arrives("o-t1", 3, new TaskEvent.TaskOverdue(owed.overdue("t1", MONDAY.minusDays(1), UNIT, "xa1.vhxh"), MONDAY), List.of(head, standing));
        rig.organisation.deserted(rig.province.unit(UNIT));
        rig.at(MONDAY.plusDays(1), 6, 30);
        rig.work();
        rig.work();
        assertThat(mail.sent).singleElement().satisfies(sent -> assertThat(sent.parcel().to().id()).isEqualTo(standing));
    }

    @Test
    void who_holds_it_now_or_stands_in_is_told_and_the_digest_of_the_next_above_has_what_was_left() throws Exception {
        rig.at(MONDAY.minusDays(1), 20, 0);
        assigned("t1", head, officer);
        rig.organisation.deserted(rig.province.unit(UNIT));
        rig.at(MONDAY, 7, 0);
        rig.digests.gather(MONDAY);
        rig.digests.gather(MONDAY);
        rig.work();
        var standing = rig.province.positionId("xa1.vhxh", Role.COMMUNE_STANDING);
        assertThat(mail.sent).singleElement().satisfies(sent -> {
            assertThat(sent.parcel().to().id()).isEqualTo(standing);
            assertThat(sent.parcel().messages()).hasSize(1);
        });

        holds(new PersonId("lan"), "lan@classes.example");
        var away = rig.organisation.position(standing).orElseThrow();
        rig.organisation.positions.replaceAll(position -> position.id().equals(standing) ? new PositionState(
                away.id(), away.unit(), away.title(), away.role(), away.holder(), away.mailbox(), new Absence(MONDAY, MONDAY.plusDays(3), head)) : position);
        rig.at(MONDAY, 22, 0);
        rig.arrives("o-t9", 3, new TaskEvent.TaskOverdue(owed.overdue("t9", MONDAY.minusDays(1), "xa1.vhxh"), MONDAY), List.of(standing));
        rig.at(MONDAY.plusDays(1), 6, 30);
        rig.work();
        rig.work();
        assertThat(mail.sent).extracting(sent -> sent.parcel().to().id()).as("the one who stands in as well").contains(head);
    }

    @Test
    void a_digest_of_whoever_has_no_mailbox_comes_on_zalo_else_as_one_short_line_else_stays_in_the_inbox() throws Exception {
        try (var other = new Rig("classes-zalo", mail, zalo, sms)) {
            var to = other.province.positionId(UNIT, Role.UNIT_HEAD);
            var there = new Owed(other.province, "kh");
            for (var person : List.of("no-mail", "no-zalo", "no-phone")) {
                other.organisation.positions.replaceAll(position -> position.id().equals(to) ? KnownOrganisation.with(position, new PersonId(person), null) : position);
                zalo.refused = java.util.Set.of("no-zalo");
                var day = MONDAY.plusDays(List.of("no-mail", "no-zalo", "no-phone").indexOf(person));
                other.at(day, 5, 0);
                for (var task : List.of("a", "b")) {
                    other.arrives(task + person, 1, new TaskEvent.TaskAssigned(there.task(task + person, MONDAY.plusDays(9), UNIT)), List.of(to));
                }
                other.at(day, 7, 0);
                other.digests.gather(day);
                other.work();
                other.work();
            }
            assertThat(mail.sent).isEmpty();
            assertThat(zalo.sent).singleElement().satisfies(sent -> assertThat(sent.parcel().messages()).hasSize(2));
            assertThat(sms.sent).singleElement().satisfies(sent -> assertThat(sent.parcel().address()).isEqualTo("no-zalo"));
            assertThat(other.mongo.getCollection("notifications").countDocuments(Filters.elemMatch("sendings", Filters.and(
                    Filters.eq("channel", "ZALO"), Filters.eq("status", "DELIVERED"))))).isEqualTo(2);
            assertThat(other.mongo.getCollection("notifications").countDocuments(Filters.eq("sendings.status", "QUEUED"))).isZero();
            assertThat(other.mongo.getCollection(DigestItems.COLLECTION).countDocuments()).isZero();
            assertThat(other.notifications.list(new org.springframework.data.mongodb.core.query.Query())).allSatisfy(message -> assertThat(message.state().unread()).isTrue());
        }
    }

    @Test
    void each_person_has_the_digest_at_the_hour_that_they_chose_or_none_but_what_is_critical_leaves() throws Exception {
        rig.organisation.positions.replaceAll(position -> position.id().equals(head) ? KnownOrganisation.with(position, new PersonId("late"), "late@classes.example")
                : position.id().equals(officer) ? KnownOrganisation.with(position, new PersonId("quiet"), "quiet@classes.example") : position);
        rig.chosen.all.put(new PersonId("late"), new Choices.Choice(LocalTime.of(9, 30), java.util.Set.of()));
        rig.chosen.all.put(new PersonId("quiet"), new Choices.Choice(null, java.util.Set.of(Urgency.NORMAL)));
        var other = rig.province.positionId("xa1.congan", Role.UNIT_HEAD);
        rig.at(MONDAY, 5, 0);
        assigned("t1", head, officer);
        rig.arrives("e2", 1, new TaskEvent.TaskAssigned(owed.task("t2", MONDAY.plusDays(9), "xa1.congan")), List.of(other));
        digestsAt(7, 0);
        assertThat(mail.sent).extracting(sent -> sent.parcel().to().id()).containsExactly(other);
        rig.at(MONDAY, 8, 0);
        assigned("t3", head);
        digestsAt(9, 29);
        assertThat(mail.sent).hasSize(1);
        digestsAt(9, 30);
        digestsAt(11, 0);
        assertThat(mail.sent).hasSize(2);
        assertThat(mail.sent.getLast().parcel().messages()).as("with what happened since the usual hour").hasSize(2);
        rig.arrives("o1", 3, new TaskEvent.TaskOverdue(owed.overdue("t4", MONDAY.minusDays(1), UNIT), MONDAY), List.of(officer));
        rig.work();
        assertThat(mail.sent.getLast().parcel().address()).isEqualTo("quiet@classes.example");
        assertThat(reasons()).contains("MUTED");
        assertThat(rig.mongo.getCollection(DigestItems.COLLECTION).countDocuments()).isZero();
    }

    @Test
    void what_somebody_muted_does_not_leave_by_itself_either() throws Exception {
        var system = new Wire(Channel.WEBHOOK, () -> rig().clock.instant());
        try (var single = new Rig("classes-single", TestSettings.withoutDigests(), mail, sms, system)) {
            var there = new Owed(single.province, "kh");
            var quiet = single.province.positionId(UNIT, Role.UNIT_HEAD);
            single.chosen.all.put(single.province.person(UNIT, Role.UNIT_HEAD), new Choices.Choice(null, java.util.Set.of(Urgency.NORMAL)));
            rig.at(MONDAY, 9, 0);
            single.at(MONDAY, 9, 0);
            single.arrives("a1", 1, new TaskEvent.TaskAssigned(there.task("t1", MONDAY.plusDays(9), UNIT)), List.of(quiet, single.province.positionId(UNIT, Role.OFFICER)));
            single.work();
            assertThat(mail.sent).extracting(sent -> sent.parcel().to().id()).containsExactly(single.province.positionId(UNIT, Role.OFFICER));
            var muted = single.mongo.getCollection(Deliveries.COLLECTION).find(Filters.eq("reason", "MUTED")).map(StoredDelivery::read).into(new ArrayList<>());
            assertThat(muted).singleElement().satisfies(delivery -> assertThat(delivery.positions()).containsExactly(quiet));
            single.arrives("o1", 3, new TaskEvent.TaskOverdue(there.overdue("t2", MONDAY.minusDays(1), UNIT), MONDAY), List.of(quiet));
            single.work();
            assertThat(mail.sent).as("never what is critical").hasSize(2);
            single.deliveries.resend(muted.getFirst().id(), "once-more");
            single.work();
            assertThat(mail.sent).as("somebody asked for it").hasSize(3);
            single.deliveries.add(List.of(new Delivery(
                    "told", false, Channel.WEBHOOK, Urgency.NORMAL, single.province.unit("tinh"), single.province.unit("xa1"), List.of(quiet),
                    muted.getFirst().messages(), DeliveryState.WAITING, null, List.of(), Instant.EPOCH, Instant.EPOCH, null, null, "rig", List.of())));
            single.work();
            assertThat(system.sent).as("another system chose nothing").hasSize(1);
        }
    }

    @Test
    void a_digest_whose_letter_was_refused_says_so_and_sent_again_it_begins_in_the_mailbox() throws Exception {
        holds(new PersonId("ha"), "ha@classes.example");
        mail.refused = java.util.Set.of("ha@classes.example");
        rig.at(MONDAY, 5, 0);
        assigned("t1", head);
        digestsAt(7, 0);
        rig.work();
        assertThat(mail.sent).isEmpty();
        assertThat(sms.sent).hasSize(1);
        assertThat(sending(Channel.EMAIL)).isEqualTo(new Sending(Channel.EMAIL, ChannelStatus.DROPPED, "NOT_REACHED"));
        assertThat(sending(Channel.SMS).status()).isEqualTo(ChannelStatus.DELIVERED);

        mail.refused = java.util.Set.of();
        rig.deliveries.resend(rig.mongo.getCollection(Deliveries.COLLECTION).find().first().getString("_id"), "once-more");
        rig.work();
        assertThat(mail.sent).hasSize(1);
        assertThat(sms.sent).hasSize(1);
        assertThat(sending(Channel.EMAIL).status()).isEqualTo(ChannelStatus.DELIVERED);
    }

    private Sending sending(Channel channel) {
        return rig.notifications.list(new org.springframework.data.mongodb.core.query.Query()).getFirst().state().on(channel).orElseThrow();
    }

    private void digestsAt(int hour, int minute) throws Exception {
        rig.at(MONDAY, hour, minute);
        rig.digests.gather(MONDAY, rig.clock.instant());
        rig.work();
    }

    private List<String> reasons() {
        var deliveries = rig.mongo.getCollection(Deliveries.COLLECTION).find(Filters.and(Filters.eq("state", "DROPPED"), Filters.ne("reason", "NOTHING_LEFT")))
                .map(found -> found.getString("reason")).into(new java.util.ArrayList<>());
        rig.notifications.list(new org.springframework.data.mongodb.core.query.Query()).stream().flatMap(message -> message.state().sendings().stream())
                .filter(sending -> sending.status() == ChannelStatus.DROPPED).forEach(sending -> deliveries.add(String.valueOf(sending.reason())));
        return deliveries;
    }

    private void assigned(String task, PositionId... to) {
        rig.arrives("a-" + task, 1, new TaskEvent.TaskAssigned(owed.task(task, MONDAY.plusDays(9), UNIT)), List.of(to));
    }

    private void overdue(String task) {
        rig.arrives("o-" + task, 3, new TaskEvent.TaskOverdue(owed.overdue(task, MONDAY.minusDays(1), UNIT), MONDAY), List.of(head));
    }
}
