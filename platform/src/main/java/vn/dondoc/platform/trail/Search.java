package vn.dondoc.platform.trail;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.platform.history.Archive;
import vn.dondoc.platform.history.HistoryEntry;
import vn.dondoc.platform.history.HistoryIndexes;

/**
 * Finds entries in the histories themselves and in the archive, newest first. Without a person, position or object the time is walked back in
 * parts that grow, until there are enough: the cost follows what is shown, not what exists.
 */
final class Search {

    private static final Duration FIRST_PART = Duration.ofSeconds(1);
    private static final int GROWTH = 8;
    private static final Duration LONGEST_PART = Duration.ofDays(400);
    private static final int ARCHIVE_BATCH = 500;
    private static final String KEPT = HistoryEntry.FIELD + ".";

    private final MongoDatabaseFactory databases;
    private final List<String> collections;
    private final Clock systemClock;

    Search(MongoDatabaseFactory databases, List<String> collections, Clock systemClock) {
        this.databases = databases;
        this.systemClock = systemClock;
        this.collections = collections.stream().sorted().toList();
    }

    /** At most so many, newest first. */
    List<Found> newest(Border border, Sought sought, int most) {
        var found = new ArrayList<Found>();
        var upper = sought.end();
        // hardly anything is stamped in the future: the parts grow from now, not from the end of the day that is asked for
        var from = systemClock.instant().isBefore(upper) ? systemClock.instant() : upper;
        for (var part = FIRST_PART; found.size() < most && upper.isAfter(sought.from()); part = part.multipliedBy(GROWTH)) {
            var whole = sought.narrow() || part.compareTo(LONGEST_PART) > 0 || from.minus(part).isBefore(sought.from());
            var lower = whole ? sought.from() : from.minus(part);
            found.addAll(within(border, sought, lower, upper, most - found.size()));
            upper = lower;
            from = lower;
        }
        return found;
    }

    private List<Found> within(Border border, Sought sought, Instant lower, Instant upper, int most) {
        var database = databases.getMongoDatabase();
        var found = new LinkedHashMap<String, Found>();
        for (var collection : of(sought)) {
            for (var one : kept(database, collection, border, sought, lower, upper, most)) {
                var entry = new Found(collection, one.getString("_id"), one.get(HistoryEntry.FIELD, Document.class));
                found.put(entry.id(), entry);
            }
        }
        archived(database, border, sought, lower, upper, most).forEach(entry -> found.putIfAbsent(entry.id(), entry));
        return found.values().stream().sorted(Found.NEWEST_FIRST).limit(most).toList();
    }

    private List<String> of(Sought sought) {
        var named = collectionIn(sought.object());
        return named == null ? collections : collections.stream().filter(named::equals).toList();
    }

    private static @Nullable String collectionIn(@Nullable String object) {
        return object == null || object.indexOf('/') < 0 ? null : object.substring(0, object.indexOf('/'));
    }

    private static String idIn(String object) {
        return object.substring(object.indexOf('/') + 1);
    }

    /** Visible for the test that looks at its plan. */
    AggregateIterable<Document> kept(
            MongoDatabase database, String collection, Border border, Sought sought, Instant lower, Instant upper, int most) {
        var aggregates = database.getCollection(collection);
        var some = Filters.and(border.within(sought.commune()), Filters.elemMatch(HistoryEntry.FIELD, sought.entry("", lower, upper)));
        Bson first;
        Bson index;
        if (sought.object() != null) {
            first = Filters.eq("_id", idIn(sought.object()));
            index = new Document("_id", 1);
        } else if (sought.person() != null) {
            first = Filters.eq(KEPT + "person", sought.person());
            index = HistoryIndexes.BY_PERSON;
        } else if (sought.position() != null) {
            first = Filters.eq(KEPT + "position", sought.position());
            index = HistoryIndexes.BY_POSITION;
        } else {
            first = border.ofProvince() && sought.commune() == null ? HistoryIndexes.anyCommune(aggregates) : communes(border, sought.commune());
            index = HistoryIndexes.BY_TIME;
        }
        return aggregates.aggregate(List.of(
                        Aggregates.match(Filters.and(first, some)),
                        Aggregates.project(Projections.include(HistoryEntry.FIELD)),
                        Aggregates.unwind("$" + HistoryEntry.FIELD),
                        Aggregates.match(sought.entry(KEPT, lower, upper)),
                        Aggregates.sort(Sorts.descending(KEPT + "writtenAt", KEPT + "sequence", KEPT + "id")),
                        Aggregates.limit(most)))
                .hint(index);
    }

    /** What names its place otherwise stands under null. */
    private static Bson communes(Border border, @Nullable String commune) {
        var communes = new ArrayList<@Nullable String>(commune == null ? border.communes() : List.of(commune));
        communes.add(null);
        return Filters.in("commune", communes);
    }

    private List<Found> archived(MongoDatabase database, Border border, Sought sought, Instant lower, Instant upper, int most) {
        var filter = new ArrayList<Bson>(List.of(
                Filters.in("collection", of(sought)), sought.entry("entry.", lower, upper),
                Filters.gte("writtenAt", Date.from(lower)), Filters.lt("writtenAt", Date.from(upper))));
        if (sought.object() != null) {
            filter.add(Filters.eq("aggregate", idIn(sought.object())));
        }
        var found = new ArrayList<Found>();
        var batch = new ArrayList<Found>();
        var stored = database.getCollection(Archive.COLLECTION).find(Filters.and(filter)).sort(Sorts.descending("writtenAt", "sequence", "_id"));
        try (var cursor = stored.allowDiskUse(true).batchSize(ARCHIVE_BATCH).cursor()) {
            while (cursor.hasNext() && found.size() < most) {
                var one = cursor.next();
                batch.add(new Found(one.getString("collection"), one.getString("aggregate"), one.get("entry", Document.class)));
                if (batch.size() == ARCHIVE_BATCH || !cursor.hasNext()) {
                    found.addAll(inside(database, border, sought, batch));
                    batch.clear();
                }
            }
        }
        return found;
    }

    /** Archived entries do not say whose they are: their aggregates do. */
    private static List<Found> inside(MongoDatabase database, Border border, Sought sought, List<Found> batch) {
        var inside = new HashSet<String>();
        batch.stream().collect(Collectors.groupingBy(Found::collection, Collectors.mapping(Found::aggregate, Collectors.toSet())))
                .forEach((collection, ids) -> inside.addAll(ids(database, collection, Filters.and(Filters.in("_id", ids), border.within(sought.commune())))));
        return batch.stream().filter(one -> inside.contains(one.collection() + "/" + one.aggregate())).toList();
    }

    private static Collection<String> ids(MongoDatabase database, String collection, Bson filter) {
        return database.getCollection(collection).find(filter).projection(Projections.include("_id"))
                .map(aggregate -> collection + "/" + aggregate.getString("_id")).into(new ArrayList<>());
    }
}
