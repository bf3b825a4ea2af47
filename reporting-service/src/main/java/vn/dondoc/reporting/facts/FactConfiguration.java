package vn.dondoc.reporting.facts;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.messaging.Message;
import vn.dondoc.platform.consume.EventConsumers;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.reporting.cells.Cells;

@Configuration(proxyBeanMethods = false)
class FactConfiguration {

    @Bean
    Facts facts(MongoTemplate mongo) {
        return new Facts(mongo);
    }

    @Bean
    CollectionSetup factCollection() {
        return CollectionSetup.of(
                Facts.COLLECTION,
                new IndexModel(Indexes.ascending("plan", "units")),
                new IndexModel(Indexes.ascending("commune")));
    }

    @Bean
    Projection projection(MongoDatabaseFactory databases, Facts facts, Cells cells, StoreReadiness store) {
        return new Projection(databases, facts, cells, store);
    }

    @Bean
    Consumer<Message<List<Object>>> taskEvents(EventConsumers consumers, Projection projection) {
        return consumers.batches("taskEvents", projection::apply);
    }

    @Bean
    Consumer<Message<List<Object>>> reportEvents(EventConsumers consumers, Projection projection) {
        return consumers.batches("reportEvents", projection::apply);
    }
}
