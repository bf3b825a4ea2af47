package vn.dondoc.task.calendar;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {

    @Test
    void twenty_calls_in_ten_minutes_and_then_again() {
        var now = new AtomicLong(5);
        var pace = new Pace(now::get);
        assertThat(IntStream.range(0, 20)).allMatch(_ -> pace.allows("a"));
        assertThat(pace.allows("a")).isFalse();
        assertThat(pace.allows("b")).isTrue();
        now.addAndGet(Duration.ofMinutes(10).toNanos() + 1);
        assertThat(pace.allows("a")).isTrue();
    }
}
