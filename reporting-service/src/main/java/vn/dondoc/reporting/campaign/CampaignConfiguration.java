package vn.dondoc.reporting.campaign;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.obligation.Obligations;
import vn.dondoc.reporting.plan.Plans;

@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {

    @Bean
    AggregateType<Campaign> campaignType() {
        return new AggregateType<>(Campaigns.COLLECTION, Campaign.class);
    }

    @Bean
    Aggregates<Campaign> campaignAggregates(AggregateFactory factory, AggregateType<Campaign> type) {
        return factory.of(type);
    }

    @Bean
    CollectionSetup campaignCollection() {
        return CollectionSetup.of(
                Campaigns.COLLECTION,
                new IndexModel(
                        Indexes.ascending(Sweep.BOUNDARY),
                        new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending("province"), Indexes.descending("lastDay"))),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending("communes"), Indexes.descending("lastDay"))));
    }

    @Bean
    Sweep<Campaign> campaignSweep(
            Aggregates<Campaign> campaigns, Obligations obligations, Plans plans, Directory directory, DomainClock clock, StoreReadiness store,
            MeterRegistry registry) {
        return new Sweep<>("campaigns", campaigns, campaign -> Campaigns.open(campaign, obligations, plans, directory), clock, store, registry);
    }

    @Bean
    Campaigns campaigns(Aggregates<Campaign> campaigns, Sweep<Campaign> sweep) {
        return new Campaigns(campaigns, sweep);
    }
}
