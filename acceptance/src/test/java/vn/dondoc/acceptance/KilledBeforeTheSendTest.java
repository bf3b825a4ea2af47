package vn.dondoc.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.testing.RealBroker;
import vn.dondoc.testing.RealMongo;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The promise of the outbox: a command that was answered with success is not lost with the process that answered it. The broker is
 * down, so that the relay cannot have sent anything, when the service is killed.
 */
class KilledBeforeTheSendTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final TaskId TASK = new TaskId("crash-task-1");

    private final RealMongo mongo = RealMongo.shared();
    private final RealBroker broker = RealBroker.shared();
    private final TestProvince province = new TestProvince("crash");

    @Test
    void an_acknowledged_command_reaches_the_topic_after_the_service_was_killed() {
        try (var service = new ServiceProcess("task-service", environment())) {
            service.awaitReady();
            try (var topics = new TestTopics()) {
                province.publish(topics);
                planned(topics);
                await().atMost(LIMIT).until(() -> types(topics).contains("TaskAssigned"));
                var officer = province.token("xa1.kinhte", Role.OFFICER);
                await().atMost(LIMIT).until(() -> service.get("/api/tasks/" + TASK, officer).statusCode() == 200);

                broker.kill();
                var answer = service.post("/api/tasks/" + TASK + "/acknowledgement", officer, "");
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                service.kill();
                broker.restart();
                assertThat(types(topics)).doesNotContain("TaskAcknowledged");

                service.restart();
                await().atMost(LIMIT).until(() -> types(topics).contains("TaskAcknowledged"));
                assertThat(sequences(topics)).containsExactly(1L, 2L);
            }
        }
    }

    private void planned(TestTopics topics) {
        var task = new PlannedTask(
                TASK, new PlanId("crash-plan"), province.unit("tinh"), province.unit("xa1"), 0, "1", "Lắp biển chỉ đường",
                List.of(province.unit("xa1.kinhte")), List.of(), null, null, new Due.By(LocalDate.of(2099, 12, 31), false, false));
        topics.publish(new PlanEvent.TaskPlanned(task), province.unit("xa1"), "plannedTasks/" + TASK, 1, Instant.parse("2026-01-05T01:00:00Z"));
    }

    private static List<String> types(TestTopics topics) {
        return seen(topics).stream().map(TestTopics.Seen::type).toList();
    }

    private static List<Long> sequences(TestTopics topics) {
        return seen(topics).stream().map(TestTopics.Seen::sequence).distinct().toList();
    }

    private static List<TestTopics.Seen> seen(TestTopics topics) {
        return topics.read(Topic.TASK.topicName(), record -> record.subject().endsWith("/" + TASK));
    }

    private Map<String, String> environment() {
        return Map.of(
                "SPRING_PROFILES_ACTIVE", "local",
                "MONGODB_URI", mongo.uri(),
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "DONDOC_TOPIC_REPLICATION", "1",
                "DONDOC_ISSUER", TestIssuer.issuer(),
                "DONDOC_JWKS_URI", TestIssuer.jwksUri(),
                "DONDOC_LOCAL_SECRET", "a-secret-of-this-test");
    }
}
