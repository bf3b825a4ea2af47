package vn.dondoc.plan.draft;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.sweep.Sweep;

@Configuration(proxyBeanMethods = false)
class DraftConfiguration {

    @Bean
    AggregateType<Draft> draftType() {
        return new AggregateType<>("drafts", Draft.class);
    }

    @Bean
    Aggregates<Draft> drafts(AggregateFactory factory, AggregateType<Draft> draftType) {
        return factory.of(draftType);
    }

    @Bean
    CollectionSetup draftCollection() {
        return CollectionSetup.of(
                "drafts",
                new IndexModel(Indexes.ascending("commune", "sha256")),
                new IndexModel(Indexes.descending("createdAt")),
                new IndexModel(Indexes.ascending("uploadKey"), new IndexOptions().partialFilterExpression(Filters.exists("uploadKey"))),
                new IndexModel(
                        Indexes.ascending(Sweep.BOUNDARY), new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))));
    }
}
