package vn.dondoc.platform.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Operations.BrokenEntry;
import vn.dondoc.platform.history.Chain;
import vn.dondoc.platform.history.Words;

/**
 * Follows one history from its first entry to its last and compares it with the heads that were anchored. The first entry that is not as it
 * was written is named; what stands behind it cannot be judged. Used once.
 */
final class Examination {

    private final StoredHistory history;
    private final List<Head> anchored;
    private final @Nullable Instant horizon;
    private byte[] running = Chain.beginning();
    private long last;
    private long unchained;
    private int compared;

    /**
     * One history to look at.
     *
     * @param anchored its heads by sequence
     * @param horizon what was written before must be anchored; null where there is no anchor
     */
    Examination(StoredHistory history, List<Head> anchored, @Nullable Instant horizon) {
        this.history = history;
        this.anchored = anchored;
        this.horizon = horizon;
    }

    @Nullable BrokenEntry result() {
        for (var entry : history.entries()) {
            var broken = follow(entry);
            if (broken != null) {
                return broken;
            }
        }
        return end();
    }

    /** How many entries were written before there was a chain. */
    long unchained() {
        return unchained;
    }

    /** How many entries were followed. */
    long followed() {
        return last;
    }

    private @Nullable BrokenEntry follow(BsonDocument entry) {
        var sequence = StoredHistory.sequence(entry);
        if (sequence != last + 1) {
            return broken(sequence > last ? "entry-missing" : "entry-added", last + 1);
        }
        var told = entry.get(Chain.HASH);
        if (told == null) {
            if (unchained < last) {
                return broken("entry-changed", sequence);
            }
            unchained++;
            running = link(running, entry);
        } else {
            running = link(unchained == last ? Chain.beginning() : running, entry);
            if (!told.isBinary() || !Arrays.equals(running, told.asBinary().getData())) {
                return broken("entry-changed", sequence);
            }
            if (!tellsWhatWasWritten(entry)) {
                return broken("text-changed", sequence);
            }
        }
        last = sequence;
        return compare(entry);
    }

    /** A text that was erased is as it may be. */
    private boolean tellsWhatWasWritten(BsonDocument entry) {
        var id = entry.get("id");
        var text = id == null || !id.isString() ? null : history.texts().get(id.asString().getValue());
        if (text == null) {
            return true;
        }
        var salt = history.salts().get(entry.getString("id").getValue());
        var hash = entry.get(Words.HASH);
        return text.isString() && salt != null && salt.isBinary() && hash != null && hash.isBinary()
                && Arrays.equals(Words.hash(salt.asBinary().getData(), text.asString().getValue()), hash.asBinary().getData());
    }

    private byte[] link(byte[] previous, BsonDocument entry) {
        return Chain.link(previous, history.collection(), history.id(), entry);
    }

    private @Nullable BrokenEntry compare(BsonDocument entry) {
        for (; compared < anchored.size() && anchored.get(compared).sequence() == last; compared++) {
            if (!Arrays.equals(running, anchored.get(compared).hash())) {
                return broken("anchor-differs", last);
            }
        }
        if (compared == anchored.size() && horizon != null && (anchored.isEmpty() || anchored.getLast().sequence() < last)) {
            var written = entry.get("writtenAt");
            if (written == null || !written.isDateTime() || written.asDateTime().getValue() < horizon.toEpochMilli()) {
                return broken("entry-not-anchored", last);
            }
        }
        return null;
    }

    private @Nullable BrokenEntry end() {
        var chained = unchained < last;
        if (history.version() > last || compared < anchored.size()) {
            return broken("end-missing", last + 1);
        }
        if (history.version() < last || chained != (history.head() != null) || chained && !Arrays.equals(running, history.head())) {
            return broken("head-differs", last);
        }
        return history.twice().stream().filter(copy -> !history.kept().contains(copy)).findFirst()
                .map(copy -> broken("archive-differs", StoredHistory.sequence(copy))).orElse(null);
    }

    private BrokenEntry broken(String kind, long sequence) {
        return new BrokenEntry(kind, history.collection() + "/" + history.id(), sequence);
    }
}
