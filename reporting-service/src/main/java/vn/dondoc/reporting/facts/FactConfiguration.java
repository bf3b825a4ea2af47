package vn.dondoc.reporting.facts;

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
import vn.dondoc.reporting.ledger.Ledger;
import vn.dondoc.reporting.model.Model;
import vn.dondoc.reporting.model.Models;

@Configuration(proxyBeanMethods = false)
class FactConfiguration {

    @Bean
    Facts facts(MongoTemplate mongo, Models models) {
        return new Facts(mongo, models);
    }

    @Bean
    CollectionSetup factCollection() {
        return Facts.setup(Model.FIRST);
    }

    @Bean
    Folding folding(MongoDatabaseFactory databases, Facts facts, Cells cells, Ledger ledger) {
        return new Folding(databases, facts, cells, ledger);
    }

    @Bean
    Projection projection(Folding folding, Models models, StoreReadiness store) {
        return new Projection(folding, models, store);
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
