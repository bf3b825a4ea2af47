package vn.dondoc.acceptance.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What a sweep does, by the driver alone: the same reads in batches, no decision, the same guarded updates with the same entries. */
final class BareSweep {

    private static final int BATCH = 1000;
    /** What makes one task another, and what every update sets. */
    private static final Set<String> SAME = Set.of("_id", "commune", "planned", "version", "history");
    private static final Bson STATE_ONLY = Projections.exclude("history", "texts");

    private final MongoCollection<Document> copies;
    private final Document set;
    private final List<Document> entries;

    /**
     * @param told a task that the service's sweep has changed, by which the updates are made
     * @param before one that it has not
     */
    BareSweep(MongoCollection<Document> copies, Document before, Document told) {
        this.copies = copies;
        this.set = new Document();
        told.forEach((name, value) -> {
            if (!SAME.contains(name) && !value.equals(before.get(name))) {
                set.append(name, value);
            }
        });
        var all = told.getList("history", Document.class);
        this.entries = all.subList(before.getList("history", Document.class).size(), all.size());
    }

    /** Everything that is due; answers how many. */
    int all(Instant now) {
        var done = 0;
        for (var changed = batch(now); changed > 0; changed = batch(now)) {
            done += changed;
        }
        return done;
    }

    private int batch(Instant now) {
        var writes = new ArrayList<UpdateOneModel<Document>>(BATCH);
        copies.find(Filters.lte("nextBoundaryAt", Date.from(now))).sort(Sorts.ascending("nextBoundaryAt")).limit(BATCH).projection(STATE_ONLY)
                .forEach(before -> writes.add(update(before)));
        return writes.isEmpty() ? 0 : copies.bulkWrite(writes, new BulkWriteOptions().ordered(false)).getModifiedCount();
    }

    private UpdateOneModel<Document> update(Document before) {
        long version = before.get("version", Number.class).longValue();
        var pushed = new ArrayList<Document>(entries.size());
        for (var entry : entries) {
            pushed.add(new Document(entry).append("id", id()).append("sequence", version + pushed.size() + 1).append("writtenAt", new Date()));
        }
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", before.getString("_id")), Filters.eq("version", version)),
                new Document("$set", new Document(set).append("version", version + pushed.size()))
                        .append("$push", new Document("history", new Document("$each", pushed))));
    }

    private static String id() {
        var random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }
}
