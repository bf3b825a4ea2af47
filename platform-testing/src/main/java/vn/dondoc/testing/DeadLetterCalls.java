package vn.dondoc.testing;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.testing.WritingCall.Kind;
import vn.dondoc.testing.WritingCall.Ready;

/** What operators do with dead letters: the same in each service. A letter that was decided stays so, and its record may come twice. */
public final class DeadLetterCalls {

    private DeadLetterCalls() {}

    /** @param administrator a token of the province's administrator */
    public static List<WritingCall> of(MongoTemplate mongo, String service, String administrator) {
        return List.of(call(mongo, service, administrator, "replay"), call(mongo, service, administrator, "discard"));
    }

    private static WritingCall call(MongoTemplate mongo, String service, String administrator, String what) {
        return new WritingCall("POST /api/operations/{service}/dead-letters/{id}/" + what, Kind.NATURALLY_ONCE,
                () -> Ready.of("/api/operations/" + service + "/dead-letters/" + put(mongo, service) + "/" + what, administrator));
    }

    static String put(MongoTemplate mongo, String group) {
        return put(mongo, group, "xa", "{}");
    }

    /** A letter of that commune, with those words in it. */
    public static String put(MongoTemplate mongo, String group, String key, String data) {
        var id = UUID.randomUUID().toString();
        mongo.getCollection("dead_letters").insertOne(new Document("_id", id)
                .append("group", group)
                .append("topic", Topic.PLAN.topicName())
                .append("partition", 0)
                .append("offset", 1L)
                .append("key", key)
                .append("type", "TypeOfALaterVersion")
                .append("error", "decoding")
                .append("at", Date.from(Instant.parse("2026-02-01T00:00:00Z")))
                .append("headers", new Document("ce_type", new Binary("TypeOfALaterVersion".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .append("data", new Binary(data.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .append("status", "open"));
        return id;
    }
}
