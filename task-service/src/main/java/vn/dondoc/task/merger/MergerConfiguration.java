package vn.dondoc.task.merger;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.platform.consume.EventConsumers;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.merger.MergerIntake;
import vn.dondoc.platform.merger.Mergers;
import vn.dondoc.platform.process.ProcessRunner;
import vn.dondoc.platform.process.Processes;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.timekeeping.TimekeepingIntake;

/** What this service takes from {@code dondoc.organisation-event}. */
@Configuration(proxyBeanMethods = false)
class MergerConfiguration {

    @Bean
    Following following(Aggregates<Assignment> assignments, Mergers mergers) {
        return new Following(assignments, mergers);
    }

    @Bean
    MergedTasks mergedTasks(Aggregates<Assignment> assignments, Following following) {
        return new MergedTasks(assignments, following);
    }

    @Bean
    Consumer<Message<List<Object>>> organisationEvents(
            EventConsumers consumers, Mergers mergers, Processes processes, ProcessRunner runner, MergedTasks kind, TimekeepingIntake timekeeping) {
        var merger = new MergerIntake(mergers, processes, runner, kind);
        return consumers.each("organisationEvents", received -> {
            merger.take(received);
            timekeeping.take(received);
        });
    }
}
