package vn.dondoc.notification.rule;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event is told as.
 *
 * @param number the days left at the boundary of a reminder, the step of an escalation; null elsewhere
 * @param repeatable happens more than once under the same last day, each time to be told
 * @param days left until, or gone since, the last day when it happened; null where the message does not count days
 * @param channels that the rule allows; the inbox is always among them, and none where the rule is switched off
 * @param audiences in this order; a position that belongs to several is told once, as the first
 */
public record Notice(
        Occasion occasion,
        @Nullable Integer number,
        boolean repeatable,
        @Nullable Integer days,
        Urgency urgency,
        Set<Channel> channels,
        List<Audience> audiences) {

    public Notice {
        channels = Set.copyOf(channels);
        audiences = List.copyOf(audiences);
    }

    static Notice inbox(Occasion occasion, Urgency urgency, Audience... audiences) {
        return new Notice(occasion, null, false, null, urgency, Set.of(Channel.INBOX), List.of(audiences));
    }

    Notice andEmail() {
        return on(Set.of(Channel.INBOX, Channel.EMAIL));
    }

    /** By e-mail and, as what presses most, by the others that reach a person as well. */
    Notice pressing() {
        return on(Set.of(Channel.INBOX, Channel.EMAIL, Channel.ZALO, Channel.SMS));
    }

    /** The same for the inbox alone. */
    public Notice toInboxOnly() {
        return isOff() ? this : on(Set.of(Channel.INBOX));
    }

    /** The same on those channels. */
    public Notice on(Set<Channel> allowed) {
        return new Notice(occasion, number, repeatable, days, urgency, allowed, audiences);
    }

    /** The place switched it off: it is kept, and nobody is told. */
    public Notice off() {
        return on(Set.of());
    }

    public boolean isOff() {
        return channels.isEmpty();
    }

    /** The same to others, as urgent as that. */
    public Notice to(List<Audience> others, Urgency pressing) {
        return new Notice(occasion, number, repeatable, days, pressing, channels, others);
    }

    Notice eachTime() {
        return new Notice(occasion, number, true, days, urgency, channels, audiences);
    }

    Notice numbered(int with) {
        return new Notice(occasion, with, repeatable, days, urgency, channels, audiences);
    }

    Notice days(int count) {
        return new Notice(occasion, number, repeatable, count, urgency, channels, audiences);
    }
}
