package vn.dondoc.acceptance.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.dondoc.contracts.event.EventHeaders;
import vn.dondoc.testing.RealBroker;

/** Notes when each event of a topic could first be read, by the clock of this process. */
final class Arrivals implements AutoCloseable {

    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread reader;
    private volatile boolean ended;

    /** From now on. */
    Arrivals(String topic) {
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", RealBroker.shared().bootstrapServers(), "enable.auto.commit", false),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream().map(part -> new TopicPartition(topic, part.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader = Thread.ofPlatform().name("arrivals").daemon().start(this::read);
    }

    private void read() {
        while (!ended) {
            var records = consumer.poll(Duration.ofMillis(100));
            var now = System.nanoTime();
            records.forEach(record -> seen.putIfAbsent(header(record, EventHeaders.SUBJECT) + "#" + header(record, EventHeaders.SEQUENCE), now));
        }
        consumer.close();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** When each was there, in nanoseconds of the system, by subject and sequence. */
    Map<String, Long> seen() {
        return seen;
    }

    @Override
    public void close() {
        ended = true;
        try {
            reader.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
