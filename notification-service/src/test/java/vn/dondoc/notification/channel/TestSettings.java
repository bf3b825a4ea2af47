package vn.dondoc.notification.channel;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import vn.dondoc.notification.rule.Channel;

/** Settings as they are where nobody set anything. */
public final class TestSettings {

    private TestSettings() {}

    public static NotificationProperties properties() {
        return properties(Duration.ofSeconds(30), 0);
    }

    /** With a message each, at once. */
    public static NotificationProperties withoutDigests() {
        return properties(Duration.ofSeconds(30), 0, false);
    }

    /** @param rate of short messages in a second */
    public static NotificationProperties properties(Duration firstRetry, int rate) {
        return properties(firstRetry, rate, true);
    }

    private static NotificationProperties properties(Duration firstRetry, int rate, boolean digests) {
        return new NotificationProperties(
                "smtp://127.0.0.1:25", "no-reply@dondoc.example", "https://dondoc.example/", 4,
                new NotificationProperties.Retry(firstRetry, Duration.ofHours(1), Duration.ofHours(24)),
                new NotificationProperties.Hours(LocalTime.of(6, 30), LocalTime.of(21, 0)), new NotificationProperties.Digests(digests, LocalTime.of(7, 0), List.of(Channel.EMAIL, Channel.ZALO, Channel.SMS)),
                List.of(Channel.EMAIL, Channel.ZALO, Channel.SMS), Duration.ofHours(4), new NotificationProperties.Rates(0, 0, rate, 0), Duration.ofDays(400));
    }
}
