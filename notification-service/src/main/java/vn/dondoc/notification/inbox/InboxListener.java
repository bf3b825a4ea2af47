package vn.dondoc.notification.inbox;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One open page: the positions it is for, and in which of them something new has arrived since it was last told. */
final class InboxListener {

    private final Set<String> positions;
    private final Set<String> arrived = new LinkedHashSet<>();
    private boolean closed;

    InboxListener(Set<String> positions) {
        this.positions = Set.copyOf(positions);
    }

    /** Whether it was opened for exactly those. */
    boolean isFor(Set<String> now) {
        return positions.equals(now);
    }

    synchronized void tell(String position) {
        if (positions.contains(position)) {
            arrived.add(position);
            notifyAll();
        }
    }

    /** The change stream was away for a while: something may have arrived anywhere. */
    synchronized void tellAll() {
        arrived.addAll(positions);
        notifyAll();
    }

    /** Waits for something to tell; empty after that time, or when there will be nothing any more. */
    synchronized Set<String> await(long millis) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        var left = millis;
        while (arrived.isEmpty() && !closed && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        var taken = Set.copyOf(arrived);
        arrived.clear();
        return taken;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
