package vn.dondoc.platform.sweep;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.relay.Relayed;

/** Every sweep of a service gives way where the relay lags, without having to be told how. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SweepSettings.class)
public class SweepConfiguration {

    @Bean
    SmartInitializingSingleton sweepPaces(ObjectProvider<Sweep<?>> sweeps, SweepSettings settings, Relayed relayed, Clock systemClock) {
        return () -> sweeps.forEach(sweep -> sweep.paced(settings.pause(), new Backpressure(settings, relayed, systemClock)));
    }
}
