package vn.dondoc.platform.history;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Provides the factory of aggregates. */
@Configuration(proxyBeanMethods = false)
public class HistoryConfiguration {

    @Bean
    AggregateFactory aggregateFactory(MongoTemplate mongo, Clock systemClock, FirstPosition firstPosition) {
        return new AggregateFactory(mongo, systemClock, firstPosition);
    }
}
