package vn.dondoc.platform.relay;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.dondoc.platform.history.HistoryEntry;

/** The change stream over all aggregate collections, reduced by the server to ids and history entries. */
final class ChangeFeed {

    private static final Comparator<Emitted> BY_SEQUENCE = Comparator.comparingLong(emitted -> emitted.entry().sequence());
    private static final int BATCH = 1000;

    private final List<Bson> pipeline;

    ChangeFeed(List<String> collections) {
        var ofHistory = Document.parse("""
                {$arrayToObject: {$filter: {
                  input: {$objectToArray: {$ifNull: ["$updateDescription.updatedFields", {}]}},
                  cond: {$regexMatch: {input: "$$this.k", regex: "^history([.]|$)"}}}}}""");
        var projection = new Document("ns", 1)
                .append("documentKey", 1)
                .append("operationType", 1)
                .append("clusterTime", 1)
                .append("fullDocument.history", 1)
                .append("updateDescription.updatedFields", ofHistory);
        pipeline = List.of(
                Aggregates.match(Filters.and(
                        Filters.in("ns.coll", collections), Filters.in("operationType", "insert", "update", "replace"))),
                Aggregates.project(projection));
    }

    /** Changes as plain documents: taken apart by the driver first, each entry would be decoded twice. */
    MongoChangeStreamCursor<Document> open(MongoDatabase database, Checkpoint from) {
        var stream = database.watch(pipeline).batchSize(BATCH).maxAwaitTime(500, TimeUnit.MILLISECONDS);
        var token = from.token();
        var placed = token == null ? stream.startAtOperationTime(from.startAt()) : stream.resumeAfter(token);
        return (MongoChangeStreamCursor<Document>) placed.withDocumentClass(Document.class).cursor();
    }

    /** The entries a change brought, in the order of their sequence. */
    static List<Emitted> entries(Document change) {
        var collection = change.get("ns", Document.class).getString("coll");
        var id = change.get("documentKey", Document.class).getString("_id");
        var found = new ArrayList<Emitted>(2);
        if (change.get("fullDocument") instanceof Document whole && whole.get(HistoryFields.NAME) instanceof List<?> entries) {
            entries.forEach(entry -> found.add(new Emitted(collection, id, HistoryEntry.read((Document) entry), true)));
        }
        if (change.get("updateDescription") instanceof Document update && update.get("updatedFields") instanceof Document fields) {
            fields.forEach((field, value) -> read(value, collection, id, !field.equals(HistoryFields.NAME), found));
        }
        found.sort(BY_SEQUENCE);
        return found;
    }

    private static void read(Object value, String collection, String id, boolean surelyNew, List<Emitted> found) {
        if (value instanceof List<?> entries) {
            entries.forEach(element -> read(element, collection, id, surelyNew, found));
        } else if (value instanceof Document entry && entry.containsKey("sequence")) {
            found.add(new Emitted(collection, id, HistoryEntry.read(entry), surelyNew));
        }
    }
}
