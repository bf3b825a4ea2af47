package vn.dondoc.notification.intake;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.notification.delivery.Dispatch;
import vn.dondoc.notification.message.Messages;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.rule.Notice;
import vn.dondoc.notification.rule.Recipient;
import vn.dondoc.notification.rule.Recipients;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.time.DomainClock;

/** Makes the messages of a notice, and lets them out: all together or, where it stops in between, again without doubling any. */
@Component
public class Telling {

    private final Recipients recipients;
    private final Aggregates<Notification> notifications;
    private final Dispatch dispatch;
    private final Directory directory;
    private final DomainClock clock;

    Telling(Recipients recipients, Aggregates<Notification> notifications, Dispatch dispatch, Directory directory, DomainClock clock) {
        this.recipients = recipients;
        this.notifications = notifications;
        this.dispatch = dispatch;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The messages to whoever is to be told; none where nobody can be.
     *
     * @param after the obligation as the step left it
     * @param now as it is known now
     */
    public List<Aggregates.New<Notification>> of(Messages.Step step, Notice notice, Obligation after, Obligation now) {
        var today = clock.today();
        var mailboxes = new HashSet<String>();
        return recipients.of(notice, after, now).stream()
                .map(recipient -> Messages.of(step, firstAt(recipient, mailboxes) ? notice : notice.toInboxOnly(), recipient, after, now, today))
                .toList();
    }

    /** Positions that share a mailbox get one letter between them. */
    private boolean firstAt(Recipient recipient, Set<String> mailboxes) {
        return directory.position(recipient.position())
                .map(PositionState::mailbox)
                .map(mailbox -> mailboxes.add(mailbox.strip().toLowerCase(Locale.ROOT)))
                .orElse(true);
    }

    /** @param at domain time of what they tell */
    public void tell(Instant at, String correlation, List<Aggregates.New<Notification>> messages) {
        var act = new Act(Actor.system("intake"), at, correlation, null, null);
        notifications.createAll(act, messages);
        dispatch.add(messages.stream().map(message -> message.decision().state()).toList(), correlation);
    }
}
