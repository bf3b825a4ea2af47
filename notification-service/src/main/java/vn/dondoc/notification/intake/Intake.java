package vn.dondoc.notification.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.notification.delivery.Dispatch;
import vn.dondoc.notification.message.Messages;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.obligation.Known;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.obligation.Obligations;
import vn.dondoc.notification.rule.Notice;
import vn.dondoc.notification.rule.Recipient;
import vn.dondoc.notification.rule.Recipients;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Correlation;

/**
 * Takes a batch of events: first what is known of their obligations, then the messages, then the letters, last the note that the
 * events were told. Whatever stops it in between, the next try finishes it and doubles nothing.
 */
@Component
class Intake {

    private final Obligations obligations;
    private final Recipients recipients;
    private final Aggregates<Notification> notifications;
    private final Dispatch dispatch;
    private final Directory directory;
    private final DomainClock clock;

    Intake(
            Obligations obligations,
            Recipients recipients,
            Aggregates<Notification> notifications,
            Dispatch dispatch,
            Directory directory,
            DomainClock clock) {
        this.obligations = obligations;
        this.recipients = recipients;
        this.notifications = notifications;
        this.dispatch = dispatch;
        this.directory = directory;
        this.clock = clock;
    }

    /** How messages of one origin are written together. */
    private record Origin(String correlation, Instant at) {

        static Origin of(Received received) {
            var correlation = received.correlation();
            return new Origin(correlation == null ? Correlation.fresh() : correlation, received.at());
        }
    }

    /**
     * Tells what the events are to be told as.
     *
     * @return those that nobody could be told of yet
     * @throws IllegalStateException while the copy of the organisation is not up to date; to be tried again
     */
    List<Received> take(List<Received> batch) {
        if (!directory.isFresh()) {
            throw new IllegalStateException("The organisation is not up to date, so nobody can be addressed yet");
        }
        var occurrences = batch.stream().flatMap(received -> Occurrence.of(received).stream()).toList();
        var known = known(occurrences);
        var messages = new LinkedHashMap<Origin, List<Aggregates.New<Notification>>>();
        var told = new HashMap<String, Set<String>>();
        var unaddressed = new ArrayList<Received>();
        for (var occurrence : occurrences) {
            var now = Objects.requireNonNull(known.get(occurrence.key()));
            var notice = occurrence.notice();
            if (notice.isPresent() && !now.told().contains(occurrence.received().id())) {
                var made = messages(occurrence, notice.get(), now.obligation());
                if (made.isEmpty()) {
                    unaddressed.add(occurrence.received());
                } else {
                    messages.computeIfAbsent(Origin.of(occurrence.received()), _ -> new ArrayList<>()).addAll(made);
                    told.computeIfAbsent(occurrence.key(), _ -> new HashSet<>()).add(occurrence.received().id());
                }
            }
        }
        messages.forEach(this::write);
        obligations.told(told);
        return unaddressed;
    }

    private List<Aggregates.New<Notification>> messages(Occurrence occurrence, Notice notice, Obligation now) {
        var today = clock.today();
        var mailboxes = new HashSet<String>();
        return recipients.of(notice, occurrence.after(), now).stream()
                .map(recipient -> Messages.of(
                        occurrence.received(), firstAt(recipient, mailboxes) ? notice : notice.toInboxOnly(), recipient,
                        occurrence.after(), now, today))
                .toList();
    }

    /** Positions that share a mailbox get one letter between them. */
    private boolean firstAt(Recipient recipient, Set<String> mailboxes) {
        return directory.position(recipient.position())
                .map(PositionState::mailbox)
                .map(mailbox -> mailboxes.add(mailbox.strip().toLowerCase(Locale.ROOT)))
                .orElse(true);
    }

    private Map<String, Known> known(List<Occurrence> occurrences) {
        var known = new HashMap<>(obligations.find(occurrences.stream().map(Occurrence::key).distinct().toList()));
        var newer = new HashMap<String, Known>();
        for (var occurrence : occurrences) {
            var before = known.get(occurrence.key());
            if (before == null || before.sequence() < occurrence.order()) {
                var after = new Known(
                        occurrence.on(before == null ? null : before.obligation()),
                        occurrence.order(),
                        before == null ? Set.of() : before.told());
                known.put(occurrence.key(), after);
                newer.put(occurrence.key(), after);
            }
        }
        obligations.apply(newer.values());
        return known;
    }

    private void write(Origin origin, List<Aggregates.New<Notification>> messages) {
        var act = new Act(Actor.system("intake"), origin.at(), origin.correlation(), null, null);
        notifications.createAll(act, messages);
        dispatch.add(messages.stream().map(message -> message.decision().state()).toList(), origin.correlation());
    }
}
