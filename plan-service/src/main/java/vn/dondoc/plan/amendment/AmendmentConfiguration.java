package vn.dondoc.plan.amendment;

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
class AmendmentConfiguration {

    @Bean
    AggregateType<Amendment> amendmentType() {
        return new AggregateType<>("amendments", Amendment.class);
    }

    @Bean
    Aggregates<Amendment> amendments(AggregateFactory factory, AggregateType<Amendment> amendmentType) {
        return factory.of(amendmentType);
    }

    @Bean
    CollectionSetup amendmentCollection() {
        return CollectionSetup.of("amendments");
    }

    @Bean
    Sweep<Plan> amendmentSweep(
            Aggregates<Plan> plans, AmendmentProcess process, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("amendments", plans, process::goneOnWith, clock, store, registry);
    }

    @Bean
    Sweep<Plan> programmeSweep(
            Aggregates<Plan> plans, ProgrammeProcess process, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("plan-programmes", plans, process::goneOnWith, clock, store, registry);
    }
}
