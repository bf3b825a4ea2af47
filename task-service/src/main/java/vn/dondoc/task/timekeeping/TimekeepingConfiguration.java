package vn.dondoc.task.timekeeping;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.process.ProcessRunner;
import vn.dondoc.platform.process.Processes;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.task.assignment.Assignment;

/** How communes keep time. */
@Configuration(proxyBeanMethods = false)
class TimekeepingConfiguration {

    @Bean
    Timekeepings timekeepings(MongoTemplate mongo, Directory directory) {
        return new Timekeepings(mongo, directory);
    }

    @Bean
    CollectionSetup timekeepingCollection() {
        return CollectionSetup.of(Timekeepings.COLLECTION, new IndexModel(Indexes.ascending(Timekeepings.PROVINCE)));
    }

    @Bean
    RecomputedTasks recomputedTasks(Aggregates<Assignment> assignments, Timekeepings timekeepings) {
        return new RecomputedTasks(assignments, timekeepings);
    }

    @Bean
    TimekeepingIntake timekeepingIntake(
            Timekeepings timekeepings, RecomputedTasks kind, Processes processes, ProcessRunner runner, Directory directory) {
        return new TimekeepingIntake(timekeepings, kind, processes, runner, directory);
    }
}
