package vn.dondoc.platform.relay;

import com.mongodb.client.MongoChangeStreamCursor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the stream for one turn. Where more is waiting it is read and made into records while the brokers write the batch before, but
 * sent only once all of that is acknowledged; only then a position behind it is stored.
 */
final class Following {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private static final int BATCH = 1000;
    /** So much at once says that more is waiting. */
    private static final int MANY = BATCH / 2;
    /** Clocks of writers may differ from each other, and a write may commit later than it was stamped. */
    static final Duration MARGIN = Duration.ofMinutes(5);
    private static final Duration IDLE_CHECKPOINT = Duration.ofSeconds(5);
    /** Under load the position is stored so often at most: a write for each batch made events wait, and sending some again is allowed. */
    private static final Duration BUSY_CHECKPOINT = Duration.ofMillis(500);
    /** What comes so soon behind a small batch goes together: a round through database and brokers costs much more than an event. */
    private static final Duration GATHERING = Duration.ofMillis(10);

    private record Sent(List<Emitted> batch, Sender.Sending sending, @Nullable BsonDocument token) {}

    private final MongoChangeStreamCursor<Document> cursor;
    private final Checkpoint from;
    private final Lease lease;
    private final Checkpoints checkpoints;
    private final Sender sender;
    private final Sequences sequences;
    private final RelayMetrics metrics;

    private @Nullable Sent underway;
    /** Behind everything that is acknowledged. */
    private @Nullable BsonDocument token;
    private Instant newest;
    private boolean ahead;
    private long storedAt = System.nanoTime();

    Following(
            MongoChangeStreamCursor<Document> cursor,
            Checkpoint from,
            Lease lease,
            Checkpoints checkpoints,
            Sender sender,
            Sequences sequences,
            RelayMetrics metrics) {
        this.cursor = cursor;
        this.from = from;
        this.lease = lease;
        this.checkpoints = checkpoints;
        this.sender = sender;
        this.sequences = sequences;
        this.metrics = metrics;
        this.newest = from.writtenAt();
    }

    /** Returns when the lease is lost or another epoch has begun. */
    void follow() throws InterruptedException {
        var more = true;
        var current = true;
        var takenAt = 0L;
        while (current && lease.held()) {
            if (!more) {
                if (!settled()) {
                    return;
                }
                gather(takenAt);
            }
            var first = cursor.tryNext();
            if (first == null) {
                current = settled() && caughtUp();
                more = true;
                continue;
            }
            takenAt = System.nanoTime();
            var batch = drain(first);
            var behind = cursor.getResumeToken();
            var records = sender.records(batch, from.generation());
            current = settled() && lease.held();
            if (current) {
                underway = new Sent(batch, sender.begin(records), behind);
                more = batch.size() >= MANY || cursor.available() > 0;
            }
        }
        settled();
    }

    /** Waits for what is on its way; false when another epoch has begun. */
    private boolean settled() throws InterruptedException {
        var sent = underway;
        if (sent == null) {
            return true;
        }
        sent.sending().await();
        underway = null;
        metrics.sent(sent.batch());
        token = sent.token();
        for (var emitted : sent.batch()) {
            newest = emitted.entry().writtenAt().isAfter(newest) ? emitted.entry().writtenAt() : newest;
        }
        ahead = true;
        return since(storedAt).compareTo(BUSY_CHECKPOINT) < 0 || stored();
    }

    /** Nothing is waiting, and nothing is on its way. */
    private boolean caughtUp() {
        metrics.caughtUp();
        token = cursor.getResumeToken();
        return (!ahead && since(storedAt).compareTo(IDLE_CHECKPOINT) < 0) || stored();
    }

    private boolean stored() {
        if (token != null && !checkpoints.advance(from.epoch(), token, newest)) {
            LOG.info("Another epoch of the relay has begun");
            return false;
        }
        storedAt = System.nanoTime();
        ahead = false;
        return true;
    }

    private static void gather(long takenAt) throws InterruptedException {
        var left = GATHERING.minus(since(takenAt));
        if (left.isPositive()) {
            Relay.rest(left);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** A whole array repeats what the stream has brought before it: what is older than the margin was relayed, in this turn or earlier. */
    private List<Emitted> drain(Document first) {
        var relayedBefore = newest.minus(MARGIN);
        var batch = new ArrayList<Emitted>();
        @Nullable Document change = first;
        while (change != null) {
            for (var emitted : ChangeFeed.entries(change)) {
                if (sequences.isNew(emitted, relayedBefore)) {
                    batch.add(emitted);
                }
            }
            change = batch.size() < BATCH && cursor.available() > 0 ? cursor.tryNext() : null;
        }
        return batch;
    }
}
