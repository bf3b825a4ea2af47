package vn.dondoc.testing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.EventJson;

/**
 * A writing call as a test makes it, each time on something new.
 *
 * @param name as described: {@code POST /api/tasks/{id}/progress}
 * @param kind what a repetition means for it
 * @param ready makes what the call is about, and says how to call it
 */
public record WritingCall(String name, Kind kind, Supplier<Ready> ready) {

    /** What the promise of idempotency rests on. */
    public enum Kind {

        /** The key stands in the history of the aggregate, which also has a version; every call with a new key writes. */
        APPENDS,

        /** The same, but the first call leaves nothing to do for another one, or forbids it. */
        CHANGES_ONCE,

        /** The id of what it makes derives from the key; there is no version to ask for. */
        CREATES,

        /** Doing it again changes nothing, whatever the key says: the body or the state is the answer. */
        NATURALLY_ONCE,

        /** The same, but the answer says how much was new, and the second time that is nothing. */
        NOTHING_NEW_AGAIN;

        boolean usesKeys() {
            return this == APPENDS || this == CHANGES_ONCE || this == CREATES;
        }

        boolean usesVersions() {
            return this == APPENDS || this == CHANGES_ONCE;
        }
    }

    /**
     * A call that can be made now.
     *
     * @param body null where it takes none
     * @param other another good body of the same call; null where there is none
     * @param version what If-Match has to say where it is required; null where it is optional
     */
    public record Ready(String path, String token, @Nullable Content body, @Nullable Content other, @Nullable Long version) {

        public static Ready of(String path, String token) {
            return new Ready(path, token, null, null, null);
        }

        public static Ready of(String path, String token, Object body, Object other) {
            return new Ready(path, token, Content.json(body), Content.json(other), null);
        }
    }

    /** Bytes with their media type. */
    public record Content(String type, byte[] bytes) {

        public static Content json(Object body) {
            return new Content("application/json", EventJson.mapper().writeValueAsBytes(body));
        }

        /** A merge patch. */
        public static Content patch(Object body) {
            return new Content("application/merge-patch+json", EventJson.mapper().writeValueAsBytes(body));
        }
    }
}
