package vn.dondoc.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The clock of deadlines and of what happened when. In local it can be shifted; its zone is Asia/Ho_Chi_Minh whatever
 * the machine says. Leases, tokens, retries and {@code writtenAt} use the system's clock instead.
 */
public final class DomainClock extends Clock {

    /** Where days begin and end (Vietnam has one zone and no summer time). */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Clock system;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Duration offset;

    public DomainClock(Clock system, Duration offset) {
        this.system = system;
        this.offset = offset;
    }

    /** Puts the clock ahead of the system's (or behind, when negative) and wakes whoever waits for time to pass. */
    public void shiftTo(Duration newOffset) {
        offset = newOffset;
        listeners.forEach(Runnable::run);
    }

    public void onShift(Runnable listener) {
        listeners.add(listener);
    }

    public Duration offset() {
        return offset;
    }

    /** The present day in {@link #ZONE}. */
    public LocalDate today() {
        return LocalDate.ofInstant(instant(), ZONE);
    }

    /** The first instant of a day in {@link #ZONE}. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(system, offset).withZone(zone);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset);
    }
}
