package vn.dondoc.platform.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackpressureTest {

    private Instant now = Instant.parse("2026-11-15T17:00:00Z");
    private Instant relayed = Instant.EPOCH;
    private int asked;
    private final Backpressure pressure = new Backpressure(new SweepSettings(1000, Duration.ofSeconds(3), Duration.ofSeconds(1)), () -> {
        asked++;
        return relayed;
    }, clock());

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Test
    void where_nothing_was_written_nobody_is_asked() {
        assertThat(pressure.lagging()).isFalse();
        pressure.wrote(now, 0);
        assertThat(pressure.lagging()).isFalse();
        assertThat(asked).isZero();
    }

    @Test
    void it_lags_while_more_of_our_events_wait_than_may() {
        pressure.wrote(now, 600);
        assertThat(pressure.lagging()).isFalse();
        now = now.plusMillis(100);
        pressure.wrote(now, 600);
        assertThat(pressure.lagging()).isTrue();
        relayed = now.minusMillis(50);
        assertThat(pressure.lagging()).isFalse();
    }

    @Test
    void it_lags_while_a_single_event_waits_too_long() {
        pressure.wrote(now, 1);
        now = now.plusMillis(2999);
        assertThat(pressure.lagging()).isFalse();
        now = now.plusMillis(2);
        assertThat(pressure.lagging()).isTrue();
        relayed = now.minusSeconds(1);
        assertThat(pressure.lagging()).isFalse();
    }
}
