package vn.dondoc.notification.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.rule.Audience;
import vn.dondoc.notification.rule.Notice;
import vn.dondoc.notification.rule.Recipient;
import vn.dondoc.notification.rule.Rules;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.time.DomainClock;

/** Messages as the rules make them. */
public final class TestMessages {

    private TestMessages() {}

    /** Of an event that happened at that moment, told to a position as its responsible one. */
    public static Notification of(DomainEvent event, String position, Instant at) {
        return made(event, "e-" + Math.abs(event.hashCode()), new PositionId(position), at, obligation(event), notice(event, at)).decision().state();
    }

    /** The same with what is known of the obligation by now, to be written. */
    public static Aggregates.New<Notification> made(DomainEvent event, String id, PositionId position, Instant at, Obligation now, Notice notice) {
        var day = LocalDate.ofInstant(at, DomainClock.ZONE);
        return Messages.of(
                new Received(id, "assignments/t", 1, 1, at, null, event), notice, new Recipient(position, Audience.RESPONSIBLE, null), obligation(event), now, day);
    }

    public static Notice notice(DomainEvent event, Instant at) {
        return Rules.of(event, LocalDate.ofInstant(at, DomainClock.ZONE)).orElseThrow();
    }

    public static Obligation obligation(DomainEvent event) {
        return Objects.requireNonNull(Obligation.after(null, event));
    }
}
