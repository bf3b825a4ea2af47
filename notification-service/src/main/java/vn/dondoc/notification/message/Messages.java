package vn.dondoc.notification.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.EventTypes;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.NotificationId;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.rule.Notice;
import vn.dondoc.notification.rule.Recipient;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.history.Aggregates;

/** Makes the message of a notice to a recipient. */
public final class Messages {

    /** Part of every id since there were letters: all channels share one message. */
    private static final String CHANNELS = "inbox-email";

    private Messages() {}

    /**
     * What happened, as messages need it.
     *
     * @param type of the event, or of the fact
     * @param id of the same
     * @param at domain time
     * @param daysLate at a step of escalation; null elsewhere
     */
    public record Step(String type, String id, Instant at, @Nullable Integer daysLate) {

        /** Of an event that arrived. */
        public static Step of(Received received) {
            var late = received.event() instanceof TaskEvent.TaskEscalated escalated ? escalated.daysLate() : null;
            return new Step(EventTypes.nameOf(received.event().getClass()), received.id(), received.at(), late);
        }
    }

    /**
     * The message, told or dropped by what is known now. Its id is the same whenever it is made: of the obligation, the step, the last
     * day it counts to (or the event, for what happens again and again), the channels and the position.
     *
     * @param then the obligation as the event left it
     * @param now the obligation as of the newest event known
     * @param today by the domain clock
     */
    public static Aggregates.New<Notification> of(
            Step step, Notice notice, Recipient to, Obligation then, Obligation now, LocalDate today) {
        var cause = new Cause(
                then.kind(), then.ref(), step.type(), notice.number(), notice.occasion(), countedTo(notice, then));
        var about = new Particulars(then.title(), then.plan(), then.responsible(), then.period(), notice.days());
        var id = Ids.derived(
                "notification", then.key(), cause.step(), occurrence(notice, then, step), CHANNELS, to.position().value());
        var message = new Notification(
                new NotificationId(id), then.province(), then.commune(), to, cause, notice.urgency(), about, step.at(),
                ChannelStatus.QUEUED, false, null, null, null, notice.channels().stream().sorted().toList(), List.of());
        var lost = notice.isOff() ? Optional.of(Meaning.SWITCHED_OFF) : Meaning.lost(cause, now, today);
        var decision = lost.map(message::dropAtOnce).orElseGet(message::tell);
        return new Aggregates.New<>(id, decision);
    }

    /** The same of an event that arrived. */
    public static Aggregates.New<Notification> of(
            Received received, Notice notice, Recipient to, Obligation then, Obligation now, LocalDate today) {
        return of(Step.of(received), notice, to, then, now, today);
    }

    /** The same to somebody else, who is told instead of whoever left before it was sent; one for the step, whoever left. */
    public static Aggregates.New<Notification> forwarded(Notification message, Recipient to) {
        var cause = message.cause();
        var id = Ids.derived(
                "notification-forwarded", Obligation.key(cause.kind(), cause.obligation()), cause.step(), String.valueOf(cause.lastDay()),
                String.valueOf(message.at().toEpochMilli()), to.position().value());
        var made = new Notification(
                new NotificationId(id), message.province(), message.commune(), to, cause, message.urgency(), message.about(), message.at(), ChannelStatus.QUEUED,
                false, null, null, null, message.channels(), List.of());
        return new Aggregates.New<>(id, made.tell());
    }

    /** The last day that the message counts to; the one to explain where it is about that. */
    private static @Nullable LocalDate countedTo(Notice notice, Obligation obligation) {
        var explanation = obligation.explanation();
        return switch (notice.occasion()) {
            case EXPLANATION_ASKED, EXPLANATION_DUE_SOON, EXPLANATION_OVERDUE, EXPLANATION_GIVEN -> explanation == null ? null : explanation.lastDay();
            default -> obligation.lastDay();
        };
    }

    private static String occurrence(Notice notice, Obligation obligation, Step step) {
        return switch (notice.occasion()) {
            case DUE_SOON, OVERDUE, OVERDUE_BEFORE_ENTRY -> String.valueOf(obligation.lastDay());
            // The last step may be repeated: each time by the days that have gone
            case ESCALATED -> step.daysLate() == null ? String.valueOf(obligation.lastDay()) : obligation.lastDay() + "+" + step.daysLate();
            case ASSIGNED, MOVED, SUBMITTED, RETURNED, ACCEPTED, EXTENSION_ASKED, EXTENDED, NOT_EXTENDED, STALE, GIVEN_BACK, INSISTED, CANCELLED, REOPENED,
                EXPLANATION_ASKED, EXPLANATION_DUE_SOON, EXPLANATION_OVERDUE, EXPLANATION_GIVEN, CONCLUSION_UNIT_NAMED, URGED, URGING_OVERDUE, URGING_ANSWERED, WEEKLY, ENTERED_FOR ->
                notice.repeatable() ? step.id() : "once";
        };
    }
}
