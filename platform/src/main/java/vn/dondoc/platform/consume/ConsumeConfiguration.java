package vn.dondoc.platform.consume;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.platform.trace.Traces;

/** Consumers retry for ever what is away, and put aside only what is broken. */
@Configuration(proxyBeanMethods = false)
public class ConsumeConfiguration {

    /** A letter that was not taken within the time is known not to have been: no longer than a replay waits for its answer. */
    static final Map<String, Object> PRODUCER = Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 12_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);

    /**
     * How long a commit is tried: longer than a consumer may stay away from its group. Spring Kafka forgets what it was committing when it
     * gives up, and a partition in which nothing follows would be told as not handled for ever; after the group's limit it is read again.
     */
    static final Duration COMMIT = Duration.ofMinutes(10);

    @Bean
    EventConsumers eventConsumers(MeterRegistry registry, Traces traces) {
        return new EventConsumers(registry, traces);
    }

    @Bean
    DeadLetters deadLetters(KafkaProperties kafka, MeterRegistry registry) {
        var settings = kafka.buildProducerProperties();
        settings.putAll(PRODUCER);
        var producers = new DefaultKafkaProducerFactory<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        return new DeadLetters(new KafkaTemplate<>(producers), registry);
    }

    @Bean
    CommittedPositions committedPositions() {
        return new CommittedPositions();
    }

    @Bean
    ListenerContainerWithDlqAndRetryCustomizer patience(DeadLetters deadLetters, ApplicationEventPublisher events) {
        return new ListenerContainerWithDlqAndRetryCustomizer() {
            @Override
            public void configure(
                    AbstractMessageListenerContainer<?, ?> container,
                    String destination,
                    String group,
                    @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> binderDeadLetters,
                    @Nullable BackOff binderBackOff) {
                container.setCommonErrorHandler(handler(deadLetters, group));
                container.getContainerProperties().setSyncCommitTimeout(COMMIT);
                container.getContainerProperties().setIdleEventInterval(CommittedPositions.IDLE.toMillis());
                container.setApplicationEventPublisher(events);
            }

            @Override
            public boolean retryAndDlqInBinding(String destination, String group) {
                return false;
            }
        };
    }

    private static DefaultErrorHandler handler(DeadLetters deadLetters, String group) {
        var recoverer = new DeadLetterPublishingRecoverer(
                deadLetters.kafka(), (_, _) -> new TopicPartition(Topic.deadLetters(group), -1));
        recoverer.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        recoverer.setFailIfSendResultIsError(true);
        recoverer.addHeadersFunction((_, fault) -> new RecordHeaders().add(DeadLetters.ERROR, DeadLetters.kindOf(fault)));
        var dead = deadLetters.counter(group);
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(10_000);
        var handler = new DefaultErrorHandler(
                (record, fault) -> {
                    recoverer.accept(record, null, fault);
                    dead.increment();
                },
                backOff);
        handler.addNotRetryableExceptions(BrokenEventException.class);
        handler.setCommitRecovered(true);
        handler.setReclassifyOnExceptionChange(true);
        return handler;
    }
}
