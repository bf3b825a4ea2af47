package vn.dondoc.platform.relay;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;

/** One relay for the service's database, following every aggregate collection. */
@Configuration(proxyBeanMethods = false)
public class RelayConfiguration {

    /** Nothing counts as sent before all in-sync replicas have it; idempotence keeps the order on retries. */
    public static final Map<String, Object> PRODUCER = Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5,
            ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
            ProducerConfig.LINGER_MS_CONFIG, 2,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);

    @Bean
    Checkpoints checkpoints(MongoDatabaseFactory databases, List<AggregateType<?>> types) {
        return new Checkpoints(databases, collections(types));
    }

    @Bean
    CollectionSetup relayCollection() {
        return CollectionSetup.of(Checkpoints.COLLECTION);
    }

    @Bean
    RelayRunner relayRunner(
            MongoDatabaseFactory databases,
            List<AggregateType<?>> types,
            Checkpoints checkpoints,
            StoreReadiness store,
            KafkaProperties kafka,
            MeterRegistry registry,
            Clock systemClock,
            @Value("${spring.application.name}") String service) {
        var settings = kafka.buildProducerProperties();
        settings.putAll(PRODUCER);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-relay");
        var producers = new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer());
        var sender = new Sender(producers, new Records(service));
        var metrics = new RelayMetrics(registry, systemClock);
        var relay = new Relay(databases, checkpoints, collections(types), sender, metrics);
        return new RelayRunner(store, checkpoints, relay, sender, metrics);
    }

    private static List<String> collections(List<AggregateType<?>> types) {
        return types.stream().map(AggregateType::collection).toList();
    }
}
