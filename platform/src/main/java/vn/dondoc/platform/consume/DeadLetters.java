package vn.dondoc.platform.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.springframework.kafka.core.KafkaTemplate;

/** Where broken records go: one topic a consumer group, kept until somebody looks. */
public record DeadLetters(KafkaTemplate<byte[], byte[]> kafka, MeterRegistry registry) {

    /** Header with the kind of fault: the simple name of its innermost exception, no message. */
    public static final String ERROR = "dondoc_error";

    /** Header of a record that is sent again: the one group that is to handle it; the others had their turn. */
    public static final String FOR_GROUP = "dondoc_for_group";

    static byte[] kindOf(Throwable fault) {
        var innermost = fault;
        while (innermost.getCause() != null && !(innermost instanceof BrokenEventException)) {
            innermost = innermost.getCause();
        }
        return innermost.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8);
    }

    /** Of a group, there with 0 from the moment it is asked for: an increase is seen only beside an earlier value. */
    Counter counter(String group) {
        return registry.counter("dondoc.events.dead", "group", group);
    }
}
