package vn.dondoc.reporting.obligation;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.merger.Mergers;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.Rounds;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;

@Configuration(proxyBeanMethods = false)
class ObligationConfiguration {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    AggregateType<Obligation> obligationType() {
        return new AggregateType<>(Obligations.COLLECTION, Obligation.class);
    }

    @Bean
    Aggregates<Obligation> obligationAggregates(AggregateFactory factory, AggregateType<Obligation> type) {
        return factory.of(type);
    }

    /** Each list is worst first: by rank, then by last day. */
    @Bean
    CollectionSetup obligationCollection() {
        return CollectionSetup.of(
                Obligations.COLLECTION,
                new IndexModel(
                        Indexes.ascending(Sweep.BOUNDARY),
                        new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))),
                // of what is not exempted there is one for each rule, unit and period, whatever was merged into what
                new IndexModel(
                        Indexes.ascending("rule", "unit", "period"),
                        new IndexOptions().unique(true).partialFilterExpression(Filters.lt("rank", Transitions.rank(ReportStatus.EXEMPTED)))),
                new IndexModel(Indexes.ascending("rule", "status")),
                new IndexModel(Indexes.ascending("commune", "rank", "lastDay")),
                new IndexModel(Indexes.ascending("province", "rank", "lastDay")),
                new IndexModel(Indexes.ascending("unit", "rank", "lastDay")),
                new IndexModel(Indexes.ascending("owedTo", "rank", "lastDay")),
                new IndexModel(Indexes.ascending("plan", "rank", "lastDay")));
    }

    @Bean
    Obligations obligations(Aggregates<Obligation> aggregates, Mergers mergers, Directory directory, DomainClock clock) {
        return new Obligations(aggregates, mergers, Reminding.by(directory), clock);
    }

    @Bean
    CollectionSetup seenTimekeepingCollection() {
        return CollectionSetup.of(ChangedTimekeeping.COLLECTION);
    }

    @Bean
    ChangedTimekeeping changedTimekeeping(MongoTemplate mongo, Obligations obligations, Directory directory, DomainClock clock) {
        return new ChangedTimekeeping(mongo, obligations, directory, clock);
    }

    @Bean
    Rounds timekeepingRounds(ChangedTimekeeping changed, StoreReadiness store) {
        return new Rounds("report-timekeeping", PAUSE, store, changed::round);
    }

    @Bean
    Sweep<Obligation> obligationSweep(
            Aggregates<Obligation> aggregates, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("reports", aggregates, report -> report.passTo(clock.today()), clock, store, registry);
    }
}
