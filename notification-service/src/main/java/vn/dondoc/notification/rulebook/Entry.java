package vn.dondoc.notification.rulebook;

import java.util.List;
import java.util.Set;
import vn.dondoc.notification.rule.Audience;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Urgency;

/**
 * A rule that a place decided itself.
 *
 * @param on false: nobody is told
 * @param audiences in this order
 */
record Entry(String step, boolean on, List<Audience> audiences, Set<Channel> channels, Urgency urgency) {

    Entry {
        audiences = List.copyOf(audiences);
        channels = Set.copyOf(channels);
    }
}
