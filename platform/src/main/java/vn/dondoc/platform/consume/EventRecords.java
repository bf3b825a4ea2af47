package vn.dondoc.platform.consume;

import java.util.HashMap;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events out of records that somebody reads without a consumer group, as when a read model is built again. */
public final class EventRecords {

    private EventRecords() {}

    /**
     * The event of a record; nothing where its type is not known yet.
     *
     * @throws BrokenEventException when no repetition would make it readable
     */
    public static Optional<Received> read(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, Object>();
        record.headers().forEach(header -> headers.put(header.key(), header.value()));
        return EventDecoder.decode(headers, record.value());
    }
}
