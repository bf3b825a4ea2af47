package vn.dondoc.platform.start;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Something that must be done once before the service is ready, tried in the background for as long as it takes: a service starts
 * while its database or its brokers are away, says so in readiness, and goes on when they are there. It has a platform thread, as every
 * loop that lives as long as the service: virtual threads that wait for a class to be initialised keep their carriers, of which two cores have two.
 */
public abstract class Preparation implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private final String name;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean running;

    /** @param name for the log */
    protected Preparation(String name) {
        this.name = name;
    }

    /** One try, to be repeated a second later if it throws. */
    protected abstract void attempt() throws Exception;

    /** Whether a failed try only says that somebody is away, which is no fault of ours. */
    protected abstract boolean away(Exception failed);

    /** Waits until it is done. */
    public final void await() throws InterruptedException {
        done.await();
    }

    @Override
    public final void start() {
        running = true;
        Thread.ofPlatform().daemon().name(name).start(this::prepare);
    }

    private void prepare() {
        try {
            while (running && !succeeded()) {
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean succeeded() throws InterruptedException {
        try {
            attempt();
            done.countDown();
            return true;
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failed) {
            if (away(failed)) {
                LOG.warn("Not ready yet ({}): {}", name, failed.getMessage());
            } else {
                LOG.error("{} failed and is tried again", name, failed);
            }
            return false;
        }
    }

    @Override
    public final Health health() {
        return (done.getCount() == 0 ? Health.up() : Health.down()).build();
    }

    @Override
    public final void stop() {
        running = false;
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    @Override
    public final int getPhase() {
        return Integer.MIN_VALUE;
    }
}
