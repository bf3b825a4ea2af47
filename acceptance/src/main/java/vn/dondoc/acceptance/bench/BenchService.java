package vn.dondoc.acceptance.bench;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.testing.RealPartsInitializer;

/** The smallest service on the platform, in this process: one kind of aggregate, the relay, nothing else that works by itself. */
final class BenchService implements AutoCloseable {

    static final String COLLECTION = "duties";

    private final ConfigurableApplicationContext context;
    private final Aggregates<Duty> duties;

    private BenchService(ConfigurableApplicationContext context) {
        this.context = context;
        this.duties = context.getBean(Duties.class).aggregates();
    }

    static BenchService start() {
        var settings = RealPartsInitializer.environment();
        settings.put("spring.config.import", "classpath:platform.yaml");
        settings.put("spring.profiles.active", "local");
        settings.put("spring.application.name", "bench-service");
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", "0");
        settings.put("dondoc.database", "bench");
        settings.put("logging.level.root", "ERROR");
        settings.put("logging.level.vn.dondoc", "ERROR");
        var arguments = settings.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue()).toArray(String[]::new);
        var context = SpringApplication.run(Parts.class, arguments);
        var service = new BenchService(context);
        var port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port", Integer.class));
        Ready.await("the platform", port, context::isActive);
        return service;
    }

    Aggregates<Duty> duties() {
        return duties;
    }

    /** A sweep over a collection of its own, run by hand. */
    Sweep<Duty> sweepOver(String collection) {
        var aggregates = context.getBean(AggregateFactory.class).of(new AggregateType<>(collection, Duty.class));
        return new Sweep<>("bench-" + collection, aggregates, _ -> Decision.unchanged(), context.getBean(DomainClock.class),
                context.getBean(StoreReadiness.class), context.getBean(MeterRegistry.class));
    }

    MongoDatabase database() {
        return context.getBean(MongoDatabaseFactory.class).getMongoDatabase();
    }

    WatchedStream stream() {
        return context.getBean(WatchedStream.class);
    }

    void startRelay() {
        relay().start();
    }

    void stopRelay() {
        relay().stop();
    }

    private SmartLifecycle relay() {
        return context.getBean("relayRunner", SmartLifecycle.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** A typed door to the aggregates. */
    record Duties(Aggregates<Duty> aggregates) {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Parts {

        @Bean
        AggregateType<Duty> dutyType() {
            return new AggregateType<>(COLLECTION, Duty.class);
        }

        @Bean
        Duties duties(AggregateFactory factory, AggregateType<Duty> type) {
            return new Duties(factory.of(type));
        }

        @Bean
        CollectionSetup dutyCollection() {
            return CollectionSetup.of(COLLECTION);
        }

        @Bean
        WatchedStream watchedStream() {
            return new WatchedStream();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer watching(WatchedStream stream) {
            return settings -> settings.addCommandListener(stream);
        }
    }
}
