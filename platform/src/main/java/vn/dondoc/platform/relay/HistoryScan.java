package vn.dondoc.platform.relay;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /**
     * Hands over batches; the entries of one aggregate come together and in sequence. The archive is looked into after the history was read:
     * what is archived in between is found in it, for entries are copied there before they are trimmed.
     */
    void since(MongoDatabase database, Instant time, Batches batches) throws InterruptedException {
        for (var collection : collections) {
            var aggregates = new ArrayList<Document>();
            var entries = 0;
            var found = database.getCollection(collection)
                    .find(Filters.gte(HistoryFields.WRITTEN_AT, Date.from(time)))
                    .projection(Projections.include(HistoryFields.NAME));
            try (var cursor = found.cursor()) {
                while (cursor.hasNext()) {
                    var aggregate = cursor.next();
                    aggregates.add(aggregate);
                    entries += aggregate.getList(HistoryFields.NAME, Document.class).size();
                    if (entries >= BATCH) {
                        batches.accept(entries(database, collection, aggregates, time));
                        aggregates.clear();
                        entries = 0;
                    }
                }
            }
            if (!aggregates.isEmpty()) {
                batches.accept(entries(database, collection, aggregates, time));
            }
        }
    }

    /** Takes what was found; may wait for brokers. */
    @FunctionalInterface
    interface Batches {
        void accept(List<Emitted> batch) throws InterruptedException;
    }

    private static List<Emitted> entries(MongoDatabase database, String collection, List<Document> aggregates, Instant time) {
        var batch = new ArrayList<Emitted>();
        for (var aggregate : aggregates) {
            var id = aggregate.getString("_id");
            var bySequence = new TreeMap<Long, HistoryEntry>();
            var kept = aggregate.getList(HistoryFields.NAME, Document.class);
            kept.forEach(entry -> put(entry, bySequence));
            if (!kept.isEmpty() && bySequence.firstKey() > 1) {
                Archive.entries(database, collection, id).forEach(entry -> put(entry, bySequence));
            }
            bySequence.values().stream()
                    .filter(entry -> !entry.writtenAt().isBefore(time))
                    .forEach(entry -> batch.add(new Emitted(collection, id, entry, true)));
        }
        return batch;
    }

    private static void put(Document stored, Map<Long, HistoryEntry> bySequence) {
        var entry = HistoryEntry.read(stored);
        bySequence.put(entry.sequence(), entry);
    }
}
