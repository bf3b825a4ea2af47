package vn.dondoc.platform.deadletter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.support.KafkaHeaders;
import vn.dondoc.contracts.event.EventHeaders;
import vn.dondoc.platform.consume.DeadLetters;

/** The service's copies of its dead letters, each with what was decided of it. The topic itself stays as it is. */
final class DeadLetterBox {

    static final String COLLECTION = "dead_letters";
    static final String OPEN = "open";

    private final MongoTemplate mongo;

    DeadLetterBox(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Takes a copy; one that is there already, with its decision, stays. */
    void put(String group, ConsumerRecord<byte[], byte[]> letter) {
        var headers = new Document();
        letter.headers().forEach(header -> headers.put(escaped(header.key()), new Binary(header.value() == null ? new byte[0] : header.value())));
        var copy = new Document("group", group)
                .append("topic", text(letter.headers(), KafkaHeaders.DLT_ORIGINAL_TOPIC))
                .append("partition", letter.headers().lastHeader(KafkaHeaders.DLT_ORIGINAL_PARTITION) == null
                        ? -1 : number(letter.headers(), KafkaHeaders.DLT_ORIGINAL_PARTITION).intValue())
                .append("offset", letter.headers().lastHeader(KafkaHeaders.DLT_ORIGINAL_OFFSET) == null
                        ? -1L : number(letter.headers(), KafkaHeaders.DLT_ORIGINAL_OFFSET).longValue())
                .append("key", letter.key() == null ? null : new String(letter.key(), StandardCharsets.UTF_8))
                .append("type", text(letter.headers(), EventHeaders.TYPE))
                .append("subject", text(letter.headers(), EventHeaders.SUBJECT))
                .append("correlation", text(letter.headers(), EventHeaders.CORRELATION))
                .append("error", Objects.requireNonNullElse(text(letter.headers(), DeadLetters.ERROR), "unknown"))
                .append("at", new Date(letter.timestamp()))
                .append("headers", headers)
                .append("data", letter.value() == null ? null : new Binary(letter.value()))
                .append("status", OPEN);
        letters().updateOne(
                Filters.eq("_id", letter.topic() + ":" + letter.partition() + ":" + letter.offset()),
                new Document("$setOnInsert", copy),
                new UpdateOptions().upsert(true));
    }

    /** Newest first, but for those with one of the keys. */
    List<Document> list(@Nullable String status, List<String> without, int offset, int count) {
        return letters().find(filter(status, without)).sort(Sorts.descending("at", "_id")).skip(offset).limit(count).into(new ArrayList<>());
    }

    Optional<Document> find(String id) {
        return Optional.ofNullable(letters().find(Filters.eq("_id", id)).first());
    }

    /** Decides an open letter; false when it was decided before. */
    boolean decide(String id, String status, String person, Instant at) {
        var decision = Updates.combine(
                Updates.set("status", status), Updates.set("decidedBy", person), Updates.set("decidedAt", Date.from(at)));
        return letters().updateOne(Filters.and(Filters.eq("_id", id), Filters.eq("status", OPEN)), decision).getModifiedCount() == 1;
    }

    long count(@Nullable String status, List<String> without) {
        return letters().countDocuments(filter(status, without));
    }

    /** The keys of all letters, each once. */
    List<String> keys() {
        return letters().distinct("key", Filters.type("key", BsonType.STRING), String.class).into(new ArrayList<>());
    }

    private static Bson filter(@Nullable String status, List<String> without) {
        var others = Filters.nin("key", without);
        return status == null ? others : Filters.and(Filters.eq("status", status), others);
    }

    static String escaped(String header) {
        return header.replace('.', '\uff0e');
    }

    static String unescaped(String field) {
        return field.replace('\uff0e', '.');
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Number number(Headers headers, String name) {
        var bytes = java.nio.ByteBuffer.wrap(headers.lastHeader(name).value());
        return bytes.remaining() == Integer.BYTES ? (Number) bytes.getInt() : (Number) bytes.getLong();
    }

    private MongoCollection<Document> letters() {
        return mongo.getCollection(COLLECTION);
    }
}
