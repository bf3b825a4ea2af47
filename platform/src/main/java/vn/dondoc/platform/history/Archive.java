package vn.dondoc.platform.history;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Where the oldest entries of long histories are kept, so that an aggregate stays small. An entry is copied first and trimmed after, and
 * only when it was relayed long ago: whatever dies in between leaves it in both places, never in none.
 */
public final class Archive {

    /** Collection of archived entries of all aggregates of a database. */
    public static final String COLLECTION = "history_archive";

    /** A history longer than this is trimmed to {@link #KEPT} entries. */
    static final int LONGEST = 400;

    static final int KEPT = 100;

    private Archive() {}

    /** Archives what one aggregate has too much of; entries written after {@code relayedBefore} stay. */
    static void trim(MongoDatabase database, String collection, String id, Instant relayedBefore) {
        var aggregates = database.getCollection(collection);
        var aggregate = aggregates.find(Filters.eq("_id", id)).first();
        if (aggregate == null) {
            return;
        }
        var entries = aggregate.getList(HistoryEntry.FIELD, Document.class);
        var old = entries.subList(0, Math.max(0, entries.size() - KEPT)).stream()
                .filter(entry -> entry.getDate("writtenAt").toInstant().isBefore(relayedBefore))
                .toList();
        if (old.isEmpty()) {
            return;
        }
        copy(database.getCollection(COLLECTION), collection, id, old);
        var newest = old.getLast().get("sequence", Number.class).longValue();
        aggregates.updateOne(
                Filters.eq("_id", id), Updates.pull(HistoryEntry.FIELD, Filters.lte("sequence", newest)));
    }

    private static void copy(MongoCollection<Document> archive, String collection, String id, List<Document> entries) {
        var writes = new ArrayList<ReplaceOneModel<Document>>();
        for (var entry : entries) {
            var copy = new Document("_id", entry.getString("id"))
                    .append("collection", collection)
                    .append("aggregate", id)
                    .append("sequence", entry.get("sequence"))
                    .append("writtenAt", entry.get("writtenAt"))
                    .append("entry", entry);
            writes.add(new ReplaceOneModel<>(Filters.eq("_id", copy.get("_id")), copy, new ReplaceOptions().upsert(true)));
        }
        archive.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    /** The archived entries of an aggregate, oldest first. */
    public static List<Document> entries(MongoDatabase database, String collection, String id) {
        return find(database, Filters.and(Filters.eq("collection", collection), Filters.eq("aggregate", id)));
    }

    private static List<Document> find(MongoDatabase database, Bson filter) {
        return database.getCollection(COLLECTION).find(filter).sort(Sorts.ascending("sequence"))
                .map(found -> found.get("entry", Document.class)).into(new ArrayList<>());
    }
}
