package vn.dondoc.reporting.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.platform.consume.BrokenEventException;
import vn.dondoc.platform.consume.EventRecords;
import vn.dondoc.reporting.facts.FactOf;
import vn.dondoc.reporting.facts.StoredFact;

/** Reads the topics of tasks and reports once, from the stored positions to the ends that were noted, without a consumer group. */
final class Reading implements AutoCloseable {

    private static final List<Topic> TOPICS = List.of(Topic.TASK, Topic.REPORT);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Building.Part> left = new HashMap<>();

    Reading(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * What one look gave.
     *
     * @param positions the next offset of each partition that moved
     * @param skipped records that nobody can read; they are among the dead letters
     */
    record Batch(List<StoredFact> facts, Map<TopicPartition, Long> positions, int skipped) {}

    /** Everything that is in the topics now. */
    Map<TopicPartition, Building.Part> whole() {
        var partitions = TOPICS.stream().flatMap(topic -> partitions(topic).stream()).toList();
        // The client warns of offsets of partitions that it does not read
        consumer.assign(partitions);
        var from = consumer.beginningOffsets(partitions, LIMIT);
        var to = consumer.endOffsets(partitions, LIMIT);
        var parts = new HashMap<TopicPartition, Building.Part>();
        from.forEach((partition, first) ->
                parts.put(partition, new Building.Part(first, Objects.requireNonNull(to.get(partition)), first)));
        return parts;
    }

    /** Begins, or goes on where another instance ended. */
    void of(Map<TopicPartition, Building.Part> parts) {
        parts.forEach((partition, part) -> {
            if (part.at() < part.to()) {
                left.put(partition, part);
            }
        });
        consumer.assign(left.keySet());
        left.forEach((partition, part) -> consumer.seek(partition, part.at()));
    }

    /** Whether the topics still hold everything from where they were read; they do not where a new generation emptied them. */
    boolean complete(Map<TopicPartition, Building.Part> parts) {
        consumer.assign(parts.keySet());
        return consumer.beginningOffsets(parts.keySet(), LIMIT).entrySet().stream()
                .allMatch(begin -> Objects.requireNonNull(parts.get(begin.getKey())).from() == begin.getValue());
    }

    boolean ended() {
        return left.isEmpty();
    }

    /** The next records, none where the broker has none at hand. */
    Batch next() {
        var facts = new ArrayList<StoredFact>();
        var skipped = 0;
        for (var record : consumer.poll(POLL)) {
            var part = left.get(new TopicPartition(record.topic(), record.partition()));
            if (part != null && record.offset() < part.to()) {
                skipped += take(record, facts);
            }
        }
        return new Batch(facts, positions(), skipped);
    }

    private Map<TopicPartition, Long> positions() {
        var positions = new HashMap<TopicPartition, Long>();
        for (var partition : List.copyOf(left.keySet())) {
            var part = Objects.requireNonNull(left.get(partition));
            var position = Math.min(consumer.position(partition, LIMIT), part.to());
            if (position > part.at()) {
                positions.put(partition, position);
            }
            if (position < part.to()) {
                left.put(partition, new Building.Part(part.from(), part.to(), position));
            } else {
                left.remove(partition);
                consumer.pause(List.of(partition));
            }
        }
        return positions;
    }

    private static int take(ConsumerRecord<byte[], byte[]> record, List<StoredFact> facts) {
        try {
            EventRecords.read(record).flatMap(FactOf::event).ifPresent(facts::add);
            return 0;
        } catch (BrokenEventException unreadable) {
            return 1;
        }
    }

    private List<TopicPartition> partitions(Topic topic) {
        var found = consumer.partitionsFor(topic.topicName(), LIMIT);
        if (found == null || found.isEmpty()) {
            throw new IllegalStateException("There is no topic " + topic.topicName() + " yet");
        }
        return found.stream().map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
