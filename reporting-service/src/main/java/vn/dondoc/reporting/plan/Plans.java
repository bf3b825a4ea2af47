package vn.dondoc.reporting.plan;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.event.DirectiveState;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.web.Programmes;

/** The titles of published plans. */
public final class Plans {

    static final String COLLECTION = "plans";
    private static final String CAMPAIGN = "campaign";
    private static final String PROGRAMME = "programme";
    private static final Logger LOG = LoggerFactory.getLogger(Plans.class);

    private final MongoTemplate mongo;

    Plans(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Takes over the state of a plan unless a newer one is known. */
    void take(PlanState plan, long sequence) {
        var stored = new Document("_id", plan.id().value())
                .append("sequence", sequence)
                .append("province", plan.province().value())
                .append("commune", plan.commune().value())
                .append("title", plan.title());
        var programme = Programmes.key(plan.programme());
        if (programme != null) {
            stored.append(PROGRAMME, programme);
        }
        take(plan.id().value(), stored, sequence);
    }

    /** A directive stands beside the plans of every commune that has a part of it. */
    void take(DirectiveState directive, long sequence) {
        take(directive.id().value(), new Document("_id", directive.id().value())
                .append("sequence", sequence)
                .append("province", directive.province().value())
                .append("commune", directive.communes().stream().map(UnitId::value).toList())
                .append("title", directive.content())
                .append("directive", true), sequence);
    }

    /** What the province asks communes for stands beside their plans, too; it never changes. */
    public void campaign(PlanId id, UnitId province, List<UnitId> communes, String title) {
        take(id.value(), new Document("_id", id.value())
                .append("sequence", 1L)
                .append("province", province.value())
                .append("commune", communes.stream().map(UnitId::value).toList())
                .append("title", title)
                .append(CAMPAIGN, true), 1);
    }

    private void take(String id, Document stored, long sequence) {
        var older = Filters.and(Filters.eq("_id", id), Filters.lt("sequence", sequence));
        try {
            collection().replaceOne(older, stored, new ReplaceOptions().upsert(true));
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            LOG.debug("Plan {} is known as new or newer", id);
        }
    }

    /** The plans of a commune, and the directives it has a part of. */
    public List<PlanTitle> of(UnitId commune) {
        return collection().find(Filters.eq("commune", commune.value()))
                .map(stored -> new PlanTitle(new PlanId(stored.getString("_id")), stored.getString("title"), stored.getBoolean("directive", false)))
                .into(new ArrayList<>());
    }

    /** The plans that carry out a programme, with its key, within bounds that name {@code province} or {@code commune}. */
    public Map<PlanId, String> ofProgrammes(Criteria within) {
        var plans = new HashMap<PlanId, String>();
        collection().find(Filters.and(within.getCriteriaObject(), Filters.exists(PROGRAMME)))
                .forEach(stored -> plans.put(new PlanId(stored.getString("_id")), stored.getString(PROGRAMME)));
        return plans;
    }

    /** All plans that carry out the programme of that key. */
    public List<PlanId> of(String programme) {
        return collection().find(Filters.eq(PROGRAMME, programme)).map(stored -> new PlanId(stored.getString("_id"))).into(new ArrayList<>());
    }

    /** The communes of a province that have published a plan. */
    public Set<UnitId> communesWithPlans(UnitId province) {
        return collection().distinct("commune", Filters.and(Filters.eq("province", province.value()), Filters.ne("directive", true), Filters.ne(CAMPAIGN, true)), String.class)
                .map(UnitId::new).into(new HashSet<>());
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection(COLLECTION);
    }
}
