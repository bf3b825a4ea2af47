package vn.dondoc.platform.consume;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommittedPositionsTest {

    private static final TopicPartition BEHIND = new TopicPartition("dondoc.report", 5);
    private static final TopicPartition EVEN = new TopicPartition("dondoc.report", 3);
    private static final TopicPartition NEVER = new TopicPartition("dondoc.report", 4);

    @Test
    void an_older_number_that_a_rebalance_left_is_raised_to_what_was_handled_and_nothing_else_is_committed() {
        try (var consumer = new MockConsumer<String, String>("earliest")) {
            consumer.assign(List.of(BEHIND, EVEN, NEVER));
            consumer.updateBeginningOffsets(Map.of(BEHIND, 0L, EVEN, 0L, NEVER, 0L));
            consumer.seek(BEHIND, 153);
            consumer.seek(EVEN, 40);
            consumer.seek(NEVER, 7);
            consumer.commitSync(Map.of(BEHIND, new OffsetAndMetadata(126), EVEN, new OffsetAndMetadata(40)));

            CommittedPositions.settle(consumer);

            var committed = consumer.committed(Set.of(BEHIND, EVEN, NEVER));
            assertThat(committed.get(BEHIND)).isEqualTo(new OffsetAndMetadata(153));
            assertThat(committed.get(EVEN)).isEqualTo(new OffsetAndMetadata(40));
            assertThat(committed.get(NEVER)).isNull();
        }
    }
}
