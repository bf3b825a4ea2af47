package vn.dondoc.reporting.measurement;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.messaging.Message;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.consume.EventConsumers;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.merger.Mergers;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.sheet.WaitingFiles;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.plan.Plans;

@Configuration(proxyBeanMethods = false)
class TargetConfiguration {

    private static final String FIGURE_FILES = "figureFiles";

    @Bean
    AggregateType<Target> targetType() {
        return new AggregateType<>(Targets.COLLECTION, Target.class);
    }

    @Bean
    Aggregates<Target> targetAggregates(AggregateFactory factory, AggregateType<Target> type) {
        return factory.of(type);
    }

    /** Each list is in the order of the plans. */
    @Bean
    CollectionSetup targetCollection() {
        return CollectionSetup.of(
                Targets.COLLECTION,
                new IndexModel(
                        Indexes.ascending(Sweep.BOUNDARY),
                        new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))),
                new IndexModel(Indexes.ascending("commune", "plan", "order")),
                new IndexModel(Indexes.ascending("province", "commune", "plan", "order")),
                new IndexModel(Indexes.ascending("plan", "order")),
                new IndexModel(Indexes.ascending("owner", "plan", "order"), new IndexOptions().partialFilterExpression(Filters.exists("owner"))));
    }

    @Bean
    Targets targets(Aggregates<Target> aggregates, Mergers mergers, DomainClock clock) {
        return new Targets(aggregates, mergers, clock);
    }

    @Bean
    Sweep<Target> targetSweep(Aggregates<Target> aggregates, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("targets", aggregates, target -> target.passTo(clock.today()), clock, store, registry);
    }

    @Bean
    Consumer<Message<List<Object>>> targetEvents(EventConsumers consumers, Targets targets) {
        return consumers.each("targetEvents", received -> {
            switch (received.event()) {
                case PlanEvent.TargetPlanned planned -> targets.take(planned.target(), received.order());
                case PlanEvent.TargetWithdrawn withdrawn -> targets.take(withdrawn.target(), received.order());
                default -> {}
            }
        });
    }

    @Bean
    FigureSheets figureSheets(Targets targets, Directory directory, Problems problems, DomainClock clock) {
        return new FigureSheets(targets, directory, problems, clock);
    }

    @Bean
    CollectionSetup figureFileCollection() {
        return WaitingFiles.setup(FIGURE_FILES);
    }

    @Bean
    WaitingFiles figureFiles(MongoTemplate mongo, Clock systemClock) {
        return new WaitingFiles(mongo, FIGURE_FILES, systemClock);
    }

    @Bean
    Shares shares(Cells cells, DomainClock clock) {
        return new Shares(cells, clock);
    }

    @Bean
    TargetViews targetViews(Targets targets, Shares shares, Facts facts, Plans plans, Directory directory, DomainClock clock) {
        return new TargetViews(targets, shares, facts, plans, directory, clock);
    }
}
