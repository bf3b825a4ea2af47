package vn.dondoc.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import vn.dondoc.platform.DondocProperties;
import vn.dondoc.platform.access.LocalSecret;

/** Provides both clocks, and the way to shift the domain's in local. */
@Configuration(proxyBeanMethods = false)
public class TimeConfiguration {

    /** Of milliseconds, as MongoDB stores instants: what was just written reads the same later. */
    @Bean
    @Primary
    @ConditionalOnMissingBean(name = "systemClock")
    Clock systemClock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    @ConditionalOnMissingBean
    DomainClock domainClock(Clock systemClock, DondocProperties properties, Environment environment) {
        var local = environment.acceptsProfiles(Profiles.of("local"));
        return new DomainClock(systemClock, local ? properties.localClockOffset() : Duration.ZERO);
    }

    @Bean
    @Profile("local")
    LocalClockController localClockController(DomainClock clock, LocalSecret secret) {
        return new LocalClockController(clock, secret);
    }
}
