package vn.dondoc.platform.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Aggregates that could not be read or decided on: left aside for a while, so that the oldest of them does not hold up all others. */
final class Aside {

    private static final long RETRY_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int MOST = 1000;

    private final LongSupplier nanoTime;
    private final Map<String, Left> left = new LinkedHashMap<>();

    private record Left(Instant boundary, long since) {}

    Aside(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void put(String id, Instant boundary) {
        if (left.size() < MOST) {
            left.put(id, new Left(boundary, nanoTime.getAsLong()));
        }
    }

    /** What is not looked at now; the longest left aside come back first. */
    synchronized List<String> ids() {
        var now = nanoTime.getAsLong();
        left.values().removeIf(one -> now - one.since() > RETRY_NANOS);
        return List.copyOf(left.keySet());
    }

    synchronized Optional<Instant> oldest() {
        return left.values().stream().map(Left::boundary).min(Instant::compareTo);
    }
}
