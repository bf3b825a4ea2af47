package vn.dondoc.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import vn.dondoc.notification.channel.Answer;
import vn.dondoc.notification.channel.Carrier;
import vn.dondoc.notification.channel.Parcel;
import vn.dondoc.notification.rule.Channel;

/** A provider that keeps what it gets, is down when a test says so, and sees workers die after its answer. */
final class Wire implements Carrier {

    /** @param doubtful the worker died before it could note the answer */
    record Sent(Instant at, Parcel parcel, boolean doubtful) {}

    final List<Sent> sent = new CopyOnWriteArrayList<>();
    volatile boolean down;
    /** The provider takes none of these addresses. */
    volatile Set<String> refused = Set.of();
    volatile Supplier<Boolean> dies = () -> false;
    private final Channel channel;
    private final Supplier<Instant> now;

    Wire(Channel channel, Supplier<Instant> now) {
        this.channel = channel;
        this.now = now;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public Needs needs() {
        return switch (channel) {
            case EMAIL -> Needs.MAILBOX;
            case WEBHOOK, INBOX -> Needs.NOTHING;
            case ZALO, SMS -> Needs.PHONE;
        };
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public Answer send(Parcel parcel) {
        if (down) {
            return new Answer.Away("MAIL_SERVER_AWAY", true, Duration.ofMillis(1));
        }
        if (refused.contains(parcel.address())) {
            return new Answer.Refused("NOT_REACHED");
        }
        var dead = dies.get();
        sent.add(new Sent(now.get(), parcel, dead));
        if (dead) {
            throw new Rig.Crash();
        }
        return new Answer.Taken();
    }
}
