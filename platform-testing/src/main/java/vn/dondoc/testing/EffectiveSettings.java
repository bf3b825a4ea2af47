package vn.dondoc.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binder.kafka.properties.KafkaConsumerProperties;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import vn.dondoc.platform.consume.BrokenEventException;
import vn.dondoc.platform.consume.DeadLetters;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The settings that a running service really uses, read from its producers and listener containers and not from a file: a default that
 * changes with a version, or a key that is written wrongly, shows here.
 */
public final class EffectiveSettings {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MANY_FAILURES = 100_000;

    private EffectiveSettings() {}

    /**
     * Fails where a producer could lose records or a consumer give up.
     *
     * @param groups the consumer group of each binding that the service declares, such as {@code planEvents-in-0}
     */
    public static void check(ApplicationContext service, Map<String, String> groups) {
        durable("relay", (ProducerFactory<?, ?>) value(value(service.getBean("relayRunner"), "sender"), "producers"));
        durable("dead letters", service.getBean(DeadLetters.class).kafka().getProducerFactory());
        var replay = (KafkaTemplate<?, ?>) value(value(service.getBean("deadLetterController"), "replay"), "kafka");
        durable("replay", replay.getProducerFactory());
        assertThat(declared(service)).as("bindings").isEqualTo(new TreeSet<>(groups.keySet()));
        groups.forEach((binding, group) -> consumer(service, binding, group));
    }

    private static void durable(String name, ProducerFactory<?, ?> factory) {
        var settings = new HashMap<>(factory.getConfigurationProperties());
        settings.putIfAbsent(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.putIfAbsent(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        var effective = new ProducerConfig(settings);
        assertThat(effective.getString(ProducerConfig.ACKS_CONFIG)).as(name + ": acks").isIn("all", "-1");
        assertThat(effective.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)).as(name + ": idempotence").isTrue();
        assertThat(effective.getInt(ProducerConfig.RETRIES_CONFIG)).as(name + ": retries").isEqualTo(Integer.MAX_VALUE);
        assertThat(effective.getInt(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION)).as(name + ": in flight").isLessThanOrEqualTo(5);
        assertThat(effective.getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG)).as(name + ": delivery timeout").isBetween(10_000, 30_000);
    }

    private static Set<String> declared(ApplicationContext service) {
        var declared = new TreeSet<String>();
        service.getBean(BindingServiceProperties.class).getBindings().forEach((name, binding) -> {
            if (binding.getDestination() != null) {
                declared.add(name);
            }
        });
        return declared;
    }

    private static void consumer(ApplicationContext service, String name, String group) {
        var binding = service.getBean(BindingServiceProperties.class).getBindingProperties(name);
        assertThat(binding.getGroup()).as(name + ": group").isEqualTo(group);
        var controller = service.getBean(BindingsLifecycleController.class);
        Awaitility.await().atMost(LIMIT).until(() -> controller.queryState(name).stream().anyMatch(Binding::isRunning));
        // A context that was paused between test classes keeps its earlier bindings beside the present one
        for (var bound : controller.queryState(name).stream().filter(Binding::isRunning).toList()) {
            container(name, group, (ConcurrentMessageListenerContainer<?, ?>) value(value(bound, "lifecycle"), "messageListenerContainer"));
            ofBinder(service, name, bound);
        }
    }

    private static void container(String name, String group, ConcurrentMessageListenerContainer<?, ?> container) {
        var properties = container.getContainerProperties();
        Awaitility.await(name + " listens").atMost(LIMIT).until(container::isRunning);
        assertThat(properties.getAckMode()).as(name + ": ack mode").isEqualTo(AckMode.BATCH);
        assertThat(properties.getMessageListener()).as(name + ": listens to batches").isInstanceOf(BatchMessageListener.class);
        assertThat(container.getConcurrency()).as(name + ": concurrency").isEqualTo(2);
        var settings = new HashMap<>(((ConsumerFactory<?, ?>) value(container, "consumerFactory")).getConfigurationProperties());
        properties.getKafkaConsumerProperties().forEach((key, value) -> settings.put(key.toString(), value));
        if (properties.getGroupId() != null) {
            settings.put(ConsumerConfig.GROUP_ID_CONFIG, properties.getGroupId());
        }
        var effective = new ConsumerConfig(settings);
        assertThat(effective.getString(ConsumerConfig.GROUP_ID_CONFIG)).as(name + ": group").isEqualTo(group);
        assertThat(effective.getBoolean(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG)).as(name + ": auto commit").isFalse();
        assertThat(effective.getString(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG)).as(name + ": begins").isEqualTo("earliest");
        assertThat(effective.getBoolean(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG)).as(name + ": makes topics").isFalse();
        assertThat(effective.getClass(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG)).as(name + ": bytes").isEqualTo(ByteArrayDeserializer.class);
        assertThat(properties.getSyncCommitTimeout()).as(name + ": a commit is tried longer than the group waits")
                .isGreaterThan(Duration.ofMillis(effective.getInt(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG)));
        patience(name, container);
    }

    /** Unlimited attempts for what is away; none for what is broken. */
    private static void patience(String name, ConcurrentMessageListenerContainer<?, ?> container) {
        assertThat(container.getCommonErrorHandler()).as(name).isInstanceOf(DefaultErrorHandler.class);
        var handler = (DefaultErrorHandler) Objects.requireNonNull(container.getCommonErrorHandler());
        var tries = ((BackOff) value(value(handler, "failureTracker"), "backOff")).start();
        for (int i = 0; i < MANY_FAILURES; i++) {
            assertThat(tries.nextBackOff()).as(name + ": attempt " + i).isNotEqualTo(BackOffExecution.STOP).isLessThanOrEqualTo(60_000);
        }
        assertThat(handler.removeClassification(BrokenEventException.class)).as(name + ": repeats what is broken").isEqualTo(Boolean.FALSE);
        handler.addNotRetryableExceptions(BrokenEventException.class);
        assertThat(handler.isAckAfterHandle()).as(name + ": goes on behind what was put aside").isTrue();
    }

    /** The binder's own attempts and dead letters would take a whole batch for one broken record. */
    private static void ofBinder(ApplicationContext service, String name, Binding<?> bound) {
        var properties = service.getBean(BindingServiceProperties.class).getConsumerProperties(name);
        KafkaConsumerProperties kafka = Objects.requireNonNull(bound.getExtension());
        assertThat(kafka.isEnableDlq()).as(name + ": the binder's dead letters").isFalse();
        assertThat(properties.getMaxAttempts()).as(name + ": the binder's attempts").isEqualTo(1);
        assertThat(properties.isBatchMode()).as(name + ": batches").isTrue();
        assertThat(properties.isUseNativeDecoding()).as(name + ": native decoding").isTrue();
    }

    private static Object value(Object of, String field) {
        return Objects.requireNonNull(ReflectionTestUtils.getField(of, field), () -> of.getClass().getSimpleName() + " has no " + field);
    }
}
