package vn.dondoc.console.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Closes an account for a while after repeated wrong tries. The count lies in the database, so it holds for all instances;
 * times are the system's.
 */
@Component
class LockOut {

    static final int TRIES = 5;
    static final Duration CLOSED = Duration.ofMinutes(15);
    private static final String COLLECTION = "signInAttempts";

    private final MongoOperations mongo;
    private final Clock systemClock;

    LockOut(MongoOperations mongo, Clock systemClock) {
        this.mongo = mongo;
        this.systemClock = systemClock;
    }

    /** Until when the account is closed, if it is. */
    Optional<Instant> closedUntil(String account) {
        var tries = mongo.findOne(Query.query(Criteria.where("_id").is(account)), Document.class, COLLECTION);
        return tries == null || tries.getInteger("wrong", 0) < TRIES ? Optional.empty() : stillAhead(tries.getDate("forgetAt"));
    }

    private Optional<Instant> stillAhead(Date at) {
        return Optional.of(at.toInstant()).filter(systemClock.instant()::isBefore);
    }

    void wrongTry(String account) {
        mongo.indexOps(COLLECTION).createIndex(new Index("forgetAt", Sort.Direction.ASC).expire(Duration.ZERO));
        var forgetAt = Date.from(systemClock.instant().plus(CLOSED));
        var byAccount = Query.query(Criteria.where("_id").is(account));
        var after = mongo.findAndModify(
                byAccount,
                new Update().inc("wrong", 1).set("forgetAt", forgetAt),
                FindAndModifyOptions.options().upsert(true).returnNew(false),
                Document.class,
                COLLECTION);
        if (after != null && after.getDate("forgetAt").toInstant().isBefore(systemClock.instant())) {
            mongo.updateFirst(byAccount, new Update().set("wrong", 1), COLLECTION);
        }
    }

    void rightTry(String account) {
        mongo.remove(Query.query(Criteria.where("_id").is(account)), COLLECTION);
    }
}
