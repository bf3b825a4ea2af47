package vn.dondoc.reporting.facts;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;

/** The stored facts. */
public final class Facts {

    static final String COLLECTION = "facts";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoTemplate mongo;

    Facts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Those of the ids that are known, within the transaction of that session. */
    Map<String, StoredFact> load(ClientSession session, Collection<String> ids) {
        var known = new HashMap<String, StoredFact>();
        collection().find(session, Filters.in("_id", ids)).map(FactDocument::read).forEach(fact -> known.put(fact.id(), fact));
        return known;
    }

    void store(ClientSession session, List<StoredFact> facts) {
        if (!facts.isEmpty()) {
            collection().bulkWrite(
                    session,
                    facts.stream().map(f -> new ReplaceOneModel<>(Filters.eq("_id", f.id()), FactDocument.write(f), UPSERT)).toList(),
                    UNORDERED);
        }
    }

    /** The tasks of a plan that a unit leads, in the order of the plan; cancelled ones left out. */
    public List<StoredFact> tasksLed(PlanId plan, UnitId unit) {
        var filter = Filters.and(
                Filters.eq("plan", plan.value()), Filters.eq("units", unit.value()), Filters.exists("line"));
        return collection().find(filter).sort(Sorts.ascending("line.order", "_id")).map(FactDocument::read).into(new ArrayList<>());
    }

    /** Every fact there is, one after the other. */
    public void each(Consumer<StoredFact> consumer) {
        collection().find().map(FactDocument::read).forEach(consumer);
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection(COLLECTION);
    }
}
