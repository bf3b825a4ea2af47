package vn.dondoc.platform.relay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.contracts.event.Topic;

/** What a new generation does to the topics themselves. Offsets of consumer groups stay valid: nothing is numbered anew. */
final class Rebuilding {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final int LIMIT_SECONDS = 30;

    private final Map<String, Object> adminSettings;
    private final TopicReader reader;
    private final HistoryComparison comparison;

    Rebuilding(Map<String, Object> adminSettings, TopicReader reader, HistoryComparison comparison) {
        this.adminSettings = Map.copyOf(adminSettings);
        this.reader = reader;
        this.comparison = comparison;
    }

    /** Deletes what this service's topics hold now. A topic that somebody else writes to as well is left alone: orders tell old from new. */
    void empty() throws InterruptedException {
        var own = new HashSet<String>();
        var shared = new HashSet<String>();
        reader.tails().forEach(tail -> (comparison.ours(tail) ? own : shared).add(tail.topic()));
        own.remove(Topic.ORGANISATION.topicName());
        for (var topic : own) {
            if (shared.contains(topic)) {
                LOG.warn("{} holds records of others too and is not emptied", topic);
            } else {
                empty(topic);
            }
        }
    }

    private void empty(String topic) throws InterruptedException {
        try (var admin = Admin.create(adminSettings)) {
            var described = admin.describeTopics(Set.of(topic)).allTopicNames().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            var latest = new HashMap<TopicPartition, OffsetSpec>();
            described.forEach((name, description) -> description.partitions()
                    .forEach(p -> latest.put(new TopicPartition(name, p.partition()), OffsetSpec.latest())));
            var ends = admin.listOffsets(latest).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            var delete = new HashMap<TopicPartition, RecordsToDelete>();
            ends.forEach((partition, end) -> delete.put(partition, RecordsToDelete.beforeOffset(end.offset())));
            admin.deleteRecords(delete).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            LOG.info("{} was emptied for a new generation", topic);
        } catch (ExecutionException | TimeoutException away) {
            throw new IllegalStateException(topic + " could not be emptied", away);
        }
    }

    /** Keys of the compacted topic whose last record is ours and erases nothing. */
    Set<String> keys() {
        var keys = new HashSet<String>();
        reader.all(Topic.ORGANISATION, tail -> {
            var key = tail.key();
            if (key != null && !tail.erased() && comparison.ours(tail)) {
                keys.add(key);
            } else if (key != null) {
                keys.remove(key);
            }
        });
        return keys;
    }
}
