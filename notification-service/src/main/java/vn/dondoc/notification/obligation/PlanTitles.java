package vn.dondoc.notification.obligation;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.DirectiveState;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.id.PlanId;

/** Number and title of the plans, and of directives, as letters name them. */
@Component
public class PlanTitles {

    static final String COLLECTION = "plans";

    private final MongoTemplate mongo;

    PlanTitles(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public void know(PlanState plan) {
        var number = plan.number();
        var title = number == null ? plan.title() : number + " – " + plan.title();
        mongo.getCollection(COLLECTION).updateOne(
                Filters.eq("_id", plan.id().value()), Updates.set("title", title), new UpdateOptions().upsert(true));
    }

    /** A directive, by its number and who gave it. */
    public void know(DirectiveState directive, String giver) {
        var words = directive.number() == null ? giver : directive.number() + " – " + giver;
        mongo.getCollection(COLLECTION).updateOne(
                Filters.eq("_id", directive.id().value()), Updates.combine(Updates.set("title", words), Updates.set("directive", true)),
                new UpdateOptions().upsert(true));
    }

    /** Whether what stands there is a directive, and no plan. */
    public boolean isDirective(PlanId plan) {
        return mongo.getCollection(COLLECTION).find(Filters.and(Filters.eq("_id", plan.value()), Filters.eq("directive", true))).first() != null;
    }

    public Optional<String> of(PlanId plan) {
        return Optional.ofNullable(mongo.getCollection(COLLECTION).find(Filters.eq("_id", plan.value())).first())
                .map(stored -> stored.getString("title"));
    }
}
