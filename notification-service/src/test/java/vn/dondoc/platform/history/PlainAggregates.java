package vn.dondoc.platform.history;

import java.time.Clock;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Aggregates in a real database without a service around them. */
public final class PlainAggregates {

    private PlainAggregates() {}

    public static <S> Aggregates<S> of(MongoTemplate mongo, Clock systemClock, String collection, Class<S> state) {
        return new AggregateFactory(mongo, systemClock, new FirstPosition() {
            @Override
            public void ensure() {
                // nothing relays here
            }

            @Override
            public long generation() {
                return 1;
            }
        }).of(new AggregateType<>(collection, state));
    }
}
