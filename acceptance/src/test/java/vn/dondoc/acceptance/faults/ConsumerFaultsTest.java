package vn.dondoc.acceptance.faults;

import com.mongodb.client.model.Filters;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.testing.TestProvince;

import static org.assertj.core.api.Assertions.assertThat;

/** Consumers die at the worst moments, and topics hold what they should not. */
class ConsumerFaultsTest extends FaultRun {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> READERS = List.of(Landscape.REPORTING, Landscape.NOTIFICATION);

    private World world;
    private Commands commands;

    @BeforeEach
    void aWorld(TestInfo info) {
        landscape.awaitReady();
        world = World.published(landscape, prefix(Integer.toHexString(info.getDisplayName().hashCode())), 8);
        commands = Commands.single(landscape, world, SEED);
    }

    /** Of a world whose communes have partitions of their own. */
    private static String prefix(String test) {
        return IntStream.range(0, 100).mapToObj(number -> "consume" + test + "-" + number)
                .filter(prefix -> partition(new TestProvince(prefix), "xa1") != partition(new TestProvince(prefix), "xa2"))
                .findFirst().orElseThrow();
    }

    @Test
    void a_broken_record_in_the_middle_goes_aside_alone() throws Exception {
        var broken = "assignments/" + world.prefix + "-broken";
        landscape.broken.add(broken);
        READERS.forEach(service -> landscape.of(service).forEach(Instance::stop));
        progress(0, 1, 3);
        landscape.topics.publish(Topic.TASK.topicName(), world.province.unit("xa1").value(), "ProgressRecorded", broken, 2, landscape.now(),
                "{\"task\":{\"id\":".getBytes(StandardCharsets.UTF_8));
        progress(0, 2, 3);
        READERS.forEach(service -> landscape.of(service).forEach(Instance::goOn));
        judged("a broken record");
        for (var group : Map.of(Landscape.REPORTING, "reporting-service-tasks", Landscape.NOTIFICATION, "notification-service").entrySet()) {
            settled(group.getKey(), group.getValue(), broken);
        }
        judged("settled dead letters");
    }

    @Test
    @Tag("full")
    void a_type_of_a_newer_version_is_counted_and_skipped() throws Exception {
        var before = skipped();
        var subject = "assignments/" + world.prefix + "-newer";
        landscape.broken.add(subject);
        landscape.topics.publish(Topic.TASK.topicName(), world.province.unit("xa1").value(), "TaskOfALaterVersion", subject, 2, landscape.now(),
                "{\"task\":{}}".getBytes(StandardCharsets.UTF_8));
        progress(0, 1);
        judged("a type of a newer version");
        assertThat(skipped()).as("by each of the two services that read tasks").isEqualTo(before + 2);
        for (var group : List.of("reporting-service-tasks", "notification-service")) {
            assertThat(landscape.topics.read(Topic.deadLetters(group), letter -> letter.subject().equals(subject))).isEmpty();
        }
    }

    @Test
    void a_task_of_a_commune_that_nobody_knows_is_kept_until_somebody_does() {
        var stranger = new TestProvince(world.prefix + "-new");
        var id = world.prefix + "-stranger";
        landscape.topics.publish(
                new PlanEvent.TaskPlanned(new PlannedTask(
                        new TaskId(id), new PlanId(world.prefix + "-strange-plan"), stranger.unit("tinh"), stranger.unit("xa1"),
                        0, "1", "Nhiệm vụ của xã chưa biết", List.of(stranger.unit("xa1.kinhte")), List.of(), null, null, null)),
                stranger.unit("xa1"), "plannedTasks/" + id, 1, landscape.now());
        var unaddressed = landscape.database(Landscape.NOTIFICATION).getCollection("unaddressed");
        until(() -> unaddressed.countDocuments(Filters.eq("subject", "assignments/" + id)) == 1);
        assertThat(messagesOf(id)).isZero();
        judged("an unknown commune");

        stranger.publish(landscape.topics);
        until(() -> messagesOf(id) == 2);
        until(() -> unaddressed.countDocuments(Filters.eq("subject", "assignments/" + id)) == 0);
        judged("the commune became known");
        assertThat(messagesOf(id)).as("one for each position of the office").isEqualTo(2);
    }

    @Test
    @Tag("full")
    void killed_between_its_write_and_its_offset() throws Exception {
        var task = world.tasks().getFirst();
        var fact = Filters.and(Filters.eq("_id", "task/" + task.id()), Filters.gt("sequence", 1));
        var facts = landscape.database(Landscape.REPORTING).getCollection("facts");
        judged("the beginning");
        var before = committed("reporting-service-tasks", Topic.TASK);
        try (var held = FailPoint.holding(landscape.client, Duration.ofSeconds(4), null, null, "commitTransaction")) {
            progress(0);
            held.awaitEntered();
            landscape.of(Landscape.REPORTING).forEach(Instance::stop);
        }
        until(() -> facts.countDocuments(fact) == 1);
        landscape.of(Landscape.REPORTING).forEach(Instance::kill);
        assertThat(committed("reporting-service-tasks", Topic.TASK)).as("written, and not committed").isEqualTo(before);
        landscape.of(Landscape.REPORTING).forEach(Instance::again);
        judged("a kill between write and offset");
    }

    @Test
    @Tag("full")
    void everything_is_read_twice_more() {
        var stream = Commands.begin(landscape, world, SEED, 2);
        more(stream, 40);
        stream.finish();
        judged("the first reading");
        for (var service : List.of(Landscape.TASK, Landscape.REPORTING, Landscape.NOTIFICATION)) {
            landscape.of(service).forEach(Instance::end);
        }
        for (var topic : List.of(Topic.PLAN, Topic.TASK, Topic.REPORT)) {
            landscape.topics.repeat(topic.topicName());
        }
        Oracle.GROUPS.forEach((group, topics) -> topics.forEach(topic -> toTheBeginning(group, topic)));
        landscape.awaitReady();
        judged("everything read twice more");
    }

    private void progress(int... tasks) throws Exception {
        for (var number : tasks) {
            var answer = commands.progress(
                    world.tasks().get(number), landscape.of(Landscape.TASK).getFirst(), "p-" + UUID.randomUUID());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    /** One letter, with the headers of its record; sent again it comes back, and is discarded then. */
    private void settled(String service, String group, String subject) {
        assertThat(landscape.topics.read(Topic.deadLetters(group), letter -> letter.subject().equals(subject))).hasSize(1);
        until(() -> open(service, subject).size() == 1);
        var first = open(service, subject).getFirst();
        assertThat(first.path("type").asString()).isEqualTo("ProgressRecorded");
        assertThat(first.path("error").asString()).isEqualTo("BrokenEventException");
        var path = "/api/operations/" + service + "/dead-letters";
        var content = JSON.readTree(landscape.of(service).getFirst()
                .get(path + "/" + first.path("id").asString(), world.administrator()).body());
        assertThat(content.path("headers").findValuesAsString("name")).contains("ce_id", "ce_type", "ce_sequence", "kafka_dlt-original-topic");

        decide(service, path, first, "replay");
        until(() -> open(service, subject).size() == 1 && !open(service, subject).getFirst().path("id").equals(first.path("id")));
        open(service, subject).forEach(letter -> decide(service, path, letter, "discard"));
        assertThat(open(service, subject)).isEmpty();
    }

    private void decide(String service, String path, JsonNode letter, String decision) {
        var instance = landscape.of(service).getLast();
        var answer = Instance.sendOrFail(instance.request(path + "/" + letter.path("id").asString() + "/" + decision)
                .header("Authorization", "Bearer " + world.administrator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private List<JsonNode> open(String service, String subject) {
        var answer = landscape.of(service).getFirst()
                .get("/api/operations/" + service + "/dead-letters?status=open&limit=200", world.administrator());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("items").values().stream()
                .filter(letter -> letter.path("subject").asString("").equals(subject)).toList();
    }

    private double skipped() {
        return READERS.stream().flatMap(service -> landscape.of(service).stream())
                .flatMap(instance -> Instance.sendOrFail(instance.request("/actuator/prometheus").GET()).body().lines())
                .filter(line -> line.startsWith("dondoc_events_consumed_total{") && line.contains("outcome=\"skipped\"")
                        && line.contains("consumer=\"taskEvents\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    private long messagesOf(String task) {
        return landscape.database(Landscape.NOTIFICATION).getCollection("notifications").countDocuments(Filters.eq("cause.obligation", task));
    }

    private static int partition(TestProvince province, String commune) {
        var key = province.unit(commune).value().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % Topic.PARTITIONS;
    }

    private Map<TopicPartition, Long> committed(String group, Topic topic) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", landscape.broker.bootstrapServers()))) {
            var offsets = new HashMap<TopicPartition, Long>();
            admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().forEach((partition, at) -> {
                if (partition.topic().equals(topic.topicName()) && at != null) {
                    offsets.put(partition, at.offset());
                }
            });
            return offsets;
        }
    }

    private void toTheBeginning(String group, Topic topic) {
        var beginning = new HashMap<TopicPartition, OffsetAndMetadata>();
        Oracle.partitions(topic).forEach(partition -> beginning.put(partition, new OffsetAndMetadata(0)));
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", landscape.broker.bootstrapServers()))) {
            admin.alterConsumerGroupOffsets(group, beginning).all().get();
        } catch (java.util.concurrent.ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
