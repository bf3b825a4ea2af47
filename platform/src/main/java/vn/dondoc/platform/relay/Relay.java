package vn.dondoc.platform.relay;

import com.mongodb.MongoCommandException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * One turn at relaying, while the lease holds. Whatever goes wrong, the next turn begins at the stored position; duplicates may follow, gaps not.
 */
final class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    /** ChangeStreamFatalError, ChangeStreamHistoryLost, InvalidResumeToken, and the oplog's CappedPositionLost. */
    private static final Set<Integer> NOT_RESUMABLE = Set.of(280, 286, 260, 136);

    /** Not authorized or authenticated, time limit, interrupted by shutdown or step-down, not primary. */
    private static final Set<Integer> PASSING = Set.of(13, 18, 50, 91, 189, 10107, 11600, 11602, 13435, 13436);

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
            new Following(cursor, from, lease, checkpoints, sender, sequences, metrics).follow();
        } catch (MongoCommandException refused) {
            if (!NOT_RESUMABLE.contains(refused.getCode()) && (opened || passing(refused))) {
                throw refused;
            }
            LOG.warn("The change stream cannot be resumed; reading the histories instead", refused);
            checkpoints.startOver(from.epoch(), from.writtenAt().minus(Following.MARGIN));
        }
    }

    /** A server that steps down, stops or does not let us in will answer otherwise later; anything else it says of a token is final. */
    private static boolean passing(MongoCommandException refused) {
        return refused.hasErrorLabel("ResumableChangeStreamError") || PASSING.contains(refused.getCode());
    }

    /** Waits a little after a failure. */
    static void rest(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }
}
