package vn.dondoc.notification.delivery;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.notification.channel.NotificationProperties;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.Rounds;
import vn.dondoc.platform.store.StoreReadiness;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Bean
    CollectionSetup deliveryCollection(NotificationProperties properties) {
        return collection(properties.deliveriesKept());
    }

    static CollectionSetup collection(Duration kept) {
        return CollectionSetup.of(
                Deliveries.COLLECTION,
                new IndexModel(
                        Indexes.ascending(StoredDelivery.CHANNEL, StoredDelivery.RANK, StoredDelivery.NEXT),
                        new IndexOptions().name("waiting").partialFilterExpression(Filters.eq(StoredDelivery.STATE, DeliveryState.WAITING.name()))),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending(StoredDelivery.STATE, StoredDelivery.HELD_UNTIL), Indexes.descending(StoredDelivery.QUEUED))),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending(StoredDelivery.PROVINCE), Indexes.descending(StoredDelivery.QUEUED), Indexes.ascending("_id"))),
                new IndexModel(Indexes.ascending(StoredDelivery.MESSAGES)),
                new IndexModel(
                        Indexes.ascending(StoredDelivery.ONCE),
                        new IndexOptions().unique(true).partialFilterExpression(Filters.exists(StoredDelivery.ONCE))),
                new IndexModel(
                        Indexes.ascending(StoredDelivery.UNSETTLED), new IndexOptions().partialFilterExpression(Filters.eq(StoredDelivery.UNSETTLED, true))),
                new IndexModel(
                        Indexes.ascending(StoredDelivery.RECALLED), new IndexOptions().partialFilterExpression(Filters.eq(StoredDelivery.RECALLED, true))),
                new IndexModel(Indexes.ascending(StoredDelivery.ENDED), new IndexOptions().expireAfter(kept.toSeconds(), TimeUnit.SECONDS)));
    }

    @Bean
    CollectionSetup digestItemCollection() {
        return digestItems();
    }

    static CollectionSetup digestItems() {
        return CollectionSetup.of(
                DigestItems.COLLECTION,
                new IndexModel(
                        Indexes.ascending(DigestItems.POSITION, DigestItems.AT),
                        new IndexOptions().name("free").partialFilterExpression(Filters.eq(DigestItems.FREE, true))),
                new IndexModel(Indexes.ascending(DigestItems.DIGEST), new IndexOptions().sparse(true)));
    }

    @Bean
    Rounds deliveryRounds(Upkeep upkeep, StoreReadiness store) {
        return new Rounds("deliveries", PAUSE, store, upkeep::round);
    }

    @Bean
    Patience mailPatience(NotificationProperties properties) {
        var retry = properties.retry();
        return new Patience(retry.first(), retry.longest(), retry.giveUpAfter());
    }
}
