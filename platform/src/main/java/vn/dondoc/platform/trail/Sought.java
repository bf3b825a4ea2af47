package vn.dondoc.platform.trail;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param object collection and id, or an id alone; null for any
 * @param by people or system; null for both
 * @param from first moment, {@code until} the first that is not meant any more
 * @param behind where the page before ended; null for the first page
 */
record Sought(
        @Nullable String object, @Nullable String person, @Nullable String position, @Nullable String type, @Nullable String by,
        @Nullable String commune, Instant from, Instant until, @Nullable Place behind) {

    /**
     * What an entry must be to be meant.
     *
     * @param prefix where its fields are
     * @param lower moment of a part of the time, {@code upper} the first behind it
     */
    Bson entry(String prefix, Instant lower, Instant upper) {
        var all = new ArrayList<Bson>();
        all.add(Filters.and(Filters.gte(prefix + "writtenAt", Date.from(lower)), Filters.lt(prefix + "writtenAt", Date.from(upper))));
        add(all, prefix + "person", person);
        add(all, prefix + "position", position);
        add(all, prefix + "type", type);
        if (by != null) {
            all.add(Filters.exists(prefix + "system", by.equals("system")));
        }
        if (behind != null) {
            var moment = Date.from(behind.writtenAt());
            all.add(Filters.or(
                    Filters.lt(prefix + "writtenAt", moment),
                    Filters.and(Filters.eq(prefix + "writtenAt", moment), Filters.lt(prefix + "sequence", behind.sequence())),
                    Filters.and(
                            Filters.eq(prefix + "writtenAt", moment), Filters.eq(prefix + "sequence", behind.sequence()), Filters.lt(prefix + "id", behind.id()))));
        }
        return Filters.and(all);
    }

    /** The first moment that cannot be on this page any more. */
    Instant end() {
        return behind == null || behind.writtenAt().isAfter(until) ? until : behind.writtenAt().plusMillis(1);
    }

    /** So little may match that the whole time is looked at in one go. */
    boolean narrow() {
        return object != null || person != null || position != null;
    }

    private static void add(ArrayList<Bson> all, String field, @Nullable String value) {
        if (value != null) {
            all.add(Filters.eq(field, value));
        }
    }
}
