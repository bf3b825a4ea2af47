package vn.dondoc.platform.relay;

import vn.dondoc.platform.history.HistoryEntry;

/**
 * An entry that the relay is to send: from which collection and aggregate it is.
 *
 * @param surelyNew the change brought this very entry; false where a whole array was reported, which repeats older ones
 */
record Emitted(String collection, String aggregate, HistoryEntry entry, boolean surelyNew) {

    String subject() {
        return collection + "/" + aggregate;
    }
}
