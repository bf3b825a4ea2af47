package vn.dondoc.notification.rulebook;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;

@Configuration(proxyBeanMethods = false)
class RuleBookConfiguration {

    private static final String COLLECTION = "rule_books";

    @Bean
    AggregateType<RuleBook> ruleBookType() {
        return new AggregateType<>(COLLECTION, RuleBook.class);
    }

    @Bean
    Aggregates<RuleBook> ruleBookAggregates(AggregateFactory factory, AggregateType<RuleBook> ruleBookType) {
        return factory.of(ruleBookType);
    }

    @Bean
    CollectionSetup ruleBookCollection() {
        return CollectionSetup.of(COLLECTION);
    }

    /** What was told in a place in a span of time: previews, weeks and templates ask for that. */
    @Bean
    CollectionSetup notificationsByPlace() {
        return CollectionSetup.of("notifications", latestOf("province"), latestOf("commune"));
    }

    private static IndexModel latestOf(String field) {
        return new IndexModel(Indexes.compoundIndex(Indexes.ascending(field), Indexes.descending("at")));
    }
}
