package vn.dondoc.task.calendar;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How often an address may be called: programs ask every few hours, many times in a minute is no calendar. Each instance counts for itself. */
final class Pace {

    private static final int MOST = 20;
    private static final long NANOS = Duration.ofMinutes(10).toNanos();
    private static final int MOST_ADDRESSES = 20_000;

    private final LongSupplier nanos;
    private final Map<String, Deque<Long>> calls = new LinkedHashMap<>(64, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Long>> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /** @param nanos a clock for durations, in nanoseconds */
    Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether another call of that address is in time. */
    boolean allows(String address) {
        synchronized (calls) {
            var now = nanos.getAsLong();
            var before = calls.computeIfAbsent(address, _ -> new ArrayDeque<>());
            while (!before.isEmpty() && now - before.peekFirst() > NANOS) {
                before.removeFirst();
            }
            if (before.size() >= MOST) {
                return false;
            }
            before.addLast(now);
            return true;
        }
    }
}
