package vn.dondoc.platform.consume;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

import static org.assertj.core.api.Assertions.assertThat;

class DeadLettersTest {

    @Test
    void each_group_is_counted_from_0_before_anything_is_put_aside() {
        var registry = new SimpleMeterRegistry();
        var kafka = new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of(), new ByteArraySerializer(), new ByteArraySerializer()));
        var container = new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(Map.of(), new ByteArrayDeserializer(), new ByteArrayDeserializer()), new ContainerProperties("plans"));
        new ConsumeConfiguration().patience(new DeadLetters(kafka, registry), _ -> { }).configure(container, "plans", "task-service", null, null);
        assertThat(registry.get("dondoc.events.dead").tag("group", "task-service").counter().count()).isZero();
    }
}
