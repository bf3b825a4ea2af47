package vn.dondoc.task.planning;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.event.DirectiveState;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.web.Folded;

/** Titles, numbers and years of published plans: people ask for tasks by the number of their plan, and what recurs ends with its year. The newest state that came stands. */
public final class PublishedPlans {

    static final String COLLECTION = "plans";
    static final String NUMBER = "number";
    private static final String YEAR = "year";

    private static final int MOST = 200;

    private final MongoTemplate mongo;

    PublishedPlans(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void keep(PlanState plan, long sequence) {
        keep(plan.id().value(), sequence, Updates.combine(
                Updates.set("province", plan.province().value()),
                Updates.set("commune", plan.commune().value()),
                Updates.set("title", plan.title()),
                Updates.set(YEAR, plan.year()),
                Updates.set(NUMBER, plan.number() == null ? null : Folded.fold(plan.number()))));
    }

    /** A directive stands where the plan of its parts would stand; it may be of several communes. */
    void keep(DirectiveState directive, long sequence) {
        var number = directive.number();
        keep(directive.id().value(), sequence, Updates.combine(
                Updates.set("province", directive.province().value()),
                Updates.set("commune", directive.communes().stream().map(UnitId::value).toList()),
                Updates.set("title", directive.content()),
                Updates.set(NUMBER, number == null ? null : Folded.fold(number))));
    }

    private void keep(String id, long sequence, Bson newer) {
        try {
            plans().updateOne(Filters.and(Filters.eq("_id", id), Filters.lt("sequence", sequence)),
                    Updates.combine(Updates.set("sequence", sequence), newer), new UpdateOptions().upsert(true));
        } catch (MongoWriteException refused) {
            // it is there already, in this state or a newer one
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
    }

    /** Its title; nothing while the plan itself has not come. */
    public Optional<String> titleOf(PlanId plan) {
        return Optional.ofNullable(plans().find(Filters.eq("_id", plan.value())).projection(Projections.include("title")).first())
                .map(stored -> stored.getString("title"));
    }

    /** Ids of the plans within those bounds whose number begins so: "36/kh" finds 36/KH-UBND. */
    public List<String> numbered(String beginning, Criteria within) {
        var folded = Folded.fold(beginning.strip());
        return plans().find(Filters.and(
                        within.getCriteriaObject(), Filters.gte(NUMBER, folded), Filters.lt(NUMBER, folded + Character.MAX_VALUE)))
                .projection(Projections.include("_id"))
                .limit(MOST)
                .map(plan -> plan.getString("_id"))
                .into(new ArrayList<>());
    }

    /** The year a plan is for; null for an open-ended one, and for one that is not known. */
    public @Nullable Integer yearOf(PlanId plan) {
        var known = plans().find(Filters.eq("_id", plan.value())).projection(Projections.include(YEAR)).first();
        return known == null ? null : known.getInteger(YEAR);
    }

    private MongoCollection<Document> plans() {
        return mongo.getCollection(COLLECTION);
    }
}
