package vn.dondoc.platform.relay;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import vn.dondoc.platform.check.SelfCheck;
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

    /** Outside of any group: what the topics hold is looked at, not consumed. */
    private static final Map<String, Object> READER = Map.of(
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    private static final List<String> READER_LEAVES = List.of(
            ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);

    @Bean
    Checkpoints checkpoints(MongoDatabaseFactory databases, List<AggregateType<?>> types, Clock systemClock) {
        return new Checkpoints(databases, collections(types), systemClock);
    }

    /** Which instance this is, as far as the relay's lease goes. */
    @Bean
    RelayOwner relayOwner() {
        return new RelayOwner(UUID.randomUUID().toString());
    }

    @Bean
    HealthIndicator relayPosition(Checkpoints checkpoints) {
        return new RelayPosition(checkpoints);
    }

    @Bean
    RelayDesk relayDesk(Checkpoints checkpoints, RelayOwner owner, @Value("${spring.application.name}") String service) {
        return new RelayDesk(checkpoints, owner.name(), service);
    }

    @Bean
    RelayController relayController(RelayDesk desk, Checkpoints checkpoints, Clock systemClock) {
        return new RelayController(desk, new Generations(checkpoints), systemClock);
    }

    @Bean
    SelfCheck relayCheck(RelayDesk desk) {
        return new RelayCheck(desk);
    }

    record RelayOwner(String name) {}

    @Bean
    CollectionSetup relayCollection() {
        return CollectionSetup.of(Checkpoints.COLLECTION);
    }

    @Bean
    RelayMetrics relayMetrics(MeterRegistry registry, Clock systemClock) {
        return new RelayMetrics(registry, systemClock);
    }

    @Bean
    Sender relaySender(KafkaProperties kafka, Records records, @Value("${spring.application.name}") String service) {
        var settings = kafka.buildProducerProperties();
        settings.putAll(PRODUCER);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-relay");
        return new Sender(new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer()), records);
    }

    @Bean
    Records relayRecords(@Value("${dondoc.event-source:/${spring.application.name}}") String source) {
        return new Records(source);
    }

    @Bean
    TurnPreparation relayPreparation(
            Checkpoints checkpoints,
            List<AggregateType<?>> types,
            KafkaProperties kafka,
            Records records,
            Sender sender,
            RelayMetrics metrics,
            Clock systemClock) {
        var settings = kafka.buildConsumerProperties();
        READER_LEAVES.forEach(settings::remove);
        settings.putAll(READER);
        var reader = new TopicReader(settings);
        var comparison = new HistoryComparison(collections(types), records.source());
        var rebuilding = new Rebuilding(kafka.buildAdminProperties(), reader, comparison);
        var scan = new HistoryScan(collections(types));
        return new TurnPreparation(checkpoints, reader, comparison, rebuilding, scan, records, sender, metrics, systemClock);
    }

    @Bean
    RelayRunner relayRunner(
            MongoDatabaseFactory databases,
            List<AggregateType<?>> types,
            Checkpoints checkpoints,
            TurnPreparation preparation,
            StoreReadiness store,
            Sender sender,
            RelayMetrics metrics,
            RelayOwner owner) {
        var relay = new Relay(databases, checkpoints, new ChangeFeed(collections(types)), preparation, sender, metrics);
        return new RelayRunner(owner.name(), store, checkpoints, relay, sender, metrics);
    }

    private static List<String> collections(List<AggregateType<?>> types) {
        return types.stream().map(AggregateType::collection).toList();
    }
}
