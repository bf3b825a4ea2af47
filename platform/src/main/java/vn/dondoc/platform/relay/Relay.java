package vn.dondoc.platform.relay;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * One turn at relaying: while the lease holds, takes changes in batches, sends them, and stores the position only after every
 * record was acknowledged. Whatever goes wrong, the next turn begins at the stored position; duplicates may follow, gaps not.
 */
final class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    /** ChangeStreamFatalError, ChangeStreamHistoryLost, InvalidResumeToken, and the oplog's CappedPositionLost. */
    private static final Set<Integer> NOT_RESUMABLE = Set.of(280, 286, 260, 136);

    /** Not authorized or authenticated, time limit, interrupted by shutdown or step-down, not primary. */
    private static final Set<Integer> PASSING = Set.of(13, 18, 50, 91, 189, 10107, 11600, 11602, 13435, 13436);

    private static final int BATCH = 1000;
    /** Clocks of writers may differ from each other, and a write may commit later than it was stamped. */
    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final Duration IDLE_CHECKPOINT = Duration.ofSeconds(5);
    /** Under load the position is stored so often at most: a write for each batch made events wait, and sending some again is allowed. */
    private static final Duration BUSY_CHECKPOINT = Duration.ofMillis(100);

    /**
     * Between the beginnings of two batches: what comes meanwhile goes in one round trip to the database and one to the broker. At 600 commands
     * a second single entries took a tenth of the samples of a service.
     */
    private static final Duration GATHERING = Duration.ofMillis(10);

    private final MongoDatabaseFactory databases;
    private final Checkpoints checkpoints;
    private final ChangeFeed feed;
    private final TurnPreparation preparation;
    private final Sender sender;
    private final Sequences sequences;
    private final RelayMetrics metrics;

    Relay(
            MongoDatabaseFactory databases,
            Checkpoints checkpoints,
            ChangeFeed feed,
            TurnPreparation preparation,
            Sender sender,
            RelayMetrics metrics) {
        this.databases = databases;
        this.checkpoints = checkpoints;
        this.feed = feed;
        this.preparation = preparation;
        this.sender = sender;
        this.sequences = new Sequences();
        this.metrics = metrics;
    }

    /** Relays until the lease is lost or something fails. */
    void turn(Checkpoint claimed, Lease lease) throws InterruptedException {
        sequences.forget();
        metrics.working(claimed.waiting());
        var database = databases.getMongoDatabase();
        var from = preparation.prepare(database, claimed, lease).orElse(null);
        if (from == null) {
            return;
        }
        var opened = false;
        try (var cursor = feed.open(database, from)) {
            opened = true;
            follow(cursor, from, lease);
        } catch (MongoCommandException refused) {
            if (!NOT_RESUMABLE.contains(refused.getCode()) && (opened || passing(refused))) {
                throw refused;
            }
            LOG.warn("The change stream cannot be resumed; reading the histories instead", refused);
            checkpoints.startOver(from.epoch(), from.writtenAt().minus(MARGIN));
        }
    }

    /** A server that steps down, stops or does not let us in will answer otherwise later; anything else it says of a token is final. */
    private static boolean passing(MongoCommandException refused) {
        return refused.hasErrorLabel("ResumableChangeStreamError") || PASSING.contains(refused.getCode());
    }

    private void follow(MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor, Checkpoint from, Lease lease)
            throws InterruptedException {
        var stored = System.nanoTime();
        var ahead = false;
        var newest = from.writtenAt();
        while (lease.held()) {
            var first = cursor.tryNext();
            if (first == null) {
                metrics.caughtUp();
                if (!ahead && System.nanoTime() - stored < IDLE_CHECKPOINT.toNanos()) {
                    continue;
                }
            }
            // A whole array repeats what the stream has brought before it: what is older than the margin was relayed, in this turn or earlier
            var began = System.nanoTime();
            var batch = first == null ? List.<Emitted>of() : drain(first, cursor, newest.minus(MARGIN));
            sender.send(batch, from.generation());
            metrics.sent(batch);
            newest = newestOf(batch, newest);
            ahead = first != null && System.nanoTime() - stored < BUSY_CHECKPOINT.toNanos();
            if (ahead) {
                restUntil(began + GATHERING.toNanos());
                continue;
            }
            if (!advanced(from.epoch(), cursor.getResumeToken(), newest)) {
                LOG.info("Another epoch of the relay has begun");
                return;
            }
            stored = System.nanoTime();
        }
    }

    private boolean advanced(long epoch, @Nullable BsonDocument token, Instant newest) {
        return token == null || checkpoints.advance(epoch, token, newest);
    }

    private List<Emitted> drain(
            ChangeStreamDocument<Document> first,
            MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor,
            Instant relayedBefore) {
        var batch = new ArrayList<Emitted>();
        var change = first;
        while (change != null) {
            ChangeFeed.entries(change).stream().filter(emitted -> sequences.isNew(emitted, relayedBefore)).forEach(batch::add);
            change = batch.size() < BATCH && cursor.available() > 0 ? cursor.tryNext() : null;
        }
        return batch;
    }

    private static Instant newestOf(List<Emitted> batch, Instant newest) {
        return batch.stream().map(emitted -> emitted.entry().writtenAt()).reduce(newest, (a, b) -> a.isAfter(b) ? a : b);
    }

    private static void restUntil(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
    }

    /** Waits a little after a failure. */
    static void rest(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }
}
