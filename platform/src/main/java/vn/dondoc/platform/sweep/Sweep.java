package vn.dondoc.platform.sweep;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Versioned;
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
    private static final int BATCH = 500;
    private static final long PAUSE_MILLIS = 1000;

    private final String name;
    private final Aggregates<S> aggregates;
    private final Function<S, Decision<S>> decide;
    private final DomainClock clock;
    private final StoreReadiness store;
    private final MeterRegistry registry;
    private final Timer duration;
    private final Object wake = new Object();
    private volatile boolean running;

    public Sweep(
            String name,
            Aggregates<S> aggregates,
            Function<S, Decision<S>> decide,
            DomainClock clock,
            StoreReadiness store,
            MeterRegistry registry) {
        this.name = name;
        this.aggregates = aggregates;
        this.decide = decide;
        this.clock = clock;
        this.store = store;
        this.registry = registry;
        this.duration = Timer.builder("dondoc.sweep").tag("sweep", name).description("One look at what is due").register(registry);
        clock.onShift(this::wake);
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
                var more = attempt();
                synchronized (wake) {
                    if (running && !more) {
                        wake.wait(PAUSE_MILLIS);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("Sweep {} was stopped", name, stopped);
        }
    }

    private boolean attempt() {
        try {
            return round() == BATCH;
        } catch (RuntimeException problem) {
            LOG.warn("Sweep {} failed and tries again", name, problem);
            registry.counter("dondoc.sweep.failures", "sweep", name).increment();
            return false;
        }
    }

    /**
     * One batch of what is due now.
     *
     * @return how many were found; a full batch says there may be more
     */
    public int round() {
        var started = System.nanoTime();
        var now = clock.instant();
        List<Versioned<S>> due = aggregates.list(new Query(Criteria.where(BOUNDARY).lte(Date.from(now)))
                .with(Sort.by(BOUNDARY)).limit(BATCH));
        var changed = aggregates.changeAll(due, Act.bySystem("sweep-" + name, now), decide);
        registry.counter("dondoc.sweep.transitions", "sweep", name).increment(changed);
        duration.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        return due.size();
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
