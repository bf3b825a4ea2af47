package vn.dondoc.notification.delivery;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.Owed;
import vn.dondoc.notification.channel.TestSettings;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Urgency;

import static org.assertj.core.api.Assertions.assertThat;

/** A desk with one courier, at a provider that takes as many letters as the test lets it. */
class DeskTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final String UNIT = "xa1.kinhte";
    private static final int LETTERS = 40;
    private static final int QUICK = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Semaphore taken = new Semaphore(0);
    private final Wire mail = new Wire(Channel.EMAIL, () -> rig().clock.instant());
    private final Rig rig = new Rig("desk", TestSettings.withoutDigests(), mail);
    private final Owed owed = new Owed(rig.province, "kh");
    private final PositionId head = rig.province.positionId(UNIT, Role.UNIT_HEAD);
    private final ExecutorService errands = Executors.newVirtualThreadPerTaskExecutor();
    private final Desk desk = rig.desk(Channel.EMAIL, 1);
    private final List<Thread> clerks = IntStream.range(0, Desk.CLERKS).mapToObj(_ -> Thread.ofVirtual().unstarted(this::work)).toList();

    private Rig rig() {
        return rig;
    }

    @BeforeEach
    void letters() {
        mail.dies = () -> {
            taken.acquireUninterruptibly();
            return false;
        };
        rig.at(MONDAY, 9, 0);
        IntStream.range(0, LETTERS).forEach(number ->
                rig.arrives("a-" + number, 1, new TaskEvent.TaskAssigned(owed.task("t" + number, MONDAY.plusDays(9), UNIT)), List.of(head)));
    }

    @AfterEach
    void close() {
        taken.release(10 * LETTERS);
        clerks.forEach(Thread::interrupt);
        errands.close();
        rig.close();
    }

    @Test
    void what_is_critical_overtakes_those_that_were_claimed_before_it_and_all_are_sent_once() {
        clerks.forEach(Thread::start);
        taken.release(QUICK);
        Awaitility.await("some went quickly").atMost(PATIENCE).until(() -> mail.sent.size() == QUICK);
        Awaitility.await("others are claimed, and the provider takes its time").atMost(PATIENCE).until(() -> count(Filters.exists(StoredDelivery.OWNER)) > 0);

        rig.arrives("o-late", 1, new TaskEvent.TaskOverdue(owed.overdue("late", MONDAY.minusDays(1), UNIT), MONDAY), List.of(head));
        var critical = Filters.eq(StoredDelivery.RANK, Urgency.CRITICAL.ordinal());
        Awaitility.await("it is next").atMost(PATIENCE).until(() -> count(Filters.and(critical, Filters.exists(StoredDelivery.OWNER))) == 1);
        taken.release(3);
        Awaitility.await("a few more").atMost(PATIENCE).until(() -> mail.sent.size() == QUICK + 3);
        assertThat(mail.sent.subList(QUICK, QUICK + 3)).extracting(sent -> sent.parcel().first().urgency()).contains(Urgency.CRITICAL);

        taken.release(LETTERS);
        Awaitility.await("all are noted").atMost(PATIENCE).until(() -> count(Filters.eq(StoredDelivery.STATE, DeliveryState.SENT.name())) == LETTERS + 1);
        assertThat(mail.sent).extracting(sent -> sent.parcel().id()).hasSize(LETTERS + 1).doesNotHaveDuplicates();
        assertThat(count(Filters.ne(StoredDelivery.TRIES, 1))).as("what was given back does not count as tried").isZero();
    }

    @Test
    void a_message_that_cannot_be_read_keeps_no_other_from_being_sent() {
        var broken = rig.mongo.getCollection("notifications").find().first().getString("_id");
        rig.mongo.getCollection("notifications").updateOne(Filters.eq("_id", broken), Updates.set("urgency", "NOBODY_KNOWS"));
        clerks.forEach(Thread::start);
        taken.release(LETTERS);
        Awaitility.await("all others are sent").atMost(PATIENCE).until(() -> count(Filters.eq(StoredDelivery.STATE, DeliveryState.SENT.name())) == LETTERS - 1);
        assertThat(mail.sent).extracting(sent -> sent.parcel().first().id().value()).doesNotContain(broken);
    }

    private long count(Bson filter) {
        return rig.deliveries.count(filter);
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                desk.round(errands);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
