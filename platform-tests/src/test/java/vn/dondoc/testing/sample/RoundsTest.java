package vn.dondoc.testing.sample;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import vn.dondoc.platform.store.Rounds;
import vn.dondoc.platform.store.StoreReadiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Upkeep goes on after a round that failed, and ends when it is told to. */
class RoundsTest extends SampleTest {

    @Test
    void a_round_that_fails_is_tried_again_and_none_follows_the_end() {
        var done = new AtomicInteger();
        var thread = new AtomicReference<Thread>();
        var rounds = new Rounds("test-rounds", Duration.ofMillis(10), sample.context.getBean(StoreReadiness.class), () -> {
            thread.set(Thread.currentThread());
            if (done.incrementAndGet() == 1) {
                throw new IllegalStateException("the first of them");
            }
        });
        rounds.start();
        await().atMost(SampleService.LIMIT).until(() -> done.get() >= 3);
        rounds.stop();
        assertThat(rounds.isRunning()).isFalse();
        assertThat(thread.get().isAlive()).isFalse();
    }
}
