package vn.dondoc.task.part;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.platform.consume.EventConsumers;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.merger.Following;
import vn.dondoc.task.timekeeping.Timekeepings;

/** What this service takes from {@code dondoc.task}, which it fills itself. */
@Configuration(proxyBeanMethods = false)
class PartConfiguration {

    @Bean
    Consumer<Message<List<Object>>> partEvents(
            EventConsumers consumers,
            Aggregates<Assignment> assignments,
            Parts parts,
            Handing handing,
            Following following,
            Timekeepings timekeepings,
            DomainClock clock) {
        return consumers.each("partEvents", PartFeed.WANTED, new PartFeed(assignments, parts, handing, following, timekeepings, clock)::take);
    }
}
