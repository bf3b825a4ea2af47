package vn.dondoc.platform.audit;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.platform.time.DomainClock;

/** Anchors the heads of all histories once a day of the system's clock, and keeps the anchors. */
public final class Anchors {

    static final String COLLECTION = "anchors";
    static final String HEADS = "anchored_heads";
    static final Duration PAUSE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);

    private final MongoDatabaseFactory databases;
    private final Gathering gathering;
    private final Clock systemClock;

    Anchors(MongoDatabaseFactory databases, Gathering gathering, Clock systemClock) {
        this.databases = databases;
        this.gathering = gathering;
        this.systemClock = systemClock;
    }

    /** Makes the anchor of today where there is none. */
    void round() {
        anchor(LocalDate.ofInstant(systemClock.instant(), DomainClock.ZONE));
    }

    /**
     * Makes the anchor of a day, and what else has gathered heads for that day gives up.
     *
     * @return whether it was made; false where there is one
     */
    public boolean anchor(LocalDate day) {
        var database = databases.getMongoDatabase();
        var before = newest(database);
        if (before != null && !before.day().isBefore(day)) {
            return false;
        }
        sweep(database, before);
        var at = systemClock.instant();
        var seal = day + "-" + UUID.randomUUID().toString().substring(0, 8);
        var heads = new HeadWriter(database, seal);
        gathering.since(database, before == null ? null : before.at(), heads::add);
        var anchor = Anchor.of(day, seal, at, heads.finish(), heads.root(), before == null ? Anchor.nothing() : before.hash());
        try {
            database.getCollection(COLLECTION).insertOne(anchor.write());
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            database.getCollection(HEADS).deleteMany(Filters.eq("seal", seal));
            return false;
        }
        LOG.info("Anchored the histories of {}: {} heads, hash {}", day, anchor.heads(), HexFormat.of().formatHex(anchor.hash()));
        return true;
    }

    /** What an instance that died gathered for a day that another anchored; at most one day behind the newest anchor is still being gathered. */
    private static void sweep(MongoDatabase database, @Nullable Anchor newest) {
        if (newest != null) {
            database.getCollection(HEADS).deleteMany(Filters.and(
                    Filters.gte("seal", newest.day() + "-"), Filters.lt("seal", newest.day() + "."), Filters.ne("seal", newest.seal())));
        }
    }

    /** All anchors, the oldest first. */
    List<Anchor> all() {
        return list(null, Integer.MAX_VALUE);
    }

    List<Anchor> list(@Nullable LocalDate after, int most) {
        return databases.getMongoDatabase().getCollection(COLLECTION)
                .find(after == null ? new Document() : Filters.gt("_id", after.toString())).sort(Sorts.ascending("_id")).limit(most)
                .map(Anchor::read).into(new ArrayList<>());
    }

    private static @Nullable Anchor newest(MongoDatabase database) {
        var stored = database.getCollection(COLLECTION).find().sort(Sorts.descending("_id")).first();
        return stored == null ? null : Anchor.read(stored);
    }
}
