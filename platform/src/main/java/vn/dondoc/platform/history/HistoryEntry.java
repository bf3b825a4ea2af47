package vn.dondoc.platform.history;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;

/**
 * One event of an aggregate, as stored.
 *
 * @param sequence grows by one, from 1
 * @param at domain time; {@code writtenAt} is the system's
 */
public record HistoryEntry(
        String id, String type, long sequence, Instant at, Instant writtenAt, Actor actor, String partitionKey,
        String correlation, @Nullable String key, @Nullable String bodyHash, Map<String, Object> data) {

    /** The field of an aggregate that holds its entries. */
    public static final String FIELD = "history";

    /** Reads the stored form. */
    @SuppressWarnings("unchecked")
    public static HistoryEntry read(Document stored) {
        return new HistoryEntry(
                stored.getString("id"),
                stored.getString("type"),
                stored.get("sequence", Number.class).longValue(),
                stored.getDate("at").toInstant(),
                stored.getDate("writtenAt").toInstant(),
                actor(stored),
                stored.getString("partitionKey"),
                stored.getString("correlation"),
                stored.getString("key"),
                stored.getString("bodyHash"),
                (Map<String, Object>) stored.get("data", Map.class));
    }

    private static Actor actor(Document stored) {
        var person = stored.getString("person");
        var position = stored.getString("position");
        return new Actor(
                person == null ? null : new PersonId(person),
                position == null ? null : new PositionId(position),
                stored.getString("system"));
    }

    Document write() {
        var stored = new Document("id", id)
                .append("type", type)
                .append("sequence", sequence)
                .append("at", Date.from(at))
                .append("writtenAt", Date.from(writtenAt))
                .append("partitionKey", partitionKey)
                .append("correlation", correlation);
        appendPresent(stored, "person", actor.person() == null ? null : actor.person().value());
        appendPresent(stored, "position", actor.position() == null ? null : actor.position().value());
        appendPresent(stored, "system", actor.system());
        appendPresent(stored, "key", key);
        appendPresent(stored, "bodyHash", bodyHash);
        return stored.append("data", data);
    }

    private static void appendPresent(Document stored, String name, @Nullable String value) {
        if (value != null) {
            stored.append(name, value);
        }
    }
}
