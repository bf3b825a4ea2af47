package vn.dondoc.platform.process;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;

/** Acts on many aggregates, in services that name the path under which theirs are shown ({@code dondoc.processes}). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("dondoc.processes")
public class ProcessConfiguration {

    @Bean
    AggregateType<StoredProcess> processType() {
        return new AggregateType<>(Processes.COLLECTION, StoredProcess.class);
    }

    @Bean
    CollectionSetup processCollection() {
        return CollectionSetup.of(Processes.COLLECTION, new IndexModel(
                Indexes.ascending(Sweep.BOUNDARY), new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))));
    }

    @Bean
    Processes processes(
            AggregateFactory factory, AggregateType<StoredProcess> processType, ObjectProvider<ProcessKind> kinds, Clock systemClock) {
        return new Processes(factory.of(processType), kinds.stream().toList(), systemClock);
    }

    @Bean
    ProcessRunner processRunner(Processes processes, StoreReadiness store, MeterRegistry registry) {
        return new ProcessRunner(processes, store, registry);
    }

    @Bean
    ProcessViews processViews(Problems problems) {
        return new ProcessViews(problems);
    }

    @Bean
    ProcessController processController(Processes processes, ProcessViews views) {
        return new ProcessController(processes, views);
    }
}
