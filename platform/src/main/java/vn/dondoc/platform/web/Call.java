package vn.dondoc.platform.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.problem.ProblemException;

/**
 * A writing call: who, when by the domain's clock, under which key, expecting which version. Handlers take it as a parameter.
 *
 * @param key the header {@code Idempotency-Key}; null without one
 * @param expected the version in {@code If-Match}; null without one
 */
public record Call(Caller caller, Instant at, @Nullable String key, @Nullable Long expected) {

    /** The act of this call with its body, in the position that stands nearest to those units. */
    public Act act(@Nullable Object body, Collection<UnitId> units, UnitId commune) {
        return act(body, caller.actingFor(units, commune));
    }

    public Act act(@Nullable Object body, Actor actor) {
        var scoped = key == null ? null : Ids.derived(caller.person().value(), key);
        return new Act(actor, at, Correlation.current(), scoped, scoped == null ? null : hash(body));
    }

    /** The id of what this call creates: the same for the same caller and key, else a new one. */
    public String newId(String kind) {
        return key == null ? Ids.derived(kind, caller.person().value(), Correlation.fresh(), at.toString())
                : Ids.derived(kind, caller.person().value(), key);
    }

    /** @throws ProblemException 428 when the call does not say which version it changes */
    public long expectedVersion() {
        if (expected == null) {
            throw ProblemException.of(428, "PRECONDITION_REQUIRED");
        }
        return expected;
    }

    private static String hash(@Nullable Object body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(EventJson.mapper().writeValueAsBytes(body));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
