package vn.dondoc.platform.relay;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the lease of one epoch alive in the background; once it could not be renewed in time it is gone for good. */
final class Lease implements AutoCloseable {

    static final Duration LENGTH = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final Checkpoints checkpoints;
    private final String owner;
    private final long epoch;
    private final Thread keeper;
    private volatile long renewedAt = System.nanoTime();
    private volatile boolean ended;

    Lease(Checkpoints checkpoints, String owner, long epoch) {
        this.checkpoints = checkpoints;
        this.owner = owner;
        this.epoch = epoch;
        this.keeper = Thread.ofVirtual().name("relay-lease").start(this::keep);
    }

    boolean held() {
        return !ended && System.nanoTime() - renewedAt < LENGTH.toNanos();
    }

    private void keep() {
        try {
            while (!ended) {
                TimeUnit.MILLISECONDS.sleep(LENGTH.toMillis() / 4);
                renew();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        var asked = System.nanoTime();
        try {
            var mine = checkpoints.claim(owner, LENGTH).filter(checkpoint -> checkpoint.epoch() == epoch).isPresent();
            if (mine) {
                renewedAt = asked;
            } else {
                ended = true;
            }
        } catch (MongoException away) {
            LOG.warn("The relay's lease could not be renewed: {}", away.getMessage());
        }
    }

    @Override
    public void close() {
        ended = true;
        keeper.interrupt();
        try {
            checkpoints.release(epoch, owner);
        } catch (MongoException away) {
            LOG.info("The relay's lease was not given back; it ends by itself: {}", away.getMessage());
        }
    }
}
