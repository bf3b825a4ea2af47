package vn.dondoc.notification.obligation;

import java.util.Set;

/**
 * An obligation with how far its events are known.
 *
 * @param sequence {@link vn.dondoc.platform.consume.Received#order} of the newest event
 * @param told ids of the events that messages were made of: the same when an event is sent again in a later generation of the topics
 */
public record Known(Obligation obligation, long sequence, Set<String> told) {

    public Known {
        told = Set.copyOf(told);
    }
}
