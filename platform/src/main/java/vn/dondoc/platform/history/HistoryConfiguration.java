package vn.dondoc.platform.history;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.CollectionSetups;
import vn.dondoc.platform.store.Rounds;
import vn.dondoc.platform.store.StoreReadiness;

/** Provides the factory of aggregates. */
@Configuration(proxyBeanMethods = false)
public class HistoryConfiguration {

    @Bean
    AggregateFactory aggregateFactory(MongoTemplate mongo, Clock systemClock, FirstPosition firstPosition) {
        return new AggregateFactory(mongo, systemClock, firstPosition);
    }

    @Bean
    Archivist archivist(MongoDatabaseFactory databases, List<AggregateType<?>> types, Clock systemClock) {
        return new Archivist(databases, types.stream().map(AggregateType::collection).toList(), systemClock);
    }

    @Bean
    Rounds archiving(Archivist archivist, StoreReadiness store) {
        return new Rounds("archivist", Archivist.PAUSE, store, archivist::round);
    }

    @Bean
    CollectionSetups historyIndexes(List<AggregateType<?>> types) {
        return new CollectionSetups(types.stream().map(type -> HistoryIndexes.of(type.collection())).toList());
    }

    @Bean
    CollectionSetup archiveCollection() {
        return CollectionSetup.of(
                Archive.COLLECTION,
                new IndexModel(Indexes.ascending("collection", "aggregate", "sequence")),
                new IndexModel(Indexes.ascending("writtenAt")));
    }
}
