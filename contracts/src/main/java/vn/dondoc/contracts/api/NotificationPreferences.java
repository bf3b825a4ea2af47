package vn.dondoc.contracts.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.PositionId;

/** How a person wants to be told ("Cách nhận thông báo"). */
public final class NotificationPreferences {

    private NotificationPreferences() {}

    /**
     * A position that the person holds.
     *
     * @param mailbox that of the position; null where messages go to the person's own
     */
    public record Reached(PositionId position, String title, String unit, @Nullable String mailbox) {}

    /**
     * What was chosen, and within what.
     *
     * @param version 0 where nothing was ever chosen
     * @param digestAt "07:30", the hour of the digest, in Asia/Ho_Chi_Minh; null for the usual one
     * @param muted normal and information, or none of them
     * @param usualAt the hour of whoever chose none
     * @param from the first minute in which somebody may be disturbed
     * @param until the first one that is too late; the same as {@code from} for no limits
     * @param digests whether what is normal comes together once a day
     * @param channels on which the digest is tried, one after the other
     */
    public record Preferences(
            long version,
            @Nullable String digestAt,
            List<String> muted,
            String usualAt,
            String from,
            String until,
            boolean digests,
            List<String> channels,
            List<Reached> reached) {

        public Preferences {
            muted = Lists.orEmpty(muted);
            channels = Lists.orEmpty(channels);
            reached = Lists.orEmpty(reached);
        }
    }

    /**
     * What the person wants.
     *
     * @param digestAt null for the usual hour
     * @param muted normal, information; never critical
     */
    public record Wanted(@Nullable String digestAt, List<String> muted) {

        public Wanted {
            muted = Lists.orEmpty(muted);
        }
    }
}
