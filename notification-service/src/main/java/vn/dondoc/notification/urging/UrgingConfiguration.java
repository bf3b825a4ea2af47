package vn.dondoc.notification.urging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.file.FileStore;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.signing.Signatories;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;

@Configuration(proxyBeanMethods = false)
class UrgingConfiguration {

    static final String COLLECTION = "urgings";
    private static final String BUCKET = "urging-files";

    @Bean
    AggregateType<Urging> urgingType() {
        return new AggregateType<>(COLLECTION, Urging.class);
    }

    @Bean
    Aggregates<Urging> urgings(AggregateFactory factory, AggregateType<Urging> urgingType) {
        return factory.of(urgingType);
    }

    @Bean
    Signatories signatories(Directory directory, DomainClock clock) {
        return new Signatories(directory, clock);
    }

    @Bean
    FileStore signedLetterFiles(MongoDatabaseFactory databases) {
        return new FileStore(databases, BUCKET);
    }

    @Bean
    CollectionSetup urgingCollection() {
        return CollectionSetup.of(
                COLLECTION, newestFirstOf("province"), newestFirstOf("commune"), newestFirstOf("communes"), newestFirstOf("addressees.unit"),
                new IndexModel(Indexes.ascending(Sweep.BOUNDARY), new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))));
    }

    @Bean
    Sweep<Urging> urgingSweep(Aggregates<Urging> urgings, UrgingTeller teller, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("urgings", urgings, teller::pass, clock, store, registry);
    }

    private static IndexModel newestFirstOf(String field) {
        return new IndexModel(Indexes.compoundIndex(Indexes.ascending(field), Indexes.descending("asOf", "_id")));
    }
}
