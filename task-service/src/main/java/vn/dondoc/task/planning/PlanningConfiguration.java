package vn.dondoc.task.planning;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.messaging.Message;
import vn.dondoc.platform.consume.EventConsumers;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.merger.Following;
import vn.dondoc.task.timekeeping.RecomputedTasks;
import vn.dondoc.task.timekeeping.Timekeepings;

/** What this service takes from {@code dondoc.plan}. */
@Configuration(proxyBeanMethods = false)
class PlanningConfiguration {

    @Bean
    PublishedPlans publishedPlans(MongoTemplate mongo) {
        return new PublishedPlans(mongo);
    }

    @Bean
    CollectionSetup publishedPlanCollection() {
        return CollectionSetup.of(
                PublishedPlans.COLLECTION,
                new IndexModel(Indexes.ascending("commune", PublishedPlans.NUMBER)),
                new IndexModel(Indexes.ascending("province", PublishedPlans.NUMBER)));
    }

    @Bean
    Consumer<Message<List<Object>>> planEvents(
            EventConsumers consumers, Aggregates<Assignment> assignments, PublishedPlans plans, Following following, Timekeepings timekeepings,
            RecomputedTasks recomputed, DomainClock clock) {
        var planning = new Planning(assignments, plans, following, new Schedules(timekeepings, recomputed), clock);
        return consumers.batches("planEvents", Planning::check, planning::take);
    }
}
