package vn.dondoc.plan.directive;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.platform.consume.EventConsumers;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;

@Configuration(proxyBeanMethods = false)
class DirectiveConfiguration {

    @Bean
    AggregateType<Directive> directiveType() {
        return new AggregateType<>("directives", Directive.class);
    }

    @Bean
    Aggregates<Directive> directives(AggregateFactory factory, AggregateType<Directive> directiveType) {
        return factory.of(directiveType);
    }

    @Bean
    CollectionSetup directiveCollection() {
        return CollectionSetup.of(
                "directives",
                newestFirstOf("province"), newestFirstOf("commune"), newestFirstOf("giver"), newestFirstOf("parts.lead"),
                newestFirstOf("parts.addressee"), newestFirstOf("parts.commune"),
                new IndexModel(Indexes.ascending("origin.proceeding", "origin.point"),
                        new IndexOptions().partialFilterExpression(Filters.exists("origin.proceeding"))),
                new IndexModel(
                        Indexes.ascending(Sweep.BOUNDARY), new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))));
    }

    @Bean
    CollectionSetup directiveTaskCollection() {
        return CollectionSetup.of(PartStandings.COLLECTION, new IndexModel(Indexes.ascending(PartStandings.DIRECTIVE)));
    }

    @Bean
    Sweep<Directive> directiveSweep(
            Aggregates<Directive> directives, Issuing issuing, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("directives", directives, issuing::goneOnWith, clock, store, registry);
    }

    /** How the parts stand. */
    @Bean
    Consumer<Message<List<Object>>> taskEvents(EventConsumers consumers, PartStandings standings) {
        return consumers.batches("taskEvents", standings::take);
    }

    private static IndexModel newestFirstOf(String field) {
        return new IndexModel(Indexes.compoundIndex(Indexes.ascending(field), Indexes.descending("issuedOn", "_id")));
    }
}
