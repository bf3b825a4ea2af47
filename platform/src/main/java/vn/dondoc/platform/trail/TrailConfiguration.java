package vn.dondoc.platform.trail;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Archive;
import vn.dondoc.platform.store.CollectionSetup;

/** Searching the histories. */
@Configuration(proxyBeanMethods = false)
public class TrailConfiguration {

    @Bean
    Search trailSearch(MongoDatabaseFactory databases, List<AggregateType<?>> types, Clock systemClock) {
        return new Search(databases, types.stream().map(AggregateType::collection).toList(), systemClock);
    }

    @Bean
    TrailController trailController(
            MongoDatabaseFactory databases, Search trailSearch, Directory directory, Clock systemClock, @Value("${spring.application.name}") String service) {
        return new TrailController(trailSearch, new Views(databases, directory, service), directory, systemClock);
    }

    @Bean
    CollectionSetup archiveSearch() {
        return CollectionSetup.of(
                Archive.COLLECTION,
                new IndexModel(Indexes.ascending("entry.person", "writtenAt")),
                new IndexModel(Indexes.ascending("entry.position", "writtenAt")));
    }
}
