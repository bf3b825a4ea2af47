package vn.dondoc.contracts.memory;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryAtRestTest {

    private long processor;
    private long now;
    private int collections;

    private final MemoryAtRest memory = new MemoryAtRest(() -> processor, () -> now, () -> collections++);

    @Test
    void memory_is_given_back_once_after_the_start_and_once_after_each_work() {
        quiet(1);
        assertThat(collections).isZero();
        quiet(20);
        assertThat(collections).isEqualTo(1);

        work(3);
        quiet(1);
        assertThat(collections).isEqualTo(1);
        quiet(20);
        assertThat(collections).isEqualTo(2);
    }

    @Test
    void a_pause_between_two_pieces_of_work_is_no_rest() {
        for (var piece = 0; piece < 5; piece++) {
            work(1);
            quiet(1);
        }
        assertThat(collections).isZero();
    }

    private void quiet(int looks) {
        looks(looks, TimeUnit.MILLISECONDS.toNanos(900));
    }

    private void work(int looks) {
        looks(looks, TimeUnit.MILLISECONDS.toNanos(5000));
    }

    private void looks(int count, long used) {
        for (var look = 0; look < count; look++) {
            processor += used;
            now += TimeUnit.SECONDS.toNanos(20);
            memory.look();
        }
    }
}
