package vn.dondoc.platform.audit;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.Rounds;
import vn.dondoc.platform.store.StoreReadiness;

/** Anchoring, and the verification of histories. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    @Bean
    Gathering headGathering(List<AggregateType<?>> types) {
        return new Gathering(types.stream().map(AggregateType::collection).toList());
    }

    @Bean
    Anchors anchors(MongoDatabaseFactory databases, Gathering headGathering, Clock systemClock) {
        return new Anchors(databases, headGathering, systemClock);
    }

    @Bean
    Rounds anchoring(Anchors anchors, StoreReadiness store) {
        return new Rounds("anchoring", Anchors.PAUSE, store, anchors::round);
    }

    @Bean
    AuditController auditController(
            MongoDatabaseFactory databases, Anchors anchors, Gathering headGathering, @Value("${spring.application.name}") String service) {
        return new AuditController(databases, anchors, headGathering, service);
    }

    @Bean
    CollectionSetup anchorCollection() {
        return CollectionSetup.of(Anchors.COLLECTION);
    }

    @Bean
    CollectionSetup anchoredHeadCollection() {
        return CollectionSetup.of(
                Anchors.HEADS,
                new IndexModel(Indexes.ascending("seal", "collection", "aggregate", "sequence")),
                new IndexModel(Indexes.ascending("collection", "aggregate", "sequence")));
    }
}
