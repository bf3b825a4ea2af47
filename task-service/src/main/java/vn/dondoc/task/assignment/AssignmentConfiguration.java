package vn.dondoc.task.assignment;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;

/** Assignments, how they are found, and the sweep over their deadlines. */
@Configuration(proxyBeanMethods = false)
class AssignmentConfiguration {

    private static final String[] WORST_FIRST = {"rank", "deadline.lastDay", "planned.order", "_id"};

    @Bean
    AggregateType<Assignment> assignmentType() {
        return new AggregateType<>("assignments", Assignment.class);
    }

    @Bean
    Aggregates<Assignment> assignments(AggregateFactory factory, AggregateType<Assignment> type) {
        return factory.of(type);
    }

    @Bean
    CollectionSetup assignmentCollection(AggregateType<Assignment> type) {
        return CollectionSetup.of(
                type.collection(),
                new IndexModel(Indexes.ascending(Sweep.BOUNDARY),
                        new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))),
                worstFirstOf("province"),
                worstFirstOf("commune"),
                worstFirstOf("planned.lead"),
                worstFirstOf("planned.coordinating"),
                worstFirstOf("planned.plan"),
                worstFirstOf("whole.giver"),
                new IndexModel(Indexes.ascending("partOf.whole", "rank", "deadline.lastDay", "_id"),
                        new IndexOptions().partialFilterExpression(Filters.exists("partOf.whole"))),
                new IndexModel(Indexes.ascending("carried.from"), new IndexOptions().partialFilterExpression(Filters.exists("carried.from"))),
                new IndexModel(Indexes.ascending("directive._id"), new IndexOptions().partialFilterExpression(Filters.exists("directive._id"))),
                new IndexModel(Indexes.ascending("commune", "tokens")));
    }

    @Bean
    Sweep<Assignment> deadlineSweep(
            Aggregates<Assignment> assignments, SweepStep step, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("deadlines", assignments, step::pass, clock, store, registry);
    }

    private static IndexModel worstFirstOf(String field) {
        return new IndexModel(Indexes.compoundIndex(Indexes.ascending(field), Indexes.ascending(WORST_FIRST)));
    }
}
