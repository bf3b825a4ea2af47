package vn.dondoc.platform.sweep;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a sweep begins, and how much it takes. */
class SpreadTest {

    private final Spread spread = new Spread(new Random(1));
    private final BatchSize size = new BatchSize();

    @Test
    void alone_it_takes_the_oldest() {
        for (int i = 0; i < 100; i++) {
            assertThat(spread.next()).isZero();
            spread.wrote(500, i % 50);
        }
    }

    @Test
    void beside_another_it_begins_elsewhere_and_comes_back_when_it_is_alone_again() {
        spread.wrote(500, 400);
        spread.wrote(500, 400);
        spread.wrote(500, 400);
        assertThat(IntStream.range(0, 200).map(_ -> spread.next()).distinct().count()).isGreaterThan(8);
        assertThat(IntStream.range(0, 200).map(_ -> spread.next())).allMatch(skipped -> skipped >= 0 && skipped < 16);
        for (int i = 0; i < 16; i++) {
            spread.wrote(500, 0);
        }
        assertThat(IntStream.range(0, 200).map(_ -> spread.next())).containsOnly(0);
        spread.wrote(500, 500);
        spread.end();
        assertThat(spread.next()).isZero();
    }

    @Test
    void a_batch_is_as_large_as_is_quick() {
        assertThat(size.get()).isEqualTo(500);
        size.took(500, Duration.ofMillis(90));
        assertThat(size.get()).isEqualTo(1000);
        size.took(1000, Duration.ofMillis(190));
        assertThat(size.get()).isEqualTo(1000);
        IntStream.range(0, 9).forEach(_ -> size.took(size.get(), Duration.ofSeconds(2)));
        assertThat(size.get()).isEqualTo(50);
        size.took(3, Duration.ofMillis(1));
        assertThat(size.get()).isEqualTo(50);
        size.took(50, Duration.ofMillis(1));
        assertThat(size.get()).isEqualTo(100);
    }
}
