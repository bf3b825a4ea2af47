package vn.dondoc.platform.consume;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.kafka.core.KafkaTemplate;

/** Where broken records go: one topic a consumer group, kept until somebody looks. */
record DeadLetters(KafkaTemplate<byte[], byte[]> kafka, MeterRegistry registry) {

    void count(String group) {
        registry.counter("dondoc.events.dead", "group", group).increment();
    }
}
