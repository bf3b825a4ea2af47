package vn.dondoc.reporting;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.reporting.facts.Histories;
import vn.dondoc.testing.RealBroker;
import vn.dondoc.testing.RealPartsInitializer;
import vn.dondoc.testing.TestTopics;

/** The service with a broker and a task-service of its own, so that everything in its topics has a source. */
@ContextConfiguration(initializers = OperationsTest.OwnParts.class, inheritInitializers = false)
public abstract class OperationsTest extends ServiceTest {

    protected static final String OPERATIONS = "/api/operations/reporting-service/";
    private static final RealBroker BROKER = RealBroker.start();
    protected static final StandInTasks TASKS = new StandInTasks();

    /** The usual parts, but for these two. */
    static final class OwnParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            new RealPartsInitializer().initialize(context);
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("own-parts", Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS", BROKER.bootstrapServers(), "DONDOC_TASK_URL", TASKS.url())));
        }
    }

    @Override
    protected TestTopics topics() {
        return new TestTopics(BROKER.bootstrapServers());
    }

    /** Histories of tasks of an own prefix, in any order and some more than once. */
    protected List<Received> anyHistory(long seed, int tasks) {
        var histories = new Histories(seed, UUID.randomUUID().toString().substring(0, 8) + "-");
        return histories.disturbed(histories.ofTasks(tasks));
    }

    /** What task-service does: the state changes, then the event is told. */
    protected void happens(List<Received> events) {
        events.forEach(event -> {
            TASKS.take(event);
            tell(event);
        });
    }

    protected void tell(Received event) {
        super.assigned((TaskEvent) event.event(), event.sequence(), event.at());
    }

    @Override
    protected void assigned(TaskEvent event, long sequence, Instant at) {
        // Histories keep milliseconds
        var subject = "assignments/" + event.task().id();
        happens(List.of(new Received(subject, subject, 1, sequence, at.truncatedTo(ChronoUnit.MILLIS), null, event)));
    }

    /** What a new generation does: the topic is emptied, then all that the service knows is told once more. */
    protected void theTopicBeginsAnew() throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", BROKER.bootstrapServers()))) {
            var all = new HashMap<TopicPartition, RecordsToDelete>();
            for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                all.put(new TopicPartition(Topic.TASK.topicName(), partition), RecordsToDelete.beforeOffset(-1));
            }
            admin.deleteRecords(all).all().get();
        }
        TASKS.newest().forEach(this::tell);
    }

    protected Operations.Recount recount() {
        var answer = post(OPERATIONS + "recount", administrator(), "");
        if (answer.status() != 200) {
            throw new AssertionError("The recount was refused: " + answer.body());
        }
        return answer.as(Operations.Recount.class);
    }

    protected Operations.Model model() {
        return get(OPERATIONS + "model", administrator()).as(Operations.Model.class);
    }
}
