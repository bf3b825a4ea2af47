package vn.dondoc.reporting.cells;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.reporting.model.Model;
import vn.dondoc.reporting.model.Models;

@Configuration(proxyBeanMethods = false)
class CellConfiguration {

    @Bean
    Cells cells(MongoTemplate mongo, Models models) {
        return new Cells(mongo, models);
    }

    @Bean
    CollectionSetup cellCollection() {
        return Cells.setup(Model.FIRST);
    }
}
