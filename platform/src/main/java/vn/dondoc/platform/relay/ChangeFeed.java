package vn.dondoc.platform.relay;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.conversions.Bson;
import vn.dondoc.platform.history.HistoryEntry;

/** The change stream over all aggregate collections, reduced by the server to ids and history entries. */
final class ChangeFeed {

    private static final DocumentCodec DOCUMENTS = new DocumentCodec();
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

    MongoChangeStreamCursor<ChangeStreamDocument<Document>> open(MongoDatabase database, Checkpoint from) {
        var stream = database.watch(pipeline).batchSize(BATCH).maxAwaitTime(500, TimeUnit.MILLISECONDS);
        var token = from.token();
        return (token == null ? stream.startAtOperationTime(from.startAt()) : stream.resumeAfter(token)).cursor();
    }

    /** The entries a change brought, in the order of their sequence. */
    static List<Emitted> entries(ChangeStreamDocument<Document> change) {
        var collection = Objects.requireNonNull(change.getNamespace()).getCollectionName();
        var id = Objects.requireNonNull(change.getDocumentKey()).getString("_id").getValue();
        var found = new ArrayList<Emitted>();
        var whole = change.getFullDocument();
        if (whole != null && whole.get(HistoryFields.NAME) instanceof List<?> entries) {
            entries.forEach(entry -> found.add(new Emitted(collection, id, HistoryEntry.read((Document) entry), true)));
        }
        var update = change.getUpdateDescription();
        if (update != null && update.getUpdatedFields() != null) {
            update.getUpdatedFields().forEach((field, value) -> read(value, collection, id, !field.equals(HistoryFields.NAME), found));
        }
        found.sort((a, b) -> Long.compare(a.entry().sequence(), b.entry().sequence()));
        return found;
    }

    private static void read(BsonValue value, String collection, String id, boolean surelyNew, List<Emitted> found) {
        if (value.isArray()) {
            value.asArray().forEach(element -> read(element, collection, id, surelyNew, found));
        } else if (value.isDocument() && value.asDocument().containsKey("sequence")) {
            found.add(new Emitted(collection, id, HistoryEntry.read(document(value.asDocument())), surelyNew));
        }
    }

    private static Document document(BsonDocument value) {
        return DOCUMENTS.decode(new BsonDocumentReader(value), DecoderContext.builder().build());
    }
}
