package vn.dondoc.reporting.cells;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.store.CollectionSetup;

@Configuration(proxyBeanMethods = false)
class CellConfiguration {

    @Bean
    Cells cells(MongoTemplate mongo) {
        return new Cells(mongo);
    }

    @Bean
    CollectionSetup cellCollection() {
        return CollectionSetup.of(
                Cells.COLLECTION,
                new IndexModel(Indexes.ascending("province", "level")),
                new IndexModel(Indexes.ascending("commune", "level")));
    }
}
