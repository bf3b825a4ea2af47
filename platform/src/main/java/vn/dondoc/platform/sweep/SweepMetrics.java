package vn.dondoc.platform.sweep;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one sweep has done, and how far behind it is. */
final class SweepMetrics {

    private static final Duration WORTH_TELLING = Duration.ofMillis(5);

    private final Timer duration;
    private final Timer paused;
    private final Counter transitions;
    private final Counter lost;
    private final Counter failures;

    /** @param oldest boundary that is due and was not told; null where none is */
    SweepMetrics(MeterRegistry registry, String sweep, Clock domainClock, Supplier<@Nullable Instant> oldest) {
        duration = Timer.builder("dondoc.sweep").tag("sweep", sweep).description("One look at what is due").register(registry);
        paused = Timer.builder("dondoc.sweep.paused").tag("sweep", sweep)
                .description("Between two batches, to give way while the relay lagged").register(registry);
        transitions = registry.counter("dondoc.sweep.transitions", "sweep", sweep);
        lost = registry.counter("dondoc.sweep.lost", "sweep", sweep);
        failures = registry.counter("dondoc.sweep.failures", "sweep", sweep);
        Gauge.builder("dondoc.sweep.delay", () -> seconds(oldest.get(), domainClock)).tag("sweep", sweep).baseUnit("seconds")
                .description("Age of the oldest boundary that is due and was not told; 0 where none is")
                .strongReference(true).register(registry);
    }

    private static double seconds(@Nullable Instant since, Clock domainClock) {
        return since == null ? 0 : Math.max(0, Duration.between(since, domainClock.instant()).toMillis() / 1000.0);
    }

    void done(Batch<?> batch, Duration took) {
        duration.record(took);
        transitions.increment(batch.changed());
        lost.increment(batch.lost());
        failures.increment(batch.failures());
    }

    void gaveWay(Duration time) {
        if (time.compareTo(WORTH_TELLING) > 0) {
            paused.record(time);
        }
    }

    void failed() {
        failures.increment();
    }
}
