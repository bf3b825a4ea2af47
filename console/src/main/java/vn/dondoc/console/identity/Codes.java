package vn.dondoc.console.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.PersonId;

/**
 * One-time codes of six digits, good for five minutes and five tries, in the one browser that asked. The database holds hashes that cannot be
 * turned back without the ticket, which only that browser has.
 */
@Component
class Codes {

    static final Duration GOOD_FOR = Duration.ofMinutes(5);
    static final int TRIES = 5;

    private static final String COLLECTION = "oneTimeCodes";
    private static final int CODES = 1_000_000;
    private static final int TICKET_BYTES = 32;

    /**
     * A code that was made.
     *
     * @param ticket for the browser
     * @param code for the person's phone or mailbox
     */
    record Made(String ticket, String code) {

        @Override
        public String toString() {
            return "Made";
        }
    }

    /** What became of a try. */
    sealed interface Tried {

        record Right(PersonId person) implements Tried {}

        record Wrong(int left) implements Tried {}

        /** It ended, was used or tried too often, or was never made. */
        record Over() implements Tried {}
    }

    private final MongoOperations mongo;
    private final Clock systemClock;
    private final SecureRandom random = new SecureRandom();

    Codes(MongoOperations mongo, Clock systemClock) {
        this.mongo = mongo;
        this.systemClock = systemClock;
    }

    /** @param person null where nobody is known by what was typed: such a code is right for nobody, and looks like any other */
    Made make(@Nullable PersonId person) {
        mongo.indexOps(COLLECTION).createIndex(new Index("endsAt", Sort.Direction.ASC).expire(Duration.ZERO));
        var bytes = new byte[TICKET_BYTES];
        random.nextBytes(bytes);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var code = "%06d".formatted(random.nextInt(CODES));
        mongo.insert(new Document("_id", hash(ticket))
                .append("code", hash(ticket + ":" + code))
                .append("person", person == null ? null : person.value())
                .append("tries", 0)
                .append("endsAt", Date.from(systemClock.instant().plus(GOOD_FOR))), COLLECTION);
        return new Made(ticket, code);
    }

    /** Each call counts as a try before it is looked at, so that many at once are not more than five; a right one is used up. */
    Tried attempt(String ticket, String code) {
        var open = Query.query(Criteria.where("_id").is(hash(ticket)).and("tries").lt(TRIES).and("endsAt").gt(Date.from(systemClock.instant())));
        var found = mongo.findAndModify(open, new Update().inc("tries", 1), FindAndModifyOptions.options().returnNew(true), Document.class, COLLECTION);
        if (found == null) {
            return new Tried.Over();
        }
        var person = found.getString("person");
        var same = MessageDigest.isEqual(
                hash(ticket + ":" + code).getBytes(StandardCharsets.UTF_8), Objects.requireNonNull(found.getString("code")).getBytes(StandardCharsets.UTF_8));
        if (!same || person == null) {
            return new Tried.Wrong(TRIES - found.getInteger("tries"));
        }
        var used = mongo.remove(Query.query(Criteria.where("_id").is(found.getString("_id"))), COLLECTION).getDeletedCount();
        return used == 1 ? new Tried.Right(new PersonId(person)) : new Tried.Over();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
