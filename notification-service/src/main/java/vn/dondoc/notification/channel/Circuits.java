package vn.dondoc.notification.channel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.platform.store.ServerTime;

/**
 * Whether a channel is made use of now, for all instances together. After some failures on end nothing is sent for a while, which grows; then one
 * delivery is tried, and only its success lets the others through. What waits meanwhile is not counted as tried.
 */
@Component
public class Circuits {

    static final String COLLECTION = "channels";
    /** Failures on end after which it opens. */
    static final int PATIENCE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration PROBE = Duration.ofMinutes(2);
    private static final Duration NOTED = Duration.ofSeconds(5);
    private static final String OPEN_UNTIL = "openUntil";
    private static final String FAILURES = "failures";
    private static final String OPENED = "opened";

    private final MongoTemplate mongo;
    private final Clock systemClock;
    private final Duration first;
    private final Map<Channel, Instant> noted = new EnumMap<>(Channel.class);

    Circuits(MongoTemplate mongo, Clock systemClock, NotificationProperties properties) {
        this.mongo = mongo;
        this.systemClock = systemClock;
        this.first = properties.retry().first();
    }

    /** Closed lets everything through, half-open the one delivery of whoever is told so, open nothing. */
    public enum State {
        CLOSED,
        HALF_OPEN,
        OPEN
    }

    /**
     * How a channel fares.
     *
     * @param until when it is tried again; null while it is closed
     */
    public record Health(State state, int failures, @Nullable Instant until, @Nullable String lastError, @Nullable Instant lastErrorAt, @Nullable Instant lastSentAt) {}

    /** What may be done now; half-open is answered to one caller. */
    public State gate(Channel channel) {
        var found = channels().find(Filters.eq("_id", channel.code())).first();
        if (found == null || found.getDate(OPEN_UNTIL) == null) {
            return State.CLOSED;
        }
        var mine = channels().findOneAndUpdate(
                Filters.and(Filters.eq("_id", channel.code()), ServerTime.reached(OPEN_UNTIL, systemClock)),
                List.of(new Document("$set", new Document(OPEN_UNTIL, ServerTime.in(PROBE)).append("probed", true))));
        return mine == null ? State.OPEN : State.HALF_OPEN;
    }

    /** The provider has taken something over, or refused one thing, which it can only do when it is there. */
    public void worked(Channel channel, boolean probe) {
        var now = systemClock.instant();
        synchronized (noted) {
            var last = noted.get(channel);
            if (!probe && last != null && now.isBefore(last.plus(NOTED))) {
                return;
            }
            noted.put(channel, now);
        }
        channels().updateOne(Filters.eq("_id", channel.code()), List.of(
                new Document("$set", new Document("lastSentAt", "$$NOW").append(FAILURES, 0).append(OPENED, 0)),
                new Document("$unset", List.of(OPEN_UNTIL, "probed"))), new UpdateOptions().upsert(true));
    }

    /** @param pause that the provider asks for; opens at once */
    public void failed(Channel channel, String code, boolean probe, @Nullable Duration pause) {
        synchronized (noted) {
            noted.remove(channel);
        }
        var now = channels().findOneAndUpdate(Filters.eq("_id", channel.code()), List.of(new Document("$set", new Document("lastError", code)
                .append("lastErrorAt", "$$NOW")
                .append(FAILURES, new Document("$add", List.of(new Document("$ifNull", List.of("$" + FAILURES, 0)), 1))))),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        var failures = now == null ? 0 : now.getInteger(FAILURES, 0);
        var isOpen = now != null && now.getDate(OPEN_UNTIL) != null;
        if (probe || pause != null && !isOpen || failures >= PATIENCE && !isOpen) {
            var opened = now == null ? 0 : now.get(OPENED, Number.class) == null ? 0 : now.get(OPENED, Number.class).intValue();
            open(channel, pause == null ? grown(opened) : pause, opened + 1);
        }
    }

    /** The delivery that was to try was not worth sending: the next one tries. */
    public void untried(Channel channel) {
        channels().updateOne(Filters.and(Filters.eq("_id", channel.code()), Filters.exists(OPEN_UNTIL)),
                List.of(new Document("$set", new Document(OPEN_UNTIL, "$$NOW"))));
    }

    private Duration grown(int opened) {
        var grown = first.multipliedBy(1L << Math.min(opened, 10));
        return grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
    }

    private void open(Channel channel, Duration pause, int opened) {
        channels().updateOne(Filters.eq("_id", channel.code()), List.of(
                new Document("$set", new Document(OPEN_UNTIL, ServerTime.in(pause)).append(OPENED, opened)), new Document("$unset", "probed")));
    }

    public Health health(Channel channel) {
        var found = channels().find(Filters.eq("_id", channel.code())).first();
        if (found == null) {
            return new Health(State.CLOSED, 0, null, null, null, null);
        }
        var until = instant(found, OPEN_UNTIL);
        var state = until == null ? State.CLOSED : found.getBoolean("probed", false) ? State.HALF_OPEN : State.OPEN;
        return new Health(state, found.getInteger(FAILURES, 0), until, found.getString("lastError"), instant(found, "lastErrorAt"), instant(found, "lastSentAt"));
    }

    private static @Nullable Instant instant(Document found, String field) {
        Date date = found.getDate(field);
        return date == null ? null : date.toInstant();
    }

    private MongoCollection<Document> channels() {
        return mongo.getCollection(COLLECTION);
    }
}
