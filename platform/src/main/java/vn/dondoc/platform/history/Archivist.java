package vn.dondoc.platform.history;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Looks once an hour for histories that have grown too long. */
public final class Archivist {

    static final Duration PAUSE = Duration.ofHours(1);
    /** Far longer than any relay is behind unnoticed, and than a client repeats a call with its idempotency key. */
    private static final Duration RELAYED = Duration.ofDays(7);

    private final MongoDatabaseFactory databases;
    private final List<String> collections;
    private final Clock systemClock;

    Archivist(MongoDatabaseFactory databases, List<String> collections, Clock systemClock) {
        this.databases = databases;
        this.collections = List.copyOf(collections);
        this.systemClock = systemClock;
    }

    /** Archives what is too long now and was relayed long ago. */
    void round() {
        round(RELAYED);
    }

    /**
     * Archives what is too long now.
     *
     * @return how many aggregates were looked at
     */
    public int round(Duration relayedSince) {
        var database = databases.getMongoDatabase();
        var before = systemClock.instant().minus(relayedSince);
        var found = 0;
        for (var collection : collections) {
            var tooLong = tooLong(database, collection);
            tooLong.forEach(id -> Archive.trim(database, collection, id, before));
            found += tooLong.size();
        }
        return found;
    }

    private static List<String> tooLong(MongoDatabase database, String collection) {
        return database.getCollection(collection)
                .find(Filters.exists(HistoryEntry.FIELD + "." + Archive.LONGEST))
                .projection(Projections.include("_id"))
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>());
    }
}
