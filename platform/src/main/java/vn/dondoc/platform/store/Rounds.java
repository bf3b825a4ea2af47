package vn.dondoc.platform.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Upkeep of what is stored: a round, a pause, the next round, by a thread of its own. A round that fails is tried again after the pause. */
public final class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration ENDING = Duration.ofSeconds(10);

    private final String name;
    private final Duration pause;
    private final StoreReadiness store;
    private final Runnable round;
    private volatile boolean running;
    private @Nullable Thread thread;

    /** @param round may be done by any number of instances at once */
    public Rounds(String name, Duration pause, StoreReadiness store, Runnable round) {
        this.name = name;
        this.pause = pause;
        this.store = store;
        this.round = round;
    }

    private void run() {
        try {
            store.await();
            while (running) {
                attempt();
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            }
        } catch (InterruptedException stopped) {
            LOG.debug("The rounds of {} were stopped", name, stopped);
        }
    }

    private void attempt() {
        try {
            round.run();
        } catch (RuntimeException problem) {
            if (running) {
                LOG.warn("A round of {} failed and is tried again", name, problem);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        var current = thread;
        if (current != null) {
            current.interrupt();
            try {
                current.join(ENDING);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
