package vn.dondoc.notification.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.notification.message.Texts;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.platform.problem.ProblemConfiguration;

/**
 * Tells another system by HTTP. What is posted is signed together with the time, so that the receiver can tell it from what others post and from what
 * somebody posts again: {@code X-Dondoc-Signature: sha256=HMAC(secret, timestamp + "." + body)}.
 */
@Component
class WebhookCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookCarrier.class);

    private final WebhookProperties settings;
    private final Texts texts;
    private final CodeAndLink words;
    private final Clock systemClock;
    private final HttpClient http;

    WebhookCarrier(WebhookProperties settings, Texts texts, CodeAndLink words, Clock systemClock) {
        this.settings = settings;
        this.texts = texts;
        this.words = words;
        this.systemClock = systemClock;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.patience())
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** What is posted: words of published plans, ids of positions and units, nothing of persons. */
    record Told(String delivery, String code, String urgency, String type, String obligation, String commune, String position, String text, String link) {}

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING;
    }

    @Override
    public boolean isThere() {
        return settings.isThere();
    }

    @Override
    public Answer send(Parcel parcel) {
        var message = parcel.first();
        var body = EventJson.mapper().writeValueAsString(new Told(
                parcel.id(), words.code(message), message.urgency().code(), message.cause().type(), message.cause().obligation(), message.commune().value(),
                parcel.to().id().value(), texts.subject(message, ProblemConfiguration.VIETNAMESE), words.link(message)));
        var at = Long.toString(systemClock.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(URI.create(settings.url())).timeout(settings.patience())
                .header("Content-Type", "application/json")
                .header("X-Dondoc-Delivery", parcel.id())
                .header("X-Dondoc-Timestamp", at)
                .header("X-Dondoc-Signature", "sha256=" + signature(settings.secret(), at + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.discarding());
            return HttpAnswers.of(answer, "WEBHOOK");
        } catch (IOException away) {
            LOG.warn("The webhook does not answer: {}", away.getClass().getSimpleName());
            return new Answer.Away("WEBHOOK_AWAY");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Answer.Away("WEBHOOK_AWAY", true, Duration.ZERO);
        }
    }

    static String signature(String secret, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }
}
