package vn.dondoc.notification.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.rule.Notice;
import vn.dondoc.notification.rule.Rules;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.time.DomainClock;

/**
 * An event with what it says of its obligation.
 *
 * @param after the obligation as the event left it
 */
record Occurrence(Received received, Obligation after) {

    /** Nothing for events that are not about an obligation. */
    static Optional<Occurrence> of(Received received) {
        return Optional.ofNullable(Obligation.after(null, received.event())).map(after -> new Occurrence(received, after));
    }

    Obligation on(@Nullable Obligation before) {
        var after = Obligation.after(before, received.event());
        return after == null ? this.after : after;
    }

    Optional<Notice> notice() {
        return Rules.of(received.event(), LocalDate.ofInstant(received.at(), DomainClock.ZONE));
    }

    String key() {
        return after.key();
    }

    long order() {
        return received.order();
    }
}
