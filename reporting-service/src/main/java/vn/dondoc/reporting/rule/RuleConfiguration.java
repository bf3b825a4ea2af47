package vn.dondoc.reporting.rule;

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
import vn.dondoc.platform.merger.Mergers;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.obligation.Obligations;

@Configuration(proxyBeanMethods = false)
class RuleConfiguration {

    @Bean
    AggregateType<Rule> ruleType() {
        return new AggregateType<>(Rules.COLLECTION, Rule.class);
    }

    @Bean
    Aggregates<Rule> ruleAggregates(AggregateFactory factory, AggregateType<Rule> type) {
        return factory.of(type);
    }

    @Bean
    CollectionSetup ruleCollection() {
        return CollectionSetup.of(
                Rules.COLLECTION,
                new IndexModel(
                        Indexes.ascending(Sweep.BOUNDARY),
                        new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))),
                new IndexModel(Indexes.ascending("owedBy")),
                new IndexModel(Indexes.ascending("owedTo")));
    }

    @Bean
    Sweep<Rule> ruleSweep(
            Aggregates<Rule> rules, Obligations obligations, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("rules", rules, new Opening(obligations, clock)::open, clock, store, registry);
    }

    @Bean
    Rules rules(Aggregates<Rule> aggregates, Obligations obligations, Sweep<Rule> sweep, Mergers mergers, DomainClock clock) {
        return new Rules(aggregates, obligations, sweep, mergers, clock);
    }
}
