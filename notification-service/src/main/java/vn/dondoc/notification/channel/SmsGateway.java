package vn.dondoc.notification.channel;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.io.JsonStringEncoder;

/** Short messages through the gateway that the configuration describes. Neither number nor words are ever logged. */
@Component
public class SmsGateway {

    private static final Logger LOG = LoggerFactory.getLogger(SmsGateway.class);
    private static final int READ_AT_MOST = 64 * 1024;

    private final SmsProperties settings;
    private final Pattern good;
    private final HttpClient http;

    SmsGateway(SmsProperties settings) {
        this.settings = settings;
        this.good = Pattern.compile(settings.good());
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.patience())
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** Whether one is configured. */
    public boolean isThere() {
        return settings.isThere();
    }

    /**
     * Whether the gateway has taken it over. It is asked once: a code is wanted now or not at all, and a second message for one that was only
     * answered late would confuse.
     *
     * @param number as +84…
     */
    public boolean send(String number, String words) {
        return tell(number, words) instanceof Answer.Taken;
    }

    /** The same, and what a refusal means. */
    Answer tell(String number, String words) {
        try {
            var answer = http.send(request(number, SmsText.plain(words)), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                return of(answer, new String(body.readNBytes(READ_AT_MOST), StandardCharsets.UTF_8));
            }
        } catch (IOException away) {
            LOG.warn("The gateway for short messages does not answer: {}", away.getClass().getSimpleName());
            return new Answer.Away("SMS_AWAY");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Answer.Away("SMS_AWAY", true, Duration.ZERO);
        }
    }

    private Answer of(HttpResponse<?> answer, String body) {
        var meaning = HttpAnswers.of(answer, "SMS");
        if (!(meaning instanceof Answer.Taken)) {
            LOG.warn("The gateway for short messages answered {}", answer.statusCode());
            return meaning;
        }
        if (!settings.good().isEmpty() && !good.matcher(body).find()) {
            LOG.warn("The gateway for short messages answered {} with an error", answer.statusCode());
            return Answer.Away.thisOne("SMS_ERROR");
        }
        return meaning;
    }

    private HttpRequest request(String number, String words) {
        var json = settings.body().startsWith("{") && !settings.body().startsWith("{to}") && !settings.body().startsWith("{digits}");
        UnaryOperator<String> safe = json ? text -> new String(JsonStringEncoder.getInstance().quoteAsCharArray(text))
                : text -> URLEncoder.encode(text, StandardCharsets.UTF_8);
        var body = settings.body().replace("{to}", safe.apply(number)).replace("{digits}", safe.apply(number.replace("+", ""))).replace("{text}", safe.apply(words));
        var request = HttpRequest.newBuilder(URI.create(settings.url()))
                .timeout(settings.patience())
                .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!settings.header().isBlank()) {
            var colon = settings.header().indexOf(':');
            request.header(settings.header().substring(0, colon).strip(), settings.header().substring(colon + 1).strip());
        }
        return request.build();
    }
}
