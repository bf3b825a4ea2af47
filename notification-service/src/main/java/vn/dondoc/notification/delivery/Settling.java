package vn.dondoc.notification.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
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
    /** So long at most it leaves the database to what is being sent. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Deliveries deliveries;
    private final DigestItems items;
    private final Aggregates<Notification> notifications;
    private final DomainClock domainClock;
    private @Nullable Long stoodBackSince;

    Settling(Deliveries deliveries, DigestItems items, Aggregates<Notification> notifications, DomainClock domainClock) {
        this.deliveries = deliveries;
        this.items = items;
        this.notifications = notifications;
        this.domainClock = domainClock;
    }

    /** What has ended since: all of it, or while letters wait that could leave a part at a time, unless that has gone on for long. */
    void round() {
        for (var some = deliveries.unsettled(BATCH); !some.isEmpty(); some = deliveries.unsettled(BATCH)) {
            settle(some);
            if (isOthersTurn()) {
                return;
            }
        }
        stoodBackSince = null;
    }

    /** What waits to be sent goes first, but not for ever. */
    private boolean isOthersTurn() {
        if (!deliveries.isAnyDue(EnumSet.complementOf(EnumSet.of(Channel.INBOX)))) {
            stoodBackSince = null;
            return false;
        }
        var now = System.nanoTime();
        var since = stoodBackSince;
        if (since == null) {
            stoodBackSince = now;
            return true;
        }
        return now - since < LONGEST.toNanos();
    }

    /** Those, in as many round trips as one takes. */
    void settle(List<Delivery> ended) {
        var digests = ended.stream().filter(Delivery::digest).toList();
        var others = ended.stream().filter(delivery -> !delivery.digest()).toList();
        if (!digests.isEmpty()) {
            digests(digests);
        }
        others(others);
        if (!ended.isEmpty()) {
            deliveries.settled(ended.stream().map(Delivery::id).toList());
        }
    }

    private void others(List<Delivery> ended) {
        for (var delivery : ended) {
            var message = delivery.messages().getFirst();
            notifications.change(message, act(), state -> outcome(state, delivery, null));
            if (isUnreached(delivery)) {
                deliveries.nextTurn(message, domainClock.instant());
            }
        }
    }

    private void digests(List<Delivery> ended) {
        var of = new HashMap<String, Delivery>();
        var now = new ArrayList<Delivery>();
        var then = new ArrayList<Delivery>();
        for (var delivery : ended) {
            // what is in two of them is told of the one first, then of the other
            var isFirst = delivery.messages().stream().noneMatch(of::containsKey);
            (isFirst ? now : then).add(delivery);
            if (isFirst) {
                delivery.messages().forEach(message -> of.put(message, delivery));
            }
        }
        digests(now, of);
        if (!then.isEmpty()) {
            digests(then);
        }
    }

    private void digests(List<Delivery> ended, Map<String, Delivery> of) {
        var ids = ended.stream().map(Delivery::id).toList();
        var taken = items.of(ids);
        var late = new ArrayList<String>();
        for (var delivery : ended) {
            var others = new HashSet<>(taken.getOrDefault(delivery.id(), Map.of()).keySet());
            delivery.messages().forEach(others::remove);
            late.addAll(others);
        }
        if (!late.isEmpty()) {
            items.giveBackOnly(late);
        }
        for (int i = 0; i < TRIES && !told(of, taken); i++) {
            Thread.onSpinWait();
        }
        items.settled(ids);
    }

    /** Whether all are told; what another writer changed at the same time is told the next time round. */
    private boolean told(Map<String, Delivery> of, Map<String, Map<String, @Nullable String>> taken) {
        var waiting = notifications.list(new Query(Criteria.where("_id").in(of.keySet()))).stream()
                .filter(message -> message.state().waitsOn(Channel.EMAIL) || isSentAfterAll(message.state(), deliveryOf(message.state(), of))).toList();
        return waiting.size() == notifications.changeAll(waiting, act(), state -> {
            var delivery = deliveryOf(state, of);
            return outcome(state, delivery, taken.getOrDefault(delivery.id(), Map.of()).get(state.id().value()));
        });
    }

    private static Delivery deliveryOf(Notification message, Map<String, Delivery> of) {
        return Objects.requireNonNull(of.get(message.id().value()));
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
