package vn.dondoc.notification.delivery;

import org.jspecify.annotations.Nullable;
import vn.dondoc.notification.channel.Answer;

/**
 * What came of trying a delivery.
 *
 * @param answer of the provider; null where it was not asked
 * @param end to be noted; null where it goes on, which is noted already
 */
record Outcome(@Nullable Answer answer, @Nullable End end) {

    /** It waits, or goes another way. */
    static final Outcome LATER = new Outcome(null, null);
}
