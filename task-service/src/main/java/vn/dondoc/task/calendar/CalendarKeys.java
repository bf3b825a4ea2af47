package vn.dondoc.task.calendar;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.api.Calendars;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.platform.file.Fingerprint;
import vn.dondoc.platform.problem.ProblemException;

/**
 * Keys of calendar addresses. Only the fingerprint of one is kept: 256 bits of chance cannot be guessed, and whoever reads the database
 * reads nobody's calendar.
 */
public final class CalendarKeys {

    static final String COLLECTION = "calendar_keys";
    static final String HASH = "hash";
    static final String PERSON = "person";

    private static final String REVOKED = "revokedAt";
    private static final String USED = "usedOn";
    private static final String CREATED = "createdAt";
    private static final int BYTES = 32;
    private static final int MOST = 5;

    private final MongoTemplate mongo;
    private final SecureRandom random = new SecureRandom();

    CalendarKeys(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Makes a key of that id, once: a second time it is told that it is there, and never again what it is.
     *
     * @throws ProblemException 422 for a sixth that holds at once
     */
    public Calendars.Made make(String id, PersonId person, Instant at) {
        var known = keys().find(Filters.and(Filters.eq("_id", id), Filters.eq(PERSON, person.value()))).first();
        if (known != null) {
            return new Calendars.Made(id, created(known), null);
        }
        if (keys().countDocuments(holding(person)) >= MOST) {
            throw ProblemException.of(422, "CALENDAR_KEYS_TOO_MANY", MOST);
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            keys().insertOne(new Document("_id", id).append(PERSON, person.value()).append(HASH, hash(secret)).append(CREATED, Date.from(at)));
            return new Calendars.Made(id, at, secret);
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            return new Calendars.Made(id, at, null);
        }
    }

    /** Those that hold, newest first. */
    public List<Calendars.Key> of(PersonId person) {
        return keys().find(holding(person)).sort(Sorts.descending(CREATED, "_id"))
                .map(key -> new Calendars.Key(key.getString("_id"), created(key), key.getString(USED) == null ? null : LocalDate.parse(key.getString(USED))))
                .into(new ArrayList<>());
    }

    /**
     * Takes a key back; one that was taken back stays so.
     *
     * @return false where the person has none of that id
     */
    public boolean revoke(String id, PersonId person, Instant at) {
        var own = Filters.and(Filters.eq("_id", id), Filters.eq(PERSON, person.value()));
        keys().updateOne(Filters.and(own, Filters.exists(REVOKED, false)), Updates.set(REVOKED, Date.from(at)));
        return keys().countDocuments(own) == 1;
    }

    /** Whose key it is; nothing where it does not hold. The day of use is noted once a day. */
    Optional<PersonId> holderOf(String secret, LocalDate today) {
        var key = keys().find(Filters.and(Filters.eq(HASH, hash(secret)), Filters.exists(REVOKED, false))).first();
        if (key == null) {
            return Optional.empty();
        }
        if (!today.toString().equals(key.getString(USED))) {
            keys().updateOne(Filters.eq("_id", key.getString("_id")), Updates.set(USED, today.toString()));
        }
        return Optional.of(new PersonId(key.getString(PERSON)));
    }

    static String hash(String secret) {
        return Fingerprint.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static Bson holding(PersonId person) {
        return Filters.and(Filters.eq(PERSON, person.value()), Filters.exists(REVOKED, false));
    }

    private static Instant created(Document key) {
        return key.getDate(CREATED).toInstant();
    }

    private MongoCollection<Document> keys() {
        return mongo.getCollection(COLLECTION);
    }
}
