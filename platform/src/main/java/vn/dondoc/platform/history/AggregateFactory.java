package vn.dondoc.platform.history;

import java.time.Clock;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Gives each service the door to its aggregates. */
public final class AggregateFactory {

    private final MongoTemplate mongo;
    private final Clock systemClock;
    private final FirstPosition firstPosition;

    AggregateFactory(MongoTemplate mongo, Clock systemClock, FirstPosition firstPosition) {
        this.mongo = mongo;
        this.systemClock = systemClock;
        this.firstPosition = firstPosition;
    }

    public <S> Aggregates<S> of(AggregateType<S> type) {
        return new Aggregates<>(type, mongo, new Writing<>(type, mongo, systemClock, firstPosition), firstPosition);
    }
}
