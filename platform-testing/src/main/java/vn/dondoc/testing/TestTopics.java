package vn.dondoc.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.EventHeaders;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.EventTypes;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;

/** Puts events on real topics as another service's relay would, and reads what a service put there. Topics must be declared already. */
public final class TestTopics implements AutoCloseable {

    private final String bootstrap;
    private final KafkaProducer<String, byte[]> producer;

    public TestTopics() {
        this(RealBroker.shared().bootstrapServers());
    }

    public TestTopics(String bootstrap) {
        this.bootstrap = bootstrap;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * A record as it was read, with its event type and headers. A tombstone has no data and is of the type "null".
     *
     * @param id of the event, the same at every delivery
     * @param at domain time of the event
     */
    public record Seen(
            String key, String type, long sequence, String subject, @Nullable String correlation, byte[] data, String id, long generation,
            @Nullable String at) {

        /** The data as the record of its type. */
        public <E> E as(Class<E> type) {
            return EventJson.mapper().readValue(data, type);
        }
    }

    /** An event of an aggregate; sending it again is a duplicate with the same id. */
    public void publish(DomainEvent event, Object key, String subject, long sequence, Instant at) {
        publish(EventTypes.topicOf(event.getClass()).topicName(), key.toString(), EventTypes.nameOf(event.getClass()), subject, sequence, at,
                EventJson.mapper().writeValueAsBytes(event));
    }

    /** The same event sent again in a later generation of the topics: a repetition with the id that it always had. */
    public void resend(long generation, DomainEvent event, Object key, String subject, long sequence, Instant at) {
        send(generation, Ids.derived(subject, Long.toString(sequence)), event, key, subject, sequence, at);
    }

    /** An event that was written in a later generation, perhaps under a sequence that was used before. */
    public void publishIn(long generation, DomainEvent event, Object key, String subject, long sequence, Instant at) {
        send(generation, Ids.derived(subject, Long.toString(sequence), Long.toString(generation)), event, key, subject, sequence, at);
    }

    private void send(long generation, String id, DomainEvent event, Object key, String subject, long sequence, Instant at) {
        send(EventTypes.topicOf(event.getClass()).topicName(), key.toString(), EventTypes.nameOf(event.getClass()), subject, sequence, at,
                EventJson.mapper().writeValueAsBytes(event), id, generation);
    }

    /** Anything, also what nobody can read. */
    public void publish(String topic, String key, String type, String subject, long sequence, Instant at, byte @Nullable [] data) {
        send(topic, key, type, subject, sequence, at, data, Ids.derived(subject, Long.toString(sequence)), 1);
    }

    private void send(
            String topic, String key, String type, String subject, long sequence, Instant at, byte @Nullable [] data, String id, long generation) {
        var record = new ProducerRecord<>(topic, key, data);
        header(record, EventHeaders.SPEC_VERSION, "1.0");
        header(record, EventHeaders.ID, id);
        if (generation > 1) {
            header(record, EventHeaders.GENERATION, Long.toString(generation));
        }
        header(record, EventHeaders.TYPE, type);
        header(record, EventHeaders.SOURCE, "/test");
        header(record, EventHeaders.SUBJECT, subject);
        header(record, EventHeaders.SEQUENCE, Long.toString(sequence));
        header(record, EventHeaders.TIME, at.toString());
        header(record, EventHeaders.CORRELATION, "test-correlation");
        send(record);
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The present states of a province, on the compacted topic. */
    public void organisation(List<UnitState> units, List<PositionState> positions, List<CalendarState> calendars) {
        units.forEach(unit -> state("unit/" + unit.id(), "unit", unit));
        positions.forEach(position -> state("position/" + position.id(), "position", position));
        calendars.forEach(calendar -> state("calendar/" + calendar.province() + "/" + calendar.year(), "calendar", calendar));
    }

    private void state(String key, String type, Object state) {
        publish(Topic.ORGANISATION.topicName(), key, type, key, 1, Instant.EPOCH, EventJson.mapper().writeValueAsBytes(state));
    }

    /** All records that are in a topic now and fit, in the order of their partitions. */
    public List<Seen> read(String topic, Predicate<Seen> fits) {
        return records(topic).stream().map(TestTopics::seen).filter(fits).toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap, "enable.auto.commit", false),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream().map(p -> new TopicPartition(topic, p.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }

    /** Sends every record that is in a topic now once more, with its key and headers. */
    public void repeat(String topic) {
        records(topic).forEach(record -> send(new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers())));
    }

    private static Seen seen(ConsumerRecord<String, byte[]> record) {
        var sequence = header(record, EventHeaders.SEQUENCE);
        var generation = header(record, EventHeaders.GENERATION);
        return new Seen(
                record.key() == null ? "" : record.key(),
                String.valueOf(header(record, EventHeaders.TYPE)),
                sequence == null ? 0 : Long.parseLong(sequence),
                String.valueOf(header(record, EventHeaders.SUBJECT)),
                header(record, EventHeaders.CORRELATION),
                record.value() == null ? new byte[0] : record.value(),
                String.valueOf(header(record, EventHeaders.ID)),
                generation == null ? 1 : Long.parseLong(generation),
                header(record, EventHeaders.TIME));
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
