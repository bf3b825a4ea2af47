package vn.dondoc.console.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import vn.dondoc.console.settings.ConsoleSettings;

/** The time of deadlines: the system's, shifted in local runs. Days are days in Asia/Ho_Chi_Minh. */
@Component
public final class DomainClock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Clock system;
    private volatile Duration offset;

    DomainClock(ConsoleSettings settings, Clock system) {
        this.system = system;
        var local = settings.local();
        this.offset = local == null ? Duration.ZERO : local.clockOffset();
    }

    public Instant now() {
        return system.instant().plus(offset);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    public boolean isShifted() {
        return !offset.isZero();
    }

    Duration offset() {
        return offset;
    }

    void shift(Duration to) {
        offset = to;
    }
}
