package vn.dondoc.notification.message;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.NotificationEvent;
import vn.dondoc.contracts.event.NotificationEvent.NotificationDelivered;
import vn.dondoc.contracts.event.NotificationEvent.NotificationDropped;
import vn.dondoc.contracts.event.NotificationEvent.NotificationFailed;
import vn.dondoc.contracts.event.NotificationEvent.NotificationQueued;
import vn.dondoc.contracts.event.NotificationEvent.NotificationRead;
import vn.dondoc.contracts.id.NotificationId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Recipient;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/**
 * One message to one position about one step, in the inbox and on the other channels that its rule allows.
 *
 * @param at domain time of the step
 * @param inbox delivered when it is shown there, dropped when it was pointless from the start
 * @param unread shown and not read yet
 * @param email of messages that were written when there were letters only; read as a sending, null since
 * @param reason of the same, why the letter failed or was dropped
 * @param channels that the rule allows, in the order in which they are tried
 * @param sendings how it fares on those of them, besides the inbox, that were made use of
 */
public record Notification(
        NotificationId id,
        UnitId province,
        UnitId commune,
        Recipient to,
        Cause cause,
        Urgency urgency,
        Particulars about,
        Instant at,
        ChannelStatus inbox,
        boolean unread,
        @Nullable Instant readAt,
        @Nullable ChannelStatus email,
        @Nullable String reason,
        List<Channel> channels,
        List<Sending> sendings) {

    private static final Comparator<Sending> BY_CHANNEL = Comparator.comparing(Sending::channel);

    public Notification {
        if (channels == null || sendings == null) {
            channels = email == null ? List.of(Channel.INBOX) : List.of(Channel.INBOX, Channel.EMAIL);
            sendings = email == null ? List.of() : List.of(new Sending(Channel.EMAIL, email, reason));
            email = null;
            reason = null;
        }
        channels = List.copyOf(channels);
        sendings = List.copyOf(sendings);
    }

    /** In the inbox at once; on the first of the other channels it waits for its turn. */
    Decision.Accepted<Notification> tell() {
        var facts = new ArrayList<Fact>();
        facts.add(fact(new NotificationDelivered(delivery(Channel.INBOX))));
        firstBesidesInbox().ifPresent(channel -> facts.add(fact(new NotificationQueued(delivery(channel)))));
        return new Decision.Accepted<>(with(ChannelStatus.DELIVERED, true, readAt, first(ChannelStatus.QUEUED, null)), facts);
    }

    /** Pointless already when its event arrived: kept, and shown to nobody. */
    Decision.Accepted<Notification> dropAtOnce(String why) {
        var facts = new ArrayList<Fact>();
        facts.add(fact(new NotificationDropped(delivery(Channel.INBOX), why)));
        firstBesidesInbox().ifPresent(channel -> facts.add(fact(new NotificationDropped(delivery(channel), why))));
        return new Decision.Accepted<>(with(ChannelStatus.DROPPED, false, readAt, first(ChannelStatus.DROPPED, why)), facts);
    }

    private List<Sending> first(ChannelStatus status, @Nullable String why) {
        return firstBesidesInbox().map(channel -> new Sending(channel, status, why)).stream().toList();
    }

    private Optional<Channel> firstBesidesInbox() {
        return channels.stream().filter(channel -> channel != Channel.INBOX).findFirst();
    }

    /** Whether it is still to be sent there. */
    public boolean waitsOn(Channel channel) {
        return on(channel).filter(sending -> sending.status() == ChannelStatus.QUEUED).isPresent();
    }

    /** Where it stands on a channel; nothing where that was not made use of. */
    public Optional<Sending> on(Channel channel) {
        return sendings.stream().filter(sending -> sending.channel() == channel).findFirst();
    }

    /** For good; what failed or was dropped is sent after all when somebody asks for it. */
    public Decision<Notification> delivered(Channel channel) {
        return on(channel).filter(sending -> sending.status() == ChannelStatus.DELIVERED).isPresent()
                ? Decision.unchanged()
                : Decision.accept(settled(channel, ChannelStatus.DELIVERED, null), fact(new NotificationDelivered(delivery(channel))));
    }

    public Decision<Notification> failed(Channel channel, String why) {
        return isSettledOn(channel)
                ? Decision.unchanged()
                : Decision.accept(settled(channel, ChannelStatus.FAILED, why), fact(new NotificationFailed(delivery(channel), why)));
    }

    /** Where it waited to be sent; that another channel was not needed is nothing to tell. */
    public Decision<Notification> dropped(Channel channel, String why) {
        return !waitsOn(channel)
                ? Decision.unchanged()
                : Decision.accept(settled(channel, ChannelStatus.DROPPED, why), fact(new NotificationDropped(delivery(channel), why)));
    }

    /**
     * What was meant for the mailbox came on another channel, or nowhere.
     *
     * @param moved why it did not reach the mailbox
     * @param why it came nowhere; null where it came
     */
    public Decision<Notification> onAnother(Channel channel, String moved, @Nullable String why) {
        if (why == null && on(channel).filter(sending -> sending.status() == ChannelStatus.DELIVERED).isPresent()) {
            return Decision.unchanged();
        }
        var facts = new ArrayList<Fact>();
        var settled = this;
        if (waitsOn(Channel.EMAIL)) {
            settled = settled.settled(Channel.EMAIL, ChannelStatus.DROPPED, moved);
            facts.add(fact(new NotificationDropped(delivery(Channel.EMAIL), moved)));
        }
        if (why == null) {
            settled = settled.settled(channel, ChannelStatus.DELIVERED, null);
            facts.add(fact(new NotificationDelivered(delivery(channel))));
        } else if (!isSettledOn(channel)) {
            settled = settled.settled(channel, ChannelStatus.FAILED, why);
            facts.add(fact(new NotificationFailed(delivery(channel), why)));
        }
        return facts.isEmpty() ? Decision.unchanged() : new Decision.Accepted<>(settled, facts);
    }

    private boolean isSettledOn(Channel channel) {
        return on(channel).filter(sending -> sending.status() != ChannelStatus.QUEUED).isPresent();
    }

    private Notification settled(Channel channel, ChannelStatus status, @Nullable String why) {
        var others = sendings.stream().filter(sending -> sending.channel() != channel);
        return with(inbox, unread, readAt, Stream.concat(others, Stream.of(new Sending(channel, status, why))).sorted(BY_CHANNEL).toList());
    }

    /** @param when domain time */
    public Decision<Notification> read(Instant when) {
        if (!unread) {
            return Decision.unchanged();
        }
        // As exact as it is stored, so that every answer names the same moment
        var read = with(inbox, false, when.truncatedTo(ChronoUnit.MILLIS), sendings);
        return Decision.accept(read, fact(new NotificationRead(delivery(Channel.INBOX))));
    }

    private Notification with(ChannelStatus inInbox, boolean notRead, @Nullable Instant readOn, List<Sending> elsewhere) {
        return new Notification(id, province, commune, to, cause, urgency, about, at, inInbox, notRead, readOn, email, reason, channels, elsewhere);
    }

    private NotificationEvent.Delivery delivery(Channel channel) {
        return new NotificationEvent.Delivery(id, province, commune, to.position(), cause.obligation(), cause.step(), channel.code());
    }

    private Fact fact(NotificationEvent event) {
        return Fact.of(event, to.position());
    }
}
