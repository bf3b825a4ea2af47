package vn.dondoc.notification.weekly;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.Rounds;
import vn.dondoc.platform.store.StoreReadiness;

@Configuration(proxyBeanMethods = false)
class WeeklyConfiguration {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    CollectionSetup weeksToldCollection() {
        return CollectionSetup.of(WeeklyTelling.COLLECTION);
    }

    @Bean
    Rounds weeklyRounds(WeeklyTelling telling, StoreReadiness store) {
        return new Rounds("weekly", PAUSE, store, telling::round);
    }
}
