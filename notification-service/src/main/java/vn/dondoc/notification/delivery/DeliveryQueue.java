package vn.dondoc.notification.delivery;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.platform.store.ServerTime;

/**
 * The letters that wait, apart from the messages: what is claimed and tried again is nobody's history. A claim moves the next attempt
 * behind the end of its lease by the database's own clock, so a worker that dies gives its letter back by doing nothing.
 */
@Component
public class DeliveryQueue {

    static final String COLLECTION = "deliveries";
    static final String NEXT = "nextAttemptAt";
    static final String RANK = "rank";
    /** Longer than the time limits of one conversation with the mail server together. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final String OWNER = "owner";
    private static final String TRIES = "tries";

    private final MongoTemplate mongo;
    private final Clock systemClock;

    DeliveryQueue(MongoTemplate mongo, Clock systemClock) {
        this.mongo = mongo;
        this.systemClock = systemClock;
    }

    /** A letter to be sent: the id of its message. */
    public record Waiting(String id, Urgency urgency, String correlation) {}

    /** Lets letters wait for their turn; those that wait already are left as they are. */
    public void add(List<Waiting> letters) {
        if (letters.isEmpty()) {
            return;
        }
        var now = Date.from(systemClock.instant());
        var documents = letters.stream().map(letter -> new Document("_id", letter.id())
                .append(RANK, letter.urgency().ordinal())
                .append("queuedAt", now)
                .append(NEXT, now)
                .append(TRIES, 0)
                .append("correlation", letter.correlation())).toList();
        try {
            collection().insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException some) {
            if (some.getWriteConcernError() != null
                    || some.getWriteErrors().stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw some;
            }
        }
    }

    /** The most urgent one whose time has come, for one lease. */
    Optional<Claimed> claim() {
        var owner = UUID.randomUUID().toString();
        var claim = List.<Bson>of(new Document("$set", new Document(OWNER, owner)
                .append(NEXT, ServerTime.in(LEASE))
                .append(TRIES, new Document("$add", List.of("$" + TRIES, 1)))));
        var found = collection().findOneAndUpdate(ServerTime.reached(NEXT, systemClock), claim, new FindOneAndUpdateOptions()
                .sort(Sorts.ascending(RANK, NEXT))
                .returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(found).map(stored -> new Claimed(
                stored.getString("_id"), owner, stored.getInteger(TRIES), stored.getDate("queuedAt").toInstant(),
                stored.getString("correlation")));
    }

    /** It needs no further attempt. */
    void done(Claimed letter) {
        collection().deleteOne(mine(letter));
    }

    /** Not now; again after a while. */
    void again(Claimed letter, Duration after) {
        collection().updateOne(mine(letter), List.of(
                new Document("$set", new Document(NEXT, ServerTime.in(after))), new Document("$unset", OWNER)));
    }

    /** How many wait now, about. */
    long size() {
        return collection().estimatedDocumentCount();
    }

    private static Bson mine(Claimed letter) {
        return Filters.and(Filters.eq("_id", letter.id()), Filters.eq(OWNER, letter.owner()));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
