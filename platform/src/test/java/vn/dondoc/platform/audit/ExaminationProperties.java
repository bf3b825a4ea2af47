package vn.dondoc.platform.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Operations.BrokenEntry;
import vn.dondoc.platform.history.Chain;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is done to an anchored history is found, wherever it is done; what was not touched is never called broken. */
class ExaminationProperties {

    private static final Instant WRITTEN = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant HORIZON = WRITTEN.plusSeconds(3600);

    @Property(tries = 200)
    void a_history_as_it_was_written_is_whole(
            @ForAll @IntRange(min = 1, max = 12) int count, @ForAll @IntRange(max = 12) int old, @ForAll @IntRange(max = 12) int archived) {
        var entries = history(count, Math.min(old, count));
        assertThat(examined(entries, Math.min(archived, count - 1), headsOf(entries))).isNull();
    }

    @Property(tries = 300)
    void an_entry_that_was_changed_is_named(
            @ForAll @IntRange(min = 1, max = 12) int count, @ForAll @IntRange(max = 12) int old, @ForAll @IntRange(max = 11) int which,
            @ForAll @IntRange(max = 3) int field, @ForAll @IntRange(max = 11) int archived) {
        var entries = history(count, Math.min(old, count));
        var heads = headsOf(entries);
        var entry = entries.get(which % count);
        switch (field) {
            case 0 -> entry.put("person", new BsonString("somebody-else"));
            case 1 -> entry.getDocument("data").put("steps", new BsonInt32(-1));
            case 2 -> entry.put("at", new BsonDateTime(0));
            default -> entry.put("more", new BsonString("added"));
        }
        var found = examined(entries, archived % count, heads);
        var asOld = !entry.containsKey(Chain.HASH);
        assertThat(found).isEqualTo(new BrokenEntry(asOld ? "anchor-differs" : "entry-changed", "jobs/a", asOld ? Math.min(old, count) : which % count + 1));
    }

    @Property(tries = 200)
    void an_entry_that_was_taken_away_is_named(
            @ForAll @IntRange(min = 2, max = 12) int count, @ForAll @IntRange(max = 11) int which, @ForAll @IntRange(max = 11) int archived) {
        var entries = history(count, 0);
        var heads = headsOf(entries);
        entries.remove(which % count);
        var found = examined(entries, archived % (count - 1), heads);
        var last = which % count == count - 1;
        assertThat(found).isEqualTo(new BrokenEntry(last ? "end-missing" : "entry-missing", "jobs/a", which % count + 1));
    }

    @Property(tries = 200)
    void entries_that_changed_places_are_found(
            @ForAll @IntRange(min = 2, max = 12) int count, @ForAll @IntRange(max = 11) int one, @ForAll @IntRange(min = 1, max = 11) int further,
            @ForAll boolean renumbered) {
        var entries = history(count, 0);
        var heads = headsOf(entries);
        var other = (one % count + 1 + further % (count - 1)) % count;
        Collections.swap(entries, one % count, other);
        if (renumbered) {
            var sequence = entries.get(one % count).get("sequence");
            entries.get(one % count).put("sequence", entries.get(other).get("sequence"));
            entries.get(other).put("sequence", sequence);
        }
        var found = examined(entries, 0, heads);
        assertThat(found).isNotNull();
        assertThat(found.sequence()).isEqualTo(Math.min(one % count, other) + 1);
    }

    @Property(tries = 200)
    void an_entry_that_was_put_in_is_found_also_where_all_hashes_were_made_anew(
            @ForAll @IntRange(min = 1, max = 12) int count, @ForAll @IntRange(max = 12) int where, @ForAll boolean renumbered, @ForAll boolean linked) {
        var entries = history(count, 0);
        var heads = headsOf(entries);
        entries.add(where % (count + 1), entry(where % (count + 1) + 1, "put-in"));
        if (renumbered) {
            for (int i = 0; i < entries.size(); i++) {
                entries.get(i).put("sequence", new BsonInt64(i + 1));
            }
        }
        if (linked) {
            link(entries, 0);
        }
        assertThat(examined(entries, 0, heads)).isNotNull();
    }

    @Property(tries = 100)
    void an_end_that_was_cut_off_with_version_and_head_made_to_fit_is_found(
            @ForAll @IntRange(min = 2, max = 12) int count, @ForAll @IntRange(min = 1, max = 11) int cut) {
        var entries = history(count, 0);
        var heads = headsOf(entries);
        var left = entries.subList(0, Math.max(1, count - cut));
        assertThat(examined(left, 0, heads)).isEqualTo(new BrokenEntry("end-missing", "jobs/a", left.size() + 1));
    }

    private static @Nullable BrokenEntry examined(List<BsonDocument> entries, int archived, List<Head> heads) {
        var last = entries.getLast();
        var hash = last.get(Chain.HASH);
        var history = new StoredHistory(
                "jobs", "a", StoredHistory.sequence(last), hash == null ? null : hash.asBinary().getData(),
                List.copyOf(entries.subList(0, archived)), List.copyOf(entries.subList(archived, entries.size())), new BsonDocument(), new BsonDocument());
        return new Examination(history, heads, HORIZON).result();
    }

    /** Of the beginning without hashes, and of the end. */
    private static List<Head> headsOf(List<BsonDocument> entries) {
        var heads = new ArrayList<Head>();
        var running = Chain.beginning();
        for (var entry : entries) {
            if (!entry.containsKey(Chain.HASH)) {
                running = Chain.link(running, "jobs", "a", entry);
                heads.clear();
                heads.add(new Head("jobs", "a", StoredHistory.sequence(entry), running));
            }
        }
        var hash = entries.getLast().get(Chain.HASH);
        if (hash != null) {
            heads.add(new Head("jobs", "a", StoredHistory.sequence(entries.getLast()), hash.asBinary().getData()));
        }
        return heads;
    }

    private static List<BsonDocument> history(int count, int old) {
        var entries = new ArrayList<BsonDocument>();
        for (int i = 1; i <= count; i++) {
            entries.add(entry(i, "entry-" + i));
        }
        link(entries, old);
        return entries;
    }

    private static void link(List<BsonDocument> entries, int old) {
        var previous = Chain.beginning();
        for (var entry : entries.subList(old, entries.size())) {
            previous = Chain.link(previous, "jobs", "a", entry);
            entry.put(Chain.HASH, new BsonBinary(previous));
        }
    }

    private static BsonDocument entry(long sequence, String id) {
        return new BsonDocument("id", new BsonString(id)).append("type", new BsonString("Noted")).append("sequence", new BsonInt64(sequence))
                .append("at", new BsonDateTime(WRITTEN.toEpochMilli())).append("writtenAt", new BsonDateTime(WRITTEN.toEpochMilli()))
                .append("person", new BsonString("p1")).append("data", new BsonDocument("steps", new BsonInt32((int) sequence)));
    }
}
