package vn.dondoc.task.file;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.file.FileStore;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.Rounds;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.assignment.Assignment;

/** What is kept of files, and where they lie. */
@Configuration(proxyBeanMethods = false)
class FileConfiguration {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    @Bean
    TaskFiles taskFiles(MongoTemplate mongo, FileStore evidence) {
        return new TaskFiles(mongo, evidence);
    }

    @Bean
    FileStore evidence(MongoDatabaseFactory databases) {
        return new FileStore(databases, TaskFiles.BUCKET);
    }

    @Bean
    UnnamedFiles unnamedFiles(MongoTemplate mongo, FileStore evidence, Aggregates<Assignment> assignments, DomainClock clock) {
        return new UnnamedFiles(mongo, evidence, assignments, clock);
    }

    @Bean
    Rounds fileRounds(UnnamedFiles unnamed, StoreReadiness store) {
        return new Rounds("unnamed-files", PAUSE, store, unnamed::round);
    }

    @Bean
    CollectionSetup taskFileCollection() {
        return CollectionSetup.of(TaskFiles.COLLECTION, new IndexModel(Indexes.ascending(TaskFiles.TASK, "person")),
                new IndexModel(Indexes.ascending(TaskFiles.LOOK_AT), new IndexOptions().partialFilterExpression(Filters.exists(TaskFiles.LOOK_AT))));
    }
}
