package vn.dondoc.platform.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongBinaryOperator;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.dondoc.contracts.event.Topic;

/** Reads what the topics hold now, outside of any consumer group. */
final class TopicReader {

    /** Of each partition: enough that no few duplicates at its end hide what came before them. */
    private static final int LAST = 100;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Map<String, Object> settings;

    TopicReader(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** The last records of each partition of all topics. */
    List<Tail> tails() {
        var names = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
        var found = new ArrayList<Tail>();
        read(names, (begin, end) -> Math.max(begin, end - LAST), found::add);
        return found;
    }

    /** Every record of one topic, oldest of each partition first. */
    void all(Topic topic, Consumer<Tail> records) {
        read(List.of(topic.topicName()), (begin, _) -> begin, records);
    }

    private void read(List<String> names, LongBinaryOperator start, Consumer<Tail> records) {
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var there = consumer.listTopics(LIMIT);
            var partitions = names.stream()
                    .flatMap(name -> there.getOrDefault(name, List.of()).stream().map(p -> new TopicPartition(name, p.partition()))).toList();
            consumer.assign(partitions);
            var begins = consumer.beginningOffsets(partitions, LIMIT);
            var ends = consumer.endOffsets(partitions, LIMIT);
            var waited = new HashSet<TopicPartition>();
            for (var partition : partitions) {
                var begin = begins.getOrDefault(partition, 0L);
                var end = ends.getOrDefault(partition, 0L);
                consumer.seek(partition, start.applyAsLong(begin, end));
                if (end > begin) {
                    waited.add(partition);
                }
            }
            var quietSince = System.nanoTime();
            while (!waited.isEmpty()) {
                var polled = consumer.poll(POLL);
                polled.forEach(record -> records.accept(Tail.of(record)));
                waited.removeIf(partition -> consumer.position(partition, LIMIT) >= ends.getOrDefault(partition, 0L));
                quietSince = polled.isEmpty() ? quietSince : System.nanoTime();
                if (System.nanoTime() - quietSince > LIMIT.toNanos()) {
                    throw new TimeoutException("The brokers do not hand out what the topics hold");
                }
            }
        }
    }
}
