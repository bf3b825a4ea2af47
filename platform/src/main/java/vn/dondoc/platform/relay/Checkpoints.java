package vn.dondoc.platform.relay;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.platform.history.FirstPosition;

/** The relay's one document: position, lease and epoch. The lease runs by the server's clock. */
final class Checkpoints implements FirstPosition {

    static final String COLLECTION = "relay";
    private static final Bson THE_ONE = Filters.eq("_id", "relay");

    private final MongoDatabaseFactory databases;
    private final List<String> aggregates;
    private volatile boolean ensured;

    Checkpoints(MongoDatabaseFactory databases, List<String> aggregates) {
        this.databases = databases;
        this.aggregates = List.copyOf(aggregates);
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

    private void store() {
        if (checkpoints().find(THE_ONE).first() != null) {
            return;
        }
        var first = new Document("epoch", 0L).append("startAt", clusterTime()).append("writtenAt", new Date(0));
        if (aggregates.stream().anyMatch(name -> database().getCollection(name).find().limit(1).first() != null)) {
            first.append("repairFrom", new Date(0));
        }
        checkpoints().updateOne(THE_ONE, new Document("$setOnInsert", first), new UpdateOptions().upsert(true));
    }

    /** Takes or keeps the lease; nothing while another instance holds it. */
    Optional<Checkpoint> claim(String owner, Duration lease) {
        if (checkpoints().find(THE_ONE).first() == null) {
            ensured = false;
        }
        ensure();
        var mine = new Document("$eq", List.of("$owner", owner));
        var free = new Document("$lt", List.of(new Document("$ifNull", List.of("$until", new Date(0))), "$$NOW"));
        var filter = Filters.and(THE_ONE, Filters.expr(new Document("$or", List.of(mine, free))));
        var set = new Document("$set", new Document("owner", owner)
                .append("until", new Document("$add", List.of("$$NOW", lease.toMillis())))
                .append("epoch", new Document("$cond", List.of(mine, "$epoch", new Document("$add", List.of("$epoch", 1L))))));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return Optional.ofNullable(checkpoints().findOneAndUpdate(filter, List.of(set), after)).map(Checkpoints::read);
    }

    /** Stores a position; false when another epoch has begun, and then nothing is stored. */
    boolean advance(long epoch, BsonDocument token, Instant writtenAt) {
        return update(epoch, Updates.combine(Updates.set("token", token), Updates.max("writtenAt", Date.from(writtenAt))));
    }

    /** The histories were read again; from now on the stream is enough. */
    boolean repaired(long epoch) {
        return update(epoch, Updates.unset("repairFrom"));
    }

    /** The stream cannot be resumed: start it anew from now, after reading the histories since a time. */
    boolean startOver(long epoch, Instant repairFrom) {
        return update(epoch, Updates.combine(
                Updates.unset("token"), Updates.set("startAt", clusterTime()), Updates.set("repairFrom", Date.from(repairFrom))));
    }

    /** Gives the lease back, so that another instance need not wait. */
    void release(long epoch, String owner) {
        checkpoints().updateOne(
                Filters.and(THE_ONE, Filters.eq("epoch", epoch), Filters.eq("owner", owner)), Updates.set("until", new Date(0)));
    }

    private boolean update(long epoch, Bson update) {
        return checkpoints().updateOne(Filters.and(THE_ONE, Filters.eq("epoch", epoch)), update).getMatchedCount() == 1;
    }

    private BsonTimestamp clusterTime() {
        var answer = database().runCommand(new Document("hello", 1));
        var time = answer.get("operationTime", BsonTimestamp.class);
        if (time == null) {
            throw new IllegalStateException("MongoDB must run as a replica set: there is no change stream without one");
        }
        return time;
    }

    private static Checkpoint read(Document stored) {
        var token = stored.get("token", Document.class);
        var repairFrom = stored.getDate("repairFrom");
        return new Checkpoint(
                stored.get("epoch", Number.class).longValue(),
                token == null ? null : token.toBsonDocument(),
                stored.get("startAt", BsonTimestamp.class),
                stored.getDate("writtenAt").toInstant(),
                repairFrom == null ? null : repairFrom.toInstant());
    }

    private MongoDatabase database() {
        return databases.getMongoDatabase();
    }

    private MongoCollection<Document> checkpoints() {
        return database().getCollection(COLLECTION);
    }
}
