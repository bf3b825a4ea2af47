package vn.dondoc.reporting.matter;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.consume.EventConsumers;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.obligation.Obligations;

@Configuration(proxyBeanMethods = false)
class MatterConfiguration {

    @Bean
    AggregateType<Matter> matterType() {
        return new AggregateType<>(Matters.COLLECTION, Matter.class);
    }

    @Bean
    Aggregates<Matter> matterAggregates(AggregateFactory factory, AggregateType<Matter> type) {
        return factory.of(type);
    }

    @Bean
    CollectionSetup matterCollection() {
        return CollectionSetup.of(
                Matters.COLLECTION,
                new IndexModel(
                        Indexes.ascending(Sweep.BOUNDARY),
                        new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))),
                new IndexModel(Indexes.ascending("report")),
                new IndexModel(worstFirst("commune")),
                new IndexModel(worstFirst("province")),
                new IndexModel(worstFirst("unit")),
                new IndexModel(worstFirst("owedTo")));
    }

    @Bean
    Sweep<Matter> matterSweep(Aggregates<Matter> matters, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("matters", matters, matter -> matter.passTo(clock.today()), clock, store, registry);
    }

    @Bean
    Matters matters(Aggregates<Matter> matters, Obligations obligations, Directory directory, Sweep<Matter> sweep) {
        return new Matters(matters, obligations, directory, sweep);
    }

    @Bean
    Consumer<Message<List<Object>>> matterEvents(EventConsumers consumers, Matters matters) {
        return consumers.each("matterEvents", received -> {
            switch (received.event()) {
                case ReportEvent.ReportSubmitted(var report) -> matters.take(report, received.at());
                case ReportEvent.ReportCorrected(var report) -> matters.take(report, received.at());
                default -> { }
            }
        });
    }

    private static Bson worstFirst(String field) {
        return Indexes.compoundIndex(Indexes.ascending(field), Indexes.descending("status"), Indexes.ascending("lastDay"));
    }
}
