package vn.dondoc.testing.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of records that cannot be handled. */
class ConsumerTest extends SampleTest {

    @BeforeEach
    void nobodyFails() {
        sample.heard.failuresLeft = 0;
        sample.heard.mended = false;
    }

    @Test
    void a_broken_record_goes_to_the_dead_letters_alone() {
        var key = "dl-" + UUID.randomUUID();
        publish(key, 1, "good before");
        sample.topics.publish(Topic.TASK.topicName(), key, "TaskAssigned", "jobs/" + key, 2, Instant.EPOCH, "{not json".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        publish(key, 3, "breaks a rule");
        sample.topics.publish(Topic.TASK.topicName(), key, "TaskOfTheFuture", "jobs/" + key, 4, Instant.EPOCH, new byte[0]);
        publish(key, 5, "good after");

        await().atMost(SampleService.LIMIT).untilAsserted(() -> assertThat(heardOf(key)).containsExactly(1L, 5L));
        await().atMost(SampleService.LIMIT).untilAsserted(() -> assertThat(sample.topics.read(Topic.deadLetters("sample-service"), seen -> seen.key().equals(key)))
                .extracting(TestTopics.Seen::sequence).containsExactlyInAnyOrder(2L, 3L));
    }

    @Test
    void a_dead_letter_is_listed_looked_into_replayed_and_discarded_by_the_administrator_only() {
        var key = "box-" + UUID.randomUUID();
        publish(key, 1, "breaks unless mended");
        var admin = province.token("tinh", Role.PROVINCE_ADMINISTRATOR);
        var letters = "/api/operations/sample-service/dead-letters";
        var id = new java.util.concurrent.atomic.AtomicReference<String>();
        await().atMost(SampleService.LIMIT).untilAsserted(() -> {
            var page = java.util.Objects.requireNonNull(sample.get(letters + "?status=open&limit=200", admin).expectStatus().isOk()
                    .expectBody(new org.springframework.core.ParameterizedTypeReference<vn.dondoc.contracts.api.Page<vn.dondoc.contracts.api.Operations.DeadLetter>>() {})
                    .returnResult().getResponseBody());
            var letter = page.items().stream().filter(one -> key.equals(one.key())).findFirst();
            assertThat(letter).isPresent();
            assertThat(letter.get().topic()).isEqualTo(Topic.TASK.topicName());
            assertThat(letter.get().error()).isEqualTo("BrokenEventException");
            id.set(letter.get().id());
        });
        sample.get(letters + "/" + id.get(), admin).expectStatus().isOk().expectBody()
                .jsonPath("$.data").value(String.class, text -> assertThat(text).contains("breaks unless mended"))
                .jsonPath("$.headers[?(@.name=='ce_type')].value").isEqualTo("TaskAssigned");
        sample.get(letters, province.token("xa1.vhxh", Role.COMMUNE_STANDING)).expectStatus().isForbidden();

        sample.heard.mended = true;
        sample.post(letters + "/" + id.get() + "/replay", admin).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("replayed");
        await().atMost(SampleService.LIMIT).untilAsserted(() -> assertThat(heardOf(key)).containsExactly(1L));
        sample.post(letters + "/" + id.get() + "/discard", admin).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("replayed");
        sample.post(letters + "/nothing:0:0/replay", admin).expectStatus().isNotFound();
    }

    @Test
    void a_fault_of_the_infrastructure_is_tried_again_until_it_is_over() {
        var key = "inf-" + UUID.randomUUID();
        sample.heard.failuresLeft = 6;
        publish(key, 1, "fails a while");
        publish(key, 2, "good after");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(new HashSet<>(heardOf(key))).containsExactlyInAnyOrder(1L, 2L));
        assertThat(sample.topics.read(Topic.deadLetters("sample-service"), seen -> seen.key().equals(key))).isEmpty();
    }

    /** As a rebalance leaves it where the partition was elsewhere meanwhile. */
    @Test
    void an_older_number_that_was_committed_is_raised_once_the_consumer_is_idle() {
        var key = "idle-" + UUID.randomUUID();
        publish(key, 1, "good");
        await().atMost(SampleService.LIMIT).untilAsserted(() -> assertThat(heardOf(key)).containsExactly(1L));
        var rewinding = new Rewinding();
        var events = (ConfigurableApplicationContext) context;
        events.addApplicationListener(rewinding);
        try {
            await("rewound").atMost(Duration.ofMinutes(1)).until(() -> rewinding.rewound.get() != null);
            await("raised").atMost(Duration.ofMinutes(1)).until(() -> rewinding.raised);
        } finally {
            events.removeApplicationListener(rewinding);
        }
    }

    /** Commits the beginning for one partition, in the thread of its consumer, and looks at what is committed whenever that one is idle again. */
    private static final class Rewinding implements ApplicationListener<ListenerContainerIdleEvent> {

        private final AtomicReference<Rewound> rewound = new AtomicReference<>();
        private volatile boolean raised;

        private record Rewound(String group, TopicPartition partition) {}

        @Override
        public void onApplicationEvent(ListenerContainerIdleEvent event) {
            var consumer = event.getConsumer();
            var group = consumer.groupMetadata().groupId();
            var before = rewound.get();
            if (before == null) {
                consumer.assignment().stream().filter(one -> one.topic().equals(Topic.TASK.topicName()) && consumer.position(one) > 0).findFirst()
                        .filter(one -> rewound.compareAndSet(null, new Rewound(group, one)))
                        .ifPresent(one -> consumer.commitSync(Map.of(one, new OffsetAndMetadata(0))));
            } else if (before.group().equals(group) && consumer.assignment().contains(before.partition())) {
                raised = consumer.committed(Set.of(before.partition())).get(before.partition()).offset() == consumer.position(before.partition());
            }
        }
    }

    private void publish(String key, long sequence, String title) {
        var job = new Job(key, new UnitId("tinh"), SampleService.COMMUNE, title, 0, new vn.dondoc.contracts.event.Due.Ongoing());
        sample.topics.publish(Topic.TASK.topicName(), key, "TaskAssigned", "jobs/" + key, sequence, Instant.EPOCH,
                EventJson.mapper().writeValueAsBytes(new TaskEvent.TaskAssigned(job.asTask())));
    }

    private List<Long> heardOf(String key) {
        return sample.heard.events.stream().filter(e -> e.subject().equals("jobs/" + key)).map(e -> e.sequence()).toList();
    }
}
