package vn.dondoc.platform.relay;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes before a turn may follow the stream: the topics are emptied where a new generation begins, compared with the histories where
 * none does, and the histories are read again where something of them may be missing in the topics.
 */
final class TurnPreparation {

    private static final Logger LOG = LoggerFactory.getLogger(TurnPreparation.class);
    private static final Duration BEHIND_PAUSE = Duration.ofSeconds(2);

    private final Checkpoints checkpoints;
    private final TopicReader reader;
    private final HistoryComparison comparison;
    private final Rebuilding rebuilding;
    private final HistoryScan scan;
    private final Records records;
    private final Sender sender;
    private final RelayMetrics metrics;
    private final Clock systemClock;

    TurnPreparation(
            Checkpoints checkpoints,
            TopicReader reader,
            HistoryComparison comparison,
            Rebuilding rebuilding,
            HistoryScan scan,
            Records records,
            Sender sender,
            RelayMetrics metrics,
            Clock systemClock) {
        this.checkpoints = checkpoints;
        this.reader = reader;
        this.comparison = comparison;
        this.rebuilding = rebuilding;
        this.scan = scan;
        this.records = records;
        this.sender = sender;
        this.metrics = metrics;
        this.systemClock = systemClock;
    }

    /** The position to follow the stream from; nothing when this turn must not. */
    Optional<Checkpoint> prepare(MongoDatabase database, Checkpoint claimed, Lease lease) throws InterruptedException {
        var from = claimed;
        if (from.emptying()) {
            rebuilding.empty();
            if (!checkpoints.emptied(from.epoch())) {
                return Optional.empty();
            }
            metrics.behind(false);
        } else {
            var generation = compared(database, from);
            if (generation < 0) {
                return Optional.empty();
            }
            from = from.in(generation);
        }
        return from.repairFrom() == null ? Optional.of(from) : repaired(database, from, from.repairFrom(), lease);
    }

    /** The generation of the topics; negative when the histories are behind them or the epoch is over. */
    private long compared(MongoDatabase database, Checkpoint from) throws InterruptedException {
        var tails = reader.tails();
        var generation = Math.max(from.generation(), comparison.generation(tails));
        var ahead = comparison.ahead(database, generation, tails).orElse(null);
        metrics.behind(ahead != null);
        if (ahead != null) {
            if (!from.behind()) {
                LOG.error("The database is older than the topics: {} {} of {} is in no history. Nothing is sent. If it was restored from a "
                        + "backup, open a new generation: POST /api/operations/SERVICE/generation or deploy/local/generation",
                        ahead.subject(), ahead.sequence(), ahead.topic());
            }
            checkpoints.compared(from.epoch(), ahead);
            Relay.rest(BEHIND_PAUSE);
            return -1;
        }
        var unchanged = !from.behind() || checkpoints.compared(from.epoch(), null);
        var adopted = generation == from.generation() || checkpoints.adopt(from.epoch(), generation);
        return unchanged && adopted ? generation : -1;
    }

    private Optional<Checkpoint> repaired(MongoDatabase database, Checkpoint from, Instant since, Lease lease) throws InterruptedException {
        LOG.info("Reading the histories since {}", since);
        var asOf = systemClock.instant();
        var keys = new HashSet<String>();
        try {
            scan.since(database, since, batch -> {
                if (!lease.held()) {
                    throw new LeaseLost();
                }
                sender.send(batch, from.generation());
                metrics.sent(batch);
                batch.forEach(emitted -> keys.addAll(records.stateKeys(emitted)));
            });
        } catch (LeaseLost _) {
            LOG.info("The lease was lost while the histories were read; whoever has it reads them again");
            return Optional.empty();
        }
        if (from.generation() > 1 && from.fromTheBeginning()) {
            var ghosts = rebuilding.keys();
            ghosts.removeAll(keys);
            sender.erase(ghosts, from.generation());
        }
        return checkpoints.repaired(from.epoch(), asOf) ? Optional.of(from.repairedAsOf(asOf)) : Optional.empty();
    }

    private static final class LeaseLost extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
