package vn.dondoc.reporting.draft;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;

@Configuration(proxyBeanMethods = false)
class DraftConfiguration {

    @Bean
    AggregateType<Section> sectionType() {
        return new AggregateType<>(Drafts.COLLECTION, Section.class);
    }

    @Bean
    Aggregates<Section> sectionAggregates(AggregateFactory factory, AggregateType<Section> type) {
        return factory.of(type);
    }

    @Bean
    CollectionSetup sectionCollection() {
        return CollectionSetup.of(Drafts.COLLECTION, new IndexModel(Indexes.ascending("report", "name")));
    }

    @Bean
    Drafts drafts(Aggregates<Section> sections, Directory directory) {
        return new Drafts(sections, directory);
    }
}
