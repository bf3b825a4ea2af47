package vn.dondoc.notification.digest;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.store.Rounds;
import vn.dondoc.platform.store.StoreReadiness;

@Configuration(proxyBeanMethods = false)
class DigestConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    Rounds digestRounds(Digests digests, StoreReadiness store) {
        return new Rounds("digests", PAUSE, store, digests::round);
    }
}
