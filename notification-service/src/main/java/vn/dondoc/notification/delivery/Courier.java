package vn.dondoc.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.channel.Answer;
import vn.dondoc.notification.channel.Carrier;
import vn.dondoc.notification.channel.Carriers;
import vn.dondoc.notification.channel.Parcel;
import vn.dondoc.notification.channel.Wording;
import vn.dondoc.notification.message.ChannelStatus;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.notification.template.TemplateBook;
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
    private final DigestContents contents;
    private final Dispatch dispatch;
    private final Insights insights;
    private final LastLook lastLook;
    private final Forwarding forwarding;
    private final Carriers carriers;
    private final TemplateBook templates;
    private final Ends ends;
    private final Settling settling;
    private final Patience patience;
    private final DomainClock domainClock;
    private final Clock systemClock;
    private final MeterRegistry registry;

    Courier(
            Deliveries deliveries,
            DigestItems items,
            DigestContents contents,
            Dispatch dispatch,
            Insights insights,
            LastLook lastLook,
            Forwarding forwarding,
            Carriers carriers,
            TemplateBook templates,
            Ends ends,
            Settling settling,
            Patience patience,
            DomainClock domainClock,
            Clock systemClock,
            MeterRegistry registry) {
        this.deliveries = deliveries;
        this.items = items;
        this.contents = contents;
        this.dispatch = dispatch;
        this.insights = insights;
        this.lastLook = lastLook;
        this.forwarding = forwarding;
        this.carriers = carriers;
        this.templates = templates;
        this.ends = ends;
        this.settling = settling;
        this.patience = patience;
        this.domainClock = domainClock;
        this.systemClock = systemClock;
        this.registry = registry;
        Gauge.builder("dondoc.letters.waiting", deliveries, Deliveries::waiting).description("Deliveries not sent yet").register(registry);
    }

    /** What all of them are about. */
    Insight look(List<Claimed> claims) {
        return insights.of(claims.stream().map(Claimed::delivery).toList());
    }

    /** One from beginning to end; what the provider answered, null where it was not asked. */
    @Nullable Answer deliver(Claimed claimed) {
        var outcome = attempt(claimed, look(List.of(claimed)));
        note(outcome).ifPresent(ended -> settling.settle(List.of(ended)));
        return outcome.answer();
    }

    /** Sends it if it is still meant; that it has ended is still to be noted. */
    Outcome attempt(Claimed claimed, Insight insight) {
        var outcome = new Outcome[] {Outcome.LATER};
        Correlation.with(claimed.delivery().correlation(), () -> outcome[0] = tried(claimed, insight));
        return outcome[0];
    }

    /** Notes that it has ended; those whose messages are to be told at once are answered, and digests are not. */
    Optional<Delivery> note(Outcome outcome) {
        var end = outcome.end();
        if (end == null || !ends.note(end)) {
            return Optional.empty();
        }
        count(end.claimed(), end.state() == DeliveryState.SENT ? "delivered" : end.state().code());
        return Optional.of(end.delivery()).filter(ended -> !ended.digest());
    }

    private Outcome tried(Claimed claimed, Insight insight) {
        var delivery = claimed.delivery();
        var permitted = dispatch.permitted();
        if (!delivery.asked() && permitted.isAfter(domainClock.instant())) {
            deliveries.hold(claimed, permitted);
            return Outcome.LATER;
        }
        return delivery.digest() ? digest(claimed, insight) : message(claimed, insight);
    }

    private Outcome message(Claimed claimed, Insight insight) {
        var delivery = claimed.delivery();
        var message = insight.message(delivery.messages().getFirst());
        if (message == null) {
            return end(claimed, DeliveryState.DROPPED, "MESSAGE_GONE", delivery.messages());
        }
        if (!delivery.asked() && message.on(delivery.channel()).filter(sending -> sending.status() == ChannelStatus.DELIVERED).isPresent()) {
            return end(claimed, DeliveryState.SENT, "SENT_BEFORE", delivery.messages());
        }
        var now = insight.obligation(message);
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
        if (!forwarding.forward(List.of(message), delivery.correlation()).isEmpty()) {
            deliveries.wentUp(delivery.id());
        }
        var misplaced = lastLook.misplaced(message, now);
        if (misplaced != null) {
            return end(claimed, DeliveryState.DROPPED, misplaced, delivery.messages());
        }
        // another system is told whatever people chose for themselves
        if (!delivery.asked() && delivery.channel() != Channel.WEBHOOK && lastLook.isMuted(delivery.positions(), delivery.urgency())) {
            return end(claimed, DeliveryState.DROPPED, "MUTED", delivery.messages());
        }
        return send(claimed, List.of(message), delivery.messages());
    }

    private Outcome digest(Claimed claimed, Insight insight) {
        var delivery = claimed.delivery();
        if (!lastLook.isFresh()) {
            return wait(claimed);
        }
        var content = contents.of(delivery, insight);
        if (content.meant().isEmpty()) {
            return end(claimed, DeliveryState.DROPPED, "NOTHING_LEFT", content.all());
        }
        if (!delivery.asked() && lastLook.isMuted(delivery.positions(), Urgency.NORMAL)) {
            return end(claimed, DeliveryState.DROPPED, "MUTED", content.all());
        }
        if (content.waiting() && !isTheOneOfToday(claimed)) {
            items.giveBack(List.of(delivery.id()));
            return end(claimed, DeliveryState.DROPPED, "NEXT_DIGEST", List.of());
        }
        return send(claimed, content.meant(), content.all());
    }

    /** A digest that was late belongs to the day it leaves: whoever got one that day already finds its messages in the next one. */
    private boolean isTheOneOfToday(Claimed claimed) {
        var today = domainClock.today().toString();
        var keys = claimed.delivery().once().stream().map(key -> today + key.substring(today.length())).toList();
        return keys.equals(claimed.delivery().once()) || deliveries.once(claimed, keys);
    }

    private Outcome send(Claimed claimed, List<Notification> messages, Collection<String> all) {
        var delivery = claimed.delivery();
        var carrier = carriers.of(delivery.channel());
        switch (lastLook.whereto(delivery.positions(), carrier.needs())) {
            case LastLook.Whereto.Nowhere(var reason) -> {
                return elsewhere(claimed, reason) ? Outcome.LATER : end(claimed, DeliveryState.DROPPED, reason, all);
            }
            case LastLook.Whereto.NotKnownNow _ -> {
                return wait(claimed);
            }
            case LastLook.Whereto.There there -> {
                if (carrier.needs() == Carrier.Needs.PHONE && !delivery.asked() && !delivery.digest() && !deliveries.once(claimed, keysOf(delivery, messages.getFirst(), there))) {
                    return end(claimed, DeliveryState.DROPPED, "TOLD_THE_PERSON", all);
                }
                if (!claimed.mayBegin()) {
                    return Outcome.LATER;
                }
                var parcel = new Parcel(delivery.id(), there.to(), there.address(), delivery.digest(), messages);
                return settle(claimed, parcel, carrier.send(parcel), all);
            }
        }
    }

    /** A person who holds two positions has one telephone. */
    private List<String> keysOf(Delivery delivery, Notification message, LastLook.Whereto.There there) {
        var cause = message.cause();
        return List.of(String.join("|", delivery.channel().code(), String.valueOf(there.to().holder()), cause.obligation(), cause.step(),
                String.valueOf(cause.lastDay()), String.valueOf(message.at().toEpochMilli())));
    }

    /** A digest that does not reach its reader on one channel goes on with the next one. */
    private boolean elsewhere(Claimed claimed, String reason) {
        var next = claimed.delivery().digest() && !reason.equals(LastLook.VACANT) ? dispatch.afterInDigests(claimed.delivery().channel()) : Optional.<Channel>empty();
        next.ifPresent(channel -> deliveries.moveTo(claimed, channel, reason));
        return next.isPresent();
    }

    private Outcome settle(Claimed claimed, Parcel parcel, Answer answer, Collection<String> all) {
        var end = switch (answer) {
            case Answer.Taken(var wording) -> sent(
                    claimed, Objects.requireNonNullElseGet(wording, () -> carriers.of(claimed.delivery().channel()).wording(parcel)), all);
            case Answer.Refused(var code) -> elsewhere(claimed, code) ? null : new End(claimed, DeliveryState.FAILED, code, all, null);
            case Answer.Away away when away.provider() -> later(claimed, Objects.requireNonNullElseGet(away.pause(), patience::afterOutage), away.code());
            case Answer.Away away -> {
                var pause = patience.next(claimed.delivery().tries(), claimed.delivery().queuedAt(), systemClock.instant(), ThreadLocalRandom.current());
                yield pause.isPresent() ? later(claimed, pause.get(), away.code()) : new End(claimed, DeliveryState.FAILED, away.code(), all, null);
            }
        };
        return new Outcome(answer, end);
    }

    private Outcome wait(Claimed claimed) {
        deliveries.again(claimed, DIRECTORY_PAUSE, "NOT_KNOWN_NOW");
        return Outcome.LATER;
    }

    private @Nullable End later(Claimed claimed, Duration pause, String code) {
        deliveries.again(claimed, pause, code);
        count(claimed, "postponed");
        return null;
    }

    private End sent(Claimed claimed, Wording wording, Collection<String> all) {
        return new End(claimed, DeliveryState.SENT, "SENT", all, new Delivery.Template(wording.key(), templates.use(wording)));
    }

    private static Outcome end(Claimed claimed, DeliveryState state, String code, Collection<String> all) {
        return new Outcome(null, new End(claimed, state, code, all, null));
    }

    private void count(Claimed claimed, String outcome) {
        registry.counter("dondoc.letters", "outcome", outcome, "channel", claimed.delivery().channel().code()).increment();
    }
}
