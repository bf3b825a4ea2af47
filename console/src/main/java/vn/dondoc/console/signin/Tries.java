package vn.dondoc.console.signin;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/**
 * Counts how often something was tried within a while, for all instances. What is counted by (a contact, an address) is kept as a hash only;
 * times are the system's.
 */
@Component
public class Tries {

    private static final String COLLECTION = "tries";

    private final MongoOperations mongo;
    private final Clock systemClock;

    Tries(MongoOperations mongo, Clock systemClock) {
        this.mongo = mongo;
        this.systemClock = systemClock;
    }

    /** Counts one more, and says whether that is still within the limit; the while begins with the first. */
    public boolean take(String what, String by, int most, Duration within) {
        mongo.indexOps(COLLECTION).createIndex(new Index("until", Sort.Direction.ASC).expire(Duration.ZERO));
        var now = Date.from(systemClock.instant());
        // one that is over counts as none, also before the database has swept it
        var over = new Document("$lte", List.of("$until", now));
        var counted = new Document("count", choice(over, 1, new Document("$add", List.of("$count", 1))))
                .append("until", choice(over, Date.from(now.toInstant().plus(within)), "$until"));
        var after = mongo.getCollection(COLLECTION).findOneAndUpdate(
                new Document("_id", what + ":" + hash(by)), List.of(new Document("$set", counted)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(after).getInteger("count") <= most;
    }

    /** Whether the limit is reached, without counting. */
    public boolean isUsedUp(String what, String by, int most) {
        var found = mongo.getCollection(COLLECTION).find(new Document("_id", what + ":" + hash(by))).first();
        return found != null && found.getInteger("count") >= most && found.getDate("until").toInstant().isAfter(systemClock.instant());
    }

    private static Document choice(Document condition, Object yes, Object otherwise) {
        return new Document("$cond", List.of(condition, yes, otherwise));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
