package vn.dondoc.notification.obligation;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.id.PlanId;

/** Number and title of the plans, as letters name them. */
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

    public Optional<String> of(PlanId plan) {
        return Optional.ofNullable(mongo.getCollection(COLLECTION).find(Filters.eq("_id", plan.value())).first())
                .map(stored -> stored.getString("title"));
    }
}
