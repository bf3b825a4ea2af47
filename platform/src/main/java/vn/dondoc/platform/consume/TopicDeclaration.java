package vn.dondoc.platform.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.platform.start.Preparation;

/** Declares the topics; existing ones stay as they are. */
final class TopicDeclaration extends Preparation {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Map<String, Object> adminSettings;
    private final int replication;
    private final List<String> groups;

    TopicDeclaration(Map<String, Object> adminSettings, int replication, List<String> groups) {
        super("topics");
        this.adminSettings = Map.copyOf(adminSettings);
        this.replication = replication;
        this.groups = List.copyOf(groups);
    }

    @Override
    protected void attempt() throws InterruptedException, ExecutionException, TimeoutException {
        try (var admin = Admin.create(adminSettings)) {
            for (var answer : admin.createTopics(topics()).values().values()) {
                await(answer);
            }
        }
    }

    @Override
    protected boolean away(Exception failed) {
        return failed instanceof ExecutionException || failed instanceof TimeoutException || failed instanceof KafkaException;
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
}
