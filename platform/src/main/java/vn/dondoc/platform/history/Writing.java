package vn.dondoc.platform.history;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.id.Ids;

/** The stored forms of a change: state, version, entries and texts, for an insert or for one guarded update. */
final class Writing<S> {

    static final String VERSION = "version";
    static final String TEXTS = "texts";

    private final AggregateType<S> type;
    private final MongoTemplate mongo;
    private final Clock systemClock;
    private final FirstPosition firstPosition;

    Writing(AggregateType<S> type, MongoTemplate mongo, Clock systemClock, FirstPosition firstPosition) {
        this.type = type;
        this.mongo = mongo;
        this.systemClock = systemClock;
        this.firstPosition = firstPosition;
    }

    Versioned<S> read(Document stored) {
        var state = mongo.getConverter().read(type.state(), stored);
        return new Versioned<>(stored.getString("_id"), versionOf(stored), state, stored);
    }

    Document first(String id, Act act, Decision.Accepted<S> accepted) {
        var document = stateOf(accepted.state());
        var entries = entries(id, 0, act, accepted.facts());
        var texts = texts(entries, accepted.facts());
        document.append("_id", id)
                .append(VERSION, (long) entries.size())
                .append(HistoryEntry.FIELD, entries.stream().map(HistoryEntry::write).toList());
        if (!texts.isEmpty()) {
            document.append(TEXTS, texts);
        }
        return document;
    }

    /** The update that makes a change; it matches only while nobody else has written, and while the key was not used. */
    record Change<S>(UpdateOneModel<Document> update, Versioned<S> after) {}

    Change<S> next(Versioned<S> before, Act act, Decision.Accepted<S> accepted) {
        var entries = entries(before.id(), before.version(), act, accepted.facts());
        var version = before.version() + entries.size();
        var state = stateOf(accepted.state());
        var set = new Document(VERSION, version);
        var unset = new Document();
        compare(before.stored(), state, set, unset);
        var texts = texts(entries, accepted.facts());
        texts.forEach((entry, text) -> set.append(TEXTS + "." + entry, text));
        var written = entries.stream().map(HistoryEntry::write).toList();
        var update = new Document("$set", set)
                .append("$push", new Document(HistoryEntry.FIELD, new Document("$each", written)));
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        state.append("_id", before.id()).append(VERSION, version);
        tell(before.stored(), written, texts, state);
        return new Change<>(new UpdateOneModel<>(guard(before, act), update), new Versioned<>(before.id(), version, accepted.state(), state));
    }

    /** Whoever read the history with the state gets it with what was added: the guard knows that nothing else was. */
    private static void tell(Document before, List<Document> written, Document texts, Document after) {
        if (before.containsKey(HistoryEntry.FIELD)) {
            var whole = new ArrayList<>(before.getList(HistoryEntry.FIELD, Document.class));
            whole.addAll(written);
            var told = new Document(before.get(TEXTS, new Document()));
            told.putAll(texts);
            after.append(HistoryEntry.FIELD, whole).append(TEXTS, told);
        }
    }

    static long versionOf(Document stored) {
        return stored.get(VERSION, Number.class).longValue();
    }

    private Bson guard(Versioned<S> before, Act act) {
        var same = Filters.and(Filters.eq("_id", before.id()), Filters.eq(VERSION, before.version()));
        var key = act.key();
        return key == null ? same : Filters.and(same, Filters.ne("history.key", key));
    }

    private Document stateOf(S state) {
        var document = new Document();
        mongo.getConverter().write(state, document);
        document.remove("_id");
        return document;
    }

    private static void compare(Document before, Document after, Document set, Document unset) {
        after.forEach((name, value) -> {
            if (!Objects.equals(before.get(name), value)) {
                set.append(name, value);
            }
        });
        for (var name : before.keySet()) {
            var ours = name.equals("_id") || name.equals(VERSION) || name.equals(HistoryEntry.FIELD) || name.equals(TEXTS);
            if (!ours && !after.containsKey(name)) {
                unset.append(name, "");
            }
        }
    }

    private List<HistoryEntry> entries(String id, long version, Act act, List<Fact> facts) {
        var writtenAt = systemClock.instant();
        var generation = firstPosition.generation();
        var entries = new ArrayList<HistoryEntry>(facts.size());
        for (var fact : facts) {
            var sequence = version + entries.size() + 1;
            entries.add(new HistoryEntry(
                    entryId(id, sequence, generation),
                    fact.type(), sequence, act.at(), writtenAt, fact.by() == null ? act.actor() : fact.by(), fact.partitionKey(),
                    act.correlation(), act.key(), act.bodyHash(), fact.data()));
        }
        return entries;
    }

    /** A later generation counts on from a restored history: an entry must not have the id of one that was lost. */
    private String entryId(String id, long sequence, long generation) {
        return generation == 1
                ? Ids.derived(type.collection(), id, Long.toString(sequence))
                : Ids.derived(type.collection(), id, Long.toString(sequence), Long.toString(generation));
    }

    private static Document texts(List<HistoryEntry> entries, List<Fact> facts) {
        var texts = new Document();
        for (int i = 0; i < facts.size(); i++) {
            var text = facts.get(i).text();
            if (text != null) {
                texts.append(entries.get(i).id(), text);
            }
        }
        return texts;
    }
}
