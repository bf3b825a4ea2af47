package vn.dondoc.platform.trail;

import java.time.Instant;
import java.util.Comparator;
import org.bson.Document;

/** An entry that was looked for, and the history it is in. */
record Found(String collection, String aggregate, Document entry) {

    /** Newest first, those of one command too; entries of several objects at the same moment by their ids, so that a page can end between them. */
    static final Comparator<Found> NEWEST_FIRST = Comparator.comparing(Found::writtenAt).thenComparing(Found::sequence).thenComparing(Found::id).reversed();

    String id() {
        return entry.getString("id");
    }

    long sequence() {
        return entry.get("sequence", Number.class).longValue();
    }

    Instant writtenAt() {
        return entry.getDate("writtenAt").toInstant();
    }
}
