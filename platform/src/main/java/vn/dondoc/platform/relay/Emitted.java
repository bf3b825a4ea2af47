package vn.dondoc.platform.relay;

import vn.dondoc.platform.history.HistoryEntry;

/** An entry that the relay is to send: from which collection and aggregate it is. */
record Emitted(String collection, String aggregate, HistoryEntry entry) {

    String subject() {
        return collection + "/" + aggregate;
    }
}
