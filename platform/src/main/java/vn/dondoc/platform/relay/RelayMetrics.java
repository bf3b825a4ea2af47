package vn.dondoc.platform.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.EventTypes;

/** How far behind the relay is, and what it has sent. */
final class RelayMetrics {

    private final MeterRegistry registry;
    private final Clock systemClock;
    private final Timer delay;
    private volatile @Nullable Instant caughtUpAt;
    private volatile @Nullable String lastError;

    RelayMetrics(MeterRegistry registry, Clock systemClock) {
        this.registry = registry;
        this.systemClock = systemClock;
        this.delay = Timer.builder("dondoc.relay.delay")
                .description("From the write of an event to its acknowledgement by the brokers")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        Gauge.builder("dondoc.relay.lag", this, RelayMetrics::lagSeconds)
                .description("Seconds since nothing was waiting; NaN where another instance relays")
                .baseUnit("seconds")
                .register(registry);
    }

    void sent(List<Emitted> batch) {
        var now = systemClock.instant();
        for (var emitted : batch) {
            if (EventTypes.named(emitted.entry().type()).isEmpty()) {
                continue;
            }
            registry.counter("dondoc.events.relayed", "type", emitted.entry().type()).increment();
            delay.record(Duration.between(emitted.entry().writtenAt(), now));
        }
        lastError = null;
    }

    void caughtUp() {
        caughtUpAt = systemClock.instant();
        lastError = null;
    }

    void working() {
        if (caughtUpAt == null) {
            caughtUpAt = systemClock.instant();
        }
    }

    void passive() {
        caughtUpAt = null;
    }

    void failed(Throwable problem) {
        lastError = problem.getClass().getSimpleName();
        registry.counter("dondoc.relay.failures", "error", problem.getClass().getSimpleName()).increment();
    }

    @Nullable String lastError() {
        return lastError;
    }

    double lagSeconds() {
        var since = caughtUpAt;
        return since == null ? Double.NaN : Duration.between(since, systemClock.instant()).toMillis() / 1000.0;
    }
}
