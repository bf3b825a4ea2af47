package vn.dondoc.notification.channel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.platform.store.ServerTime;
import vn.dondoc.platform.time.DomainClock;

/**
 * Who follows the official account and gave it their telephone number: the account's own id of them, under a fingerprint of the number, sealed, and the last
 * day on which they wrote to it. Neither names nor numbers. Read anew every hour by one instance; whoever is not found any more is forgotten.
 */
@Component
class ZaloFollowers {

    static final String COLLECTION = "zalo_followers";
    private static final Duration EVERY = Duration.ofHours(1);
    private static final String SYNC = "sync";
    private static final String NEXT = "next";
    private static final String USER = "user";
    private static final String LAST_DAY = "lastDay";
    private static final String SEEN = "seen";

    private final ZaloProperties settings;
    private final ZaloAccount account;
    private final MongoTemplate mongo;
    private final Clock systemClock;
    private final Sealed sealed;

    ZaloFollowers(ZaloProperties settings, ZaloAccount account, MongoTemplate mongo, Clock systemClock) {
        this.settings = settings;
        this.account = account;
        this.mongo = mongo;
        this.systemClock = systemClock;
        this.sealed = new Sealed("zalo-followers", settings.secret());
    }

    /** The account's id of whoever has that number, while it may write to them. */
    Optional<String> writable(String phone) {
        if (!settings.writesToFollowers()) {
            return Optional.empty();
        }
        var today = LocalDate.ofInstant(systemClock.instant(), DomainClock.ZONE);
        return Optional.ofNullable(followers().find(Filters.eq("_id", id(phone))).first())
                .filter(found -> LocalDate.parse(found.getString(LAST_DAY)).plusDays(settings.window().toDays()).isAfter(today))
                .map(found -> sealed.open(found.getString(USER)));
    }

    /** The account may not write to that number now, whatever was known of it. */
    void forget(String phone) {
        followers().deleteOne(Filters.eq("_id", id(phone)));
    }

    /** Reads them anew where it is time. */
    void round() {
        if (settings.writesToFollowers() && isTime()) {
            var reading = UUID.randomUUID().toString();
            if (account.followers(follower -> keep(follower, reading))) {
                followers().deleteMany(Filters.and(Filters.ne("_id", SYNC), Filters.ne(SEEN, reading)));
            }
        }
    }

    private boolean isTime() {
        followers().updateOne(Filters.eq("_id", SYNC), Updates.setOnInsert(NEXT, new java.util.Date(0)), new UpdateOptions().upsert(true));
        return followers().updateOne(Filters.and(Filters.eq("_id", SYNC), ServerTime.reached(NEXT, systemClock)),
                List.of(new Document("$set", new Document(NEXT, ServerTime.in(EVERY))))).getModifiedCount() == 1;
    }

    private void keep(ZaloAccount.Follower follower, String reading) {
        followers().updateOne(Filters.eq("_id", id(follower.phone())), Updates.combine(
                Updates.set(USER, sealed.seal(follower.user())), Updates.set(LAST_DAY, follower.lastDay().toString()), Updates.set(SEEN, reading)),
                new UpdateOptions().upsert(true));
    }

    /** Without the secret nobody can try numbers. */
    private String id(String phone) {
        return Sealed.fingerprint(settings.secret() + "\n" + ZaloAccount.digits(phone));
    }

    private MongoCollection<Document> followers() {
        return mongo.getCollection(COLLECTION);
    }
}
