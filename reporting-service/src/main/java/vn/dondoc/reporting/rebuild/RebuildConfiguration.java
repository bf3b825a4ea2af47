package vn.dondoc.reporting.rebuild;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.reporting.facts.Folding;

@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

    /** As projections have them. */
    private static final int BATCH = 500;

    /** What is fetched ahead must fit beside the rest of the service. */
    private static final Map<String, Object> CONSUMER = Map.of(
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none",
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20);

    @Bean
    Rebuilds rebuilds(MongoDatabaseFactory databases) {
        return new Rebuilds(databases, new ModelCollections(databases));
    }

    @Bean
    Rebuilder rebuilder(StoreReadiness store, Rebuilds rebuilds, Folding folding, KafkaProperties kafka) {
        return new Rebuilder(store, rebuilds, folding, () -> reading(kafka, BATCH));
    }

    @Bean
    RebuildController rebuildController(Rebuilds rebuilds, Rebuilder rebuilder) {
        return new RebuildController(rebuilds, rebuilder);
    }

    static Reading reading(KafkaProperties kafka, int batch) {
        var settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        settings.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        settings.putAll(CONSUMER);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
        return new Reading(new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }
}
