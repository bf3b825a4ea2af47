package vn.dondoc.notification.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.obligation.Known;
import vn.dondoc.notification.obligation.Obligations;
import vn.dondoc.platform.history.Aggregates;

/** Reads what deliveries are about, for many of them in as many round trips as for one. */
@Component
class Insights {

    private final DigestItems items;
    private final Aggregates<Notification> notifications;
    private final Obligations obligations;

    Insights(DigestItems items, Aggregates<Notification> notifications, Obligations obligations) {
        this.items = items;
        this.notifications = notifications;
        this.obligations = obligations;
    }

    Insight of(Collection<Delivery> deliveries) {
        var digests = deliveries.stream().filter(Delivery::digest).map(Delivery::id).toList();
        Map<String, Map<String, @Nullable String>> taken = digests.isEmpty() ? Map.of() : items.of(digests);
        var ids = Stream.concat(
                taken.values().stream().flatMap(some -> some.keySet().stream()),
                deliveries.stream().filter(delivery -> !taken.containsKey(delivery.id())).flatMap(delivery -> delivery.messages().stream())).distinct().toList();
        var messages = new HashMap<String, Notification>();
        if (!ids.isEmpty()) {
            notifications.list(new Query(Criteria.where("_id").in(ids))).forEach(found -> messages.put(found.id(), found.state()));
        }
        return new Insight(taken, messages, known(messages.values().stream().map(Insight::keyOf).distinct().toList()));
    }

    private Map<String, Known> known(List<String> keys) {
        return keys.isEmpty() ? Map.of() : obligations.find(keys);
    }
}
