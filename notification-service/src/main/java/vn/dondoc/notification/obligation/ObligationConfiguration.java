package vn.dondoc.notification.obligation;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.store.CollectionSetup;

@Configuration(proxyBeanMethods = false)
class ObligationConfiguration {

    @Bean
    CollectionSetup obligationCollection() {
        return CollectionSetup.of(
                Obligations.COLLECTION,
                latestFirstOf("province"), latestFirstOf("commune"), latestFirstOf("units"), latestFirstOf("owners"));
    }

    @Bean
    CollectionSetup planCollection() {
        return CollectionSetup.of(PlanTitles.COLLECTION);
    }

    private static IndexModel latestFirstOf(String field) {
        return new IndexModel(Indexes.ascending(field, "state.standing", Obligations.LAST_DAY));
    }
}
