package vn.dondoc.platform.consume;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.dondoc.contracts.event.EventHeaders;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.EventTypes;

/** From headers and bytes to an event. A type nobody here knows yet is nothing, not an error. */
final class EventDecoder {

    private EventDecoder() {}

    /** @throws BrokenEventException when the record is not an event at all, or its data do not fit its type */
    static Optional<Received> decode(Map<String, Object> headers, @Nullable Object payload) {
        var type = text(headers, EventHeaders.TYPE);
        if (type == null) {
            throw new BrokenEventException("The record has no event type");
        }
        var known = EventTypes.named(type);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (!(payload instanceof byte[] bytes)) {
            throw new BrokenEventException("The record has no data");
        }
        try {
            var event = Objects.requireNonNull(EventJson.mapper().readValue(bytes, known.get()), "null");
            Completeness.check(event);
            return Optional.of(new Received(
                    needed(headers, EventHeaders.ID),
                    needed(headers, EventHeaders.SUBJECT),
                    Long.parseLong(Objects.requireNonNullElse(text(headers, EventHeaders.GENERATION), "1")),
                    Long.parseLong(needed(headers, EventHeaders.SEQUENCE)),
                    Instant.parse(needed(headers, EventHeaders.TIME)),
                    text(headers, EventHeaders.CORRELATION),
                    event));
        } catch (JacksonException | DateTimeException | IllegalArgumentException | NullPointerException unreadable) {
            throw new BrokenEventException("The data do not fit the type " + type, unreadable);
        }
    }

    static boolean isTyped(Map<String, Object> headers) {
        return text(headers, EventHeaders.TYPE) != null;
    }

    static String typeOf(Map<String, Object> headers) {
        return Objects.requireNonNullElse(text(headers, EventHeaders.TYPE), "none");
    }

    private static String needed(Map<String, Object> headers, String name) {
        var value = text(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("No header " + name);
        }
        return value;
    }

    static @Nullable String text(Map<String, Object> headers, String name) {
        return switch (headers.get(name)) {
            case null -> null;
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case Object other -> other.toString();
        };
    }
}
