package vn.dondoc.platform.consume;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.messaging.Message;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.platform.trace.Traces;
import vn.dondoc.platform.web.Correlation;

/**
 * Makes the functions that Spring Cloud Stream binds in batch mode. A fault in one record names that record, so that those before it
 * are committed and those behind it are read again.
 */
public final class EventConsumers {

    private static final Logger LOG = LoggerFactory.getLogger(EventConsumers.class);

    private final MeterRegistry registry;
    private final Traces traces;

    EventConsumers(MeterRegistry registry, Traces traces) {
        this.registry = registry;
        this.traces = traces;
    }

    /**
     * One event after the other. The handler must be idempotent.
     *
     * @param name of the binding, for metrics
     */
    public Consumer<Message<List<Object>>> each(String name, Consumer<Received> handler) {
        return each(name, _ -> true, handler);
    }

    /**
     * The same, where only some types matter: others are left unread, which costs next to nothing.
     *
     * @param name of the binding, for metrics
     */
    public Consumer<Message<List<Object>>> each(String name, Set<Class<? extends DomainEvent>> wanted, Consumer<Received> handler) {
        var types = wanted.stream().map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());
        return each(name, headers -> !EventDecoder.isTyped(headers) || types.contains(EventDecoder.typeOf(headers)), handler);
    }

    private Consumer<Message<List<Object>>> each(String name, Predicate<Map<String, Object>> matters, Consumer<Received> handler) {
        return message -> {
            var payloads = message.getPayload();
            var headers = headersOf(message);
            for (int i = 0; i < payloads.size(); i++) {
                var received = matters.test(headers.get(i)) ? decode(name, headers.get(i), payloads.get(i), i) : null;
                if (received != null) {
                    handle(name, received, handler, i);
                }
            }
        };
    }

    /**
     * All events of a poll at once, for projections that fold. On a broken record the ones before it are handed over first.
     *
     * @param handler must be idempotent; what it throws is tried again with the whole list
     */
    public Consumer<Message<List<Object>>> batches(String name, Consumer<List<Received>> handler) {
        return batches(name, _ -> { }, handler);
    }

    /**
     * The same, with a rule that each event must keep before it is handed over with the others.
     *
     * @param check throws {@link BrokenEventException} for what no repetition mends
     */
    public Consumer<Message<List<Object>>> batches(String name, Consumer<Received> check, Consumer<List<Received>> handler) {
        return message -> {
            var payloads = message.getPayload();
            var headers = headersOf(message);
            var batch = new ArrayList<Received>(payloads.size());
            for (int i = 0; i < payloads.size(); i++) {
                try {
                    var received = decode(name, headers.get(i), payloads.get(i), i);
                    if (received != null) {
                        checked(name, received, check, i);
                        batch.add(received);
                    }
                } catch (BatchListenerFailedException broken) {
                    handleAll(name, batch, handler);
                    throw broken;
                }
            }
            handleAll(name, batch, handler);
        };
    }

    private void checked(String name, Received received, Consumer<Received> check, int index) {
        try {
            check.accept(received);
        } catch (BrokenEventException broken) {
            throw failed(name, received.event().getClass().getSimpleName(), broken, index);
        }
    }

    private void handle(String name, Received received, Consumer<Received> handler, int index) {
        try {
            var type = received.event().getClass().getSimpleName();
            Correlation.with(received.correlation(), () -> traces.consuming(name, type, received.subject(), () -> handler.accept(received)));
            count(name, type, "handled");
        } catch (RuntimeException fault) {
            throw failed(name, received.event().getClass().getSimpleName(), fault, index);
        }
    }

    private void handleAll(String name, List<Received> batch, Consumer<List<Received>> handler) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            handler.accept(batch);
            batch.forEach(received -> count(name, received.event().getClass().getSimpleName(), "handled"));
        } catch (RuntimeException fault) {
            throw failed(name, "batch", fault, 0);
        }
    }

    private @Nullable Received decode(String name, Map<String, Object> headers, @Nullable Object payload, int index) {
        if (isForAnotherGroup(headers)) {
            count(name, "any", "of another group");
            return null;
        }
        try {
            var received = EventDecoder.decode(headers, payload).orElse(null);
            if (received == null) {
                count(name, "unknown", "skipped");
                LOG.info("{} skipped an event of the unknown type {}", name, EventDecoder.typeOf(headers));
            }
            return received;
        } catch (BrokenEventException broken) {
            throw failed(name, "unreadable", broken, index);
        }
    }

    /** A dead letter that was sent again is meant for the group that had put it aside. */
    private static boolean isForAnotherGroup(Map<String, Object> headers) {
        var meant = EventDecoder.text(headers, DeadLetters.FOR_GROUP);
        return meant != null && !meant.equals(KafkaUtils.getConsumerGroupId());
    }

    private BatchListenerFailedException failed(String name, String type, RuntimeException fault, int index) {
        var broken = fault instanceof BrokenEventException;
        count(name, type, broken ? "broken" : "retried");
        LOG.warn("{} could not handle an event of type {}; {}", name, type, broken ? "it goes to the dead letters" : "it is tried again", fault);
        return new BatchListenerFailedException("Consumer " + name + " failed", fault, index);
    }

    private void count(String name, String type, String outcome) {
        registry.counter("dondoc.events.consumed", "consumer", name, "type", type, "outcome", outcome).increment();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> headersOf(Message<?> message) {
        return (List<Map<String, Object>>) Objects.requireNonNull(
                message.getHeaders().get(KafkaHeaders.BATCH_CONVERTED_HEADERS), "Batch mode gives the headers of each record");
    }
}
