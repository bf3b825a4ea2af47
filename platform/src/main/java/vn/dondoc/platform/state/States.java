package vn.dondoc.platform.state;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.event.EventTypes;
import vn.dondoc.platform.history.Archive;
import vn.dondoc.platform.history.HistoryEntry;

/**
 * The newest public event of every aggregate: since events carry the state that others need, it is what others ought to know. Read from
 * the histories themselves, and from the archive where what is kept of a history holds none.
 */
public final class States {

    private static final String HISTORY = "history";
    private static final String NEWEST = "newest";
    private static final List<String> PUBLIC = List.copyOf(EventTypes.all().keySet());

    private final MongoDatabaseFactory databases;
    private final Set<String> collections;

    States(MongoDatabaseFactory databases, List<String> collections) {
        this.databases = databases;
        this.collections = Set.copyOf(collections);
    }

    /** Whether that is a collection of aggregates of this service. */
    public boolean has(String collection) {
        return collections.contains(collection);
    }

    /**
     * Some aggregates of a collection in the order of their ids. An aggregate that never told anything has no state.
     *
     * @param last the id of the last one looked at; null at the end of the collection
     */
    public record Some(List<Operations.State> states, @Nullable String last) {}

    /**
     * Looks at so many aggregates behind an id.
     *
     * @param after null to begin with the first
     */
    public Some behind(String collection, @Nullable String after, int count) {
        var database = databases.getMongoDatabase();
        var generation = generation(database);
        var found = database.getCollection(collection).aggregate(List.of(
                Aggregates.match(after == null ? new Document() : Filters.gt("_id", after)),
                Aggregates.sort(Sorts.ascending("_id")),
                Aggregates.limit(count),
                Aggregates.project(newestOnly()))).into(new ArrayList<>());
        var states = new ArrayList<Operations.State>();
        for (var aggregate : found) {
            var id = aggregate.getString("_id");
            var entry = newest(database, collection, aggregate);
            if (entry != null) {
                states.add(state(collection + "/" + id, generation, HistoryEntry.read(entry)));
            }
        }
        return new Some(List.copyOf(states), found.size() < count ? null : found.getLast().getString("_id"));
    }

    /** The server picks the entry: whole histories need not travel. */
    private static Bson newestOnly() {
        var open = new Document("$filter", new Document("input", "$" + HISTORY)
                .append("cond", new Document("$in", List.of("$$this.type", PUBLIC))));
        return Projections.fields(Projections.computed(NEWEST, new Document("$last", open)));
    }

    private static @Nullable Document newest(MongoDatabase database, String collection, Document aggregate) {
        var kept = aggregate.get(NEWEST, Document.class);
        if (kept != null) {
            return kept;
        }
        var archived = database.getCollection(Archive.COLLECTION)
                .find(Filters.and(
                        Filters.eq("collection", collection), Filters.eq("aggregate", aggregate.getString("_id")),
                        Filters.in("entry.type", PUBLIC)))
                .sort(Sorts.descending("sequence"))
                .first();
        return archived == null ? null : archived.get("entry", Document.class);
    }

    private static Operations.State state(String subject, long generation, HistoryEntry entry) {
        return new Operations.State(subject, generation, entry.sequence(), entry.at(), entry.type(), PlainData.of(entry.data()));
    }

    /** The relay's checkpoint names the generation of the topics, from 1, which is meant where it names none. */
    private static long generation(MongoDatabase database) {
        var checkpoint = database.getCollection("relay").find(Filters.eq("_id", "relay")).projection(Projections.include("generation")).first();
        return checkpoint == null || checkpoint.get("generation") == null ? 1 : checkpoint.get("generation", Number.class).longValue();
    }
}
