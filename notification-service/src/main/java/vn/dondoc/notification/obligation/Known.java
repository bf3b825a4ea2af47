package vn.dondoc.notification.obligation;

import java.util.Set;

/**
 * An obligation with how far its events are known.
 *
 * @param sequence {@link vn.dondoc.platform.consume.Received#order} of the newest event
 * @param told orders of the events that messages were made of
 */
public record Known(Obligation obligation, long sequence, Set<Long> told) {

    public Known {
        told = Set.copyOf(told);
    }
}
