package vn.dondoc.reporting.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.store.ChangeWatch;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.reporting.cells.CellWatch;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.model.Models;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveProperties.class)
class LiveConfiguration {

    @Bean
    Listeners dashboardListeners(MeterRegistry registry) {
        var listeners = new Listeners();
        Gauge.builder("dondoc.dashboards.open", listeners, Listeners::size)
                .description("Dashboards that are told of changes by this instance")
                .register(registry);
        return listeners;
    }

    @Bean
    ChangeWatch cellWatch(MongoTemplate mongo, Models models, Cells cells, StoreReadiness store, Listeners listeners) {
        return new ChangeWatch("cell-watch", store, new CellWatch(mongo, models, cells, listeners::tell));
    }
}
