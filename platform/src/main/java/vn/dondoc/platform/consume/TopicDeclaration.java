package vn.dondoc.platform.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import vn.dondoc.contracts.event.Topic;

/** Declares the topics at start, in the background, for as long as the brokers take to come; existing ones stay as they are. */
final class TopicDeclaration implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(TopicDeclaration.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Map<String, Object> adminSettings;
    private final int replication;
    private final List<String> groups;
    private final CountDownLatch declared = new CountDownLatch(1);
    private volatile boolean running;

    TopicDeclaration(Map<String, Object> adminSettings, int replication, List<String> groups) {
        this.adminSettings = Map.copyOf(adminSettings);
        this.replication = replication;
        this.groups = List.copyOf(groups);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("topics").start(this::run);
    }

    private void run() {
        try {
            while (running && !declare()) {
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean declare() throws InterruptedException {
        try (var admin = Admin.create(adminSettings)) {
            for (var answer : admin.createTopics(topics()).values().values()) {
                await(answer);
            }
            declared.countDown();
            return true;
        } catch (ExecutionException | TimeoutException | RuntimeException away) {
            LOG.warn("The topics could not be declared yet: {}", String.valueOf(away.getMessage()));
            return false;
        }
    }

    private static void await(org.apache.kafka.common.KafkaFuture<Void> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw refused;
            }
        }
    }

    private List<NewTopic> topics() {
        var topics = new ArrayList<NewTopic>();
        for (var topic : Topic.values()) {
            topics.add(topic(topic.topicName(), settings(topic)));
        }
        groups.forEach(group -> topics.add(topic(Topic.deadLetters(group), Map.of("retention.ms", "-1"))));
        return topics;
    }

    private NewTopic topic(String name, Map<String, String> settings) {
        return new NewTopic(name, Topic.PARTITIONS, (short) replication).configs(settings);
    }

    private Map<String, String> settings(Topic topic) {
        var settings = new HashMap<String, String>();
        settings.put("min.insync.replicas", Integer.toString(Math.max(1, replication - 1)));
        if (topic.compacted()) {
            settings.put("cleanup.policy", "compact");
        } else {
            settings.put("retention.ms", topic.retention().map(time -> Long.toString(time.toMillis())).orElse("-1"));
        }
        return settings;
    }

    @Override
    public Health health() {
        return (declared.getCount() == 0 ? Health.up() : Health.down()).build();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
