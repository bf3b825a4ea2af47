package vn.dondoc.platform.relay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.types.Decimal128;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import vn.dondoc.contracts.event.EventHeaders;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.EventTypes;
import vn.dondoc.contracts.event.OrganisationEvent;
import vn.dondoc.contracts.event.Topic;

/** Kafka records out of history entries: CloudEvents in binary mode; entries that no contract knows stay inside. */
final class Records {

    private static final JsonMapper MAPPER = EventJson.mapper().rebuild()
            .addModule(new SimpleModule().addSerializer(Decimal128.class, new DecimalSerializer()))
            .build();

    private final String source;

    /**
     * Records of one database.
     *
     * @param source {@code /plan-service} and so on
     */
    Records(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    /** The records of a batch. Of the states that it has under one key of the compacted topic only the last: the others were passing. */
    List<ProducerRecord<String, byte[]>> of(List<Emitted> batch, long generation) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>(batch.size());
        var states = new LinkedHashMap<String, ProducerRecord<String, byte[]>>();
        for (var emitted : batch) {
            of(emitted, generation).forEach(record -> {
                if (record.topic().equals(Topic.ORGANISATION.topicName())) {
                    states.put(record.key(), record);
                } else {
                    records.add(record);
                }
            });
        }
        records.addAll(states.values());
        return records;
    }

    /** Erases what stands under a key of the compacted topic. */
    ProducerRecord<String, byte[]> tombstone(String key, long generation) {
        var record = new ProducerRecord<String, byte[]>(Topic.ORGANISATION.topicName(), key, null);
        header(record, EventHeaders.SOURCE, source);
        header(record, EventHeaders.GENERATION, Long.toString(generation));
        return record;
    }

    /** The keys of the compacted topic that an entry has a state for. */
    List<String> stateKeys(Emitted emitted) {
        var type = EventTypes.named(emitted.entry().type()).orElse(null);
        if (type == null || !OrganisationEvent.class.isAssignableFrom(type)) {
            return List.of();
        }
        return emitted.entry().data().entrySet().stream().map(state -> stateKey(state.getKey(), (Map<?, ?>) state.getValue())).toList();
    }

    private List<ProducerRecord<String, byte[]>> of(Emitted emitted, long generation) {
        var entry = emitted.entry();
        var type = EventTypes.named(entry.type()).orElse(null);
        if (type == null) {
            return List.of();
        }
        var records = new ArrayList<ProducerRecord<String, byte[]>>(2);
        records.add(record(EventTypes.topicOf(type), entry.partitionKey(), entry.type(), emitted, generation, entry.data()));
        if (OrganisationEvent.class.isAssignableFrom(type)) {
            entry.data().forEach((name, state) -> records.add(record(
                    Topic.ORGANISATION, stateKey(name, (Map<?, ?>) state), name, emitted, generation, state)));
        }
        return records;
    }

    /** The compacted topic holds the present state under the key of its subject. */
    private static String stateKey(String name, Map<?, ?> state) {
        return switch (name) {
            case "calendar" -> "calendar/" + state.get("province") + "/" + state.get("year");
            case "settings" -> "settings/" + state.get("unit");
            default -> name + "/" + state.get("id");
        };
    }

    private ProducerRecord<String, byte[]> record(
            Topic topic, String key, String type, Emitted emitted, long generation, Object data) {
        var entry = emitted.entry();
        var record = new ProducerRecord<>(topic.topicName(), key, MAPPER.writeValueAsBytes(data));
        header(record, EventHeaders.SPEC_VERSION, "1.0");
        header(record, EventHeaders.CONTENT_TYPE, "application/json");
        header(record, EventHeaders.ID, entry.id());
        header(record, EventHeaders.TYPE, type);
        header(record, EventHeaders.SOURCE, source);
        header(record, EventHeaders.SUBJECT, emitted.subject());
        header(record, EventHeaders.TIME, entry.at().toString());
        header(record, EventHeaders.SEQUENCE, Long.toString(entry.sequence()));
        header(record, EventHeaders.CORRELATION, entry.correlation());
        if (generation > 1) {
            header(record, EventHeaders.GENERATION, Long.toString(generation));
        }
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static final class DecimalSerializer extends StdSerializer<Decimal128> {

        DecimalSerializer() {
            super(Decimal128.class);
        }

        @Override
        public void serialize(Decimal128 value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(value.bigDecimalValue());
        }
    }
}
