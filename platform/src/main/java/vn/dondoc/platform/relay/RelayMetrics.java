package vn.dondoc.platform.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.EventTypes;

/** How far behind the relay is, and what it has sent. */
final class RelayMetrics {

    private final MeterRegistry registry;
    private final Clock systemClock;
    private final Timer delay;
    private final DistributionSummary batches;
    private final Map<String, Counter> relayed = new ConcurrentHashMap<>();
    private volatile @Nullable Instant caughtUpAt;
    private volatile @Nullable String lastError;
    private volatile @Nullable Instant lastErrorAt;
    private volatile boolean behind;

    RelayMetrics(MeterRegistry registry, Clock systemClock) {
        this.registry = registry;
        this.systemClock = systemClock;
        this.delay = Timer.builder("dondoc.relay.delay")
                .description("From the write of an event to its acknowledgement by the brokers")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.batches = DistributionSummary.builder("dondoc.relay.batch")
                .description("Entries sent and acknowledged together")
                .register(registry);
        Gauge.builder("dondoc.relay.lag", this, RelayMetrics::lagSeconds)
                .description("Seconds since nothing was waiting; NaN where another instance relays")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("dondoc.relay.behind", this, metrics -> metrics.behind ? 1 : 0)
                .description("1 where the database is older than the topics and a new generation is needed")
                .register(registry);
    }

    void sent(List<Emitted> batch) {
        var now = systemClock.instant();
        if (!batch.isEmpty()) {
            batches.record(batch.size());
        }
        for (var emitted : batch) {
            if (EventTypes.named(emitted.entry().type()).isEmpty()) {
                continue;
            }
            relayed.computeIfAbsent(emitted.entry().type(), type -> registry.counter("dondoc.events.relayed", "type", type)).increment();
            delay.record(Duration.between(emitted.entry().writtenAt(), now));
        }
        lastError = null;
    }

    void caughtUp() {
        caughtUpAt = systemClock.instant();
        lastError = null;
    }

    /** A turn begins; something has been waiting for that long where another instance had it before. */
    void working(Duration waiting) {
        if (caughtUpAt == null) {
            caughtUpAt = systemClock.instant().minus(waiting);
        }
    }

    void passive() {
        caughtUpAt = null;
        lastError = null;
        behind = false;
    }

    void behind(boolean found) {
        behind = found;
    }

    void failed(Throwable problem) {
        var innermost = problem;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        var kind = innermost.getClass().getSimpleName();
        lastErrorAt = systemClock.instant();
        lastError = kind;
        registry.counter("dondoc.relay.failures", "error", kind).increment();
    }

    @Nullable String lastError() {
        return lastError;
    }

    Progress progress() {
        var since = caughtUpAt;
        var error = lastError;
        return new Progress(
                since == null ? Duration.ZERO : Duration.between(since, systemClock.instant()), error, error == null ? null : lastErrorAt);
    }

    double lagSeconds() {
        var since = caughtUpAt;
        return since == null ? Double.NaN : Duration.between(since, systemClock.instant()).toMillis() / 1000.0;
    }
}
