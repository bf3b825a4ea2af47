package vn.dondoc.notification.preference;

import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.notification.rule.Urgency;

/** What people chose. */
public interface Choices {

    /** Of whoever chose nothing. */
    Choice USUAL = new Choice(null, Set.of());

    /** Every hour that somebody chose. */
    Set<LocalTime> hours();

    /** That of a person as it holds now. */
    Choice of(PersonId person);

    /**
     * How one person wants to be told.
     *
     * @param digestAt in Asia/Ho_Chi_Minh; null for the usual hour
     * @param muted classes that neither leave nor count as news in the inbox; what is critical is never among them
     */
    record Choice(@Nullable LocalTime digestAt, Set<Urgency> muted) {

        public Choice {
            muted = Set.copyOf(muted);
        }

        public boolean mutes(Urgency urgency) {
            return urgency != Urgency.CRITICAL && muted.contains(urgency);
        }
    }
}
