package vn.dondoc.reporting.consolidation;

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
class ConsolidationConfiguration {

    static final String COLLECTION = "consolidations";

    @Bean
    AggregateType<Consolidation> consolidationType() {
        return new AggregateType<>(COLLECTION, Consolidation.class);
    }

    @Bean
    Aggregates<Consolidation> consolidationAggregates(AggregateFactory factory, AggregateType<Consolidation> type) {
        return factory.of(type);
    }

    @Bean
    FileStore consolidationFiles(MongoDatabaseFactory databases) {
        return new FileStore(databases, "consolidation_files");
    }

    @Bean
    CollectionSetup consolidationCollection() {
        return CollectionSetup.of(
                COLLECTION,
                new IndexModel(Indexes.ascending(Sweep.BOUNDARY), new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending("commune"), Indexes.descending("place.period"))),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending("province"), Indexes.descending("place.period"))));
    }

    @Bean
    Sweep<Consolidation> consolidationSweep(
            Aggregates<Consolidation> consolidations, Sending sending, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("consolidations", consolidations, sending::pass, clock, store, registry);
    }

    @Bean
    Signatories signatories(Directory directory, DomainClock clock) {
        return new Signatories(directory, clock);
    }
}
