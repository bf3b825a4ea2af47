package vn.dondoc.plan.proceeding;

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

@Configuration(proxyBeanMethods = false)
class ProceedingConfiguration {

    @Bean
    AggregateType<Proceeding> proceedingType() {
        return new AggregateType<>("proceedings", Proceeding.class);
    }

    @Bean
    Aggregates<Proceeding> proceedings(AggregateFactory factory, AggregateType<Proceeding> proceedingType) {
        return factory.of(proceedingType);
    }

    @Bean
    CollectionSetup proceedingCollection() {
        return CollectionSetup.of(
                "proceedings", latestFirstOf("province"), latestFirstOf("commune"), latestFirstOf("units"), latestFirstOf("communes"),
                new IndexModel(
                        Indexes.ascending(Sweep.BOUNDARY), new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))));
    }

    @Bean
    Sweep<Proceeding> proceedingSweep(
            Aggregates<Proceeding> proceedings, Giving giving, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("proceedings", proceedings, giving::goneOnWith, clock, store, registry);
    }

    private static IndexModel latestFirstOf(String field) {
        return new IndexModel(Indexes.compoundIndex(Indexes.ascending(field), Indexes.descending("heldOn", "_id")));
    }
}
