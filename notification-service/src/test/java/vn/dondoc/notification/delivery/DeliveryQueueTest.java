package vn.dondoc.notification.delivery;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
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
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.testing.RealMongo;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryQueueTest {

    private final MongoClient client = MongoClients.create(RealMongo.shared().uri());
    private final MongoTemplate mongo = new MongoTemplate(client, "delivery-queue-test");
    private final DeliveryQueue queue = new DeliveryQueue(mongo, Clock.systemUTC());

    @BeforeEach
    void empty() {
        mongo.getDb().drop();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void many_workers_get_each_letter_once() throws Exception {
        queue.add(IntStream.range(0, 60).mapToObj(i -> waiting("n" + i, Urgency.NORMAL)).toList());
        var claimed = new ConcurrentLinkedQueue<String>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 8).<Callable<Boolean>>mapToObj(_ -> () -> {
                for (var letter = queue.claim(); letter.isPresent(); letter = queue.claim()) {
                    claimed.add(letter.get().id());
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
    void what_is_urgent_goes_first() {
        queue.add(List.of(waiting("a", Urgency.NORMAL), waiting("b", Urgency.CRITICAL)));
        assertThat(queue.claim().orElseThrow().id()).isEqualTo("b");
        assertThat(queue.claim().orElseThrow().id()).isEqualTo("a");
        assertThat(queue.claim()).isEmpty();
    }

    @Test
    void a_worker_that_died_gives_its_letter_back() {
        queue.add(List.of(waiting("a", Urgency.NORMAL)));
        var dead = queue.claim().orElseThrow();
        assertThat(queue.claim()).isEmpty();
        leaseEnds("a");

        var taken = queue.claim().orElseThrow();
        assertThat(taken.tries()).isEqualTo(2);
        queue.done(dead);
        queue.again(dead, Duration.ZERO);
        assertThat(queue.claim()).isEmpty();
        queue.done(taken);
        assertThat(mongo.getCollection(DeliveryQueue.COLLECTION).countDocuments()).isZero();
    }

    @Test
    void what_waits_already_is_not_added_again() {
        queue.add(List.of(waiting("a", Urgency.NORMAL)));
        var letter = queue.claim().orElseThrow();
        queue.again(letter, Duration.ofMinutes(10));
        queue.add(List.of(waiting("a", Urgency.NORMAL), waiting("b", Urgency.NORMAL)));
        assertThat(queue.claim().orElseThrow().id()).isEqualTo("b");
        assertThat(queue.claim()).isEmpty();
    }

    private void leaseEnds(String id) {
        mongo.getCollection(DeliveryQueue.COLLECTION).updateOne(Filters.eq("_id", id), Updates.set(DeliveryQueue.NEXT, new Date(0)));
    }

    private static DeliveryQueue.Waiting waiting(String id, Urgency urgency) {
        return new DeliveryQueue.Waiting(id, urgency, "test");
    }
}
