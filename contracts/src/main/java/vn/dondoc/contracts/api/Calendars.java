package vn.dondoc.contracts.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;

/** Keys with which a calendar program reads somebody's deadlines. */
public final class Calendars {

    private Calendars() {}

    /**
     * A key that holds.
     *
     * @param usedOn the day a program last read with it, Asia/Ho_Chi_Minh; null while none has
     */
    public record Key(String id, Instant createdAt, @Nullable LocalDate usedOn) {}

    /** The caller's keys, newest first. */
    public record Keys(List<Key> keys) {

        public Keys {
            keys = Lists.orEmpty(keys);
        }
    }

    /**
     * A key that was just made.
     *
     * @param secret part of the address {@code /api/calendar/SECRET.ics}; told this once, null when the same call is repeated
     */
    public record Made(String id, Instant createdAt, @Nullable String secret) {}
}
