package vn.dondoc.platform.relay;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.EventHeaders;

/** One of the last records of a partition, by its headers. Tombstones and what others sent may lack some. */
record Tail(
        String topic, @Nullable String key, @Nullable String source, @Nullable String id, @Nullable String subject, long sequence,
        long generation, boolean erased) {

    static Tail of(ConsumerRecord<byte[], byte[]> record) {
        var key = record.key();
        return new Tail(
                record.topic(),
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                text(record, EventHeaders.SOURCE),
                text(record, EventHeaders.ID),
                text(record, EventHeaders.SUBJECT),
                number(record, EventHeaders.SEQUENCE, 0),
                number(record, EventHeaders.GENERATION, 1),
                record.value() == null);
    }

    private static long number(ConsumerRecord<byte[], byte[]> record, String name, long without) {
        try {
            return Long.parseLong(Objects.requireNonNullElse(text(record, name), Long.toString(without)));
        } catch (NumberFormatException foreign) {
            return without;
        }
    }

    private static @Nullable String text(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
