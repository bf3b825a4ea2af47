package vn.dondoc.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.channel.Carriers;
import vn.dondoc.notification.channel.NotificationProperties;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.platform.time.DomainClock;

/**
 * Decides how messages leave: what is critical at once within the permitted hours, on one channel after the other while it stays unread; what is normal
 * with the digest of its day; what is for information stays in the inbox.
 */
@Component
public class Dispatch {

    private final Deliveries deliveries;
    private final DigestItems items;
    private final Carriers carriers;
    private final NotificationProperties properties;
    private final SendingHours hours;
    private final DomainClock domainClock;
    private final Clock systemClock;

    public Dispatch(Deliveries deliveries, DigestItems items, Carriers carriers, NotificationProperties properties, DomainClock domainClock, Clock systemClock) {
        this.deliveries = deliveries;
        this.items = items;
        this.carriers = carriers;
        this.properties = properties;
        this.hours = new SendingHours(properties.hours().from(), properties.hours().until());
        this.domainClock = domainClock;
        this.systemClock = systemClock;
    }

    /** Lets messages wait for their turn; those that wait already are left as they are. */
    public void add(List<Notification> messages, String correlation) {
        var leaving = messages.stream().filter(message -> message.urgency() != Urgency.INFORMATION)
                .filter(message -> message.sendings().stream().anyMatch(sending -> message.waitsOn(sending.channel()))).toList();
        items.add(leaving.stream().filter(this::comesWithDigest).toList());
        deliveries.add(leaving.stream().flatMap(message -> of(message, correlation).stream()).toList());
    }

    private boolean comesWithDigest(Notification message) {
        return properties.digests().enabled() && message.urgency() != Urgency.CRITICAL && message.channels().contains(Channel.EMAIL);
    }

    private List<Delivery> of(Notification message, String correlation) {
        var wanted = wanted(message);
        var there = wanted.stream().filter(carriers::isThere).toList();
        var skipped = wanted.stream().filter(channel -> !carriers.isThere(channel)).toList();
        if (there.isEmpty()) {
            return skipped.isEmpty() ? List.of() : List.of(skipped(message, skipped, correlation));
        }
        var planned = new ArrayList<Delivery>();
        var turn = domainClock.instant();
        for (var channel : there) {
            planned.add(planned(message, channel, hours.onOrAfter(turn), planned.isEmpty() ? skipped : List.of(), correlation));
            // another system is told beside the others, and not in their stead
            turn = channel == Channel.WEBHOOK ? turn : turn.plus(properties.unreadAfter());
        }
        return planned;
    }

    /** In the order in which they are tried. */
    private List<Channel> wanted(Notification message) {
        if (comesWithDigest(message)) {
            return message.channels().contains(Channel.WEBHOOK) ? List.of(Channel.WEBHOOK) : List.of();
        }
        return Stream.concat(Stream.of(Channel.WEBHOOK), properties.order().stream())
                .filter(channel -> message.channels().contains(channel))
                .filter(channel -> channel != Channel.SMS || message.urgency() == Urgency.CRITICAL)
                .distinct().toList();
    }

    private Delivery planned(Notification message, Channel channel, Instant turn, List<Channel> skipped, String correlation) {
        var held = turn.isAfter(domainClock.instant());
        return delivery(message, channel, held ? DeliveryState.HELD : DeliveryState.WAITING, null, held ? turn : null, skipped, correlation);
    }

    private Delivery skipped(Notification message, List<Channel> skipped, String correlation) {
        return delivery(message, skipped.getFirst(), DeliveryState.SKIPPED, "CHANNEL_NOT_CONFIGURED", null, skipped, correlation);
    }

    private Delivery delivery(
            Notification message, Channel channel, DeliveryState state, @Nullable String reason, @Nullable Instant heldUntil, List<Channel> skipped, String correlation) {
        var now = systemClock.instant();
        return new Delivery(
                idOf(message.id().value(), channel), false, channel, message.urgency(), message.province(), message.commune(), List.of(message.to().position()),
                List.of(message.id().value()), state, reason, skipped, now, state == DeliveryState.WAITING ? now : null, heldUntil,
                state.hasEnded() ? now : null, correlation, List.of());
    }

    /** Whether it is tried only because nobody read it on the one before. */
    boolean isFallback(Notification message, Channel channel) {
        return properties.order().stream().takeWhile(before -> before != channel)
                .anyMatch(before -> message.channels().contains(before) && carriers.isThere(before));
    }

    /** Where a digest goes that reaches nobody on that channel; nothing where there is no other way. */
    Optional<Channel> afterInDigests(Channel channel) {
        return properties.digests().channels().stream().dropWhile(one -> one != channel).skip(1).filter(carriers::isThere).findFirst();
    }

    /** When somebody may be disturbed next. */
    Instant permitted() {
        return hours.onOrAfter(domainClock.instant());
    }

    /** The same for the same message and channel; of letters the message's own, as it has been since there were letters only. */
    static String idOf(String message, Channel channel) {
        return channel == Channel.EMAIL ? message : message + "-" + channel.code();
    }
}
