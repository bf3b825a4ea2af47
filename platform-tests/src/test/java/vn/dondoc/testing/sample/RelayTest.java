package vn.dondoc.testing.sample;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Objects;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.testing.RealBroker;
import vn.dondoc.testing.RealMongo;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is promised of the relay, clause by clause: nothing is lost, first occurrences come in sequence, duplicates may follow. */
class RelayTest extends SampleTest {

    @AfterEach
    void theRelayRuns() {
        free();
        if (!sample.relay.isRunning()) {
            sample.relay.start();
        }
    }

    @Test
    void a_backlog_is_sent_in_sequence_and_in_few_batches() {
        sample.awaitState(admin, "relaying");
        sample.relay.stop();
        var ids = sample.startedAll(500);
        for (int i = 0; i < 5; i++) {
            sample.stepAll(ids);
        }
        var before = sample.metric("dondoc.relay.batch");
        sample.relay.start();

        await().atMost(SampleService.LIMIT).untilAsserted(() -> {
            var wanted = new HashSet<>(ids);
            var seen = sample.topics.read(Topic.TASK.topicName(), one -> wanted.contains(one.subject().substring("jobs/".length())));
            // A turn that ends between sending and storing its position repeats the batch: that is allowed, a gap is not
            assertThat(seen.stream().map(one -> one.subject() + one.sequence()).distinct()).hasSize(3_000);
        });
        for (var id : ids.subList(0, 5)) {
            assertThat(SampleService.firstOccurrences(sample.events(id))).containsExactlyElementsOf(sample.sent(id));
        }
        assertThat(sample.metric("dondoc.relay.batch") - before).isBetween(1.0, 50.0);
    }

    @Test
    void a_stopped_relay_gives_its_lease_back() {
        sample.awaitState(admin, "relaying");
        sample.relay.stop();
        assertThat(sample.checkpoint().getDate("until")).isEqualTo(Instant.EPOCH);
    }

    @Test
    void a_command_written_while_nobody_relays_is_sent_later() {
        sample.relay.stop();
        var id = sample.started("Không ai chuyển");
        sample.step(id);
        sample.relay.start();
        assertThat(SampleService.firstOccurrences(sample.awaitEvents(id, 2))).containsExactly(1L, 2L);
    }

    @Test
    void the_starting_position_is_there_before_the_first_command() {
        try (var fresh = SampleService.startWithoutRelay(RealMongo.shared(), RealBroker.shared(), "first" + System.nanoTime())) {
            assertThat(fresh.mongo.getCollection("relay").countDocuments()).isZero();
            var id = fresh.started("Việc đầu tiên");
            var startAt = fresh.checkpoint().get("startAt", BsonTimestamp.class);
            assertThat(startAt.getTime() * 1000L)
                    .isLessThanOrEqualTo(fresh.jobs.history(id).getFirst().entry().writtenAt().toEpochMilli());
            fresh.relay.start();
            assertThat(SampleService.firstOccurrences(fresh.awaitEvents(id, 1))).containsExactly(1L);
            assertThat(fresh.checkpoint().get("repairFrom")).isNull();
        }
    }

    @Test
    void whoever_lost_the_lease_stores_no_position_and_sends_only_duplicates() {
        var id = sample.started("Mất quyền");
        sample.awaitEvents(id, 1);
        steal();
        var token = sample.checkpoint().get("token");
        for (int i = 0; i < 20; i++) {
            sample.step(id);
        }
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(6))
                .untilAsserted(() -> assertThat(sample.checkpoint().get("token")).isEqualTo(token));
        assertThat(sample.checkpoint().getString("owner")).isEqualTo("another");
        free();

        var seen = sample.awaitEvents(id, 21);
        assertThat(SampleService.firstOccurrences(seen)).containsExactlyElementsOf(sample.sent(id));
    }

    @Test
    void a_lost_checkpoint_is_repaired_from_the_histories() {
        var id = sample.started("Trước khi mất");
        sample.awaitEvents(id, 1);
        sample.mongo.getCollection("relay").deleteMany(new Document());
        sample.step(id);
        assertThat(SampleService.firstOccurrences(sample.awaitEvents(id, 2))).containsExactly(1L, 2L);
        sample.awaitState(admin, "relaying");
    }

    @Test
    void a_token_that_no_server_takes_is_repaired_from_the_histories() {
        var id = sample.started("Trước khi hỏng");
        sample.awaitEvents(id, 1);
        sample.relay.stop();
        sample.step(id);
        change(Updates.set("token", new Document("_data", "82DEADBEEF")));
        sample.relay.start();
        assertThat(SampleService.firstOccurrences(sample.awaitEvents(id, 2))).containsExactly(1L, 2L);
    }

    @Test
    void a_position_replaced_by_an_older_one_brings_duplicates_and_is_no_restored_database() {
        var id = sample.started("Vị trí cũ");
        sample.awaitEvents(id, 1);
        sample.relay.stop();
        var older = sample.checkpoint().get("token", Document.class);
        sample.relay.start();
        for (int i = 0; i < 10; i++) {
            sample.step(id);
        }
        sample.awaitEvents(id, 11);
        // As after a crash between sending and storing
        sample.relay.stop();
        change(Updates.set("token", older));
        sample.relay.start();

        await().atMost(SampleService.LIMIT).untilAsserted(() -> assertThat(sample.events(id)).hasSizeGreaterThanOrEqualTo(21));
        assertThat(SampleService.firstOccurrences(sample.events(id))).containsExactlyElementsOf(sample.sent(id));
        assertThat(sample.relayAsTold(admin).state()).isEqualTo("relaying");
        assertThat(sample.relayAsTold(admin).unknown()).isNull();
        sample.awaitReady();
    }

    @Test
    void a_position_advanced_by_another_instance_is_taken_over_whatever_this_one_had() {
        var id = sample.started("Vị trí mới");
        sample.awaitEvents(id, 1);
        try (var other = SampleService.start(RealMongo.shared(), RealBroker.shared(), sample.mongo.getDb().getName())) {
            sample.relay.stop();
            for (int i = 0; i < 10; i++) {
                sample.step(id);
            }
            sample.awaitEvents(id, 11);
            assertThat(other.relayAsTold(admin).here()).isTrue();
            assertThat(sample.relayAsTold(admin).here()).isFalse();
            assertThat(sample.relayAsTold(admin).epoch()).isEqualTo(other.relayAsTold(admin).epoch());
            sample.relay.start();
        }
        sample.step(id);
        assertThat(SampleService.firstOccurrences(sample.awaitEvents(id, 12))).containsExactlyElementsOf(sample.sent(id));
    }

    @Test
    void a_trimmed_history_is_reported_whole_and_nothing_of_it_is_sent_again() {
        var id = longHistory();
        sample.awaitEvents(id, 211);
        sample.archivist.round(Duration.ZERO);
        sample.step(id);
        assertThat(SampleService.firstOccurrences(sample.awaitEvents(id, 212))).containsExactlyElementsOf(sample.sent(id));
        // By hand, as no command does: the whole array, in one update
        sample.mongo.getCollection("jobs").updateOne(Filters.eq("_id", id), Updates.pull("history", Filters.lt("sequence", 350)));
        sample.step(id);
        assertThat(sample.awaitEvents(id, 213)).extracting(TestTopics.Seen::sequence).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void a_repair_reads_trimmed_histories_out_of_the_archive_in_sequence() {
        sample.relay.stop();
        var id = longHistory();
        sample.archivist.round(Duration.ZERO);
        change(Updates.combine(Updates.unset("token"), Updates.set("repairFrom", new Date(0)), Updates.set("startAt", clusterTime())));
        sample.relay.start();
        assertThat(SampleService.firstOccurrences(sample.awaitEvents(id, 211))).containsExactlyElementsOf(sample.sent(id));
    }

    @Test
    void a_repair_whose_lease_was_lost_is_done_by_whoever_has_it_next() {
        sample.relay.stop();
        var ids = sample.startedAll(3_000);
        change(Updates.combine(Updates.unset("token"), Updates.set("repairFrom", new Date(0)), Updates.set("startAt", clusterTime())));
        sample.relay.start();
        sample.awaitState(admin, "repairing", "relaying");
        steal();
        free();
        await().atMost(SampleService.LIMIT).untilAsserted(() -> assertThat(sample.checkpoint().get("repairFrom")).isNull());
        var wanted = new HashSet<>(ids);
        await().atMost(SampleService.LIMIT).untilAsserted(() -> assertThat(new HashSet<>(sample.topics.read(
                Topic.TASK.topicName(), one -> wanted.contains(one.subject().substring("jobs/".length()))).stream().map(TestTopics.Seen::subject).toList()))
                .hasSize(3_000));
    }

    @Test
    void how_it_stands_is_told_to_the_administrator_only() {
        var id = sample.started("Ai được xem");
        sample.awaitEvents(id, 1);
        await().atMost(SampleService.LIMIT).untilAsserted(() -> {
            var told = sample.relayAsTold(admin);
            assertThat(told.state()).isEqualTo("relaying");
            assertThat(told.here()).isTrue();
            assertThat(told.generation()).isEqualTo(1);
            assertThat(told.lastError()).isNull();
            assertThat(Objects.requireNonNull(told.lagSeconds())).isLessThan(2);
            assertThat(told.storedAt()).isNotNull();
            assertThat(told.writtenAt()).isAfterOrEqualTo(sample.jobs.history(id).getFirst().entry().writtenAt());
        });
        var standing = province.token("xa1.vhxh", Role.COMMUNE_STANDING);
        sample.get("/api/operations/sample-service/relay", standing).expectStatus().isForbidden();
        sample.post("/api/operations/sample-service/generation", standing).expectStatus().isForbidden();
        sample.relay.stop();
        await().atMost(SampleService.LIMIT).untilAsserted(() -> assertThat(sample.relayAsTold(admin).state()).isEqualTo("nobody"));
    }

    private String longHistory() {
        var id = sample.started("Lịch sử dài");
        for (int i = 0; i < 210; i++) {
            sample.step(id);
        }
        return id;
    }

    private BsonTimestamp clusterTime() {
        return sample.mongo.getDb().runCommand(new Document("hello", 1)).get("operationTime", BsonTimestamp.class);
    }

    private void change(Bson update) {
        sample.mongo.getCollection("relay").updateOne(new Document(), update);
    }

    /** As another instance that took the lease over. */
    private void steal() {
        change(Updates.combine(
                Updates.set("owner", "another"), Updates.inc("epoch", 1L), Updates.set("until", new Date(Long.MAX_VALUE / 2))));
    }

    private void free() {
        sample.mongo.getCollection("relay").updateOne(Filters.eq("owner", "another"), Updates.set("until", new Date(0)));
    }
}
