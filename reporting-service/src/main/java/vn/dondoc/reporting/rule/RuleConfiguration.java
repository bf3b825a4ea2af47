package vn.dondoc.reporting.rule;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
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
                new IndexModel(Indexes.ascending("commune", "title")),
                new IndexModel(Indexes.ascending("province", "commune", "title")),
                new IndexModel(Indexes.ascending("plan", "title")),
                new IndexModel(Indexes.ascending("owedBy")),
                new IndexModel(Indexes.ascending("owedTo")));
    }

    @Bean
    Sweep<Rule> ruleSweep(
            Aggregates<Rule> rules, Obligations obligations, Owing owing, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("rules", rules, new Opening(obligations, owing, clock)::open, clock, store, registry);
    }

    @Bean
    Owing owing(Directory directory, Aggregates<Rule> rules) {
        return new Owing(directory, id -> rules.find(id.value()).map(Versioned::state));
    }

    @Bean
    Rules rules(Aggregates<Rule> aggregates, Obligations obligations, Owing owing, Sweep<Rule> sweep, Mergers mergers, DomainClock clock) {
        return new Rules(aggregates, obligations, owing, sweep, mergers, clock);
    }

    @Bean
    RuleViews ruleViews(Rules rules, Owing owing, Directory directory, DomainClock clock) {
        return new RuleViews(rules, owing, directory, clock);
    }
}
