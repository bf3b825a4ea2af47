package vn.dondoc.notification.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.rule.Channel;

/** What is in a digest at the moment of sending: nothing that was fulfilled meanwhile, and once what one person is told in two positions. */
@Component
class DigestContents {

    private final Deliveries deliveries;
    private final DigestItems items;
    private final LastLook lastLook;
    private final Forwarding forwarding;

    DigestContents(Deliveries deliveries, DigestItems items, LastLook lastLook, Forwarding forwarding) {
        this.deliveries = deliveries;
        this.items = items;
        this.lastLook = lastLook;
        this.forwarding = forwarding;
    }

    /**
     * @param meant to be sent
     * @param all messages that it has taken, or was made of when it was tried before
     * @param waiting whether those are still waiting with it
     */
    record Content(List<Notification> meant, Collection<String> all, boolean waiting) {}

    /** By a fresh copy of the organisation; why the others are not in it is noted at them. */
    Content of(Delivery delivery, Insight insight) {
        var taken = insight.taken(delivery.id());
        var all = taken.isEmpty() ? delivery.messages() : taken.keySet().stream().sorted().toList();
        var messages = insight.messages(all);
        if (!forwarding.forward(messages.stream().filter(message -> message.waitsOn(Channel.EMAIL)).toList(), delivery.correlation()).isEmpty()) {
            deliveries.wentUp(delivery.id());
        }
        var reasons = new HashMap<String, String>();
        var meant = new LinkedHashMap<List<Object>, Notification>();
        for (var message : messages) {
            var reason = reason(delivery, message, insight.obligation(message));
            if (reason != null) {
                reasons.put(message.id().value(), reason);
            } else if (taken.get(message.id().value()) == null) {
                var cause = message.cause();
                meant.putIfAbsent(List.of(cause.obligation(), cause.step(), String.valueOf(cause.lastDay())), message);
            }
        }
        items.pointless(reasons);
        return new Content(List.copyOf(meant.values()), all, !taken.isEmpty());
    }

    /** A message that was sent waits again where its event came again after that was noted: it is not told twice. */
    private @Nullable String reason(Delivery delivery, Notification message, @Nullable Obligation now) {
        if (!delivery.asked() && !message.waitsOn(Channel.EMAIL)) {
            return "SENT_BEFORE";
        }
        var pointless = lastLook.pointless(message, now);
        return pointless == null ? lastLook.misplaced(message, now) : pointless;
    }
}
