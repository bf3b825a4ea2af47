package vn.dondoc.platform.sweep;

import java.time.Duration;

/** As large as is quick: between two batches a sweep gives way, stops, and looks at the clock anew. */
final class BatchSize {

    private static final int LEAST = 50;
    private static final int FIRST = 500;
    private static final int MOST = 1000;
    private static final Duration QUICK = Duration.ofMillis(200);
    private static final Duration SLOW = Duration.ofMillis(500);

    private int size = FIRST;

    synchronized int get() {
        return size;
    }

    synchronized void took(int found, Duration time) {
        if (found >= size && time.compareTo(QUICK) < 0) {
            size = Math.min(MOST, size * 2);
        } else if (time.compareTo(SLOW) > 0) {
            size = Math.max(LEAST, size / 2);
        }
    }
}
