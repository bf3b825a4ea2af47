package vn.dondoc.platform.relay;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Whether the histories know what the topics say last. An entry is in its history before it is sent, so whatever dies, topics are never
 * ahead of the histories - unless the database is of an earlier time than they are: restored from a backup.
 */
final class HistoryComparison {

    private final List<String> collections;
    private final String source;

    HistoryComparison(List<String> collections, String source) {
        this.collections = List.copyOf(collections);
        this.source = source;
    }

    /** The newest generation among our own records; 1 where there is none. */
    long generation(Collection<Tail> tails) {
        return tails.stream().filter(this::ours).mapToLong(Tail::generation).max().orElse(1);
    }

    boolean ours(Tail tail) {
        return source.equals(tail.source());
    }

    /** The first record of that generation that no history knows. */
    Optional<Ahead> ahead(MongoDatabase database, long generation, Collection<Tail> tails) {
        var bySubject = tails.stream()
                .filter(tail -> ours(tail) && tail.generation() == generation && tail.subject() != null)
                .collect(Collectors.groupingBy(tail -> Objects.requireNonNull(tail.subject())));
        for (var collection : collections) {
            var prefix = collection + "/";
            var wanted = new HashMap<String, List<Tail>>();
            bySubject.forEach((subject, of) -> {
                if (subject.startsWith(prefix)) {
                    wanted.put(subject.substring(prefix.length()), of);
                }
            });
            var found = unknown(database, collection, wanted);
            if (found.isPresent()) {
                return found.map(tail -> new Ahead(tail.topic(), Objects.requireNonNull(tail.subject()), tail.sequence(), generation));
            }
        }
        return Optional.empty();
    }

    private static Optional<Tail> unknown(MongoDatabase database, String collection, Map<String, List<Tail>> wanted) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var there = new HashMap<String, Document>();
        database.getCollection(collection).find(Filters.in("_id", wanted.keySet()))
                .projection(Projections.include("version", HistoryFields.NAME + ".id", HistoryFields.NAME + ".sequence"))
                .forEach(aggregate -> there.put(aggregate.getString("_id"), aggregate));
        return wanted.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().filter(tail -> !knows(there.get(entry.getKey()), tail)))
                .findFirst();
    }

    private static boolean knows(@Nullable Document aggregate, Tail tail) {
        if (aggregate == null || aggregate.get("version", Number.class).longValue() < tail.sequence()) {
            return false;
        }
        // One that is not in the history any more was archived, long ago
        return aggregate.getList(HistoryFields.NAME, Document.class).stream()
                .filter(entry -> entry.get("sequence", Number.class).longValue() == tail.sequence())
                .allMatch(entry -> entry.getString("id").equals(tail.id()));
    }
}
