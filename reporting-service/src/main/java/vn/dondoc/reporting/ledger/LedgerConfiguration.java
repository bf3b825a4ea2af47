package vn.dondoc.reporting.ledger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.reporting.model.Model;
import vn.dondoc.reporting.model.Models;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    Ledger ledger(MongoTemplate mongo, Models models) {
        return new Ledger(mongo, models);
    }

    @Bean
    CollectionSetup ledgerCollection() {
        return Ledger.setup(Model.FIRST);
    }
}
