package vn.dondoc.platform.relay;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the lease of one epoch alive in the background; once it could not be renewed in time it is gone for good. */
final class Lease implements AutoCloseable {

    static final Duration LENGTH = Duration.ofSeconds(10);
    /** Often enough that all instances see soon how it goes, and which generation is written. */
    private static final Duration RENEWAL = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final Checkpoints checkpoints;
    private final String owner;
    private final long epoch;
    private final Supplier<Progress> progress;
    private final Thread keeper;
    /** A renewal under way when the lease is given back would take it again. */
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile long renewedAt = System.nanoTime();
    private volatile boolean ended;

    Lease(Checkpoints checkpoints, String owner, long epoch, Supplier<Progress> progress) {
        this.checkpoints = checkpoints;
        this.owner = owner;
        this.epoch = epoch;
        this.progress = progress;
        this.keeper = Thread.ofPlatform().daemon().name("relay-lease").start(this::keep);
    }

    boolean held() {
        return !ended && System.nanoTime() - renewedAt < LENGTH.toNanos();
    }

    private void keep() {
        try {
            while (!ended) {
                TimeUnit.MILLISECONDS.sleep(RENEWAL.toMillis());
                renewing.lock();
                try {
                    renew();
                } finally {
                    renewing.unlock();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        if (ended) {
            return;
        }
        var asked = System.nanoTime();
        try {
            var mine = checkpoints.claim(owner, LENGTH, progress.get()).filter(checkpoint -> checkpoint.epoch() == epoch).isPresent();
            if (mine) {
                renewedAt = asked;
            } else {
                ended = true;
            }
        } catch (MongoException away) {
            LOG.warn("The relay's lease could not be renewed: {}", away.getMessage());
        }
    }

    /** Gives the lease back, also when the thread was interrupted: another instance would wait for its end otherwise. */
    @Override
    public void close() {
        ended = true;
        var interrupted = Thread.interrupted();
        try {
            awaitRenewal();
            keeper.interrupt();
            checkpoints.release(epoch, owner, progress.get());
        } catch (MongoException away) {
            LOG.info("The relay's lease was not given back; it ends by itself: {}", away.getMessage());
        } catch (InterruptedException again) {
            interrupted = true;
            LOG.info("The relay's lease was not given back; it ends by itself", again);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void awaitRenewal() throws InterruptedException {
        if (renewing.tryLock(RENEWAL.toMillis(), TimeUnit.MILLISECONDS)) {
            renewing.unlock();
        }
    }
}
