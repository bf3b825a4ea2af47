package vn.dondoc.testing.sample;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is due, in what order, by how many, and how fast. */
class SweepTest extends SampleTest {

    /** The service's own sweep does not live to see this day. */
    private static final Instant FAR = Instant.parse("2150-01-01T00:00:00Z");

    @Autowired Aggregates<Alarm> alarms;
    @Autowired StoreReadiness store;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void a_storm_is_told_in_the_order_of_age() {
        var ids = new ArrayList<>(IntStream.range(0, 1600).mapToObj(i -> "age%05d".formatted(i)).toList());
        Collections.shuffle(ids, new Random(7));
        set(ids.stream().map(id -> new Due(id, "Cũ trước", FAR.plusSeconds(Integer.parseInt(id.substring(3))))).toList());
        var decided = new ConcurrentLinkedQueue<Instant>();
        var sweep = sweep("age", FAR.plus(Duration.ofDays(1)), decided);
        assertThat(sweep.round()).isEqualTo(500);
        while (sweep.round() > 0) { }

        assertThat(List.copyOf(decided)).hasSize(1600).isSorted();
        await().atMost(SampleService.LIMIT).untilAsserted(() -> assertThat(rung("age")).hasSize(1600));
        assertThat(rung("age")).extracting(TestTopics.Seen::subject).as("one key, so one partition").isSorted();
    }

    @Test
    @Tag("full")
    void two_sweepers_share_a_storm_and_tell_each_boundary_once() {
        var ids = IntStream.range(0, 8000).mapToObj(i -> "two%05d".formatted(i)).toList();
        set(ids.stream().map(id -> new Due(id, "Hai bộ quét", FAR.plusSeconds(Integer.parseInt(id.substring(3)) / 1000))).toList());
        var sweeps = List.of(sweep("one", FAR.plus(Duration.ofDays(2)), null), sweep("other", FAR.plus(Duration.ofDays(2)), null));
        sweeps.stream().map(sweep -> CompletableFuture.runAsync(() -> {
            while (sweep.round() > 0) { }
        }, Thread::startVirtualThread)).toList().forEach(CompletableFuture::join);

        assertThat(sample.mongo.getCollection("alarms").countDocuments(Document.parse("{_id: /^two/, version: 2}"))).isEqualTo(8000);
        assertThat(counted("transitions", "one") + counted("transitions", "other")).isGreaterThanOrEqualTo(8000);
        var lost = counted("lost", "one") + counted("lost", "other");
        System.out.printf("two sweepers: %.0f + %.0f transitions, %.0f decided in vain%n", counted("transitions", "one"), counted("transitions", "other"), lost);
        assertThat(counted("transitions", "one")).isGreaterThan(1000);
        assertThat(counted("transitions", "other")).isGreaterThan(1000);
        assertThat(lost).as("without a spread the second decides nearly everything in vain").isLessThan(4000);
    }

    @Test
    void what_cannot_be_read_or_decided_holds_up_nobody_and_is_seen() {
        var before = FAR.plus(Duration.ofDays(400));
        set(IntStream.range(0, 700).mapToObj(i -> new Due("brk%05d".formatted(i), i < 600 ? Alarm.BROKEN : "Lành", before.plusSeconds(i))).toList());
        sample.mongo.getCollection("alarms").insertOne(new Document("_id", "brk-unreadable").append("version", 1L)
                .append("due", new Document("kind", "of the future")).append(Sweep.BOUNDARY, java.util.Date.from(before.minusSeconds(10))));
        var sweep = sweep("broken", before.plus(Duration.ofHours(1)), null);
        sweep.round();
        sweep.round();

        assertThat(sample.mongo.getCollection("alarms").countDocuments(Document.parse("{_id: /^brk/, version: 2}"))).isEqualTo(100);
        assertThat(counted("failures", "broken")).isEqualTo(601);
        assertThat(registry.get("dondoc.sweep.delay").tag("sweep", "broken").gauge().value()).isEqualTo(3610);
        sample.mongo.getCollection("alarms").deleteOne(Document.parse("{_id: 'brk-unreadable'}"));
    }

    @Test
    @Tag("full")
    void while_the_relay_stands_still_a_sweep_gives_way_between_batches() {
        sample.relay.stop();
        try {
            // all are there before the first is due, so that the first batch is a full one
            var due = Instant.now().plusSeconds(10);
            set(IntStream.range(0, 3000).mapToObj(i -> new Due("lag%05d".formatted(i), "Nhường", due)).toList());
            await().atMost(SampleService.LIMIT).until(() -> rungInStore("lag") > 0);
            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).until(() -> rungInStore("lag") == 500);
            var metrics = sample.http.get().uri("/actuator/prometheus").exchange().expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
            assertThat(metrics).containsPattern("dondoc_sweep_delay_seconds\\{[^}]*sweep=\"alarms\"[^}]*} (?!0[.]0)[0-9]");
        } finally {
            sample.relay.start();
        }
        await().atMost(Duration.ofSeconds(15)).until(() -> rungInStore("lag") == 3000);
        await().atMost(SampleService.LIMIT).untilAsserted(() -> assertThat(rung("lag")).hasSize(3000));
    }

    private record Due(String id, String title, Instant at) {}

    private void set(List<Due> wanted) {
        alarms.createAll(SampleService.act(null, null), wanted.stream().map(due ->
                new Aggregates.New<>(due.id(), Alarm.set(due.id(), SampleService.COMMUNE, due.title(), due.at()))).toList());
    }

    private Sweep<Alarm> sweep(String name, Instant now, ConcurrentLinkedQueue<Instant> decided) {
        var clock = new DomainClock(Clock.fixed(now, ZoneOffset.UTC), Duration.ZERO);
        return new Sweep<>(name, alarms, (alarm, at) -> {
            if (decided != null) {
                decided.add(alarm.nextBoundaryAt());
            }
            return alarm.ring(at);
        }, clock, store, registry);
    }

    private double counted(String what, String sweep) {
        return registry.get("dondoc.sweep." + what).tag("sweep", sweep).counter().count();
    }

    private long rungInStore(String prefix) {
        return sample.mongo.getCollection("alarms").countDocuments(Document.parse("{_id: /^" + prefix + "/, version: 2}"));
    }

    private List<TestTopics.Seen> rung(String prefix) {
        return sample.topics.read(Topic.TASK.topicName(), seen -> seen.type().equals("TaskOverdue") && seen.subject().startsWith("alarms/" + prefix));
    }
}
