package vn.dondoc.platform.history;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The only way aggregates change: read, decide, and one update that is guarded by the version and stores state and events
 * together. A write that lost against another is decided anew on what is there now.
 */
public final class Aggregates<S> {

    private static final int ATTEMPTS = 60;
    private static final int BATCH = 500;
    private static final Bson BY_ID = Indexes.ascending("_id");
    private static final Bson STATE_ONLY = Projections.exclude(HistoryEntry.FIELD, Writing.TEXTS);

    private final AggregateType<S> type;
    private final MongoTemplate mongo;
    private final Writing<S> writing;
    private final FirstPosition firstPosition;
    private final @Nullable Bson projection;

    Aggregates(AggregateType<S> type, MongoTemplate mongo, Writing<S> writing, FirstPosition firstPosition) {
        this(type, mongo, writing, firstPosition, STATE_ONLY);
    }

    private Aggregates(
            AggregateType<S> type, MongoTemplate mongo, Writing<S> writing, FirstPosition firstPosition, @Nullable Bson projection) {
        this.type = type;
        this.mongo = mongo;
        this.writing = writing;
        this.firstPosition = firstPosition;
        this.projection = projection;
    }

    /** The same door for those who show the history after a change: what it finds and changes is read with it, in the same round trip. */
    public Aggregates<S> withHistories() {
        return new Aggregates<>(type, mongo, writing, firstPosition, null);
    }

    /** The aggregate, if it is there and within the given bounds. */
    public Optional<Versioned<S>> find(String id, Criteria... within) {
        // Bounds tempt the planner of the database to weigh their indexes against the id with every call
        return Optional.ofNullable(collection().find(filter(id, within)).hint(BY_ID).projection(projection).first()).map(writing::read);
    }

    /** What matches the query; its sort, skip, limit and collation count. */
    public List<Versioned<S>> list(Query query) {
        return stored(query).map(writing::read).into(new ArrayList<>());
    }

    /** The same, but what cannot be read is handed over as it is stored, and does not keep the others from being read. */
    public List<Versioned<S>> list(Query query, BiConsumer<Document, RuntimeException> unreadable) {
        var found = new ArrayList<Versioned<S>>();
        stored(query).forEach(document -> {
            try {
                found.add(writing.read(document));
            } catch (RuntimeException broken) {
                unreadable.accept(document, broken);
            }
        });
        return found;
    }

    private FindIterable<Document> stored(Query query) {
        var found = collection().find(query.getQueryObject()).projection(projection).sort(query.getSortObject());
        query.getCollation().ifPresent(c -> found.collation(c.toMongoCollation()));
        return found.skip((int) query.getSkip()).limit(query.getLimit());
    }

    /** Hands over what matches the query one by one, in its order, without holding it all. */
    public void each(Query query, Consumer<Versioned<S>> taker) {
        collection().find(query.getQueryObject()).projection(projection).sort(query.getSortObject()).limit(query.getLimit())
                .batchSize(BATCH).forEach(stored -> taker.accept(writing.read(stored)));
    }

    /** How many match the query in all, whatever its skip and limit. */
    public long count(Query query) {
        return collection().countDocuments(query.getQueryObject());
    }

    /** The whole history of an aggregate, oldest first, with the texts people wrote. */
    public List<Told> history(String id) {
        var stored = collection().find(Filters.eq("_id", id))
                .projection(Projections.include(HistoryEntry.FIELD, Writing.TEXTS)).first();
        return stored == null ? List.of() : told(id, stored);
    }

    /** The history up to the version of an aggregate that was found {@link #withHistories}; of another the present one is read. */
    public List<Told> history(Versioned<S> aggregate) {
        var stored = aggregate.stored();
        return stored.containsKey(HistoryEntry.FIELD) ? told(aggregate.id(), stored) : history(aggregate.id());
    }

    private List<Told> told(String id, Document stored) {
        var texts = Optional.ofNullable(stored.get(Writing.TEXTS, Document.class)).orElseGet(Document::new);
        var kept = stored.getList(HistoryEntry.FIELD, Document.class);
        // What still begins at 1 was never trimmed: a round trip less for nearly every aggregate
        var whole = !kept.isEmpty() && kept.getFirst().get("sequence", Number.class).longValue() == 1;
        var archived = whole ? List.<Document>of() : Archive.entries(mongo.getDb(), type.collection(), id);
        return Stream.concat(archived.stream(), kept.stream())
                .map(HistoryEntry::read)
                .collect(Collectors.toMap(HistoryEntry::sequence, entry -> entry, (first, _) -> first, TreeMap::new))
                .values().stream()
                .map(entry -> new Told(entry, texts.getString(entry.id())))
                .toList();
    }

    /** An entry, and the text that belongs to it where there is one. */
    public record Told(HistoryEntry entry, @Nullable String text) {}

    /** Makes an aggregate under a given id; a second time is answered like the first if key and body are the same. */
    public Outcome<S> create(String id, Act act, Supplier<Decision<S>> decide) {
        firstPosition.ensure();
        return switch (decide.get()) {
            case Decision.Refused<S>(Refusal refusal) -> new Outcome.Refused<>(refusal);
            case Decision.Unchanged<S> _ -> find(id).<Outcome<S>>map(a -> new Outcome.Done<>(a, true)).orElseGet(Outcome.NotFound::new);
            case Decision.Accepted<S> accepted -> insert(id, act, accepted);
        };
    }

    /** Changes an aggregate, whatever its version. */
    public Outcome<S> change(String id, Act act, Function<S, Decision<S>> decide) {
        return change(id, act, null, new Criteria[0], decide);
    }

    /**
     * Changes an aggregate.
     *
     * @param expected the version the caller looked at; null for any
     * @param within bounds outside of which it does not exist for the caller
     */
    public Outcome<S> change(String id, Act act, @Nullable Long expected, Criteria[] within, Function<S, Decision<S>> decide) {
        return change(id, _ -> act, expected, within, decide);
    }

    /**
     * Changes an aggregate.
     *
     * @param act of whoever acts on what is there; asked anew with each attempt
     * @param expected the version the caller looked at; null for any
     * @param within bounds outside of which it does not exist for the caller
     */
    public Outcome<S> change(
            String id, Function<S, Act> act, @Nullable Long expected, Criteria[] within, Function<S, Decision<S>> decide) {
        firstPosition.ensure();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = find(id, within).orElse(null);
            if (before == null) {
                return new Outcome.NotFound<>();
            }
            var answer = attempt(before, act.apply(before.state()), expected, decide);
            if (answer != null) {
                return answer;
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L * Math.min(attempt + 1, 20)));
        }
        return new Outcome.Contended<>();
    }

    /**
     * One decision each for many aggregates that were read before, written in a few round trips while the rest is decided; those that
     * another writer changed since are left alone.
     *
     * @return how many were changed
     */
    public int changeAll(List<Versioned<S>> read, Act act, Function<S, Decision<S>> decide) {
        firstPosition.ensure();
        try (var writes = new Overlapped(collection())) {
            for (var before : read) {
                if (decide.apply(before.state()) instanceof Decision.Accepted<S> accepted) {
                    writes.add(writing.next(before, act, accepted).update());
                }
            }
            return writes.finish();
        }
    }

    /**
     * Makes many aggregates in one round trip; those that exist already are left as they are.
     *
     * @return how many are new
     */
    public int createAll(Act act, List<New<S>> wanted) {
        firstPosition.ensure();
        var documents = wanted.stream().map(n -> writing.first(n.id(), act, n.decision())).toList();
        if (documents.isEmpty()) {
            return 0;
        }
        try {
            return collection().insertMany(documents, new com.mongodb.client.model.InsertManyOptions().ordered(false)).getInsertedIds().size();
        } catch (MongoBulkWriteException some) {
            if (some.getWriteConcernError() != null
                    || some.getWriteErrors().stream().anyMatch(e -> e.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw some;
            }
            return some.getWriteResult().getInsertedCount();
        }
    }

    /** An aggregate to be made. */
    public record New<S>(String id, Decision.Accepted<S> decision) {}

    private @Nullable Outcome<S> attempt(Versioned<S> before, Act act, @Nullable Long expected, Function<S, Decision<S>> decide) {
        if (expected != null && expected != before.version()) {
            return repeated(before, act).orElseGet(Outcome.VersionChanged::new);
        }
        return switch (decide.apply(before.state())) {
            case Decision.Refused<S>(Refusal refusal) -> repeated(before, act).orElseGet(() -> new Outcome.Refused<>(refusal));
            case Decision.Unchanged<S> _ -> repeated(before, act).orElseGet(() -> new Outcome.Done<>(before, true));
            case Decision.Accepted<S> accepted -> write(before, act, accepted);
        };
    }

    private @Nullable Outcome<S> write(Versioned<S> before, Act act, Decision.Accepted<S> accepted) {
        var change = writing.next(before, act, accepted);
        var result = collection().updateOne(change.update().getFilter(), Objects.requireNonNull(change.update().getUpdate()));
        if (result.getMatchedCount() == 1) {
            return new Outcome.Done<>(change.after(), false);
        }
        return repeated(before, act).orElse(null);
    }

    private Outcome<S> insert(String id, Act act, Decision.Accepted<S> accepted) {
        var document = writing.first(id, act, accepted);
        try {
            collection().insertOne(document);
            return new Outcome.Done<>(new Versioned<>(id, Writing.versionOf(document), accepted.state(), document), false);
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            return existing(id, act);
        }
    }

    private Outcome<S> existing(String id, Act act) {
        var there = find(id).orElse(null);
        if (there == null) {
            return new Outcome.Refused<>(new Refusal(409, "EXISTS", List.of()));
        }
        return repeated(there, act).orElseGet(() -> new Outcome.Refused<>(new Refusal(409, "EXISTS", List.of())));
    }

    /** The answer where the key was used before; nothing where it was not, or there is none. */
    private Optional<Outcome<S>> repeated(Versioned<S> aggregate, Act act) {
        var key = act.key();
        if (key == null) {
            return Optional.empty();
        }
        var found = collection().find(Filters.and(Filters.eq("_id", aggregate.id()), Filters.eq("history.key", key)))
                .projection(Projections.include("history.$")).first();
        if (found == null) {
            return Optional.empty();
        }
        var entry = HistoryEntry.read(found.getList(HistoryEntry.FIELD, Document.class).getFirst());
        if (!Objects.equals(entry.bodyHash(), act.bodyHash())) {
            return Optional.of(new Outcome.KeyReused<>());
        }
        return Optional.of(find(aggregate.id()).<Outcome<S>>map(a -> new Outcome.Done<>(a, true)).orElseGet(Outcome.NotFound::new));
    }

    private static Bson filter(String id, Criteria[] within) {
        Bson filter = Filters.eq("_id", id);
        for (var bound : within) {
            filter = Filters.and(filter, bound.getCriteriaObject());
        }
        return filter;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(type.collection());
    }
}
