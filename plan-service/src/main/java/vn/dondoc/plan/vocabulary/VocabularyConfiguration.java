package vn.dondoc.plan.vocabulary;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;

@Configuration(proxyBeanMethods = false)
class VocabularyConfiguration {

    @Bean
    AggregateType<RememberedName> rememberedNameType() {
        return new AggregateType<>("unitNames", RememberedName.class);
    }

    @Bean
    Aggregates<RememberedName> rememberedNameAggregates(AggregateFactory factory, AggregateType<RememberedName> rememberedNameType) {
        return factory.of(rememberedNameType);
    }

    @Bean
    CollectionSetup rememberedNameCollection() {
        return CollectionSetup.of("unitNames", new IndexModel(Indexes.ascending("commune")));
    }
}
