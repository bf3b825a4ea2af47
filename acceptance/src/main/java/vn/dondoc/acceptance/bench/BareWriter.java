package vn.dondoc.acceptance.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What the platform does to change an aggregate, by the driver alone: the same read, the same guarded update with an entry of the same
 * size under the same indexes.
 */
final class BareWriter {

    private static final Bson STATE_ONLY = Projections.exclude("history", "texts");

    private final MongoCollection<Document> copies;
    private final Document pattern;

    private BareWriter(MongoCollection<Document> copies, Document pattern) {
        this.copies = copies;
        this.pattern = pattern;
    }

    /** Works on copies of the aggregates as they are now; its entries look like the newest one of the first. */
    static BareWriter onCopies(MongoDatabase database, String collection) {
        var copies = database.getCollection(collection + "_bare");
        database.getCollection(collection).aggregate(List.of(new Document("$out", copies.getNamespace().getCollectionName()))).toCollection();
        copies.createIndexes(OpenTasks.indexesOf(database.getCollection(collection)));
        var first = Objects.requireNonNull(copies.find().sort(new Document("_id", 1)).first());
        return new BareWriter(copies, first.getList("history", Document.class).getLast());
    }

    /** One command; lost against another writer it is done again. */
    void change(String id) {
        var done = false;
        while (!done) {
            var before = Objects.requireNonNull(copies.find(Filters.eq("_id", id)).projection(STATE_ONLY).first());
            var version = before.getLong("version");
            var guard = Filters.and(Filters.eq("_id", id), Filters.eq("version", version));
            var set = new Document("version", version + 1).append("percent", (before.getInteger("percent") + 1) % 100);
            var push = new Document("history", new Document("$each", List.of(entry(version + 1))));
            done = copies.updateOne(guard, new Document("$set", set).append("$push", push)).getMatchedCount() == 1;
        }
    }

    private Document entry(long sequence) {
        var random = ThreadLocalRandom.current();
        var id = HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
        return new Document(pattern).append("id", id).append("sequence", sequence).append("writtenAt", new Date());
    }
}
