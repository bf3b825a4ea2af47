package vn.dondoc.platform.relay;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.platform.history.FirstPosition;

/** The relay's one document: position, lease, epoch and generation. The lease runs by the server's clock. */
final class Checkpoints implements FirstPosition, Relayed {

    static final String COLLECTION = "relay";
    static final Bson THE_ONE = Filters.eq("_id", "relay");

    private final MongoDatabaseFactory databases;
    private final List<String> aggregates;
    private final Clock systemClock;
    private volatile boolean ensured;
    private volatile long generation = 1;
    private volatile @Nullable Ahead ahead;

    Checkpoints(MongoDatabaseFactory databases, List<String> aggregates, Clock systemClock) {
        this.databases = databases;
        this.aggregates = List.copyOf(aggregates);
        this.systemClock = systemClock;
    }

    /**
     * Stores the present cluster time as the first position, unless there is one. Where there are histories but no position (it was
     * deleted), everything is to be read again from them: duplicates are allowed, gaps are not.
     */
    @Override
    public void ensure() {
        if (!ensured) {
            store();
            ensured = true;
        }
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public Instant until() {
        var there = checkpoints().find(THE_ONE).projection(Projections.include("writtenAt")).first();
        return there == null ? Instant.EPOCH : there.getDate("writtenAt").toInstant();
    }

    /** The record that the histories do not know, as of the last look at the document; null where they are not behind. */
    @Nullable Ahead ahead() {
        return ahead;
    }

    private void store() {
        var there = checkpoints().find(THE_ONE).first();
        if (there != null) {
            note(there);
            return;
        }
        var first = new Document("epoch", 0L).append("startAt", clusterTime()).append("writtenAt", new Date(0));
        if (aggregates.stream().anyMatch(name -> database().getCollection(name).find().limit(1).first() != null)) {
            first.append("repairFrom", new Date(0));
        }
        checkpoints().updateOne(THE_ONE, new Document("$setOnInsert", first), new UpdateOptions().upsert(true));
    }

    /** Takes or keeps the lease, and stores what the relay says of itself; nothing while another instance holds it. */
    Optional<Checkpoint> claim(String owner, Duration lease, Progress progress) {
        var before = checkpoints().find(THE_ONE).first();
        if (before == null) {
            ensured = false;
        } else {
            note(before);
        }
        ensure();
        var mine = new Document("$eq", List.of("$owner", owner));
        var free = new Document("$lt", List.of(new Document("$ifNull", List.of("$until", new Date(0))), "$$NOW"));
        var filter = Filters.and(THE_ONE, Filters.expr(new Document("$or", List.of(mine, free))));
        var set = new Document("owner", owner)
                .append("until", new Document("$add", List.of("$$NOW", lease.toMillis())))
                .append("epoch", new Document("$cond", List.of(mine, "$epoch", new Document("$add", List.of("$epoch", 1L)))));
        tell(progress).forEach((name, value) ->
                set.append(name, new Document("$cond", List.of(mine, value, new Document("$ifNull", List.of("$" + name, value))))));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return Optional.ofNullable(checkpoints().findOneAndUpdate(filter, List.of(new Document("$set", set)), after))
                .map(claimed -> Checkpoint.read(claimed, waiting(claimed)));
    }

    private static Document tell(Progress progress) {
        var error = progress.error() == null ? new Document("$literal", new Document())
                : new Document("$literal", new Document("kind", progress.error()).append("at", Date.from(Objects.requireNonNull(progress.errorAt()))));
        return new Document("seenAt", "$$NOW").append("lagMillis", progress.lag().toMillis()).append("error", error);
    }

    private Duration waiting(Document stored) {
        var told = stored.get("lagMillis", Number.class);
        var seen = stored.getDate("seenAt");
        if (told == null || seen == null) {
            return Duration.ZERO;
        }
        var since = Duration.between(seen.toInstant(), systemClock.instant());
        return Duration.ofMillis(told.longValue()).plus(since.isNegative() ? Duration.ZERO : since);
    }

    /** Stores a position; false when another epoch has begun, and then nothing is stored. */
    boolean advance(long epoch, BsonDocument token, Instant writtenAt) {
        return update(epoch, Updates.combine(
                Updates.set("token", token), Updates.max("writtenAt", Date.from(writtenAt)), Updates.currentDate("storedAt")));
    }

    /** The histories were read again as of a time; from now on the stream is enough. */
    boolean repaired(long epoch, Instant asOf) {
        return update(epoch, Updates.combine(Updates.unset("repairFrom"), Updates.max("writtenAt", Date.from(asOf))));
    }

    /** The topics were emptied for the present generation. */
    boolean emptied(long epoch) {
        return update(epoch, Updates.unset("emptying"));
    }

    /** The histories are older than the topics, or are not any more. */
    boolean compared(long epoch, @Nullable Ahead found) {
        var stored = update(epoch, found == null ? Updates.unset(Checkpoint.BEHIND) : Updates.set(Checkpoint.BEHIND, found.write()));
        if (stored) {
            ahead = found;
        }
        return stored;
    }

    /** The topics are of a later generation than this document says, and hold nothing that the histories do not know. */
    boolean adopt(long epoch, long later) {
        var stored = update(epoch, Updates.set(Checkpoint.GENERATION, later));
        if (stored) {
            generation = later;
        }
        return stored;
    }

    /** The stream cannot be resumed: start it anew from now, after reading the histories since a time. */
    boolean startOver(long epoch, Instant repairFrom) {
        return update(epoch, Updates.combine(
                Updates.unset("token"), Updates.set("startAt", clusterTime()), Updates.set("repairFrom", Date.from(repairFrom))));
    }

    /** Gives the lease back, so that another instance need not wait, and says how it ended. */
    void release(long epoch, String owner, Progress progress) {
        var set = tell(progress).append("until", new Date(0));
        checkpoints().updateOne(
                Filters.and(THE_ONE, Filters.eq("epoch", epoch), Filters.eq("owner", owner)), List.of(new Document("$set", set)));
    }

    /** Takes over what the document says for all instances. */
    void note(Document stored) {
        generation = Checkpoint.generationOf(stored);
        var behind = stored.get(Checkpoint.BEHIND, Document.class);
        ahead = behind == null ? null : Ahead.read(behind);
    }

    private boolean update(long epoch, Bson update) {
        return checkpoints().updateOne(Filters.and(THE_ONE, Filters.eq("epoch", epoch)), update).getMatchedCount() == 1;
    }

    BsonTimestamp clusterTime() {
        var answer = database().runCommand(new Document("hello", 1));
        var time = answer.get("operationTime", BsonTimestamp.class);
        if (time == null) {
            throw new IllegalStateException("MongoDB must run as a replica set: there is no change stream without one");
        }
        return time;
    }

    private MongoDatabase database() {
        return databases.getMongoDatabase();
    }

    MongoCollection<Document> checkpoints() {
        return database().getCollection(COLLECTION);
    }
}
