package vn.dondoc.platform.relay;

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

    boolean isNew(Emitted emitted) {
        var before = last.get(emitted.subject());
        if (before != null && before >= emitted.entry().sequence()) {
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
