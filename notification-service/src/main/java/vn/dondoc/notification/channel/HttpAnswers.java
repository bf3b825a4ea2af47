package vn.dondoc.notification.channel;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a provider's HTTP status means for what was sent. */
final class HttpAnswers {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final long LONGEST_PAUSE = Duration.ofHours(1).toSeconds();

    private HttpAnswers() {}

    /** @param name of the channel, the beginning of reasons */
    static Answer of(HttpResponse<?> answer, String name) {
        var status = answer.statusCode();
        if (status / 100 == 2) {
            return new Answer.Taken();
        }
        return switch (status) {
            case TOO_MANY -> new Answer.Away(name + "_TOO_MANY", true, retryAfter(answer));
            case UNAUTHORIZED, FORBIDDEN -> new Answer.Away(name + "_SIGN_IN_REFUSED");
            case TIMEOUT -> new Answer.Away(name + "_AWAY");
            default -> status / 100 == 4 ? new Answer.Refused(name + "_REFUSED") : new Answer.Away(name + "_AWAY");
        };
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Math.min(Long.parseLong(seconds), LONGEST_PAUSE))).orElse(null);
    }
}
