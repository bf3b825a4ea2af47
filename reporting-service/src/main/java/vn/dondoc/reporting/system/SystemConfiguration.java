package vn.dondoc.reporting.system;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.problem.ProblemConfiguration;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.obligation.Obligations;
import vn.dondoc.reporting.plan.Plans;

@Configuration(proxyBeanMethods = false)
class SystemConfiguration {

    @Bean
    AggregateType<OtherSystem> systemType() {
        return new AggregateType<>(Systems.COLLECTION, OtherSystem.class);
    }

    @Bean
    Aggregates<OtherSystem> systemAggregates(AggregateFactory factory, AggregateType<OtherSystem> type) {
        return factory.of(type);
    }

    @Bean
    CollectionSetup systemCollection() {
        return CollectionSetup.of(
                Systems.COLLECTION,
                new IndexModel(Indexes.ascending(Sweep.BOUNDARY), new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))),
                new IndexModel(Indexes.ascending("province", "commune")),
                new IndexModel(Indexes.ascending("commune")));
    }

    /** Obligations are in the words of documents, whoever reads the page. */
    @Bean
    Expecting expecting(Obligations obligations, Plans plans, Directory directory, DomainClock clock, MessageSource bundles) {
        return new Expecting(obligations, plans, directory, clock,
                name -> Objects.requireNonNull(bundles.getMessage("system.update", new Object[] {name}, ProblemConfiguration.VIETNAMESE)));
    }

    @Bean
    Sweep<OtherSystem> systemSweep(
            Aggregates<OtherSystem> systems, Expecting expecting, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("systems", systems, expecting::open, clock, store, registry);
    }

    @Bean
    Systems systems(Aggregates<OtherSystem> systems, Expecting expecting, Sweep<OtherSystem> sweep, DomainClock clock) {
        return new Systems(systems, expecting, sweep, clock);
    }

    @Bean
    Told told(Obligations obligations, Facts facts, Directory directory, DomainClock clock) {
        return new Told(obligations, facts, directory, clock);
    }

    @Bean
    ToldElsewhere toldElsewhere(Systems systems, Told told) {
        return new ToldElsewhere(systems, told);
    }
}
