package vn.dondoc.notification.obligation;

import java.util.Set;

/**
 * An obligation with how far its events are known.
 *
 * @param sequence of the newest event
 * @param told sequences of the events that messages were made of
 */
public record Known(Obligation obligation, long sequence, Set<Long> told) {

    public Known {
        told = Set.copyOf(told);
    }
}
