package vn.dondoc.platform.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.web.Correlation;

/**
 * The circumstances of one command.
 *
 * @param at domain time
 * @param key idempotency key, unique for the caller; null where the call has none
 * @param bodyHash what the key was first used with
 */
public record Act(Actor actor, Instant at, String correlation, @Nullable String key, @Nullable String bodyHash) {

    /** Something the system does by itself, at a domain time. */
    public static Act bySystem(String name, Instant at) {
        return new Act(Actor.system(name), at, Correlation.current(), null, null);
    }
}
