package vn.dondoc.plan.closing;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;

@Configuration(proxyBeanMethods = false)
class ClosingConfiguration {

    @Bean
    AggregateType<Closing> closingType() {
        return new AggregateType<>("closings", Closing.class);
    }

    @Bean
    Aggregates<Closing> closings(AggregateFactory factory, AggregateType<Closing> closingType) {
        return factory.of(closingType);
    }

    @Bean
    CollectionSetup closingCollection() {
        return CollectionSetup.of("closings");
    }

    @Bean
    Sweep<Plan> closingSweep(
            Aggregates<Plan> plans, ClosingProcess process, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("closings", plans, process::goneOnWith, clock, store, registry);
    }
}
