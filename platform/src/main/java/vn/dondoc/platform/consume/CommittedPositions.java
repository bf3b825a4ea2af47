package vn.dondoc.platform.consume;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;

/**
 * Keeps what a group is told to have handled from falling behind what it has handled. Spring Kafka commits again what it could not commit
 * during a rebalance, also where the partition was elsewhere meanwhile and handled further there: the old number then stands until the next
 * record comes. Whoever is idle has handled all before its position, and says so.
 */
final class CommittedPositions {

    /** Without a record for that long a consumer is idle. */
    static final Duration IDLE = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(CommittedPositions.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** In the consumer's own thread. */
    @EventListener
    void idle(ListenerContainerIdleEvent event) {
        try {
            settle(event.getConsumer());
        } catch (KafkaException later) {
            LOG.info("What was handled could not be compared with what is committed; it is when the consumer is idle again", later);
        }
    }

    static void settle(Consumer<?, ?> consumer) {
        var committed = consumer.committed(consumer.assignment(), LIMIT);
        var ahead = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> one : committed.entrySet()) {
            if (one.getValue() != null) {
                var position = consumer.position(one.getKey(), LIMIT);
                if (position > one.getValue().offset()) {
                    ahead.put(one.getKey(), new OffsetAndMetadata(position));
                }
            }
        }
        if (!ahead.isEmpty()) {
            LOG.info("Committed again, since a rebalance had left older numbers: {}", ahead.keySet());
            consumer.commitSync(ahead, LIMIT);
        }
    }
}
