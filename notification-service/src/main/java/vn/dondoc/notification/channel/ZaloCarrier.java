package vn.dondoc.notification.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.rule.Channel;

/** Messages by template of an official account on Zalo, to a telephone number: a code and a link. */
@Component
class ZaloCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(ZaloCarrier.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int LONGEST_TRACKING = 48;

    private final ZaloProperties settings;
    private final ZaloTokens tokens;
    private final CodeAndLink words;
    private final ZaloTemplate template;
    private final HttpClient http;

    ZaloCarrier(ZaloProperties settings, ZaloTokens tokens, CodeAndLink words) {
        this.settings = settings;
        this.tokens = tokens;
        this.words = words;
        this.template = settings.registered();
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.patience())
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** What is posted. */
    @SuppressWarnings("RecordComponentName") // the provider's names
    record ByTemplate(String phone, String template_id, Map<String, String> template_data, String tracking_id) {}

    @Override
    public Channel channel() {
        return Channel.ZALO;
    }

    @Override
    public Needs needs() {
        return Needs.PHONE;
    }

    @Override
    public boolean isThere() {
        return settings.isThere();
    }

    @Override
    public Answer send(Parcel parcel) {
        var filled = template.filled(what -> value(what, parcel.first(), parcel.messages().size()));
        if (filled.isEmpty()) {
            return new Answer.Refused("ZALO_TEXT_TOO_LONG");
        }
        var id = parcel.id();
        var message = new ByTemplate(parcel.address().replace("+", ""), template.id(), filled.get(), id.substring(0, Math.min(LONGEST_TRACKING, id.length())));
        var answer = tokens.with(token -> post(token, message));
        // a token that was just refused is renewed once; a second refusal is no matter of its age
        return answer instanceof Answer.Away away && away.code().equals(ZaloErrors.TOKEN) ? tokens.with(token -> post(token, message)) : answer;
    }

    private String value(ZaloTemplate.What what, Notification message, int count) {
        var lastDay = message.cause().lastDay();
        return switch (what) {
            case CODE -> words.code(message);
            case LINK -> words.link(message);
            case COUNT -> Integer.toString(count);
            case DAY -> lastDay == null ? "-" : DAY.format(lastDay);
        };
    }

    private Answer post(String token, ByTemplate message) {
        var request = HttpRequest.newBuilder(URI.create(settings.sendUrl())).timeout(settings.patience())
                .header("Content-Type", "application/json").header("access_token", token)
                .POST(HttpRequest.BodyPublishers.ofString(EventJson.mapper().writeValueAsString(message))).build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            var byStatus = HttpAnswers.of(answer, "ZALO");
            if (!(byStatus instanceof Answer.Taken)) {
                return byStatus;
            }
            var meaning = ZaloErrors.of(EventJson.mapper().readTree(answer.body()).path("error").asInt(Integer.MIN_VALUE));
            if (meaning instanceof Answer.Away away && away.code().equals(ZaloErrors.TOKEN)) {
                tokens.refused(token);
            }
            return meaning;
        } catch (IOException | JacksonException away) {
            LOG.warn("Zalo does not answer: {}", away.getClass().getSimpleName());
            return new Answer.Away("ZALO_AWAY");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Answer.Away("ZALO_AWAY", true, Duration.ZERO);
        }
    }
}
