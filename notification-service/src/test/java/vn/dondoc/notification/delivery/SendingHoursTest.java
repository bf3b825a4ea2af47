package vn.dondoc.notification.delivery;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SendingHoursTest {

    @ParameterizedTest
    @CsvSource({
        "06:30, 21:00, 2026-11-30T06:29:59, 2026-11-30T06:30:00", "06:30, 21:00, 2026-11-30T06:30:00, 2026-11-30T06:30:00",
        "06:30, 21:00, 2026-11-30T20:59:59, 2026-11-30T20:59:59", "06:30, 21:00, 2026-11-30T21:00:00, 2026-12-01T06:30:00",
        "06:30, 21:00, 2026-11-30T00:10:00, 2026-11-30T06:30:00", "00:00, 00:00, 2026-11-30T03:00:00, 2026-11-30T03:00:00",
        "22:00, 05:00, 2026-11-30T12:00:00, 2026-11-30T22:00:00", "22:00, 05:00, 2026-11-30T03:00:00, 2026-11-30T03:00:00"
    })
    void nobody_is_disturbed_outside_of_the_hours(LocalTime from, LocalTime until, String moment, String sent) {
        assertThat(new SendingHours(from, until).onOrAfter(in(moment))).isEqualTo(in(sent));
    }

    private static Instant in(String local) {
        return Instant.parse(local + "+07:00");
    }
}
