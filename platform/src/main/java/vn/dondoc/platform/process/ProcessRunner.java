package vn.dondoc.platform.process;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.dondoc.platform.store.StoreReadiness;

/** Goes on with processes whose beginner is gone, and carries out those that began in the background. Any number of instances may. */
public final class ProcessRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessRunner.class);
    private static final int BATCH = 20;
    private static final long PAUSE_MILLIS = 1000;
    /** One that is long lets the others have their turn. */
    private static final Duration TURN = Duration.ofSeconds(4);

    private final Processes processes;
    private final StoreReadiness store;
    private final MeterRegistry registry;
    private final Object wake = new Object();
    private volatile boolean running;

    ProcessRunner(Processes processes, StoreReadiness store, MeterRegistry registry) {
        this.processes = processes;
        this.store = store;
        this.registry = registry;
    }

    private void run() {
        try {
            store.await();
            while (running) {
                round();
                synchronized (wake) {
                    if (running) {
                        wake.wait(PAUSE_MILLIS);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("The process runner was stopped", stopped);
        }
    }

    private void round() {
        try {
            for (var left : processes.leftAlone(BATCH)) {
                if (running && processes.take(left)) {
                    LOG.info("Going on with process {} ({}), {} parts left", left.id(), left.state().kind(), left.state().remaining().size());
                    registry.counter("dondoc.processes.turns", "kind", left.state().kind()).increment();
                    processes.goOn(left.id(), TURN);
                }
            }
        } catch (RuntimeException fault) {
            LOG.warn("A process failed and is gone on with later", fault);
            registry.counter("dondoc.processes.failures").increment();
        }
    }

    /** Looks at once. */
    public void wake() {
        synchronized (wake) {
            wake.notifyAll();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("processes").start(this::run);
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
