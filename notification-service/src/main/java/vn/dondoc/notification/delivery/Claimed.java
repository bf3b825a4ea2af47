package vn.dondoc.notification.delivery;

import java.time.Duration;

/**
 * A delivery that one worker has for the length of a lease.
 *
 * @param owner the mark of this claim; what is noted under another one is ignored
 * @param since when it was asked for, by {@link System#nanoTime}: the lease began no sooner
 */
record Claimed(Delivery delivery, String owner, long since) {

    /** What is begun later might not be over when the lease is. */
    private static final Duration TO_BEGIN = Deliveries.LEASE.dividedBy(2);

    String id() {
        return delivery.id();
    }

    /** Whether the lease is long enough still for a conversation with the provider. */
    boolean mayBegin() {
        return System.nanoTime() - since < TO_BEGIN.toNanos();
    }
}
