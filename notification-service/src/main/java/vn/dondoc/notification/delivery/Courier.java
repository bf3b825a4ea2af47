package vn.dondoc.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.channel.Answer;
import vn.dondoc.notification.channel.Carrier;
import vn.dondoc.notification.channel.Carriers;
import vn.dondoc.notification.channel.Parcel;
import vn.dondoc.notification.message.ChannelStatus;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.obligation.Known;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.obligation.Obligations;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Correlation;

/**
 * Takes one claimed delivery to its end, or back into the queue. What became of it is noted before the messages are told; dying between the provider's
 * answer and the note costs at most one doubtful second message with the same id.
 */
@Component
class Courier {

    private static final Duration DIRECTORY_PAUSE = Duration.ofSeconds(5);

    private final Deliveries deliveries;
    private final DigestItems items;
    private final Dispatch dispatch;
    private final Aggregates<Notification> notifications;
    private final Obligations obligations;
    private final LastLook lastLook;
    private final Carriers carriers;
    private final Settling settling;
    private final Patience patience;
    private final DomainClock domainClock;
    private final Clock systemClock;
    private final MeterRegistry registry;

    Courier(
            Deliveries deliveries,
            DigestItems items,
            Dispatch dispatch,
            Aggregates<Notification> notifications,
            Obligations obligations,
            LastLook lastLook,
            Carriers carriers,
            Settling settling,
            Patience patience,
            DomainClock domainClock,
            Clock systemClock,
            MeterRegistry registry) {
        this.deliveries = deliveries;
        this.items = items;
        this.dispatch = dispatch;
        this.notifications = notifications;
        this.obligations = obligations;
        this.lastLook = lastLook;
        this.carriers = carriers;
        this.settling = settling;
        this.patience = patience;
        this.domainClock = domainClock;
        this.systemClock = systemClock;
        this.registry = registry;
        Gauge.builder("dondoc.letters.waiting", deliveries, Deliveries::waiting).description("Deliveries not sent yet").register(registry);
    }

    /** What the provider answered; null where it was not asked. */
    @Nullable Answer deliver(Claimed claimed) {
        var answer = new Answer[1];
        Correlation.with(claimed.delivery().correlation(), () -> answer[0] = attempt(claimed));
        return answer[0];
    }

    private @Nullable Answer attempt(Claimed claimed) {
        var delivery = claimed.delivery();
        var permitted = dispatch.permitted();
        if (!delivery.asked() && permitted.isAfter(domainClock.instant())) {
            deliveries.hold(claimed, permitted);
            return null;
        }
        return delivery.digest() ? digest(claimed) : message(claimed);
    }

    private @Nullable Answer message(Claimed claimed) {
        var delivery = claimed.delivery();
        var message = notifications.find(delivery.messages().getFirst()).map(Versioned::state).orElse(null);
        if (message == null) {
            return end(claimed, DeliveryState.DROPPED, "MESSAGE_GONE", delivery.messages());
        }
        if (!delivery.asked() && message.on(delivery.channel()).filter(sending -> sending.status() == ChannelStatus.DELIVERED).isPresent()) {
            return end(claimed, DeliveryState.SENT, "SENT_BEFORE", delivery.messages());
        }
        var now = obligations.find(message.cause().kind(), message.cause().obligation()).orElse(null);
        var pointless = lastLook.pointless(message, now);
        if (pointless != null) {
            return end(claimed, DeliveryState.DROPPED, pointless, delivery.messages());
        }
        if (!delivery.asked() && !message.unread() && dispatch.isFallback(message, delivery.channel())) {
            return end(claimed, DeliveryState.DROPPED, "READ", delivery.messages());
        }
        if (!lastLook.isFresh()) {
            return wait(claimed);
        }
        var misplaced = lastLook.misplaced(message, now);
        if (misplaced != null) {
            return end(claimed, DeliveryState.DROPPED, misplaced, delivery.messages());
        }
        return send(claimed, List.of(message), delivery.messages());
    }

    /** What was fulfilled meanwhile is not in it, and what one person is told in two positions is in it once. */
    private @Nullable Answer digest(Claimed claimed) {
        var delivery = claimed.delivery();
        if (!lastLook.isFresh()) {
            return wait(claimed);
        }
        var taken = items.of(delivery.id());
        var all = taken.isEmpty() ? delivery.messages() : List.copyOf(taken.keySet());
        var messages = notifications.list(new Query(Criteria.where("_id").in(all))).stream().map(Versioned::state).toList();
        var known = obligations.find(messages.stream().map(message -> Obligation.key(message.cause().kind(), message.cause().obligation())).distinct().toList());
        var reasons = new HashMap<String, String>();
        var meant = new LinkedHashMap<List<Object>, Notification>();
        for (var message : messages) {
            var reason = reason(delivery, message, known.get(Obligation.key(message.cause().kind(), message.cause().obligation())));
            if (reason != null) {
                reasons.put(message.id().value(), reason);
            } else if (taken.get(message.id().value()) == null) {
                var cause = message.cause();
                meant.putIfAbsent(List.of(cause.obligation(), cause.step(), String.valueOf(cause.lastDay())), message);
            }
        }
        items.pointless(reasons);
        if (meant.isEmpty()) {
            return end(claimed, DeliveryState.DROPPED, "NOTHING_LEFT", all);
        }
        if (!taken.isEmpty() && !isTheOneOfToday(claimed)) {
            items.giveBack(List.of(delivery.id()));
            return end(claimed, DeliveryState.DROPPED, "NEXT_DIGEST", List.of());
        }
        return send(claimed, List.copyOf(meant.values()), all);
    }

    /** A message that was sent waits again where its event came again after that was noted: it is not told twice. */
    private @Nullable String reason(Delivery delivery, Notification message, @Nullable Known known) {
        if (!delivery.asked() && !message.waitsOn(delivery.channel())) {
            return "SENT_BEFORE";
        }
        var now = known == null ? null : known.obligation();
        var pointless = lastLook.pointless(message, now);
        return pointless == null ? lastLook.misplaced(message, now) : pointless;
    }

    /** A digest that was late belongs to the day it leaves: whoever got one that day already finds its messages in the next one. */
    private boolean isTheOneOfToday(Claimed claimed) {
        var today = domainClock.today().toString();
        var keys = claimed.delivery().once().stream().map(key -> today + key.substring(today.length())).toList();
        return keys.equals(claimed.delivery().once()) || deliveries.once(claimed, keys);
    }

    private @Nullable Answer send(Claimed claimed, List<Notification> messages, Collection<String> all) {
        var delivery = claimed.delivery();
        var carrier = carriers.of(delivery.channel());
        switch (lastLook.whereto(delivery.positions(), carrier.needs())) {
            case LastLook.Whereto.Nowhere(var reason) -> {
                return end(claimed, DeliveryState.DROPPED, reason, all);
            }
            case LastLook.Whereto.NotKnownNow _ -> {
                return wait(claimed);
            }
            case LastLook.Whereto.There there -> {
                if (carrier.needs() == Carrier.Needs.PHONE && !delivery.asked() && !deliveries.once(claimed, keysOf(delivery, messages.getFirst(), there))) {
                    return end(claimed, DeliveryState.DROPPED, "TOLD_THE_PERSON", all);
                }
                return settle(claimed, carrier.send(new Parcel(delivery.id(), there.to(), there.address(), delivery.digest(), messages)), all);
            }
        }
    }

    /** A person who holds two positions has one telephone. */
    private List<String> keysOf(Delivery delivery, Notification message, LastLook.Whereto.There there) {
        var cause = message.cause();
        return List.of(String.join("|", delivery.channel().code(), String.valueOf(there.to().holder()), cause.obligation(), cause.step(),
                String.valueOf(cause.lastDay()), String.valueOf(message.at().toEpochMilli())));
    }

    private Answer settle(Claimed claimed, Answer answer, Collection<String> all) {
        switch (answer) {
            case Answer.Taken _ -> end(claimed, DeliveryState.SENT, "SENT", all);
            case Answer.Refused(var code) -> end(claimed, DeliveryState.FAILED, code, all);
            case Answer.Away away when away.provider() -> later(claimed, Objects.requireNonNullElseGet(away.pause(), patience::afterOutage), away.code());
            case Answer.Away away -> patience.next(claimed.delivery().tries(), claimed.delivery().queuedAt(), systemClock.instant(), ThreadLocalRandom.current())
                    .ifPresentOrElse(pause -> later(claimed, pause, away.code()), () -> end(claimed, DeliveryState.FAILED, away.code(), all));
        }
        return answer;
    }

    private @Nullable Answer wait(Claimed claimed) {
        deliveries.again(claimed, DIRECTORY_PAUSE, "NOT_KNOWN_NOW");
        return null;
    }

    private void later(Claimed claimed, Duration pause, String code) {
        deliveries.again(claimed, pause, code);
        count(claimed, "postponed");
    }

    private @Nullable Answer end(Claimed claimed, DeliveryState state, String code, Collection<String> all) {
        if (deliveries.end(claimed, state, code, all)) {
            count(claimed, state == DeliveryState.SENT ? "delivered" : state.code());
            if (!claimed.delivery().digest()) {
                settling.settle(claimed.delivery().ended(state, code));
            }
        }
        return null;
    }

    private void count(Claimed claimed, String outcome) {
        registry.counter("dondoc.letters", "outcome", outcome, "channel", claimed.delivery().channel().code()).increment();
    }
}
