package vn.dondoc.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PatienceTest {

    private static final Instant QUEUED = Instant.parse("2026-11-24T00:00:00Z");
    private final Patience patience = new Patience(Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofHours(24));
    private final Random random = new Random(7);

    @Test
    void it_waits_longer_from_try_to_try_and_never_longer_than_an_hour() {
        for (int tries = 1; tries <= 100; tries++) {
            var wait = patience.next(tries, QUEUED, QUEUED.plusSeconds(1), random).orElseThrow();
            var doubled = Math.min(3600, 30 * Math.pow(2, tries - 1));
            assertThat(wait.toMillis()).isBetween(Math.max(30_000L, (long) (doubled * 750)), (long) (doubled * 1000));
        }
    }

    @Test
    void letters_do_not_come_back_all_at_once() {
        var waits = random.ints(20).mapToObj(_ -> patience.next(4, QUEUED, QUEUED, random).orElseThrow()).distinct().count();
        assertThat(waits).isGreaterThan(10);
    }

    @Test
    void it_ends_after_a_day() {
        assertThat(patience.next(5, QUEUED, QUEUED.plus(Duration.ofHours(24)).minusMillis(1), random)).isPresent();
        assertThat(patience.next(5, QUEUED, QUEUED.plus(Duration.ofHours(24)), random)).isEmpty();
    }
}
