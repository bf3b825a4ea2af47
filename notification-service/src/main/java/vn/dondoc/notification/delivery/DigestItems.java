package vn.dondoc.notification.delivery;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.message.Notification;

/** The messages that wait for the digest of their position, and which digest has taken them. They go when their outcome was told to the messages. */
@Component
public class DigestItems {

    static final String COLLECTION = "digest_items";
    static final String POSITION = "position";
    static final String AT = "at";
    static final String FREE = "free";
    static final String DIGEST = "digest";
    private static final String PROVINCE = "province";
    private static final String COMMUNE = "commune";
    private static final String POINTLESS = "pointless";
    private static final String VACANT = "vacant";

    private final MongoTemplate mongo;

    public DigestItems(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void add(List<Notification> messages) {
        if (messages.isEmpty()) {
            return;
        }
        try {
            collection().insertMany(messages.stream().map(message -> new Document("_id", message.id().value())
                    .append(POSITION, message.to().position().value())
                    .append(PROVINCE, message.province().value())
                    .append(COMMUNE, message.commune().value())
                    .append(AT, Date.from(message.at()))
                    .append(VACANT, message.to().isVacant())
                    .append(FREE, true)).toList(), new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException some) {
            if (some.getWriteConcernError() != null
                    || some.getWriteErrors().stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw some;
            }
        }
    }

    /**
     * Where a position with waiting messages belongs.
     *
     * @param since when the oldest of them happened
     */
    public record Waiting(PositionId position, UnitId province, UnitId commune, Instant since) {}

    /** The positions for which something waits that happened until then. */
    public List<Waiting> waiting(Instant until) {
        return collection().aggregate(List.of(
                new Document("$match", new Document(FREE, true).append(AT, new Document("$lte", Date.from(until)))),
                new Document("$group", new Document("_id", "$" + POSITION)
                        .append(PROVINCE, new Document("$first", "$" + PROVINCE)).append(COMMUNE, new Document("$first", "$" + COMMUNE))
                        .append(AT, new Document("$min", "$" + AT))))).allowDiskUse(true)
                .map(found -> new Waiting(
                        new PositionId(found.getString("_id")), new UnitId(found.getString(PROVINCE)), new UnitId(found.getString(COMMUNE)),
                        found.getDate(AT).toInstant()))
                .into(new ArrayList<>());
    }

    /** The messages that wait for those positions, of what happened until then, and were written while somebody held them. */
    List<String> waitingFor(List<PositionId> positions, Instant until) {
        return collection().find(Filters.and(Filters.in(POSITION, positions.stream().map(PositionId::value).toList()), Filters.eq(FREE, true),
                        Filters.lte(AT, Date.from(until)), Filters.ne(VACANT, true))).projection(Projections.include("_id")).map(item -> item.getString("_id")).into(new ArrayList<>());
    }

    /** Gives digests what waits for their positions and happened until their hour. */
    public void take(Collection<DigestDeliveries.Begun> digests) {
        if (!digests.isEmpty()) {
            collection().bulkWrite(digests.stream().map(digest -> new UpdateManyModel<Document>(
                    Filters.and(Filters.in(POSITION, digest.positions().stream().map(PositionId::value).toList()), Filters.eq(FREE, true),
                            Filters.lte(AT, Date.from(digest.until()))),
                    Updates.combine(Updates.set(DIGEST, digest.id()), Updates.unset(FREE)))).toList(), new BulkWriteOptions().ordered(false));
        }
    }

    /** Lets the next digest have what these had. */
    public void giveBack(Collection<String> digests) {
        collection().updateMany(Filters.in(DIGEST, digests), Updates.combine(Updates.set(FREE, true), Updates.unset(DIGEST), Updates.unset(POINTLESS)));
    }

    /** The same of messages that came too late for theirs. */
    void giveBackOnly(Collection<String> messages) {
        collection().updateMany(Filters.in("_id", messages), Updates.combine(Updates.set(FREE, true), Updates.unset(DIGEST), Updates.unset(POINTLESS)));
    }

    /** The messages of digests, by these; those that were pointless before have their reason. */
    Map<String, Map<String, @Nullable String>> of(Collection<String> digests) {
        var found = new HashMap<String, Map<String, @Nullable String>>();
        collection().find(Filters.in(DIGEST, digests)).projection(Projections.include(DIGEST, POINTLESS))
                .forEach(item -> found.computeIfAbsent(item.getString(DIGEST), _ -> new HashMap<>()).put(item.getString("_id"), item.getString(POINTLESS)));
        return found;
    }

    void pointless(Map<String, String> reasons) {
        if (!reasons.isEmpty()) {
            collection().bulkWrite(reasons.entrySet().stream().map(item -> new UpdateManyModel<Document>(
                    Filters.eq("_id", item.getKey()), Updates.set(POINTLESS, item.getValue()))).toList(), new BulkWriteOptions().ordered(false));
        }
    }

    void settled(Collection<String> digests) {
        collection().deleteMany(Filters.in(DIGEST, digests));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
