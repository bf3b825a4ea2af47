package vn.dondoc.reporting.rebuild;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.reporting.model.Model;
import vn.dondoc.reporting.model.Models;

/**
 * The life of a rebuild in the document of the models: begun once, led by whoever holds its lease (by the server's clock), switched to in
 * one write. What its leader stores, it stores only while the lease is its own.
 */
final class Rebuilds {

    static final Duration LEASE = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 3;
    private static final String LAST = "last";
    private static final String KEY = "key";
    private static final String SWITCHED = "switchedAt";
    private static final String OWNER = Models.BUILDING + ".owner";
    private static final String UNTIL = Models.BUILDING + ".until";
    private static final String NUMBER = Models.BUILDING + ".number";
    private static final String PARTS = Models.BUILDING + ".parts";
    private static final String SKIPPED = Models.BUILDING + ".skipped";
    private static final String ERROR = Models.BUILDING + ".lastError";
    private static final FindOneAndUpdateOptions AFTER = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoDatabaseFactory databases;
    private final ModelCollections collections;

    Rebuilds(MongoDatabaseFactory databases, ModelCollections collections) {
        this.databases = databases;
        this.collections = collections;
    }

    /** The present model, and how far the one being built is. */
    Operations.Model state() {
        return state(stored());
    }

    /**
     * Begins to build a model, unless one is being built or this key began the last one. Its collections are there before any projection
     * is told to write to them.
     */
    Operations.Model begin(@Nullable String key) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var stored = stored();
            if (stored.containsKey(Models.BUILDING) || (key != null && key.equals(stored.getString(KEY)))) {
                return state(stored);
            }
            var reserved = reserve();
            collections.dropOlderThan(reserved.getInteger(Models.CURRENT), switchedLongAgo());
            // Numbers of attempts that lost are never used again
            var model = new Model(reserved.getInteger(LAST) + 1);
            collections.make(model);
            if (begun(model, reserved.getInteger(Models.CURRENT), key)) {
                return state();
            }
            collections.drop(model);
        }
        throw ProblemException.of(409, "CONFLICT");
    }

    /** Takes or keeps the lease of the model being built; nothing where there is none or another instance builds it. */
    Optional<Building> claim(String owner) {
        var mine = new Document("$eq", List.of("$" + OWNER, owner));
        var free = new Document("$lt", List.of(new Document("$ifNull", List.of("$" + UNTIL, new Date(0))), "$$NOW"));
        var filter = Filters.and(Models.THE_ONE, Filters.exists(Models.BUILDING), Filters.expr(new Document("$or", List.of(mine, free))));
        var set = new Document(OWNER, owner).append(UNTIL, leaseEnd());
        return Optional.ofNullable(models().findOneAndUpdate(filter, List.of(new Document("$set", set)), AFTER))
                .map(found -> Building.read(found.get(Models.BUILDING, Document.class)));
    }

    /** Notes once what is to be read. */
    void toRead(String owner, Model model, Map<TopicPartition, Building.Part> parts) {
        held(models().updateOne(
                Filters.and(leader(owner, model), Filters.exists(PARTS, false)), Updates.set(PARTS, Building.write(parts))).getMatchedCount());
    }

    /** Notes within a transaction how far was read, and keeps the lease. */
    void advance(ClientSession session, String owner, Model model, Map<TopicPartition, Long> positions, int skipped) {
        var set = new Document(UNTIL, leaseEnd()).append(SKIPPED, new Document("$add", List.of("$" + SKIPPED, skipped)));
        positions.forEach((partition, position) -> set.append(PARTS + "." + Building.field(partition) + ".at", position));
        var update = List.of(new Document("$set", set), new Document("$unset", ERROR));
        held(models().updateOne(session, leader(owner, model), update).getMatchedCount());
    }

    /** The topics are not what was half read: another model takes the place of the one that is given up. */
    void beginAgain(String owner, Model givenUp) {
        var model = new Model(reserve().getInteger(LAST) + 1);
        collections.make(model);
        var update = Updates.combine(
                Updates.set(NUMBER, model.number()), Updates.set(SKIPPED, 0), Updates.unset(PARTS), Updates.unset(ERROR));
        held(models().updateOne(leader(owner, givenUp), update).getMatchedCount());
    }

    /** From now on readers use the new model. */
    void switchTo(String owner, Model model) {
        var set = new Document(Models.CURRENT, model.number()).append(SWITCHED, "$$NOW");
        var update = List.of(new Document("$set", set), new Document("$unset", Models.BUILDING));
        held(models().updateOne(leader(owner, model), update).getMatchedCount());
    }

    /** Notes why it does not go on. */
    void failed(String owner, String error) {
        models().updateOne(Filters.and(Models.THE_ONE, Filters.eq(OWNER, owner)), Updates.set(ERROR, error));
    }

    /** Gives the lease back, so that another instance need not wait. */
    void release(String owner) {
        models().updateOne(Filters.and(Models.THE_ONE, Filters.eq(OWNER, owner)), Updates.set(UNTIL, new Date(0)));
    }

    private boolean begun(Model model, int current, @Nullable String key) {
        var building = new Document("number", model.number()).append("startedAt", "$$NOW").append("skipped", 0);
        var set = new Document(Models.BUILDING, building).append(KEY, new Document("$literal", key));
        var free = Filters.and(Models.THE_ONE, Filters.exists(Models.BUILDING, false), Filters.eq(Models.CURRENT, current));
        return models().updateOne(free, List.of(new Document("$set", set))).getMatchedCount() == 1;
    }

    /** A number that no other attempt gets. */
    private Document reserve() {
        models().updateOne(
                Models.THE_ONE, Updates.setOnInsert(new Document(Models.CURRENT, Model.FIRST.number()).append(LAST, 0)), new UpdateOptions().upsert(true));
        return Objects.requireNonNull(models().findOneAndUpdate(Models.THE_ONE, Updates.inc(LAST, 1), AFTER));
    }

    /** Whether nobody can still be reading the model before the present one. */
    private boolean switchedLongAgo() {
        var before = new Document("$subtract", List.of("$$NOW", Duration.ofMinutes(1).toMillis()));
        var filter = Filters.and(
                Models.THE_ONE, Filters.exists(SWITCHED), Filters.expr(new Document("$lt", List.of("$" + SWITCHED, before))));
        return models().find(filter).first() != null;
    }

    private static Bson leader(String owner, Model model) {
        return Filters.and(Models.THE_ONE, Filters.eq(NUMBER, model.number()), Filters.eq(OWNER, owner));
    }

    private static void held(long matched) {
        if (matched != 1) {
            throw new LeaseLostException();
        }
    }

    private static Document leaseEnd() {
        return new Document("$add", List.of("$$NOW", LEASE.toMillis()));
    }

    private Document stored() {
        var stored = models().find(Models.THE_ONE).first();
        return stored == null ? new Document(Models.CURRENT, Model.FIRST.number()) : stored;
    }

    private static Operations.Model state(Document stored) {
        var switched = stored.getDate(SWITCHED);
        var building = stored.get(Models.BUILDING, Document.class);
        return new Operations.Model(
                stored.getInteger(Models.CURRENT), switched == null ? null : switched.toInstant(), building == null ? null : rebuild(building));
    }

    private static Operations.Rebuild rebuild(Document building) {
        return new Operations.Rebuild(
                building.getInteger("number"), building.getDate("startedAt").toInstant(), Building.readOf(building), Building.total(building),
                building.get("skipped", Number.class).longValue(), building.getString("lastError"));
    }

    private MongoCollection<Document> models() {
        return databases.getMongoDatabase().getCollection(Models.COLLECTION);
    }
}
