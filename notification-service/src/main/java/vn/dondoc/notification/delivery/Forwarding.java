package vn.dondoc.notification.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.message.Meaning;
import vn.dondoc.notification.message.Messages;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.obligation.Obligations;
import vn.dondoc.notification.rule.Notice;
import vn.dondoc.notification.rule.Recipients;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Correlation;

/**
 * Recipients are decided when a message is sent: where whoever was meant has left since it was written, or is away, those hear of the step who are to hear of it
 * now – a new holder, a deputy, else the next above. Each of them once, however many positions of the unit were left, and never who was told already.
 */
@Component
public class Forwarding {

    private static final int BATCH = 500;

    private final LastLook lastLook;
    private final Recipients recipients;
    private final Obligations obligations;
    private final Aggregates<Notification> notifications;
    private final DigestItems items;
    private final Dispatch dispatch;
    private final DomainClock clock;

    Forwarding(
            LastLook lastLook, Recipients recipients, Obligations obligations, Aggregates<Notification> notifications, DigestItems items, Dispatch dispatch,
            DomainClock clock) {
        this.lastLook = lastLook;
        this.recipients = recipients;
        this.obligations = obligations;
        this.notifications = notifications;
        this.items = items;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /** Before digests are put together: what waits for positions that were left comes into the digests of those who are told instead. */
    public void waitingFor(Collection<PositionId> positions, Instant until) {
        var left = positions.stream().filter(lastLook::isLeft).toList();
        var waiting = left.isEmpty() ? List.<String>of() : items.waitingFor(left, until);
        for (int from = 0; from < waiting.size(); from += BATCH) {
            var some = waiting.subList(from, Math.min(from + BATCH, waiting.size()));
            forward(notifications.list(new Query(Criteria.where("_id").in(some))).stream().map(Versioned::state).toList(), Correlation.fresh());
        }
    }

    /**
     * Tells those who are to be told instead of positions that were left; the others are left alone.
     *
     * @return the messages that go up to the next above, since nobody of the unit holds a position that is meant
     */
    Set<String> forward(List<Notification> messages, String correlation) {
        var left = messages.stream().filter(message -> !message.to().isVacant() && lastLook.isLeft(message.to().position())).toList();
        if (left.isEmpty()) {
            return Set.of();
        }
        var known = obligations.find(left.stream().map(Forwarding::obligation).distinct().toList());
        var wanted = new LinkedHashMap<String, Aggregates.New<Notification>>();
        var up = new HashSet<String>();
        for (var message : left) {
            var now = known.get(obligation(message));
            if (now != null && Meaning.lost(message.cause(), now.obligation(), clock.today()).isEmpty()) {
                for (var recipient : recipients.of(noticeOf(message), now.obligation(), now.obligation())) {
                    if (!recipient.position().equals(message.to().position())) {
                        var made = Messages.forwarded(message, recipient);
                        wanted.putIfAbsent(made.id(), made);
                        if (recipient.insteadOf() != null) {
                            up.add(message.id().value());
                        }
                    }
                }
            }
        }
        tell(wanted, correlation);
        return up;
    }

    private void tell(Map<String, Aggregates.New<Notification>> wanted, String correlation) {
        var told = told(wanted.values().stream().map(one -> one.decision().state()).toList());
        var making = wanted.values().stream().filter(one -> told.getOrDefault(step(one.decision().state()), one.id()).equals(one.id())).toList();
        if (!making.isEmpty()) {
            notifications.createAll(new Act(Actor.system("courier"), clock.instant(), correlation, null, null), making);
            dispatch.add(making.stream().map(one -> one.decision().state()).toList(), correlation);
        }
    }

    /** Who was told of the same step before, and by which message. */
    private Map<String, String> told(List<Notification> wanted) {
        var told = new HashMap<String, String>();
        if (!wanted.isEmpty()) {
            notifications.list(new Query(Criteria.where("to.position").in(wanted.stream().map(one -> one.to().position().value()).collect(Collectors.toSet()))
                            .and("inbox").in("DELIVERED", "DROPPED").and("at").in(wanted.stream().map(Notification::at).collect(Collectors.toSet()))))
                    .forEach(found -> told.put(step(found.state()), found.id()));
        }
        return told;
    }

    private static String step(Notification message) {
        return String.join("|", obligation(message), message.cause().step(), String.valueOf(message.at().toEpochMilli()), message.to().position().value());
    }

    private static String obligation(Notification message) {
        return Obligation.key(message.cause().kind(), message.cause().obligation());
    }

    private static Notice noticeOf(Notification message) {
        return new Notice(
                message.cause().occasion(), message.cause().number(), false, message.about().days(), message.urgency(), Set.copyOf(message.channels()),
                List.of(message.to().audience()));
    }
}
