package vn.dondoc.platform.deadletter;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.platform.store.StoreReadiness;

/** Copies the dead letters of this service's groups into its box; an offset is committed after the copy is stored. */
final class DeadLetterFeed implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterFeed.class);

    private final Map<String, Object> settings;
    private final Map<String, String> groupOfTopic;
    private final DeadLetterBox box;
    private final StoreReadiness store;
    private volatile boolean running;
    private @Nullable Thread thread;

    DeadLetterFeed(Map<String, Object> kafka, List<String> groups, DeadLetterBox box, StoreReadiness store, String service) {
        this.settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, service + ".dead-letters");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        settings.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        settings.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        this.groupOfTopic = groups.stream().collect(Collectors.toMap(Topic::deadLetters, group -> group));
        this.box = box;
        this.store = store;
    }

    private void run() {
        try {
            store.await();
            while (running) {
                try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                    consumer.subscribe(groupOfTopic.keySet());
                    follow(consumer);
                } catch (RuntimeException fault) {
                    if (running) {
                        LOG.warn("Dead letters cannot be copied right now: {}", fault.getMessage());
                    }
                }
                TimeUnit.SECONDS.sleep(2);
            }
        } catch (InterruptedException stopped) {
            LOG.debug("The dead letter feed was stopped", stopped);
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        while (running) {
            var letters = consumer.poll(Duration.ofSeconds(1));
            letters.forEach(letter -> box.put(String.valueOf(groupOfTopic.get(letter.topic())), letter));
            if (!letters.isEmpty()) {
                consumer.commitSync();
            }
        }
    }

    @Override
    public void start() {
        if (groupOfTopic.isEmpty()) {
            return;
        }
        running = true;
        thread = Thread.ofPlatform().name("dead-letters").daemon().start(this::run);
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
