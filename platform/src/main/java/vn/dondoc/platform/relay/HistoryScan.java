package vn.dondoc.platform.relay;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import vn.dondoc.platform.history.Archive;
import vn.dondoc.platform.history.HistoryEntry;

/** Reads entries written since a time out of the histories themselves: the repair when the stream cannot be resumed. */
final class HistoryScan {

    private static final int BATCH = 500;

    private final List<String> collections;

    HistoryScan(List<String> collections) {
        this.collections = List.copyOf(collections);
    }

    /** Hands over batches; the entries of one aggregate come in sequence. */
    void since(MongoDatabase database, Instant time, Consumer<List<Emitted>> batches) {
        archived(database, time, batches);
        for (var collection : collections) {
            var batch = new ArrayList<Emitted>();
            var found = database.getCollection(collection)
                    .find(Filters.gte(HistoryFields.WRITTEN_AT, Date.from(time)))
                    .projection(Projections.include(HistoryFields.NAME));
            try (var cursor = found.cursor()) {
                while (cursor.hasNext()) {
                    addSince(time, collection, cursor.next(), batch);
                    if (batch.size() >= BATCH) {
                        batches.accept(List.copyOf(batch));
                        batch.clear();
                    }
                }
            }
            batches.accept(List.copyOf(batch));
        }
    }

    private static void archived(MongoDatabase database, Instant time, Consumer<List<Emitted>> batches) {
        var found = database.getCollection(Archive.COLLECTION)
                .find(Filters.gte("writtenAt", Date.from(time)))
                .sort(Sorts.ascending("collection", "aggregate", "sequence"));
        var batch = new ArrayList<Emitted>();
        try (var cursor = found.cursor()) {
            while (cursor.hasNext()) {
                var stored = cursor.next();
                var entry = HistoryEntry.read(stored.get("entry", Document.class));
                batch.add(new Emitted(stored.getString("collection"), stored.getString("aggregate"), entry, true));
                if (batch.size() >= BATCH) {
                    batches.accept(List.copyOf(batch));
                    batch.clear();
                }
            }
        }
        batches.accept(List.copyOf(batch));
    }

    private static void addSince(Instant time, String collection, Document aggregate, List<Emitted> batch) {
        aggregate.getList(HistoryFields.NAME, Document.class).stream()
                .map(HistoryEntry::read)
                .filter(entry -> !entry.writtenAt().isBefore(time))
                .forEach(entry -> batch.add(new Emitted(collection, aggregate.getString("_id"), entry, true)));
    }
}
