package vn.dondoc.notification.preference;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;

@Configuration(proxyBeanMethods = false)
class PreferenceConfiguration {

    private static final String COLLECTION = "preferences";

    @Bean
    AggregateType<Preference> preferenceType() {
        return new AggregateType<>(COLLECTION, Preference.class);
    }

    @Bean
    Aggregates<Preference> preferenceAggregates(AggregateFactory factory, AggregateType<Preference> preferenceType) {
        return factory.of(preferenceType);
    }

    @Bean
    CollectionSetup preferenceCollection() {
        return CollectionSetup.of(COLLECTION);
    }
}
