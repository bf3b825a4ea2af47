package vn.dondoc.reporting.cells;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;

/** The stored cells: changed by differences inside a projection's transaction, read by level and branch. */
public final class Cells {

    static final String COLLECTION = "cells";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoTemplate mongo;

    Cells(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Applies all differences within the transaction of that session. */
    public void apply(ClientSession session, Map<CellKey, Change> changes) {
        if (!changes.isEmpty()) {
            collection().bulkWrite(session, changes.entrySet().stream().map(e -> update(e.getKey(), e.getValue())).toList(), UNORDERED);
        }
    }

    /** Cells of one level within those bounds, which may name {@code province}, {@code commune}, {@code plan} and {@code unit}. */
    public List<Cell> list(CellKey.Level level, Criteria within) {
        var filter = Filters.and(Filters.eq("level", level.name()), within.getCriteriaObject());
        return collection().find(filter).map(CellDocument::read).into(new ArrayList<>());
    }

    /** Every cell there is, one after the other. */
    public void each(Consumer<Cell> consumer) {
        collection().find().map(CellDocument::read).forEach(consumer);
    }

    private static UpdateOneModel<Document> update(CellKey key, Change change) {
        var increments = new Document();
        change.difference().forEach((counter, number) -> increments.append(CellDocument.COUNTS + "." + counter.field(), number));
        var update = new Document("$setOnInsert", CellDocument.identity(key)).append("$max", new Document("asOf", Date.from(change.asOf())));
        if (!increments.isEmpty()) {
            update.append("$inc", increments);
        }
        return new UpdateOneModel<>(Filters.eq("_id", key.id()), update, new UpdateOptions().upsert(true));
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection(COLLECTION);
    }
}
