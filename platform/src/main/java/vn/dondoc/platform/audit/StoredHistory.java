package vn.dondoc.platform.audit;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.history.Archive;
import vn.dondoc.platform.history.Chain;
import vn.dondoc.platform.history.HistoryEntry;
import vn.dondoc.platform.history.Words;

/**
 * A history as it is stored, nothing read into it.
 *
 * @param version of the aggregate, {@code head} the hash beside its history; null where it has none
 * @param archived entries that stand in the archive, by sequence; not looked for where the history itself begins at 1
 * @param kept entries in the aggregate, in the order of the array
 * @param texts what people wrote, by entry, and the {@code salts} of it
 */
record StoredHistory(String collection, String id, long version, byte @Nullable [] head, List<BsonDocument> archived, List<BsonDocument> kept,
        BsonDocument texts, BsonDocument salts) {

    private static final int BATCH = 200;

    /** Hands over the histories of a collection by id. The archive is looked into after the history was read: entries are copied there first. */
    static void each(MongoDatabase database, String collection, Bson filter, Consumer<StoredHistory> taker) {
        database.getCollection(collection, BsonDocument.class).find(filter)
                .projection(Projections.include("version", Chain.HEAD, HistoryEntry.FIELD, Words.TEXTS, Words.SALTS))
                .sort(Sorts.ascending("_id")).batchSize(BATCH)
                .forEach(aggregate -> taker.accept(of(database, collection, aggregate)));
    }

    private static StoredHistory of(MongoDatabase database, String collection, BsonDocument aggregate) {
        var id = aggregate.getString("_id").getValue();
        var kept = entries(aggregate.get(HistoryEntry.FIELD));
        var whole = !kept.isEmpty() && sequence(kept.getFirst()) == 1;
        var head = aggregate.get(Chain.HEAD);
        var version = aggregate.get("version");
        return new StoredHistory(
                collection, id, version == null || !version.isNumber() ? 0 : version.asNumber().longValue(),
                head == null || !head.isBinary() ? null : head.asBinary().getData(),
                whole ? List.of() : archived(database, collection, id), kept,
                part(aggregate, Words.TEXTS), part(aggregate, Words.SALTS));
    }

    private static BsonDocument part(BsonDocument aggregate, String name) {
        var part = aggregate.get(name);
        return part == null || !part.isDocument() ? new BsonDocument() : part.asDocument();
    }

    private static List<BsonDocument> archived(MongoDatabase database, String collection, String id) {
        return database.getCollection(Archive.COLLECTION, BsonDocument.class)
                .find(Filters.and(Filters.eq("collection", collection), Filters.eq("aggregate", id))).sort(Sorts.ascending("sequence"))
                .map(found -> found.getDocument("entry")).into(new ArrayList<>());
    }

    private static List<BsonDocument> entries(@Nullable BsonValue history) {
        return history == null || !history.isArray() ? List.of()
                : history.asArray().stream().filter(BsonValue::isDocument).map(BsonValue::asDocument).toList();
    }

    /** 0 where it has none. */
    static long sequence(BsonDocument entry) {
        var sequence = entry.get("sequence");
        return sequence == null || !sequence.isNumber() ? 0 : sequence.asNumber().longValue();
    }

    /** Archived ones first, as far as they are not kept as well. */
    List<BsonDocument> entries() {
        var first = kept.isEmpty() ? Long.MAX_VALUE : sequence(kept.getFirst());
        var all = new ArrayList<BsonDocument>();
        archived.stream().filter(entry -> sequence(entry) < first).forEach(all::add);
        all.addAll(kept);
        return all;
    }

    /** What stands in the archive and in the aggregate: whoever archives may die in between. */
    List<BsonDocument> twice() {
        var first = kept.isEmpty() ? Long.MAX_VALUE : sequence(kept.getFirst());
        return archived.stream().filter(entry -> sequence(entry) >= first).toList();
    }
}
