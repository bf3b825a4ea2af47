package vn.dondoc.platform.audit;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.history.Chain;
import vn.dondoc.platform.history.HistoryIndexes;

/**
 * The heads of what was written since the anchor before, in the order of collection and aggregate. Only the first anchor looks at everything,
 * and computes for entries without a hash what they would have: from then on they are anchored like the others.
 */
final class Gathering {

    /** How far clocks of writers may be apart, and a write may take: so much is looked at again. */
    static final Duration MARGIN = Duration.ofHours(1);

    private final List<String> collections;

    Gathering(List<String> collections) {
        this.collections = collections.stream().sorted().toList();
    }

    List<String> collections() {
        return collections;
    }

    /** @param time null for everything */
    void since(MongoDatabase database, @Nullable Instant time, Consumer<Head> taker) {
        for (var collection : collections) {
            if (time == null) {
                everything(database, collection, taker);
            } else {
                changed(database, collection, time.minus(MARGIN), taker);
            }
        }
    }

    private static void changed(MongoDatabase database, String collection, Instant from, Consumer<Head> taker) {
        var aggregates = database.getCollection(collection);
        aggregates.find(HistoryIndexes.writtenSince(aggregates, Date.from(from))).hint(HistoryIndexes.BY_TIME)
                .projection(Projections.include("version", Chain.HEAD))
                .sort(Sorts.ascending("_id")).allowDiskUse(true)
                .forEach(aggregate -> {
                    var head = aggregate.get(Chain.HEAD, Binary.class);
                    if (head == null) {
                        whole(database, collection, aggregate.getString("_id"), taker);
                    } else {
                        taker.accept(head(collection, aggregate, head));
                    }
                });
    }

    private static void everything(MongoDatabase database, String collection, Consumer<Head> taker) {
        StoredHistory.each(database, collection, new Document(), history -> heads(history, taker));
    }

    private static void whole(MongoDatabase database, String collection, String id, Consumer<Head> taker) {
        StoredHistory.each(database, collection, Filters.eq("_id", id), history -> heads(history, taker));
    }

    /** Of a history that began before there was a chain also the end of that beginning. */
    private static void heads(StoredHistory history, Consumer<Head> taker) {
        var running = Chain.beginning();
        var last = 0L;
        for (var entry : history.entries()) {
            if (entry.containsKey(Chain.HASH)) {
                break;
            }
            running = Chain.link(running, history.collection(), history.id(), entry);
            last = StoredHistory.sequence(entry);
        }
        if (last > 0) {
            taker.accept(new Head(history.collection(), history.id(), last, running));
        }
        var head = history.head();
        if (head != null) {
            taker.accept(new Head(history.collection(), history.id(), history.version(), head));
        }
    }

    private static Head head(String collection, Document aggregate, Binary head) {
        return new Head(collection, aggregate.getString("_id"), aggregate.get("version", Number.class).longValue(), head.getData());
    }
}
