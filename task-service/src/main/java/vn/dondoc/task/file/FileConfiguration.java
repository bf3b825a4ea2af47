package vn.dondoc.task.file;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.file.FileStore;
import vn.dondoc.platform.store.CollectionSetup;

/** What is kept of files, and where they lie. */
@Configuration(proxyBeanMethods = false)
class FileConfiguration {

    @Bean
    TaskFiles taskFiles(MongoTemplate mongo, MongoDatabaseFactory databases) {
        return new TaskFiles(mongo, new FileStore(databases, TaskFiles.BUCKET));
    }

    @Bean
    CollectionSetup taskFileCollection() {
        return CollectionSetup.of(TaskFiles.COLLECTION, new IndexModel(Indexes.ascending(TaskFiles.TASK, "person")));
    }
}
