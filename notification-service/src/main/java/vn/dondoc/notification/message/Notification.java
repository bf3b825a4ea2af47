package vn.dondoc.notification.message;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.NotificationEvent;
import vn.dondoc.contracts.event.NotificationEvent.NotificationDelivered;
import vn.dondoc.contracts.event.NotificationEvent.NotificationDropped;
import vn.dondoc.contracts.event.NotificationEvent.NotificationFailed;
import vn.dondoc.contracts.event.NotificationEvent.NotificationQueued;
import vn.dondoc.contracts.event.NotificationEvent.NotificationRead;
import vn.dondoc.contracts.id.NotificationId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.rule.Recipient;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/**
 * One message to one position about one step, in the inbox and, where the rule says so, by e-mail.
 *
 * @param at domain time of the step
 * @param inbox delivered when it is shown there, dropped when it was pointless from the start
 * @param unread shown and not read yet
 * @param email null where no e-mail belongs to it
 * @param reason why the e-mail failed or was dropped, a stable code
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
        @Nullable String reason) {

    private static final String INBOX = "inbox";
    private static final String EMAIL = "email";

    /** In the inbox at once; the e-mail waits for its turn. */
    Decision.Accepted<Notification> tell() {
        var told = with(ChannelStatus.DELIVERED, true, email, reason);
        var facts = new ArrayList<Fact>();
        facts.add(fact(new NotificationDelivered(delivery(INBOX))));
        if (email != null) {
            facts.add(fact(new NotificationQueued(delivery(EMAIL))));
        }
        return new Decision.Accepted<>(told, facts);
    }

    /** Pointless already when its event arrived: kept, and shown to nobody. */
    Decision.Accepted<Notification> dropAtOnce(String why) {
        var facts = new ArrayList<Fact>();
        facts.add(fact(new NotificationDropped(delivery(INBOX), why)));
        if (email != null) {
            facts.add(fact(new NotificationDropped(delivery(EMAIL), why)));
        }
        var after = email == null ? null : ChannelStatus.DROPPED;
        return new Decision.Accepted<>(with(ChannelStatus.DROPPED, false, after, why), facts);
    }

    public boolean waitsForEmail() {
        return email == ChannelStatus.QUEUED;
    }

    public Decision<Notification> delivered() {
        return waitsForEmail()
                ? Decision.accept(with(inbox, unread, ChannelStatus.DELIVERED, null), fact(new NotificationDelivered(delivery(EMAIL))))
                : Decision.unchanged();
    }

    public Decision<Notification> failed(String why) {
        return waitsForEmail()
                ? Decision.accept(with(inbox, unread, ChannelStatus.FAILED, why), fact(new NotificationFailed(delivery(EMAIL), why)))
                : Decision.unchanged();
    }

    public Decision<Notification> dropped(String why) {
        return waitsForEmail()
                ? Decision.accept(with(inbox, unread, ChannelStatus.DROPPED, why), fact(new NotificationDropped(delivery(EMAIL), why)))
                : Decision.unchanged();
    }

    /** @param when domain time */
    public Decision<Notification> read(Instant when) {
        if (!unread) {
            return Decision.unchanged();
        }
        // As exact as it is stored, so that every answer names the same moment
        var moment = when.truncatedTo(ChronoUnit.MILLIS);
        var read = new Notification(id, province, commune, to, cause, urgency, about, at, inbox, false, moment, email, reason);
        return Decision.accept(read, fact(new NotificationRead(delivery(INBOX))));
    }

    private Notification with(ChannelStatus inInbox, boolean notRead, @Nullable ChannelStatus byEmail, @Nullable String why) {
        return new Notification(id, province, commune, to, cause, urgency, about, at, inInbox, notRead, readAt, byEmail, why);
    }

    private NotificationEvent.Delivery delivery(String channel) {
        return new NotificationEvent.Delivery(id, province, commune, to.position(), cause.obligation(), cause.step(), channel);
    }

    private Fact fact(NotificationEvent event) {
        return Fact.of(event, to.position());
    }
}
