package vn.dondoc.reporting.cells;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.reporting.model.Model;
import vn.dondoc.reporting.model.Models;

/** The stored cells of each model: changed by differences inside a projection's transaction, read by level and branch. */
public final class Cells {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoTemplate mongo;
    private final Models models;

    Cells(MongoTemplate mongo, Models models) {
        this.mongo = mongo;
        this.models = models;
    }

    /** The collection of a model's cells. */
    public static CollectionSetup setup(Model model) {
        return CollectionSetup.of(
                model.cells(),
                new IndexModel(Indexes.ascending("province", "level")),
                new IndexModel(Indexes.ascending("commune", "level")));
    }

    /** Applies all differences to a model within the transaction of that session. */
    public void apply(ClientSession session, Model model, Map<CellKey, Change> changes) {
        if (!changes.isEmpty()) {
            of(model).bulkWrite(session, changes.entrySet().stream().map(e -> update(e.getKey(), e.getValue())).toList(), UNORDERED);
        }
    }

    /** Cells of one level of the present model, within those bounds, which may name {@code province}, {@code commune}, {@code plan}, {@code unit} and {@code programme}. */
    public List<Cell> list(CellKey.Level level, Criteria within) {
        var filter = Filters.and(Filters.eq("level", level.name()), within.getCriteriaObject());
        return of(models.current()).find(filter).map(CellDocument::read).into(new ArrayList<>());
    }

    /** Every cell of a model as that session sees it, commune after commune. */
    public MongoCursor<Cell> byCommune(ClientSession session, Model model) {
        return of(model).find(session).sort(Sorts.ascending("commune")).map(CellDocument::read).cursor();
    }

    private static UpdateOneModel<Document> update(CellKey key, Change change) {
        var increments = CellDocument.increments(change.difference());
        var update = new Document("$setOnInsert", CellDocument.identity(key)).append("$max", new Document("asOf", Date.from(change.asOf())));
        if (!increments.isEmpty()) {
            update.append("$inc", increments);
        }
        return new UpdateOneModel<>(Filters.eq("_id", key.id()), update, new UpdateOptions().upsert(true));
    }

    private MongoCollection<Document> of(Model model) {
        return mongo.getDb().getCollection(model.cells());
    }
}
