package vn.dondoc.acceptance.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.dondoc.testing.RealBroker;

/** How many records a topic has taken in all. */
final class TopicEnds implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    TopicEnds(String topic) {
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", RealBroker.shared().bootstrapServers(), "enable.auto.commit", false),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream().map(part -> new TopicPartition(topic, part.partition())).toList();
        // else the client warns of every partition at every look
        consumer.assign(partitions);
    }

    long records() {
        return consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
    }

    /** Returns as soon as there are so many; a fault when they never come. */
    void await(long records) {
        var began = System.nanoTime();
        while (records() < records) {
            if (System.nanoTime() - began > LIMIT.toNanos()) {
                throw new IllegalStateException("Of " + records + " records there are only " + records());
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** Returns when nothing more has come for a while. */
    void awaitQuiet() {
        var before = records();
        var since = System.nanoTime();
        while (System.nanoTime() - since < QUIET.toNanos()) {
            LockSupport.parkNanos(50_000_000);
            var now = records();
            if (now != before) {
                before = now;
                since = System.nanoTime();
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
