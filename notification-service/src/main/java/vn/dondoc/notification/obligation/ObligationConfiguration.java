package vn.dondoc.notification.obligation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.store.CollectionSetup;

@Configuration(proxyBeanMethods = false)
class ObligationConfiguration {

    @Bean
    CollectionSetup obligationCollection() {
        return CollectionSetup.of(Obligations.COLLECTION);
    }

    @Bean
    CollectionSetup planCollection() {
        return CollectionSetup.of(PlanTitles.COLLECTION);
    }
}
