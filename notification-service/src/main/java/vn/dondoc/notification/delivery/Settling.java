package vn.dondoc.notification.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.DomainClock;

/**
 * Tells the messages what became of their deliveries. Of digests some time after: what waits to be sent goes first, and what is noted at the delivery
 * is not lost.
 */
@Component
class Settling {

    private static final int BATCH = 50;
    private static final int TRIES = 3;

    private final Deliveries deliveries;
    private final DigestItems items;
    private final Aggregates<Notification> notifications;
    private final DomainClock domainClock;

    Settling(Deliveries deliveries, DigestItems items, Aggregates<Notification> notifications, DomainClock domainClock) {
        this.deliveries = deliveries;
        this.items = items;
        this.notifications = notifications;
        this.domainClock = domainClock;
    }

    /** All that has ended since. */
    void round() {
        for (var some = deliveries.unsettled(BATCH); !some.isEmpty(); some = deliveries.unsettled(BATCH)) {
            some.forEach(this::settle);
        }
    }

    void settle(Delivery delivery) {
        if (delivery.digest()) {
            digest(delivery);
        } else {
            var message = delivery.messages().getFirst();
            notifications.change(message, act(), state -> outcome(state, delivery, null));
            if (isUnreached(delivery)) {
                deliveries.nextTurn(message, domainClock.instant());
            }
        }
        deliveries.settled(delivery.id());
    }

    private void digest(Delivery delivery) {
        var taken = items.of(delivery.id());
        var late = new ArrayList<>(taken.keySet());
        late.removeAll(delivery.messages());
        if (!late.isEmpty()) {
            items.giveBackOnly(late);
        }
        for (int i = 0; i < TRIES && !told(delivery, taken); i++) {
            Thread.onSpinWait();
        }
        items.settled(delivery.id());
    }

    /** Whether all are told; what another writer changed at the same time is told the next time round. */
    private boolean told(Delivery delivery, Map<String, @Nullable String> taken) {
        var waiting = notifications.list(new Query(Criteria.where("_id").in(delivery.messages()))).stream()
                .filter(message -> message.state().waitsOn(Channel.EMAIL) || isSentAfterAll(message.state(), delivery)).toList();
        return waiting.size() == notifications.changeAll(waiting, act(), state -> outcome(state, delivery, taken.get(state.id().value())));
    }

    private static boolean isSentAfterAll(Notification message, Delivery delivery) {
        return delivery.asked() && delivery.state() == DeliveryState.SENT
                && !(message.delivered(delivery.channel()) instanceof Decision.Unchanged<Notification>);
    }

    private static Decision<Notification> outcome(Notification message, Delivery delivery, @Nullable String pointless) {
        var channel = delivery.channel();
        var reason = Objects.requireNonNullElse(delivery.reason(), "SENT");
        if (pointless != null) {
            return message.dropped(delivery.digest() ? Channel.EMAIL : channel, pointless);
        }
        if (delivery.digest() && channel != Channel.EMAIL) {
            return message.onAnother(channel, Objects.requireNonNullElse(delivery.moved(), LastLook.NO_MAILBOX), delivery.state() == DeliveryState.SENT ? null : reason);
        }
        return switch (delivery.state()) {
            case SENT -> message.delivered(channel);
            case FAILED -> message.failed(channel, reason);
            case DROPPED, CANCELLED, SKIPPED -> message.dropped(channel, reason);
            case GATHERING, HELD, WAITING -> Decision.unchanged();
        };
    }

    /** Nothing arrived, and not because it is pointless. */
    private static boolean isUnreached(Delivery delivery) {
        return delivery.state() == DeliveryState.FAILED || delivery.state() == DeliveryState.SKIPPED
                || delivery.state() == DeliveryState.DROPPED && List.of(LastLook.NO_MAILBOX, "NO_PHONE", LastLook.VACANT).contains(delivery.reason());
    }

    private Act act() {
        return Act.bySystem("courier", domainClock.instant());
    }
}
