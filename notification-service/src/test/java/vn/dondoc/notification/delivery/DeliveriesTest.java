package vn.dondoc.notification.delivery;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.platform.store.PlainStore;
import vn.dondoc.testing.RealMongo;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveriesTest {

    private static final Instant DOMAIN = Instant.parse("2026-11-30T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private final MongoClient client = MongoClients.create(RealMongo.shared().uri());
    private final MongoTemplate mongo = PlainStore.of(client, "deliveries-test");
    private final Deliveries deliveries = new Deliveries(mongo, Clock.systemUTC());
    private final DigestDeliveries digests = new DigestDeliveries(deliveries, Clock.systemUTC());

    @BeforeEach
    void empty() {
        mongo.getDb().drop();
        PlainStore.prepare(mongo, DeliveryConfiguration.collection(Duration.ofDays(400)));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void many_workers_get_each_delivery_once() throws Exception {
        deliveries.add(IntStream.range(0, 60).mapToObj(i -> waiting("n" + i, Urgency.NORMAL)).toList());
        var claimed = new ConcurrentLinkedQueue<String>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 8).<Callable<Boolean>>mapToObj(_ -> () -> {
                for (var due = deliveries.due(Channel.EMAIL, 8); !due.isEmpty(); due = deliveries.due(Channel.EMAIL, 8)) {
                    due.forEach(id -> deliveries.claim(id).ifPresent(mine -> claimed.add(mine.id())));
                }
                return true;
            }).toList();
            for (var done : workers.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(claimed).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void what_is_critical_goes_first_and_each_channel_for_itself() {
        deliveries.add(List.of(waiting("a", Urgency.NORMAL), waiting("b", Urgency.CRITICAL), on(Channel.SMS, "c")));
        assertThat(deliveries.due(Channel.EMAIL, 10)).containsExactly("b", "a");
        assertThat(deliveries.due(Channel.SMS, 10)).containsExactly("c");
        assertThat(deliveries.due(Channel.ZALO, 10)).isEmpty();
    }

    @Test
    void a_worker_that_died_gives_its_delivery_back() {
        deliveries.add(List.of(waiting("a", Urgency.NORMAL)));
        var dead = deliveries.claim("a").orElseThrow();
        assertThat(deliveries.claim("a")).isEmpty();
        leaseEnds("a");

        var taken = deliveries.claim("a").orElseThrow();
        assertThat(taken.delivery().tries()).isEqualTo(2);
        assertThat(deliveries.end(dead, DeliveryState.SENT, "SENT", List.of("a"))).isFalse();
        deliveries.again(dead, Duration.ZERO, "X");
        assertThat(deliveries.claim("a")).isEmpty();
        assertThat(deliveries.end(taken, DeliveryState.FAILED, "MAILBOX_REFUSED", List.of("a"))).isTrue();
        assertThat(found("a")).satisfies(ended -> {
            assertThat(ended.state()).isEqualTo(DeliveryState.FAILED);
            assertThat(ended.reason()).isEqualTo("MAILBOX_REFUSED");
            assertThat(ended.endedAt()).isNotNull();
            assertThat(ended.attempts()).singleElement().extracting(Delivery.Attempt::code).isEqualTo("MAILBOX_REFUSED");
        });
        assertThat(deliveries.unsettled(10)).hasSize(1);
    }

    @Test
    void some_are_claimed_together_and_what_is_given_back_is_anybodys_and_was_not_tried() {
        deliveries.add(List.of(waiting("a", Urgency.NORMAL), waiting("b", Urgency.NORMAL), waiting("c", Urgency.CRITICAL)));
        deliveries.claim("b").orElseThrow();
        var mine = deliveries.claim(List.of("c", "b", "a"));
        assertThat(mine).extracting(Claimed::id).as("without what somebody else has, in the order asked for").containsExactly("c", "a");
        assertThat(deliveries.due(Channel.EMAIL, 10)).isEmpty();

        deliveries.giveBack(mine.subList(1, 2));
        assertThat(found("a").tries()).isZero();
        assertThat(deliveries.claim("a").orElseThrow().delivery().tries()).isEqualTo(1);
        deliveries.giveBack(mine.subList(1, 2));
        assertThat(deliveries.claim("a")).as("a claim of before gives nothing back").isEmpty();
    }

    @Test
    void ends_are_noted_together_each_under_its_own_claim() {
        deliveries.add(List.of(waiting("a", Urgency.NORMAL), waiting("b", Urgency.NORMAL)));
        var dead = deliveries.claim(List.of("a", "b"));
        leaseEnds("a");
        var taken = deliveries.claim("a").orElseThrow();

        var ends = dead.stream().map(claimed -> new End(claimed, DeliveryState.SENT, "SENT", List.of(claimed.id()), null)).toList();
        assertThat(deliveries.end(ends)).extracting(end -> end.claimed().id()).containsExactly("b");
        assertThat(found("a").state()).isEqualTo(DeliveryState.WAITING);
        assertThat(deliveries.end(taken, DeliveryState.FAILED, "MAILBOX_REFUSED", List.of("a"))).isTrue();
        assertThat(deliveries.end(ends)).as("what is noted stays as it is").isEmpty();
        assertThat(found("a").state()).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void what_is_there_already_is_not_added_again() {
        deliveries.add(List.of(waiting("a", Urgency.NORMAL)));
        deliveries.again(deliveries.claim("a").orElseThrow(), Duration.ofMinutes(10), "MAILBOX_BUSY");
        deliveries.add(List.of(waiting("a", Urgency.NORMAL), waiting("b", Urgency.NORMAL)));
        assertThat(deliveries.due(Channel.EMAIL, 10)).containsExactly("b");
    }

    @Test
    void what_is_held_waits_for_the_clock_of_the_domain_and_comes_sooner_when_the_channel_before_it_failed() {
        deliveries.add(List.of(held("a", DOMAIN.plusSeconds(60)), held("b", DOMAIN.plusSeconds(7200))));
        deliveries.release(DOMAIN);
        assertThat(deliveries.due(Channel.EMAIL, 10)).isEmpty();
        deliveries.release(DOMAIN.plusSeconds(60));
        assertThat(deliveries.due(Channel.EMAIL, 10)).containsExactly("a");
        deliveries.nextTurn("b", DOMAIN.plusSeconds(61));
        deliveries.release(DOMAIN.plusSeconds(61));
        assertThat(deliveries.due(Channel.EMAIL, 10)).containsExactly("a", "b");
    }

    @Test
    void it_is_sent_again_once_for_each_time_somebody_asks_and_cancelled_before_it_leaves() {
        deliveries.add(List.of(waiting("a", Urgency.NORMAL), waiting("b", Urgency.NORMAL)));
        deliveries.cancel("b", "CANCELLED_BY_HAND");
        assertThat(found("b").state()).isEqualTo(DeliveryState.CANCELLED);
        deliveries.end(deliveries.claim("a").orElseThrow(), DeliveryState.SENT, "SENT", List.of("a"));
        deliveries.cancel("a", "CANCELLED_BY_HAND");
        assertThat(found("a").state()).isEqualTo(DeliveryState.SENT);

        deliveries.resend("a", "k1");
        assertThat(found("a")).satisfies(again -> {
            assertThat(again.state()).isEqualTo(DeliveryState.WAITING);
            assertThat(again.asked()).isTrue();
        });
        deliveries.end(deliveries.claim("a").orElseThrow(), DeliveryState.SENT, "SENT", List.of("a"));
        deliveries.resend("a", "k1");
        assertThat(found("a").state()).isEqualTo(DeliveryState.SENT);
        deliveries.resend("a", "k2");
        assertThat(found("a").state()).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void a_digest_that_moved_on_is_sent_again_from_its_first_channel_on_and_a_message_on_its_own() {
        digests.begin(List.of(digest("d1", "p:ha")));
        digests.ready(List.of("d1"));
        deliveries.moveTo(deliveries.claim("d1").orElseThrow(), Channel.ZALO, "MAILBOX_REFUSED");
        deliveries.moveTo(deliveries.claim("d1").orElseThrow(), Channel.SMS, "NO_PHONE");
        deliveries.add(List.of(on(Channel.SMS, "c")));
        List.of("d1", "c").forEach(id -> deliveries.end(deliveries.claim(id).orElseThrow(), DeliveryState.SENT, "SENT", List.of(id)));
        assertThat(found("d1").moved()).as("why it left the mailbox").isEqualTo("MAILBOX_REFUSED");
        List.of("d1", "c").forEach(id -> deliveries.resend(id, "k1"));
        assertThat(found("d1")).satisfies(again -> {
            assertThat(again.channel()).isEqualTo(Channel.EMAIL);
            assertThat(again.moved()).isNull();
        });
        assertThat(found("c").channel()).isEqualTo(Channel.SMS);
    }

    @Test
    void nobody_gets_two_digests_on_one_day() {
        assertThat(digests.begin(List.of(digest("d1", "p:ha", "m:1"), digest("d2", "p:binh")))).containsExactlyInAnyOrder("d1", "d2");
        assertThat(digests.begin(List.of(digest("d1", "p:ha", "m:1"), digest("d3", "p:ha", "m:9"), digest("d4", "p:chi")))).containsExactlyInAnyOrder("d1", "d4");
        digests.ready(List.of("d1"));
        assertThat(digests.begin(List.of(digest("d1", "p:ha", "m:1")))).isEmpty();
        assertThat(deliveries.due(Channel.EMAIL, 10)).containsExactly("d1");
        assertThat(digests.begun()).extracting(DigestDeliveries.Begun::id).containsExactlyInAnyOrder("d2", "d4");
        assertThat(found("d1").once()).containsExactly("2026-11-30|p:ha", "2026-11-30|m:1");
    }

    @Test
    void a_digest_that_did_not_leave_is_recalled_the_next_day_unless_it_is_on_its_way() {
        digests.begin(List.of(digest("d1", "p:ha"), digest("d2", "p:binh")));
        digests.ready(List.of("d1", "d2"));
        deliveries.claim("d2").orElseThrow();
        assertThat(digests.recall(DAY)).isEmpty();
        assertThat(digests.recall(DAY.plusDays(1))).containsExactly("d1");
        assertThat(digests.recall(DAY.plusDays(1))).as("until its messages were given back").containsExactly("d1");
        digests.recalled(List.of("d1"));
        assertThat(digests.recall(DAY.plusDays(1))).isEmpty();
        assertThat(found("d1").reason()).isEqualTo("NEXT_DIGEST");
    }

    private static DigestDeliveries.NewDigest digest(String id, String... readers) {
        return new DigestDeliveries.NewDigest(
                id, DAY, DOMAIN, new UnitId("tinh"), new UnitId("xa1"), List.of(new PositionId("c-" + id)), List.of(readers).stream().map(key -> DAY + "|" + key).toList());
    }

    private Delivery found(String id) {
        return deliveries.find(id, Filters.empty()).orElseThrow();
    }

    private void leaseEnds(String id) {
        mongo.getCollection(Deliveries.COLLECTION).updateOne(Filters.eq("_id", id), Updates.set(StoredDelivery.NEXT, new Date(0)));
    }

    private static Delivery waiting(String id, Urgency urgency) {
        return delivery(id, Channel.EMAIL, urgency, DeliveryState.WAITING, null);
    }

    private static Delivery on(Channel channel, String id) {
        return delivery(id, channel, Urgency.CRITICAL, DeliveryState.WAITING, null);
    }

    private static Delivery held(String id, Instant until) {
        return delivery(id, Channel.EMAIL, Urgency.CRITICAL, DeliveryState.HELD, until);
    }

    private static Delivery delivery(String id, Channel channel, Urgency urgency, DeliveryState state, Instant heldUntil) {
        return new Delivery(
                id, false, channel, urgency, new UnitId("tinh"), new UnitId("xa1"), List.of(new PositionId("c")), List.of(id), state, null, List.of(),
                Instant.EPOCH, state == DeliveryState.WAITING ? Instant.EPOCH : null, heldUntil, null, "test", List.of());
    }
}
