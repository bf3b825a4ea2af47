package vn.dondoc.contracts.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** What was done by whom, for those who inspect. */
public final class Audit {

    private Audit() {}

    /**
     * One entry of a history.
     *
     * @param service whose history it is, {@code object} its collection and id, {@code label} what the object is called; null where it has no name
     * @param sequence its place in the history of the object, from 1
     * @param type kind of event
     * @param writtenAt by the system's clock, which lists are sorted by; {@code at} by the domain's
     * @param person opaque; null where the system acted
     * @param positionTitle the position as it is called now, and {@code unit} where it is; null where it is not known any more
     * @param system which part of the system acted; null for people
     * @param words what a person wrote; null where nothing was written, or it was erased
     * @param hash of the entry in the hash chain of its history; null for entries from before there was one
     * @param cursor of the page that begins behind this entry, for any service
     */
    public record Entry(
            String id,
            String service,
            String object,
            @Nullable String label,
            @Nullable UnitId commune,
            long sequence,
            String type,
            Instant writtenAt,
            Instant at,
            @Nullable PersonId person,
            @Nullable PositionId position,
            @Nullable String positionTitle,
            @Nullable String unit,
            @Nullable String system,
            @Nullable String words,
            @Nullable String hash,
            String cursor,
            List<Change> changes) {
        public Entry {
            changes = Lists.orEmpty(changes);
        }
    }

    /**
     * What an entry made another.
     *
     * @param field path of it in the data of events, by dots
     * @param before as the history told it last; null where it never had
     * @param after null where it is gone
     */
    public record Change(String field, @Nullable String before, @Nullable String after) {}
}
