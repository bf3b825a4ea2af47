package vn.dondoc.acceptance.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import vn.dondoc.contracts.event.Topic;

import static org.assertj.core.api.Assertions.assertThat;

/** Topics hold what a consumer does not know. */
class ConsumerFaultsTest extends FaultRun {

    private static final List<String> READERS = List.of(Landscape.REPORTING, Landscape.NOTIFICATION);

    private World world;
    private Commands commands;

    @BeforeEach
    void aWorld(TestInfo info) {
        landscape.awaitReady();
        world = World.published(landscape, "consume" + Integer.toHexString(info.getDisplayName().hashCode()), 8);
        commands = Commands.single(landscape, world, SEED);
    }

    @Test
    void a_type_of_a_newer_version_is_counted_and_skipped() throws Exception {
        var before = skipped();
        var subject = "assignments/" + world.prefix + "-newer";
        landscape.broken.add(subject);
        landscape.topics.publish(Topic.TASK.topicName(), world.province.unit("xa1").value(), "TaskDelegated", subject, 2, landscape.now(),
                "{\"task\":{}}".getBytes(StandardCharsets.UTF_8));
        progress(0, 1);
        judged("a type of a newer version");
        assertThat(skipped()).as("by each of the two services that read tasks").isEqualTo(before + 2);
        for (var group : List.of("reporting-service-tasks", "notification-service")) {
            assertThat(landscape.topics.read(Topic.deadLetters(group), letter -> letter.subject().equals(subject))).isEmpty();
        }
    }

    private void progress(int... tasks) throws Exception {
        for (var number : tasks) {
            var answer = commands.progress(
                    world.tasks().get(number), landscape.of(Landscape.TASK).getFirst(), "p-" + UUID.randomUUID());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private double skipped() {
        return READERS.stream().flatMap(service -> landscape.of(service).stream())
                .flatMap(instance -> Instance.sendOrFail(instance.request("/actuator/prometheus").GET()).body().lines())
                .filter(line -> line.startsWith("dondoc_events_consumed_total{") && line.contains("outcome=\"skipped\"")
                        && line.contains("consumer=\"taskEvents\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }
}
