package vn.dondoc.notification.message;

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

@Configuration(proxyBeanMethods = false)
class MessageConfiguration {

    private static final String COLLECTION = "notifications";

    @Bean
    AggregateType<Notification> notificationType() {
        return new AggregateType<>(COLLECTION, Notification.class);
    }

    @Bean
    Aggregates<Notification> notifications(AggregateFactory factory, AggregateType<Notification> type) {
        return factory.of(type);
    }

    @Bean
    CollectionSetup notificationCollection() {
        return CollectionSetup.of(
                COLLECTION,
                new IndexModel(Indexes.compoundIndex(Indexes.ascending("to.position", "inbox"), Indexes.descending("at"), Indexes.ascending("_id"))),
                new IndexModel(
                        Indexes.compoundIndex(Indexes.ascending("to.position"), Indexes.descending("at"), Indexes.ascending("_id")),
                        new IndexOptions().name("unread").partialFilterExpression(Filters.eq("unread", true))));
    }
}
