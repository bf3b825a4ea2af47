package vn.dondoc.notification.delivery;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.obligation.Known;
import vn.dondoc.notification.obligation.Obligation;

/**
 * What some deliveries are about, read together just before they are sent.
 *
 * @param taken messages of digests, with the reasons of those that were pointless before
 * @param messages by id
 * @param obligations by key
 */
record Insight(Map<String, Map<String, @Nullable String>> taken, Map<String, Notification> messages, Map<String, Known> obligations) {

    /** Those that a digest has taken. */
    Map<String, @Nullable String> taken(String digest) {
        return Objects.requireNonNullElse(taken.get(digest), Map.of());
    }

    @Nullable Notification message(String id) {
        return messages.get(id);
    }

    List<Notification> messages(Iterable<String> ids) {
        var found = Stream.<Notification>builder();
        ids.forEach(id -> {
            var message = messages.get(id);
            if (message != null) {
                found.add(message);
            }
        });
        return found.build().toList();
    }

    @Nullable Obligation obligation(Notification message) {
        var known = obligations.get(keyOf(message));
        return known == null ? null : known.obligation();
    }

    static String keyOf(Notification message) {
        return Obligation.key(message.cause().kind(), message.cause().obligation());
    }
}
