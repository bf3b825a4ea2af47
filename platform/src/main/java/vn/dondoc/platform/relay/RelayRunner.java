package vn.dondoc.platform.relay;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import vn.dondoc.platform.store.StoreReadiness;

/** Takes a turn whenever the lease can be had, for as long as the service runs. */
final class RelayRunner implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(RelayRunner.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String owner;
    private final StoreReadiness store;
    private final Checkpoints checkpoints;
    private final Relay relay;
    private final Sender sender;
    private final RelayMetrics metrics;
    private volatile boolean running;
    private @Nullable Thread thread;

    RelayRunner(
            String owner, StoreReadiness store, Checkpoints checkpoints, Relay relay, Sender sender, RelayMetrics metrics) {
        this.owner = owner;
        this.store = store;
        this.checkpoints = checkpoints;
        this.relay = relay;
        this.sender = sender;
        this.metrics = metrics;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("relay").daemon().start(this::run);
    }

    private void run() {
        try {
            store.await();
            while (running) {
                attempt();
            }
        } catch (InterruptedException stopped) {
            LOG.debug("The relay was stopped", stopped);
        } finally {
            // Closing waits for the producer's own thread, which an interrupted one may not
            Thread.interrupted();
            sender.close();
        }
    }

    private void attempt() throws InterruptedException {
        try {
            var claimed = claimed();
            if (claimed == null) {
                metrics.passive();
                Relay.rest(PAUSE);
                return;
            }
            turn(claimed);
        } catch (RuntimeException problem) {
            if (!running) {
                return;
            }
            LOG.warn("The relay failed and begins again at its stored position", problem);
            Relay.rest(PAUSE);
        }
    }

    private @Nullable Checkpoint claimed() {
        try {
            return checkpoints.claim(owner, Lease.LENGTH, metrics.progress()).orElse(null);
        } catch (RuntimeException problem) {
            noteFailure(problem);
            throw problem;
        }
    }

    private void noteFailure(RuntimeException problem) {
        if (running) {
            metrics.failed(problem);
        }
    }

    private void turn(Checkpoint claimed) throws InterruptedException {
        try (var lease = new Lease(checkpoints, owner, claimed.epoch(), metrics::progress)) {
            try {
                relay.turn(claimed, lease);
            } catch (RuntimeException problem) {
                // Before the lease is given back, so that everybody can see why
                noteFailure(problem);
                throw problem;
            }
        }
    }

    @Override
    public Health health() {
        var error = metrics.lastError();
        var health = error == null ? Health.up() : Health.unknown().withDetail("lastError", error);
        return health.withDetail("lagSeconds", metrics.lagSeconds()).build();
    }

    @Override
    public void stop() {
        running = false;
        var current = thread;
        if (current != null) {
            current.interrupt();
            try {
                current.join(Duration.ofSeconds(10));
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
