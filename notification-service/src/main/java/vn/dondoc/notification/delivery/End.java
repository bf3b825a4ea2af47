package vn.dondoc.notification.delivery;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What became of a claimed delivery.
 *
 * @param code what came of the last attempt
 * @param messages that were in it
 * @param template by which it was worded; null where it was not sent
 */
record End(Claimed claimed, DeliveryState state, String code, Collection<String> messages, Delivery.@Nullable Template template) {

    Delivery delivery() {
        return claimed.delivery().ended(state, code);
    }
}
