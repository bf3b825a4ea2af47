package vn.dondoc.platform.sweep;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.time.DomainClock;

/**
 * Takes what has reached its next boundary, oldest first, and lets it decide; cost follows what is due. Any number of instances
 * may sweep: each boundary passes once, since every write is guarded by the version. A decision must move the boundary or end it.
 */
public final class Sweep<S> implements SmartLifecycle {

    /** The field that names the next boundary; indexed where present. */
    public static final String BOUNDARY = "nextBoundaryAt";

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final long PAUSE_MILLIS = 1000;
    private static final long LOOK_MILLIS = 10;

    private final String name;
    private final Aggregates<S> aggregates;
    private final BiFunction<S, Instant, Decision<S>> decide;
    private final DomainClock clock;
    private final StoreReadiness store;
    private final SweepMetrics metrics;
    private final BatchSize batchSize = new BatchSize();
    private final Spread spread = new Spread(new Random());
    private final Aside aside = new Aside(System::nanoTime);
    private final Object wake = new Object();
    private Duration longestPause = Duration.ZERO;
    private @Nullable Backpressure backpressure;
    private volatile @Nullable Instant oldest;
    private volatile boolean running;

    public Sweep(
            String name,
            Aggregates<S> aggregates,
            Function<S, Decision<S>> decide,
            DomainClock clock,
            StoreReadiness store,
            MeterRegistry registry) {
        this(name, aggregates, (state, _) -> decide.apply(state), clock, store, registry);
    }

    /** @param decide gets the moment that the events will name, so that none is told before its time by a clock that went on */
    public Sweep(
            String name,
            Aggregates<S> aggregates,
            BiFunction<S, Instant, Decision<S>> decide,
            DomainClock clock,
            StoreReadiness store,
            MeterRegistry registry) {
        this.name = name;
        this.aggregates = aggregates;
        this.decide = decide;
        this.clock = clock;
        this.store = store;
        this.metrics = new SweepMetrics(registry, name, clock, this::oldest);
        clock.onShift(this::wake);
    }

    /** Between batches it gives way while the relay lags, for so long at most. */
    void paced(Duration longest, Backpressure pressure) {
        longestPause = longest;
        backpressure = pressure;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("sweep-" + name).start(this::run);
    }

    private void run() {
        try {
            store.await();
            while (running) {
                if (!attempt()) {
                    rest(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("Sweep {} was stopped", name, stopped);
        }
    }

    private boolean attempt() throws InterruptedException {
        try {
            var more = batch().more();
            if (more) {
                giveWay();
            }
            return more;
        } catch (RuntimeException problem) {
            LOG.warn("Sweep {} failed and tries again", name, problem);
            metrics.failed();
            return false;
        }
    }

    /**
     * One batch of what is due now.
     *
     * @return how many were found; a full batch says there may be more
     */
    public int round() {
        return batch().found();
    }

    private Batch<S> batch() {
        var started = System.nanoTime();
        var size = batchSize.get();
        var batch = new Batch<>(aggregates, decide, clock.instant(), aside);
        var skipped = spread.next();
        batch.read(skipped * size, size);
        if (skipped > 0 && !batch.full()) {
            spread.end();
            skipped = 0;
            batch.read(0, size);
        }
        if (skipped == 0) {
            oldest = batch.oldest();
        }
        var pressure = backpressure;
        var since = pressure == null ? Instant.EPOCH : pressure.now();
        batch.write("sweep-" + name);
        spread.wrote(batch.accepted(), batch.lost());
        if (pressure != null) {
            pressure.wrote(since, batch.changed() == 0 ? 0 : batch.events());
        }
        if (!batch.full()) {
            oldest = null;
        }
        var took = Duration.ofNanos(System.nanoTime() - started);
        metrics.done(batch, took);
        batchSize.took(batch.found(), took);
        return batch;
    }

    private @Nullable Instant oldest() {
        var due = oldest;
        return aside.oldest().filter(left -> due == null || left.isBefore(due)).orElse(due);
    }

    private void giveWay() throws InterruptedException {
        var pressure = backpressure;
        var began = System.nanoTime();
        while (pressure != null && running && System.nanoTime() - began < longestPause.toNanos() && pressure.lagging()) {
            rest(LOOK_MILLIS);
        }
        metrics.gaveWay(Duration.ofNanos(System.nanoTime() - began));
    }

    private void rest(long millis) throws InterruptedException {
        synchronized (wake) {
            if (running) {
                wake.wait(millis);
            }
        }
    }

    /** Looks again at once. */
    public void wake() {
        synchronized (wake) {
            wake.notifyAll();
        }
    }

    @Override
    public void stop() {
        running = false;
        wake();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
