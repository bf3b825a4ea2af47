package vn.dondoc.reporting.indicator;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.Rounds;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.measurement.Targets;
import vn.dondoc.reporting.plan.Plans;

@Configuration(proxyBeanMethods = false)
class IndicatorConfiguration {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    AggregateType<Indicator> indicatorType() {
        return new AggregateType<>(Indicators.COLLECTION, Indicator.class);
    }

    @Bean
    Aggregates<Indicator> indicatorAggregates(AggregateFactory factory, AggregateType<Indicator> indicatorType) {
        return factory.of(indicatorType);
    }

    @Bean
    CollectionSetup indicatorCollection() {
        return CollectionSetup.of(
                Indicators.COLLECTION,
                new IndexModel(
                        Indexes.ascending(Sweep.BOUNDARY),
                        new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))),
                new IndexModel(Indexes.ascending(Indicator.TAKEN), new IndexOptions().unique(true).partialFilterExpression(Filters.exists(Indicator.TAKEN))),
                new IndexModel(Indexes.ascending("province")),
                new IndexModel(Indexes.ascending("communes")));
    }

    @Bean
    Sweep<Indicator> indicatorSweep(
            Aggregates<Indicator> indicatorAggregates, Targets targets, Plans plans, Directory directory, DomainClock clock, StoreReadiness store,
            MeterRegistry registry) {
        return new Sweep<>("indicators", indicatorAggregates, indicator -> Indicators.follow(indicator, targets, plans, directory), clock, store, registry);
    }

    @Bean
    Indicators indicators(Aggregates<Indicator> indicatorAggregates, Sweep<Indicator> indicatorSweep, Directory directory, DomainClock clock) {
        return new Indicators(indicatorAggregates, indicatorSweep, directory, clock);
    }

    @Bean
    Rounds indicatorRounds(Indicators indicators, StoreReadiness store) {
        return new Rounds("indicators", PAUSE, store, indicators::round);
    }
}
