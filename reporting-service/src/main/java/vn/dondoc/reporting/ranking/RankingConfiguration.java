package vn.dondoc.reporting.ranking;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;

@Configuration(proxyBeanMethods = false)
class RankingConfiguration {

    private static final String COLLECTION = "ranking_rules";

    @Bean
    AggregateType<RankingRule> rankingRuleType() {
        return new AggregateType<>(COLLECTION, RankingRule.class);
    }

    @Bean
    Aggregates<RankingRule> rankingRuleAggregates(AggregateFactory factory, AggregateType<RankingRule> rankingRuleType) {
        return factory.of(rankingRuleType);
    }

    @Bean
    CollectionSetup rankingRuleCollection() {
        return CollectionSetup.of(COLLECTION);
    }
}
