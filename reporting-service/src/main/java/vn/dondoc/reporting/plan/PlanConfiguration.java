package vn.dondoc.reporting.plan;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.messaging.Message;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.platform.consume.EventConsumers;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.reporting.rule.Rules;

@Configuration(proxyBeanMethods = false)
class PlanConfiguration {

    @Bean
    Plans plans(MongoTemplate mongo) {
        return new Plans(mongo);
    }

    @Bean
    CollectionSetup planCollection() {
        return CollectionSetup.of(Plans.COLLECTION, new IndexModel(Indexes.ascending("commune")));
    }

    @Bean
    Consumer<Message<List<Object>>> planEvents(EventConsumers consumers, Plans plans, Rules rules) {
        return consumers.each("planEvents", received -> take(received, plans, rules));
    }

    private static void take(Received received, Plans plans, Rules rules) {
        switch (received.event()) {
            case PlanEvent.PlanPublished published -> plans.take(published.plan(), received.order());
            case PlanEvent.PlanAmended amended -> plans.take(amended.plan(), received.order());
            case PlanEvent.PlanClosed closed -> plans.take(closed.plan(), received.order());
            case PlanEvent.DirectiveIssued issued -> plans.take(issued.directive(), received.order());
            case PlanEvent.ReportingScheduled scheduled -> rules.take(scheduled.rule(), received.order());
            case PlanEvent.ReportingWithdrawn withdrawn -> rules.take(withdrawn.rule(), received.order());
            // tasks come as assignments from task-service; targets have a consumer of their own
            default -> {}
        }
    }
}
