package vn.dondoc.platform.state;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.platform.history.AggregateType;

/** The states of the service's aggregates, for the service itself and for the operator. */
@Configuration(proxyBeanMethods = false)
public class StateConfiguration {

    @Bean
    States states(MongoDatabaseFactory databases, List<AggregateType<?>> types) {
        return new States(databases, types.stream().map(AggregateType::collection).toList());
    }

    @Bean
    StateController stateController(States states) {
        return new StateController(states);
    }
}
