package vn.dondoc.platform.history;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.MongoPersistentProperty;
import vn.dondoc.contracts.id.Ids;

/** The stored forms of a change: state, version, entries and texts, for an insert or for one guarded update. */
final class Writing<S> {

    static final String VERSION = "version";
    private static final Set<String> OURS = Set.of("_id", VERSION, HistoryEntry.FIELD, Chain.HEAD, Words.TEXTS, Words.SALTS);

    private final AggregateType<S> type;
    private final MongoTemplate mongo;
    private final Clock systemClock;
    private final FirstPosition firstPosition;
    private final Chain chain;
    /** The fields that this version writes and reads; what else a document has is of a newer one. */
    private final Set<String> known;

    Writing(AggregateType<S> type, MongoTemplate mongo, Clock systemClock, FirstPosition firstPosition) {
        this.type = type;
        this.mongo = mongo;
        this.systemClock = systemClock;
        this.firstPosition = firstPosition;
        this.chain = new Chain(type.collection(), mongo.getDb().getCodecRegistry());
        this.known = StreamSupport.stream(mongo.getConverter().getMappingContext().getRequiredPersistentEntity(type.state()).spliterator(), false)
                .map(MongoPersistentProperty::getFieldName)
                .collect(Collectors.toUnmodifiableSet());
    }

    Versioned<S> read(Document stored) {
        var state = mongo.getConverter().read(type.state(), stored);
        return new Versioned<>(stored.getString("_id"), versionOf(stored), state, stored);
    }

    Document first(String id, Act act, Decision.Accepted<S> accepted) {
        var document = stateOf(accepted.state());
        var entries = entries(id, 0, act, accepted.facts());
        var words = Words.of(entries, accepted.facts());
        var written = chain.chained(id, null, entries.stream().map(words::write).toList());
        document.append("_id", id)
                .append(VERSION, (long) entries.size())
                .append(Chain.HEAD, Chain.headOf(written))
                .append(HistoryEntry.FIELD, written);
        if (!words.texts().isEmpty()) {
            document.append(Words.TEXTS, words.texts()).append(Words.SALTS, words.salts());
        }
        return document;
    }

    /** The update that makes a change; it matches only while nobody else has written, and while the key was not used. */
    record Change<S>(UpdateOneModel<Document> update, Versioned<S> after) {}

    Change<S> next(Versioned<S> before, Act act, Decision.Accepted<S> accepted) {
        var entries = entries(before.id(), before.version(), act, accepted.facts());
        var version = before.version() + entries.size();
        var state = stateOf(accepted.state());
        var words = Words.of(entries, accepted.facts());
        var written = chain.chained(before.id(), before.stored().get(Chain.HEAD, Binary.class), entries.stream().map(words::write).toList());
        var head = Chain.headOf(written);
        var set = new Document(VERSION, version).append(Chain.HEAD, head);
        var unset = new Document();
        compare(before.stored(), state, set, unset);
        words.texts().forEach((entry, text) -> set.append(Words.TEXTS + "." + entry, text));
        words.salts().forEach((entry, salt) -> set.append(Words.SALTS + "." + entry, salt));
        var update = new Document("$set", set)
                .append("$push", new Document(HistoryEntry.FIELD, new Document("$each", written)));
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        state.append("_id", before.id()).append(VERSION, version).append(Chain.HEAD, head);
        tell(before.stored(), written, words.texts(), state);
        return new Change<>(new UpdateOneModel<>(guard(before, act), update), new Versioned<>(before.id(), version, accepted.state(), state));
    }

    /** Whoever read the history with the state gets it with what was added: the guard knows that nothing else was. */
    private static void tell(Document before, List<Document> written, Document texts, Document after) {
        if (before.containsKey(HistoryEntry.FIELD)) {
            var whole = new ArrayList<>(before.getList(HistoryEntry.FIELD, Document.class));
            whole.addAll(written);
            var told = new Document(before.get(Words.TEXTS, new Document()));
            told.putAll(texts);
            after.append(HistoryEntry.FIELD, whole).append(Words.TEXTS, told);
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

    /** What a newer version stored beside stays: while two versions run, and after a rollback, the older one changes the same documents. */
    private void compare(Document before, Document after, Document set, Document unset) {
        after.forEach((name, value) -> {
            if (!Objects.equals(before.get(name), value)) {
                set.append(name, value);
            }
        });
        for (var name : before.keySet()) {
            if (known.contains(name) && !OURS.contains(name) && !after.containsKey(name)) {
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
}
