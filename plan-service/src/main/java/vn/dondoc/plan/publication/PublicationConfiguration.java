package vn.dondoc.plan.publication;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.plan.draft.Draft;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;

@Configuration(proxyBeanMethods = false)
class PublicationConfiguration {

    @Bean
    Sweep<Draft> publications(
            Aggregates<Draft> drafts, Publishing publishing, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("publications", drafts, publishing::goneOnWith, clock, store, registry);
    }
}
