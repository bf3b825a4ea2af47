package vn.dondoc.reporting.facts;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.reporting.model.Model;
import vn.dondoc.reporting.model.Models;

/** The stored facts of each model. */
public final class Facts {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoTemplate mongo;
    private final Models models;

    Facts(MongoTemplate mongo, Models models) {
        this.mongo = mongo;
        this.models = models;
    }

    /** The collection of a model's facts. */
    public static CollectionSetup setup(Model model) {
        return CollectionSetup.of(
                model.facts(),
                new IndexModel(Indexes.ascending("plan", "units")),
                new IndexModel(Indexes.ascending("commune")),
                overdue("province"),
                overdue("commune"),
                new IndexModel(
                        Indexes.ascending("province"), new IndexOptions().partialFilterExpression(Filters.exists("share"))));
    }

    private static IndexModel overdue(String within) {
        return new IndexModel(
                Indexes.ascending(within, FactDocument.OVERDUE_BY),
                new IndexOptions().partialFilterExpression(Filters.exists(FactDocument.OVERDUE_BY)));
    }

    /** How many tasks count as overdue whose last day lies between the two, both included, within bounds that name {@code province} or {@code commune}. */
    public long overdue(Criteria within, @Nullable LocalDate from, LocalDate to) {
        var first = from == null ? LocalDate.EPOCH : from;
        return of(models.current()).countDocuments(Filters.and(
                within.getCriteriaObject(), Filters.gte(FactDocument.OVERDUE_BY, first.toString()), Filters.lte(FactDocument.OVERDUE_BY, to.toString())));
    }

    /** Those of the ids that are known, within the transaction of that session. */
    Map<String, StoredFact> load(ClientSession session, Model model, Collection<String> ids) {
        var known = new HashMap<String, StoredFact>();
        of(model).find(session, Filters.in("_id", ids)).map(FactDocument::read).forEach(fact -> known.put(fact.id(), fact));
        return known;
    }

    void store(ClientSession session, Model model, List<StoredFact> facts) {
        if (!facts.isEmpty()) {
            of(model).bulkWrite(
                    session,
                    facts.stream().map(f -> new ReplaceOneModel<>(Filters.eq("_id", f.id()), FactDocument.write(f), UPSERT)).toList(),
                    UNORDERED);
        }
    }

    /** The tasks of a plan that a unit leads, in the order of the plan; cancelled ones left out. */
    public List<StoredFact> tasksLed(PlanId plan, UnitId unit) {
        var filter = Filters.and(
                Filters.eq("plan", plan.value()), Filters.eq("units", unit.value()), Filters.exists("line"));
        return of(models.current()).find(filter).sort(Sorts.ascending("line.order", "_id")).map(FactDocument::read).into(new ArrayList<>());
    }

    /** How people spelled that programme in a task of that commune. */
    public Optional<String> spelled(UnitId commune, String programme) {
        var one = of(models.current()).find(Filters.and(Filters.eq("commune", commune.value()), Filters.eq("money.programme", programme))).first();
        return Optional.ofNullable(one).map(FactDocument::read).map(StoredFact::money).map(TaskMoney::spelled);
    }

    /** The targets that are computed, within those bounds, which may name {@code province} and {@code commune}. */
    public List<StoredFact> shares(Criteria within) {
        return of(models.current()).find(Filters.and(Filters.exists("share"), within.getCriteriaObject())).map(FactDocument::read).into(new ArrayList<>());
    }

    /** The tasks of a commune whose money a computed target counts, in the order of their plans. */
    public List<StoredFact> rowsOf(UnitId commune, PlanId plan, TargetShare share) {
        var scope = share.programme() == null ? Filters.eq("plan", plan.value()) : Filters.eq("money.programme", share.programme());
        var money = switch (share.money()) {
            case PLANNED -> Filters.gt("money.planned", 0L);
            case DISBURSED -> Filters.gt("money.disbursed", 0L);
        };
        return of(models.current()).find(Filters.and(Filters.eq("commune", commune.value()), scope, money))
                .sort(Sorts.ascending("plan", "line.order", "_id")).map(FactDocument::read).into(new ArrayList<>());
    }

    /** Those of the ids that are known in a model now. */
    public Map<String, StoredFact> known(Model model, Collection<String> ids) {
        var known = new HashMap<String, StoredFact>();
        of(model).find(Filters.in("_id", ids)).map(FactDocument::read).forEach(fact -> known.put(fact.id(), fact));
        return known;
    }

    /** Every fact of a model as that session sees it, commune after commune. */
    public MongoCursor<StoredFact> byCommune(ClientSession session, Model model) {
        return of(model).find(session).sort(Sorts.ascending("commune")).map(FactDocument::read).cursor();
    }

    /** The facts of a model whose ids begin with that prefix, in the order of their ids, as that session sees them. */
    public MongoCursor<StoredFact> byId(ClientSession session, Model model, String prefix) {
        var within = Filters.and(Filters.gte("_id", prefix), Filters.lt("_id", prefix + Character.MAX_VALUE));
        return of(model).find(session, within).sort(Sorts.ascending("_id")).map(FactDocument::read).cursor();
    }

    private MongoCollection<Document> of(Model model) {
        return mongo.getDb().getCollection(model.facts());
    }
}
