package vn.dondoc.platform.relay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    Records(String serviceName) {
        this.source = "/" + serviceName;
    }

    List<ProducerRecord<String, byte[]>> of(Emitted emitted) {
        var entry = emitted.entry();
        var type = EventTypes.named(entry.type()).orElse(null);
        if (type == null) {
            return List.of();
        }
        var records = new ArrayList<ProducerRecord<String, byte[]>>(2);
        records.add(record(EventTypes.topicOf(type), entry.partitionKey(), entry.type(), emitted, entry.data()));
        if (OrganisationEvent.class.isAssignableFrom(type)) {
            entry.data().forEach((name, state) -> records.add(stateRecord(name, (Map<?, ?>) state, emitted)));
        }
        return records;
    }

    /** The compacted topic holds the present state under the key of its subject. */
    private ProducerRecord<String, byte[]> stateRecord(String name, Map<?, ?> state, Emitted emitted) {
        var key = name.equals("calendar")
                ? "calendar/" + state.get("province") + "/" + state.get("year")
                : name + "/" + state.get("id");
        return record(Topic.ORGANISATION, key, name, emitted, state);
    }

    private ProducerRecord<String, byte[]> record(Topic topic, String key, String type, Emitted emitted, Object data) {
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
