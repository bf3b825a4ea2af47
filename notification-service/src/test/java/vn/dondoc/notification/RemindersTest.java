package vn.dondoc.notification;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.NotificationEvent;
import vn.dondoc.contracts.event.NotificationEvent.NotificationDelivered;
import vn.dondoc.contracts.event.NotificationEvent.NotificationDropped;
import vn.dondoc.contracts.event.NotificationEvent.NotificationFailed;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RemindersTest extends ServiceTest {

    private static final String UNIT = "xa1.kinhte";

    @Test
    void an_assigned_task_is_in_the_inbox_and_in_the_mailboxes_of_its_unit() {
        var plan = new PlanState(
                new PlanId("nt-kh-36"), PROVINCE.unit("tinh"), PROVINCE.unit("xa1"), "Chuyển đổi số năm 2026", "36/KH-UBND", null, 2026,
                today(), 1, 0, 0);
        TOPICS.publish(new PlanEvent.PlanPublished(plan), PROVINCE.unit("xa1"), "plans/nt-kh-36", 1, clock.instant());
        await().atMost(LIMIT).until(() -> mongo.getCollection("plans").countDocuments() == 1);

        happens(new TaskEvent.TaskAssigned(owed.task("nt-assigned", LocalDate.of(2027, 3, 5), UNIT)), 1);

        await().atMost(LIMIT).untilAsserted(() -> assertThat(MAIL.about("nt-assigned")).extracting(TestMail.Letter::to)
                .containsExactlyInAnyOrder(mailbox(UNIT, Role.UNIT_HEAD), mailbox(UNIT, Role.OFFICER)));
        assertThat(MAIL.about("nt-assigned")).allSatisfy(letter -> {
            assertThat(letter.subject()).isEqualTo("[Đôn Đốc] Nhiệm vụ mới, hạn 05/03/2027: " + Owed.TITLE);
            assertThat(letter.whole()).contains(
                    "Kính gửi", "http://console.example:8080/tasks/nt-assigned", "36/KH-UBND – Chuyển đổi số năm 2026", "05/03/2027");
        });
        await().atMost(LIMIT).untilAsserted(() -> assertThat(inboxAbout("nt-assigned", UNIT, Role.OFFICER)).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("TaskAssigned");
            assertThat(entry.subject()).contains(Owed.TITLE, "05/03/2027");
            assertThat(entry.text()).contains("Đề nghị Phòng Kinh tế chủ trì");
            assertThat(entry.link()).isEqualTo("/tasks/nt-assigned");
            assertThat(entry.urgency()).isEqualTo("normal");
            assertThat(entry.emailStatus()).isEqualTo("delivered");
            assertThat(entry.readAt()).isNull();
        }));
        assertThat(inbox(UNIT, Role.OFFICER, "en")).anySatisfy(entry -> assertThat(entry.subject()).startsWith("New task, due 05/03/2027"));
        assertThat(inboxAbout("nt-assigned", "xa1.vhxh", Role.COMMUNE_STANDING)).isEmpty();
    }

    @Test
    void an_overdue_task_is_told_to_the_standing_unit_too() {
        happens(new TaskEvent.TaskOverdue(owed.overdue("nt-overdue", today().minusDays(1), UNIT), today()), 4);

        await().atMost(LIMIT).untilAsserted(() -> assertThat(MAIL.about("nt-overdue")).extracting(TestMail.Letter::to)
                .containsExactlyInAnyOrder(
                        mailbox(UNIT, Role.UNIT_HEAD), mailbox(UNIT, Role.OFFICER), mailbox("xa1.vhxh", Role.COMMUNE_STANDING)));
        assertThat(inboxAbout("nt-overdue", "xa1.vhxh", Role.COMMUNE_STANDING)).singleElement().satisfies(entry -> {
            assertThat(entry.urgency()).isEqualTo("critical");
            assertThat(entry.text()).contains("do Phòng Kinh tế chủ trì", "Đề nghị cơ quan thường trực đôn đốc");
        });
        await().atMost(LIMIT).untilAsserted(() -> assertThat(told("nt-overdue")).extracting(event -> event.getClass().getSimpleName())
                .containsOnly("NotificationQueued", "NotificationDelivered").hasSize(9));
        assertThat(told("nt-overdue")).extracting(event -> event.delivery().step()).containsOnly("TaskOverdue");
    }

    @Test
    void a_missing_report_is_told_to_whom_it_is_owed() {
        happens(new ReportEvent.ReportOverdue(owed.report("nt-report", today().minusDays(1), ReportStatus.OVERDUE), today()), 3);

        await().atMost(LIMIT).untilAsserted(() -> assertThat(MAIL.about("nt-report")).extracting(TestMail.Letter::to)
                .contains(mailbox("xa1.vhxh", Role.COMMUNE_STANDING), mailbox(UNIT, Role.UNIT_HEAD)));
        assertThat(inboxAbout("nt-report", "xa1.vhxh", Role.COMMUNE_STANDING)).singleElement()
                .satisfies(entry -> assertThat(entry.text()).contains("Phòng Kinh tế chưa gửi", "tháng 11/2026"));
    }

    @Test
    void what_is_replayed_is_told_once() {
        var assigned = new TaskEvent.TaskAssigned(owed.task("nt-replay", today().plusDays(3), UNIT));
        var dueSoon = new TaskEvent.TaskDueSoon(owed.task("nt-replay", today().plusDays(3), UNIT), 3);
        happens(assigned, 1);
        happens(dueSoon, 2);
        await().atMost(LIMIT).until(() -> MAIL.about("nt-replay").size() == 4);
        happens(assigned, 1);
        happens(dueSoon, 2);
        happens(assigned, 1);
        happens(new TaskEvent.TaskAssigned(owed.task("nt-behind-replay", today().plusDays(3), UNIT)), 1);
        await().atMost(LIMIT).until(() -> MAIL.about("nt-behind-replay").size() == 2);

        assertThat(MAIL.about("nt-replay")).hasSize(4).extracting(TestMail.Letter::id).doesNotHaveDuplicates();
        assertThat(inboxAbout("nt-replay", UNIT, Role.UNIT_HEAD)).extracting(entry -> entry.type())
                .containsExactlyInAnyOrder("TaskAssigned", "TaskDueSoon");
    }

    @Test
    void what_a_new_generation_sends_again_is_told_once_and_to_nobody_who_came_later() {
        var lead = "xa1.congan";
        var assigned = new TaskEvent.TaskAssigned(owed.task("nt-generation", today().plusDays(3), lead));
        var dueSoon = new TaskEvent.TaskDueSoon(owed.task("nt-generation", today().plusDays(3), lead), 3);
        happens(assigned, 1);
        happens(dueSoon, 2);
        await().atMost(LIMIT).until(() -> MAIL.about("nt-generation").size() == 2);

        // Whoever forgot that it was told finds the messages, and that their letters are sent
        mongo.getCollection("obligations").updateMany(new Document(), Updates.unset("toldEvents"));
        againIn(2, assigned, 1);
        againIn(2, dueSoon, 2);
        behind("nt-behind-two", lead, 1);
        var late = new PositionState(
                new PositionId("nt-late"), PROVINCE.unit(lead), "Cán bộ mới", Role.OFFICER, new PersonId("nt-late"), "late@nt.example");
        TOPICS.organisation(List.of(), List.of(late), List.of());
        await().atMost(LIMIT).until(() -> directory.position(late.id()).isPresent());
        againIn(3, assigned, 1);
        againIn(3, dueSoon, 2);
        behind("nt-behind-three", lead, 2);

        assertThat(MAIL.about("nt-generation")).extracting(TestMail.Letter::to).containsExactly(
                mailbox(lead, Role.UNIT_HEAD), mailbox(lead, Role.UNIT_HEAD));
        assertThat(inboxAbout("nt-generation", lead, Role.UNIT_HEAD)).hasSize(2);
        assertThat(mongo.getCollection("notifications").countDocuments(Filters.eq("cause.obligation", "nt-generation"))).isEqualTo(2);
        await().atMost(LIMIT).until(() -> mongo.getCollection("deliveries").countDocuments(Filters.eq("state", "WAITING")) == 0);
    }

    private void againIn(long generation, TaskEvent event, long sequence) {
        TOPICS.resend(generation, event, PROVINCE.unit("xa1"), "assignments/" + event.task().id(), sequence, clock.instant());
    }

    private void behind(String id, String lead, int letters) {
        happens(new TaskEvent.TaskAssigned(owed.task(id, today().plusDays(3), lead)), 1);
        await().atMost(LIMIT).until(() -> MAIL.about(id).size() == letters);
    }

    @Test
    void what_happens_in_a_later_generation_is_told_though_its_sequence_was_used_before() {
        var task = owed.task("nt-again", today().plusDays(30), UNIT);
        happens(new TaskEvent.CompletionReturned(task), 4);
        await().atMost(LIMIT).until(() -> MAIL.about("nt-again").size() == 2);
        TOPICS.publishIn(2, new TaskEvent.CompletionReturned(task), PROVINCE.unit("xa1"), "assignments/nt-again", 4, clock.instant());
        await().atMost(LIMIT).until(() -> MAIL.about("nt-again").size() == 4);
    }

    @Test
    void nothing_is_urged_that_is_known_to_be_done() {
        happens(new TaskEvent.TaskCompleted(owed.done("nt-done", today().minusDays(1), UNIT)), 5);
        happens(new TaskEvent.TaskOverdue(owed.overdue("nt-done", today().minusDays(1), UNIT), today()), 4);

        await().atMost(LIMIT).untilAsserted(() -> assertThat(told("nt-done")).filteredOn(NotificationDropped.class::isInstance)
                .extracting(event -> event.delivery().channel()).contains("inbox", "email"));
        assertThat(MAIL.about("nt-done")).isEmpty();
        assertThat(inboxAbout("nt-done", UNIT, Role.UNIT_HEAD)).extracting(entry -> entry.type()).containsExactly("TaskCompleted");
        assertThat(inboxAbout("nt-done", "xa1.vhxh", Role.COMMUNE_STANDING)).isEmpty();
    }

    @Test
    void a_record_that_cannot_be_read_goes_to_the_dead_letters_alone() {
        happens(new TaskEvent.TaskAssigned(owed.task("nt-before-broken", today().plusDays(30), UNIT)), 1);
        TOPICS.publish(Topic.TASK.topicName(), PROVINCE.unit("xa1").value(), "TaskAssigned", "assignments/nt-broken", 1, clock.instant(),
                "{\"task\":{\"id\":".getBytes(StandardCharsets.UTF_8));
        happens(new TaskEvent.TaskAssigned(owed.task("nt-after-broken", today().plusDays(30), UNIT)), 1);

        await().atMost(LIMIT).until(() -> MAIL.about("nt-before-broken").size() == 2 && MAIL.about("nt-after-broken").size() == 2);
        assertThat(TOPICS.read(Topic.deadLetters("notification-service"), _ -> true)).extracting(TestTopics.Seen::subject)
                .containsExactly("assignments/nt-broken");
    }

    @Test
    void a_mailbox_that_positions_share_gets_one_letter() {
        moves("xa2.kinhte", Role.OFFICER, mailbox("xa2.kinhte", Role.UNIT_HEAD));
        happens(new TaskEvent.TaskAssigned(owed.task("nt-shared", today().plusDays(30), "xa2.kinhte")), 1);

        await().atMost(LIMIT).untilAsserted(() -> assertThat(told("nt-shared")).filteredOn(NotificationDelivered.class::isInstance)
                .extracting(event -> event.delivery().channel()).containsExactlyInAnyOrder("inbox", "inbox", "email"));
        assertThat(MAIL.about("nt-shared")).hasSize(1);
    }

    @Test
    void what_nobody_can_be_told_of_yet_waits_for_the_organisation() {
        var later = new TestProvince("nu");
        var task = new Owed(later, "nu-kh").overdue("nu-early", today().minusDays(1), UNIT);
        TOPICS.publish(new TaskEvent.TaskOverdue(task, today()), later.unit("xa1"), "assignments/nu-early", 1, clock.instant());
        await().atMost(LIMIT).until(() -> mongo.getCollection("unaddressed").countDocuments() == 1);

        later.publish(TOPICS);

        await().atMost(LIMIT).until(() -> MAIL.about("nu-early").size() == 3);
        await().atMost(LIMIT).until(() -> mongo.getCollection("unaddressed").countDocuments() == 0);
    }

    @Test
    void a_letter_that_cannot_be_delivered_ever_has_failed_and_the_inbox_has_the_message() {
        moves("xa2.congan", Role.UNIT_HEAD, "chưa có hộp thư");
        happens(new TaskEvent.TaskAssigned(owed.task("nt-no-mailbox", today().plusDays(30), "xa2.congan")), 1);

        await().atMost(LIMIT).untilAsserted(() -> assertThat(told("nt-no-mailbox")).filteredOn(NotificationFailed.class::isInstance)
                .singleElement().satisfies(failed -> assertThat(((NotificationFailed) failed).reason()).isEqualTo("MAILBOX_INVALID")));
        assertThat(inboxAbout("nt-no-mailbox", "xa2.congan", Role.UNIT_HEAD)).singleElement()
                .satisfies(entry -> assertThat(entry.emailStatus()).isEqualTo("failed"));
        assertThat(told("nt-no-mailbox")).filteredOn(NotificationDelivered.class::isInstance)
                .extracting(NotificationEvent::delivery).extracting(NotificationEvent.Delivery::channel).containsExactly("inbox");
    }
}
