package vn.dondoc.platform.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;
import vn.dondoc.contracts.event.Topic;

/** Reads the compacted topic from its beginning into the copy, and goes on reading; every instance has the whole. */
final class DirectoryFeed implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration COMPARE = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final DirectoryCopy copy;
    private volatile boolean running;
    private @Nullable Thread thread;

    DirectoryFeed(Map<String, Object> settings, DirectoryCopy copy) {
        this.settings = Map.copyOf(settings);
        this.copy = copy;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("directory").daemon().start(this::run);
    }

    private void run() {
        try {
            while (running) {
                try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                    follow(consumer);
                } catch (RuntimeException fault) {
                    if (!running) {
                        return;
                    }
                    LOG.warn("The directory cannot be read right now: {}", fault.getMessage());
                }
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException stopped) {
            LOG.debug("The directory feed was stopped", stopped);
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        var partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var compared = Long.MIN_VALUE;
        while (running) {
            consumer.poll(POLL).forEach(this::apply);
            if (compared == Long.MIN_VALUE || System.nanoTime() - compared > COMPARE.toNanos()) {
                if (atEnd(consumer, partitions)) {
                    copy.comparedNow();
                    compared = System.nanoTime();
                }
            }
        }
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        var found = consumer.partitionsFor(Topic.ORGANISATION.topicName(), LIMIT);
        return found == null ? List.of() : found.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
    }

    private static boolean atEnd(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        return consumer.endOffsets(partitions, LIMIT).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey(), LIMIT) >= end.getValue());
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        try {
            copy.apply(record.key(), record.value());
        } catch (JacksonException unreadable) {
            LOG.error("Record {} of the organisation cannot be read; it is left out", record.key(), unreadable);
        }
    }

    @Override
    public Health health() {
        return (copy.everCompared() ? Health.up() : Health.down()).withDetail("fresh", copy.isFresh()).build();
    }

    @Override
    public void stop() {
        running = false;
        var current = thread;
        if (current != null) {
            current.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
