package vn.dondoc.notification.delivery;

import java.time.Instant;

/**
 * A letter that one worker has for the length of a lease.
 *
 * @param owner the mark of this claim; what is noted under another one is ignored
 * @param tries this one included
 * @param queuedAt system time
 */
record Claimed(String id, String owner, int tries, Instant queuedAt, String correlation) {}
