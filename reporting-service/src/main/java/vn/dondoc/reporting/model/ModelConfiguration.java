package vn.dondoc.reporting.model;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.platform.store.CollectionSetup;

@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

    @Bean
    Models models(MongoDatabaseFactory databases) {
        return new Models(databases);
    }

    @Bean
    CollectionSetup modelCollection() {
        return CollectionSetup.of(Models.COLLECTION);
    }
}
