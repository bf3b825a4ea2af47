package vn.dondoc.notification.channel;

import java.time.Clock;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What channels share, for tests of those who make use of them. */
public final class TestChannels {

    private TestChannels() {}

    public static Circuits circuits(MongoTemplate mongo) {
        return new Circuits(mongo, Clock.systemUTC(), TestSettings.properties());
    }

    public static Rates rates(MongoTemplate mongo) {
        return new Rates(mongo, TestSettings.properties());
    }
}
