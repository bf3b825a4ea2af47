package vn.dondoc.platform.sweep;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import vn.dondoc.platform.relay.Relayed;

/**
 * Whether the relay lags behind what one sweep has written. Its own batches are counted: since when something waits at all says nothing
 * under load, and events of commands queue behind those of the sweep, not before them.
 */
final class Backpressure {

    private final SweepSettings settings;
    private final Relayed relayed;
    private final Clock systemClock;
    private final Deque<Batch> waiting = new ArrayDeque<>();

    private record Batch(Instant writtenAt, int events) {}

    Backpressure(SweepSettings settings, Relayed relayed, Clock systemClock) {
        this.settings = settings;
        this.relayed = relayed;
        this.systemClock = systemClock;
    }

    Instant now() {
        return systemClock.instant();
    }

    /** @param since when its writing began */
    synchronized void wrote(Instant since, int events) {
        if (events > 0) {
            waiting.addLast(new Batch(since, events));
        }
    }

    /** Asks the database only where something of ours may wait. */
    synchronized boolean lagging() {
        if (waiting.isEmpty()) {
            return false;
        }
        var until = relayed.until();
        waiting.removeIf(batch -> !batch.writtenAt().isAfter(until));
        var oldest = waiting.peekFirst();
        return oldest != null
                && (waiting.stream().mapToInt(Batch::events).sum() > settings.ahead()
                        || oldest.writtenAt().plus(settings.behind()).isBefore(systemClock.instant()));
    }
}
