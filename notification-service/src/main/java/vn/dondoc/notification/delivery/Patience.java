package vn.dondoc.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When to try again: doubled from try to try, with jitter so that a backlog does not come back all at once, and not for ever. */
record Patience(Duration first, Duration longest, Duration giveUpAfter) {

    /**
     * How long to wait; nothing when it is time to give up.
     *
     * @param tries so far, at least 1
     * @param queuedAt since when it waits, system time, as {@code now}
     */
    Optional<Duration> next(int tries, Instant queuedAt, Instant now, RandomGenerator random) {
        if (!now.isBefore(queuedAt.plus(giveUpAfter))) {
            return Optional.empty();
        }
        var doubled = first.multipliedBy(1L << Math.min(Math.max(tries, 1) - 1, 20));
        var wait = doubled.compareTo(longest) > 0 ? longest : doubled;
        var jittered = Duration.ofMillis(Math.round(wait.toMillis() * (1 - random.nextDouble() / 4)));
        return Optional.of(jittered.compareTo(first) < 0 ? first : jittered);
    }

    /** Until the provider is asked again; what keeps it from being asked all the time is the circuit of its channel. */
    Duration afterOutage() {
        return first;
    }
}
