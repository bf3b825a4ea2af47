package vn.dondoc.platform.consume;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import vn.dondoc.contracts.event.EventHeaders;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.trace.Traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventConsumersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EventConsumers consumers = new EventConsumers(registry, Traces.none());
    private final List<Long> heard = new ArrayList<>();

    @BeforeEach
    void inAGroup() {
        KafkaUtils.setConsumerGroupId("task-service");
    }

    @AfterEach
    void inNone() {
        KafkaUtils.clearConsumerGroupId();
    }

    @Test
    void what_is_sent_again_for_another_group_is_left_to_it() {
        consumers.each("planEvents", received -> heard.add(received.sequence())).accept(batch(
                record(1, Map.of()),
                record(2, Map.of(DeadLetters.FOR_GROUP, "reporting-service")),
                record(3, Map.of(DeadLetters.FOR_GROUP, "task-service"))));
        assertThat(heard).containsExactly(1L, 3L);
        assertThat(registry.get("dondoc.events.consumed").tag("outcome", "of another group").counter().count()).isEqualTo(1);
    }

    @Test
    void a_type_of_a_newer_version_is_counted_and_skipped() {
        consumers.each("planEvents", received -> heard.add(received.sequence())).accept(batch(
                record(1, Map.of(EventHeaders.TYPE, "PlanDreamtOf")), record(2, Map.of())));
        assertThat(heard).containsExactly(2L);
        assertThat(registry.get("dondoc.events.consumed").tag("outcome", "skipped").counter().count()).isEqualTo(1);
    }

    @Test
    void a_broken_record_is_named_by_its_place_after_those_before_it_were_handed_over() {
        var batches = consumers.batches("planEvents", batch -> batch.forEach(received -> heard.add(received.sequence())));
        assertThatThrownBy(() -> batches.accept(batch(record(1, Map.of()), record(2, Map.of(EventHeaders.TIME, "yesterday")), record(3, Map.of()))))
                .isInstanceOfSatisfying(BatchListenerFailedException.class, failed -> assertThat(failed.getIndex()).isEqualTo(1))
                .hasCauseInstanceOf(BrokenEventException.class);
        assertThat(heard).containsExactly(1L);
    }

    @Test
    void any_sequence_of_a_later_generation_is_newer() {
        var orders = new ArrayList<Long>();
        consumers.each("planEvents", received -> orders.add(received.order())).accept(batch(
                record(7, Map.of()), record(8, Map.of(EventHeaders.GENERATION, "1")), record(1, Map.of(EventHeaders.GENERATION, "2"))));
        assertThat(orders).isSorted().startsWith(7L, 8L);
    }

    private static Map<String, Object> record(long sequence, Map<String, String> more) {
        var headers = new TreeMap<>(Map.of(
                EventHeaders.ID, "e" + sequence, EventHeaders.TYPE, "PlanPublished", EventHeaders.SUBJECT, "plans/p",
                EventHeaders.SEQUENCE, Long.toString(sequence), EventHeaders.TIME, "2026-11-20T01:00:00Z"));
        headers.putAll(more);
        var raw = new TreeMap<String, Object>();
        headers.forEach((name, value) -> raw.put(name, value.getBytes(StandardCharsets.UTF_8)));
        return raw;
    }

    @SafeVarargs
    private static Message<List<Object>> batch(Map<String, Object>... records) {
        var plan = new PlanState(
                new PlanId("p"), new UnitId("t"), new UnitId("x"), "Kế hoạch", null, null, 2026, LocalDate.of(2026, 11, 20), 0, 0, 0);
        var data = EventJson.mapper().writeValueAsBytes(new PlanEvent.PlanPublished(plan));
        var payloads = new ArrayList<Object>();
        for (int i = 0; i < records.length; i++) {
            payloads.add(data);
        }
        return MessageBuilder.<List<Object>>withPayload(payloads).setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, List.of(records)).build();
    }
}
