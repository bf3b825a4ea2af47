package vn.dondoc.platform.relay;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last relayed sequence of the aggregates seen lately, to leave out what whole arrays repeat. */
final class Sequences {

    private static final int REMEMBERED = 50_000;

    private final Map<String, Long> last = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Whether an entry is to be sent.
     *
     * @param relayedBefore entries written before were relayed in an earlier turn; of a whole array they are left out
     */
    boolean isNew(Emitted emitted, Instant relayedBefore) {
        var before = last.get(emitted.subject());
        if (before != null && before >= emitted.entry().sequence()) {
            return false;
        }
        if (before == null && !emitted.surelyNew() && emitted.entry().writtenAt().isBefore(relayedBefore)) {
            return false;
        }
        last.put(emitted.subject(), emitted.entry().sequence());
        return true;
    }

    /** A batch that was not stored as sent must be sent again. */
    void forget() {
        last.clear();
    }
}
