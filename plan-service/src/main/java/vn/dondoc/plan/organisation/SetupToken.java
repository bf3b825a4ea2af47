package vn.dondoc.plan.organisation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.platform.problem.ProblemException;

/**
 * Opens an installation that nobody administers yet. Where none is set, one is made and printed at the start; only what it is compared by
 * is kept. Wrong tries are counted in the database, for all instances.
 */
@Component
public class SetupToken {

    static final String COLLECTION = "setup";
    static final int TRIES = 10;
    private static final Duration CLOSED = Duration.ofMinutes(15);
    private static final String TRIED = "tries";
    private static final String MADE = "made";
    private static final Logger LOG = LoggerFactory.getLogger(SetupToken.class);

    private final OrganisationSettings settings;
    private final Importing importing;
    private final MongoTemplate mongo;
    private final Clock systemClock;

    SetupToken(OrganisationSettings settings, Importing importing, MongoTemplate mongo, Clock systemClock) {
        this.settings = settings;
        this.importing = importing;
        this.mongo = mongo;
        this.systemClock = systemClock;
    }

    /** Whether nobody administers a province here yet. */
    public boolean isOpen() {
        return importing.isSetupOpen();
    }

    /** Makes one and prints it, where there is something to open and none is set; each start prints another. */
    void announce() {
        if (isSet() || !isOpen()) {
            return;
        }
        var secret = new byte[18];
        new SecureRandom().nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        collection().updateOne(Filters.eq("_id", MADE), Updates.addToSet("hashes", hash(token)), new UpdateOptions().upsert(true));
        LOG.warn("Nobody administers this installation yet. Open /setup of the console with the setup token: {}", token);
    }

    /**
     * Whether that is the token, and there is something to open.
     *
     * @throws ProblemException 429 after too many wrong tries
     */
    public boolean opens(@Nullable String token) {
        if (token == null || token.isEmpty() || !isOpen()) {
            return false;
        }
        var tries = collection().find(Filters.eq("_id", TRIED)).first();
        var now = systemClock.instant();
        if (tries != null && tries.getInteger("wrong", 0) >= TRIES && tries.getDate("until").toInstant().isAfter(now)) {
            throw ProblemException.tooOften((int) CLOSED.toSeconds());
        }
        if (matches(token)) {
            return true;
        }
        wrong(tries != null && !tries.getDate("until").toInstant().isAfter(now));
        return false;
    }

    private boolean matches(String token) {
        var given = hash(token).getBytes(StandardCharsets.US_ASCII);
        var found = false;
        for (var known : known()) {
            found |= MessageDigest.isEqual(known.getBytes(StandardCharsets.US_ASCII), given);
        }
        return found;
    }

    private List<String> known() {
        if (isSet()) {
            return List.of(hash(String.valueOf(settings.setupToken())));
        }
        var made = collection().find(Filters.eq("_id", MADE)).first();
        return made == null ? List.of() : made.getList("hashes", String.class);
    }

    private void wrong(boolean anew) {
        var until = Date.from(systemClock.instant().plus(CLOSED));
        var after = collection().findOneAndUpdate(
                Filters.eq("_id", TRIED), Updates.combine(anew ? Updates.set("wrong", 1) : Updates.inc("wrong", 1), Updates.set("until", until)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        LOG.warn("A wrong setup token was tried; {} of {} tries", after == null ? 1 : after.getInteger("wrong", 1), TRIES);
    }

    /** What was printed opens nothing any more. */
    public void used() {
        collection().deleteMany(Filters.in("_id", MADE, TRIED));
    }

    private boolean isSet() {
        return settings.setupToken() != null && !settings.setupToken().isEmpty();
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
