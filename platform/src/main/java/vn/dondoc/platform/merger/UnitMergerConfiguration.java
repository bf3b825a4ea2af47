package vn.dondoc.platform.merger;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.store.CollectionSetup;

/** Mergers, for services that keep what units answer for. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("dondoc.processes")
public class UnitMergerConfiguration {

    @Bean
    Mergers mergers(MongoTemplate mongo) {
        return new Mergers(mongo);
    }

    @Bean
    CollectionSetup mergerCollection() {
        return CollectionSetup.of(Mergers.COLLECTION);
    }
}
