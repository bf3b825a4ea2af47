package vn.dondoc.notification.invitation;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.InvitationId;
import vn.dondoc.platform.store.ServerTime;

/**
 * The invitations that are to be sent, without anything personal. A claim moves the next attempt behind the end of its lease, so that a
 * worker that dies gives it back by doing nothing. What was sent stays here: an event that comes again is not sent again.
 */
@Component
class InvitationQueue {

    static final String COLLECTION = "invitations";
    static final String NEXT = "nextAttemptAt";

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final String INVITATION = "invitation";
    private static final String TRIES = "tries";
    private static final String OUTCOME = "outcome";

    private final MongoTemplate mongo;
    private final Clock systemClock;

    InvitationQueue(MongoTemplate mongo, Clock systemClock) {
        this.mongo = mongo;
        this.systemClock = systemClock;
    }

    /** @param id of the event that asked for it, the key under which its link is made as well */
    record Claimed(String id, String invitation, int tries) {}

    void add(String event, InvitationId invitation) {
        try {
            collection().insertOne(new Document("_id", event).append(INVITATION, invitation.value()).append(TRIES, 0).append(NEXT, now()));
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
    }

    /** The one that waits longest, for one lease. */
    Optional<Claimed> claim() {
        var claimed = collection().findOneAndUpdate(
                ServerTime.reached(NEXT, systemClock),
                List.of(new Document("$set", new Document(NEXT, ServerTime.in(LEASE)).append(TRIES, new Document("$add", List.of("$" + TRIES, 1))))),
                new FindOneAndUpdateOptions().sort(Sorts.ascending(NEXT)));
        return Optional.ofNullable(claimed).map(found -> new Claimed(found.getString("_id"), found.getString(INVITATION), found.getInteger(TRIES)));
    }

    /** @param outcome the channel that took it, or why it is not sent */
    void done(Claimed claimed, String outcome) {
        collection().updateOne(Filters.eq("_id", claimed.id()),
                Updates.combine(Updates.unset(NEXT), Updates.set(OUTCOME, outcome), Updates.set("doneAt", now())));
    }

    void later(Claimed claimed, Duration pause) {
        collection().updateOne(Filters.eq("_id", claimed.id()), List.of(new Document("$set", new Document(NEXT, ServerTime.in(pause)))));
    }

    private Date now() {
        return Date.from(systemClock.instant());
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
