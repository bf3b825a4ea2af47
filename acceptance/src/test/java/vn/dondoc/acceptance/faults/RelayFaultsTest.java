package vn.dondoc.acceptance.faults;

import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import vn.dondoc.contracts.event.Topic;

import static org.assertj.core.api.Assertions.assertThat;

/** The relay dies, stops or loses its position at the worst moments. */
class RelayFaultsTest extends FaultRun {

    private static final String RELAY = "dondoc_task.relay";
    private static final String UPDATE = "update";

    private World world;
    private Commands commands;
    private World.Owed task;
    private int number;

    @BeforeEach
    void aWorld(TestInfo info) {
        landscape.awaitReady();
        world = World.published(landscape, "relay" + Integer.toHexString(info.getDisplayName().hashCode()), 4);
        commands = Commands.single(landscape, world, SEED);
        task = world.tasks().getFirst();
    }

    @Test
    void killed_after_the_write() throws Exception {
        var relaying = active();
        landscape.broker.kill();
        acknowledged(relaying, 1);
        landscape.of(Landscape.TASK).forEach(Instance::kill);
        landscape.broker.restart();
        assertThat(told()).as("nothing was sent before the service died").isEqualTo(1);
        landscape.of(Landscape.TASK).forEach(Instance::again);
        judged("a kill after the write");
        assertThat(told()).isEqualTo(3);
    }

    @Test
    void killed_after_the_send_before_the_position_is_stored() throws Exception {
        var relaying = active();
        var before = position();
        try (var held = FailPoint.holding(landscape.client, Duration.ofSeconds(15), RELAY, relaying.name(), UPDATE)) {
            acknowledged(relaying, 1);
            until(() -> told() == 3);
            held.awaitEntered();
            assertThat(position()).as("sent, and not stored").isEqualTo(before);
            relaying.kill();
        }
        relaying.again();
        judged("a kill after the send");
        assertThat(records()).as("what was sent is sent once more: duplicates are allowed, gaps are not").isGreaterThan(3);
    }

    @Test
    @Tag("full")
    void stopped_past_its_lease_its_position_is_refused() throws Exception {
        var stopped = active();
        var other = landscape.of(Landscape.TASK).stream().filter(instance -> instance != stopped).findFirst().orElseThrow();
        var epoch = epoch();
        try (var held = FailPoint.holding(landscape.client, Duration.ofSeconds(20), RELAY, stopped.name(), UPDATE)) {
            acknowledged(stopped, 1);
            held.awaitEntered();
            stopped.stop();
        }
        until(() -> epoch() > epoch);
        acknowledged(other, 2);
        until(() -> told() >= 5);
        until(() -> !position().isEmpty());
        var ahead = position();
        stopped.goOn();
        until(() -> stopped.log().contains("Another epoch of the relay has begun"));
        assertThat(position()).as("the position of the other epoch stands").isGreaterThanOrEqualTo(ahead);
        judged("a stop past the lease");
    }

    @Test
    @Tag("full")
    void the_position_is_deleted() throws Exception {
        var stream = Commands.begin(landscape, world, SEED, 3);
        more(stream, 20);
        landscape.database(Landscape.TASK).getCollection("relay").deleteMany(new Document());
        landscape.database(Landscape.REPORTING).getCollection("relay").deleteMany(new Document());
        more(stream, 30);
        stream.finish();
        judged("deleted positions");
    }

    @Test
    @Tag("full")
    void the_oplog_does_not_reach_back_far_enough() throws Exception {
        acknowledged(active(), 1);
        until(() -> told() == 3);
        var writer = landscape.of(Landscape.TASK).getFirst();
        landscape.broker.kill();
        acknowledged(writer, 2);
        landscape.of(Landscape.TASK).forEach(Instance::kill);
        landscape.goRoundTheOplog();
        landscape.broker.restart();
        landscape.of(Landscape.TASK).forEach(Instance::again);
        judged("an oplog that was too short");
        assertThat(landscape.of(Landscape.TASK)).as("the histories were read instead")
                .anyMatch(instance -> instance.log().contains("The change stream cannot be resumed"));
    }

    /** The instance that relays now. */
    private Instance active() {
        until(() -> landscape.of(Landscape.TASK).stream().anyMatch(RelayFaultsTest::relays));
        return landscape.of(Landscape.TASK).stream().filter(RelayFaultsTest::relays).findFirst().orElseThrow();
    }

    private static boolean relays(Instance instance) {
        return Instance.sendOrFail(instance.request("/actuator/prometheus").GET()).body().lines()
                .anyMatch(line -> line.startsWith("dondoc_relay_lag_seconds{") && !line.endsWith("NaN"));
    }

    private void acknowledged(Instance to, int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            var answer = commands.progress(task, to, world.prefix + "-" + number++);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    /** How many events of the task are in the topic, and how many records. */
    private long told() {
        return landscape.topics.read(Topic.TASK.topicName(), seen -> seen.subject().equals(task.subject())).stream()
                .map(seen -> seen.id()).distinct().count();
    }

    private int records() {
        return landscape.topics.read(Topic.TASK.topicName(), seen -> seen.subject().equals(task.subject())).size();
    }

    private long epoch() {
        return relay().get("epoch", Number.class).longValue();
    }

    private String position() {
        var token = relay().get("token", Document.class);
        return token == null ? "" : token.getString("_data");
    }

    private Document relay() {
        return landscape.database(Landscape.TASK).getCollection("relay").find(Filters.eq("_id", "relay")).first();
    }
}
