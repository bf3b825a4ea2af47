package vn.dondoc.notification.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event is told as.
 *
 * @param number the days left at the boundary of a reminder, the step of an escalation; null elsewhere
 * @param repeatable happens more than once under the same last day, each time to be told
 * @param days left until, or gone since, the last day when it happened; null where the message does not count days
 * @param email also by e-mail, and not to the inbox only
 * @param audiences in this order; a position that belongs to several is told once, as the first
 */
public record Notice(
        Occasion occasion,
        @Nullable Integer number,
        boolean repeatable,
        @Nullable Integer days,
        Urgency urgency,
        boolean email,
        List<Audience> audiences) {

    public Notice {
        audiences = List.copyOf(audiences);
    }

    static Notice inbox(Occasion occasion, Urgency urgency, Audience... audiences) {
        return new Notice(occasion, null, false, null, urgency, false, List.of(audiences));
    }

    Notice andEmail() {
        return new Notice(occasion, number, repeatable, days, urgency, true, audiences);
    }

    /** The same without an e-mail. */
    public Notice toInboxOnly() {
        return new Notice(occasion, number, repeatable, days, urgency, false, audiences);
    }

    Notice eachTime() {
        return new Notice(occasion, number, true, days, urgency, email, audiences);
    }

    Notice numbered(int with) {
        return new Notice(occasion, with, repeatable, days, urgency, email, audiences);
    }

    Notice days(int count) {
        return new Notice(occasion, number, repeatable, count, urgency, email, audiences);
    }
}
