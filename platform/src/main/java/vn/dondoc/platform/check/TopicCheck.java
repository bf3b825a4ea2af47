package vn.dondoc.platform.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.id.UnitId;

/** Whether the topics are as they were declared: somebody may have made them by hand, and a broker may be missing. */
final class TopicCheck implements SelfCheck {

    private final Map<String, Object> adminSettings;
    private final int replication;

    TopicCheck(Map<String, Object> adminSettings, int replication) {
        this.adminSettings = Map.copyOf(adminSettings);
        this.replication = replication;
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public List<Finding> look(Set<UnitId> provinces) throws InterruptedException, ExecutionException, TimeoutException {
        try (var admin = Admin.create(adminSettings)) {
            var names = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
            return findings(admin.describeTopics(names).allTopicNames().get(SelfChecks.SECONDS, TimeUnit.SECONDS).values(), replication);
        }
    }

    static List<Finding> findings(Collection<TopicDescription> topics, int replication) {
        var found = new ArrayList<Finding>();
        tell(found, "TOPIC_PARTITIONS", Severity.WARNING, topics, topic -> topic.partitions().size() < Topic.PARTITIONS);
        tell(found, "TOPIC_WITHOUT_LEADER", Severity.CRITICAL, topics, topic -> topic.partitions().stream().anyMatch(one -> one.leader() == null || one.leader().isEmpty()));
        tell(found, "TOPIC_REPLICAS_MISSING", Severity.WARNING, topics, topic -> topic.partitions().stream().anyMatch(one -> one.isr().size() < one.replicas().size()));
        tell(found, "TOPIC_REPLICATION", Severity.WARNING, topics, topic -> topic.partitions().stream().anyMatch(one -> one.replicas().size() < replication));
        return found;
    }

    private static void tell(List<Finding> found, String code, Severity severity, Collection<TopicDescription> topics, Predicate<TopicDescription> wrong) {
        var names = topics.stream().filter(wrong).map(TopicDescription::name).sorted().toList();
        if (!names.isEmpty()) {
            found.add(new Finding(code, severity, names.size(), names.stream().limit(EXAMPLES).toList(), null));
        }
    }
}
