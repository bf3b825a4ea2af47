package vn.dondoc.reporting.rebuild;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.reporting.facts.Folding;

/**
 * Builds the model that is to be built whenever the lease can be had, for as long as the service runs. Its position is stored together
 * with what was folded, so whoever goes on counts nothing twice and misses nothing.
 */
final class Rebuilder implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilder.class);
    private static final long PAUSE_MILLIS = 2_000;

    private final String owner = UUID.randomUUID().toString();
    private final StoreReadiness store;
    private final Rebuilds rebuilds;
    private final Folding folding;
    private final Supplier<Reading> readings;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile boolean leading;
    private @Nullable Thread thread;

    Rebuilder(StoreReadiness store, Rebuilds rebuilds, Folding folding, Supplier<Reading> readings) {
        this.store = store;
        this.rebuilds = rebuilds;
        this.folding = folding;
        this.readings = readings;
    }

    /** Something may be to be built: look now. */
    void wake() {
        wake.release();
    }

    /**
     * Goes on with the model being built, if the lease can be had, until it was switched to, or given up for another one.
     *
     * @param more asked before each batch; where it says no, the work is left to whoever takes the lease next
     * @throws LeaseLostException when another instance took over
     */
    void build(BooleanSupplier more) {
        var building = rebuilds.claim(owner).orElse(null);
        if (building == null) {
            return;
        }
        leading = true;
        try (var reading = readings.get()) {
            build(building, reading, more);
        } catch (InvalidOffsetException emptied) {
            beginAgain(building);
        }
    }

    private void build(Building building, Reading reading, BooleanSupplier more) {
        var parts = building.parts().isEmpty() ? lookUp(reading, building) : building.parts();
        reading.of(parts);
        while (!reading.ended()) {
            if (!more.getAsBoolean()) {
                return;
            }
            fold(building, reading.next());
        }
        if (reading.complete(parts)) {
            rebuilds.switchTo(owner, building.model());
            leading = false;
            LOG.info("Figures come from model {} now", building.model().number());
        } else {
            beginAgain(building);
        }
    }

    /** What was read before a new generation emptied the topics may be of things that do not exist any more. */
    private void beginAgain(Building building) {
        LOG.info("The topics were emptied; model {} is given up for another", building.model().number());
        rebuilds.beginAgain(owner, building.model());
    }

    /** After the model was named: whatever a projection did not fold into it was in the topics before. */
    private Map<TopicPartition, Building.Part> lookUp(Reading reading, Building building) {
        var whole = reading.whole();
        rebuilds.toRead(owner, building.model(), whole);
        LOG.info("Model {} is built from {} partitions", building.model().number(), whole.size());
        return whole;
    }

    private void fold(Building building, Reading.Batch batch) {
        folding.together(session -> {
            rebuilds.advance(session, owner, building.model(), batch.positions(), batch.skipped());
            folding.fold(session, building.model(), batch.facts());
        });
    }

    private void run() {
        try {
            store.await();
            while (running) {
                attempt();
                wake.drainPermits();
                var _ = wake.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            LOG.debug("The rebuilder was stopped", stopped);
        }
    }

    private void attempt() {
        try {
            build(() -> running);
        } catch (LeaseLostException lost) {
            LOG.info("Another instance goes on with the model");
        } catch (RuntimeException fault) {
            if (running) {
                LOG.warn("The model cannot be built right now; it goes on where it was", fault);
                note(fault);
            }
        }
    }

    private void note(RuntimeException fault) {
        try {
            rebuilds.failed(owner, fault.getClass().getSimpleName());
        } catch (RuntimeException away) {
            LOG.debug("That could not be noted either", away);
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("rebuilder").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        var current = thread;
        if (current == null) {
            return;
        }
        wake();
        try {
            if (current.join(Duration.ofSeconds(10)) && leading) {
                rebuilds.release(owner);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException away) {
            LOG.info("The lease was not given back; it ends by itself: {}", away.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
