package vn.dondoc.testing.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.testing.RealBroker;
import vn.dondoc.testing.RealMongo;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A database that is restored from a backup older than the topics, from the moment it is noticed until nothing of it is left to see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("full")
class GenerationTest {

    private static final String KEY = "open-after-the-restore";

    private final TestProvince province = new TestProvince("gn");
    private final String admin = province.token("tinh", Role.PROVINCE_ADMINISTRATOR);
    private final String database = "gen" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Received> consumed = new ArrayList<>();
    private final HashSet<String> lostIds = new HashSet<>();
    private final Map<String, List<Document>> backup = new HashMap<>();

    private RealBroker broker;
    private SampleService sample;
    private String kept;
    private String other;
    private String ghost;

    @BeforeAll
    void aBackupIsTakenAndWorkGoesOn() {
        broker = RealBroker.start();
        sample = SampleService.start(RealMongo.shared(), broker, database);
        sample.awaitReady();
        province.publish(sample.topics);
        kept = sample.started("Có trong bản sao");
        other = sample.started("Cũng có");
        sample.step(kept);
        sample.step(kept);
        sample.places.create("gn-noi1", SampleService.act(null, null), () -> Place.register("gn-noi1", "Tên khi sao lưu")).orProblem();
        sample.awaitEvents(kept, 3);
        sample.awaitState(admin, "relaying");
        copy();

        for (int i = 0; i < 3; i++) {
            sample.step(kept);
        }
        ghost = sample.started("Tạo sau khi sao lưu");
        sample.places.change("gn-noi1", SampleService.act(null, null), place -> place.rename("Tên sau khi sao lưu")).orProblem();
        sample.places.create("gn-noi2", SampleService.act(null, null), () -> Place.register("gn-noi2", "Nơi không còn")).orProblem();
        sample.awaitEvents(kept, 6);
        sample.awaitEvents(ghost, 1);
        await().atMost(SampleService.LIMIT).untilAsserted(() -> assertThat(states().keySet()).contains("unit/gn-noi2"));
        sample.jobs.history(kept).stream().skip(5).forEach(told -> lostIds.add(told.entry().id()));
        await().atMost(SampleService.LIMIT).untilAsserted(() -> assertThat(fold(sample.heard.events)).containsEntry("jobs/" + kept, 5));
    }

    @AfterAll
    void end() {
        sample.close();
        broker.kill();
    }

    @Test
    @Order(1)
    void a_restored_database_sends_nothing_and_says_so() {
        restore();

        sample.awaitState(admin, "behind-topics");
        assertThat(Objects.requireNonNull(sample.relayAsTold(admin).unknown()).subject()).isNotBlank();
        await().atMost(SampleService.LIMIT).untilAsserted(() ->
                sample.http.get().uri("/actuator/health/readiness").exchange().expectStatus().isEqualTo(503));
        sample.http.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
        assertThat(sample.metric("dondoc.relay.behind")).isEqualTo(1);
        sample.step(other);
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(6)).untilAsserted(() -> assertThat(sample.events(other)).hasSize(1));
    }

    @Test
    @Order(2)
    void a_new_generation_fills_the_topics_with_what_the_histories_hold() {
        var opened = sample.openGeneration(admin, KEY);
        // Killed somewhere between emptying and sending again: done once more
        sample.relay.stop();
        sample.relay.start();
        assertThat(opened.generation()).isEqualTo(2);
        assertThat(sample.openGeneration(admin, KEY)).isEqualTo(opened);
        sample.awaitState(admin, "relaying");
        assertThat(sample.relayAsTold(admin).generation()).isEqualTo(2);
        sample.awaitReady();
        assertThat(sample.metric("dondoc.relay.behind")).isEqualTo(0);

        topicsHoldTheHistories(2);
        assertThat(sample.events(ghost)).isEmpty();
        assertThat(states()).doesNotContainKey("unit/gn-noi2").containsEntry("unit/gn-noi1", "Tên khi sao lưu");
        assertThat(states()).as("what others sent stays").containsKey("unit/gn-tinh");
    }

    @Test
    @Order(3)
    void new_commands_get_through_with_ids_of_their_own_and_win_over_what_was_lost() {
        sample.step(kept);
        sample.awaitEvents(kept, 4);

        assertThat(sample.jobs.history(kept)).extracting(told -> told.entry().id()).doesNotContainAnyElementsOf(lostIds).doesNotHaveDuplicates();
        await().atMost(SampleService.LIMIT).untilAsserted(() -> {
            var everything = new ArrayList<>(consumed);
            everything.addAll(sample.heard.events);
            assertThat(fold(everything)).containsEntry("jobs/" + kept, 3).containsEntry("jobs/" + other, 1);
        });
        topicsHoldTheHistories(2);
    }

    @Test
    @Order(4)
    void a_deleted_checkpoint_takes_the_generation_of_the_topics_over() {
        sample.relay.stop();
        sample.mongo.getCollection("relay").deleteMany(new Document());
        sample.relay.start();
        sample.awaitState(admin, "relaying");
        assertThat(sample.relayAsTold(admin).generation()).isEqualTo(2);
        sample.step(other);
        assertThat(sample.awaitEvents(other, 3).getLast().generation()).isEqualTo(2);
    }

    @Test
    @Order(5)
    void an_older_backup_still_opens_a_generation_that_was_never_used() {
        restore();
        sample.awaitState(admin, "behind-topics");
        assertThat(sample.openGeneration(admin, "another-restore").generation()).isEqualTo(3);
        sample.awaitState(admin, "relaying");
        topicsHoldTheHistories(3);
    }

    private void topicsHoldTheHistories(long generation) {
        for (var id : List.of(kept, other)) {
            await().atMost(SampleService.LIMIT).untilAsserted(() ->
                    assertThat(SampleService.firstOccurrences(sample.events(id))).containsExactlyElementsOf(sample.sent(id)));
            assertThat(sample.events(id)).extracting(TestTopics.Seen::generation).containsOnly(generation);
        }
        var subjects = sample.topics.read(Topic.TASK.topicName(), _ -> true).stream().map(TestTopics.Seen::subject).distinct().toList();
        assertThat(subjects).containsExactlyInAnyOrder("jobs/" + kept, "jobs/" + other);
    }

    /** The names that stand in the compacted topic. */
    private Map<String, String> states() {
        var names = new LinkedHashMap<String, String>();
        sample.topics.read(Topic.ORGANISATION.topicName(), seen -> seen.key().startsWith("unit/")).forEach(seen -> {
            if (seen.data().length == 0) {
                names.remove(seen.key());
            } else {
                names.put(seen.key(), EventJson.mapper().readValue(seen.data(), UnitState.class).name());
            }
        });
        return names;
    }

    /** A consumer that keeps the newest of each: the steps of each job. */
    private static Map<String, Integer> fold(Iterable<Received> events) {
        var orders = new HashMap<String, Long>();
        var steps = new HashMap<String, Integer>();
        for (var event : events) {
            if (event.order() > orders.getOrDefault(event.subject(), Long.MIN_VALUE)) {
                orders.put(event.subject(), event.order());
                steps.put(event.subject(), ((TaskEvent) event.event()).task().order());
            }
        }
        return steps;
    }

    private void copy() {
        for (var name : sample.mongo.getDb().listCollectionNames()) {
            backup.put(name, sample.mongo.getCollection(name).find().into(new ArrayList<>()));
        }
    }

    private void restore() {
        consumed.addAll(sample.heard.events);
        sample.close();
        try (var client = RealMongo.shared().client()) {
            var restored = client.getDatabase(database);
            for (var name : restored.listCollectionNames().into(new ArrayList<>())) {
                restored.getCollection(name).deleteMany(new Document());
                var documents = backup.getOrDefault(name, List.of());
                if (!documents.isEmpty()) {
                    restored.getCollection(name).insertMany(documents);
                }
            }
        }
        sample = SampleService.start(RealMongo.shared(), broker, database);
    }
}
