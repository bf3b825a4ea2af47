package vn.dondoc.notification.channel;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contracts.event.EventJson;

/**
 * The interface of an official account, version 3: its followers, and messages to one of them. Every answer has status 200; {@code error} says what
 * it is worth.
 */
@Component
class ZaloAccount {

    private static final Logger LOG = LoggerFactory.getLogger(ZaloAccount.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 400;

    private final ZaloProperties settings;
    private final ZaloTokens tokens;
    private final HttpClient http;

    ZaloAccount(ZaloProperties settings, ZaloTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.patience())
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /**
     * Somebody who follows the account and shared a telephone number with it.
     *
     * @param user the account's id of them
     * @param lastDay on which they wrote to it
     */
    record Follower(String user, String phone, LocalDate lastDay) {

        @Override
        public String toString() {
            return "Follower " + user;
        }
    }

    /** What is posted. */
    @SuppressWarnings("RecordComponentName") // the provider's names
    private record To(String user_id) {}

    private record Text(String text) {}

    private record Message(To recipient, Text message) {}

    /** A message in the account's own words, to somebody who wrote to it lately. */
    Answer send(String user, String text) {
        return post(settings.oaUrl() + "/message/cs", new Message(new To(user), new Text(text)));
    }

    /** In the name of the account, also to the interface for templates. */
    Answer post(String url, Object message) {
        var body = EventJson.mapper().writeValueAsString(message);
        return asked(request -> request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)), url, _ -> { });
    }

    /** @return whether all were told; where the account did not answer some may be missing */
    boolean followers(Consumer<Follower> told) {
        for (int page = 0; page < MOST_PAGES; page++) {
            var users = new ArrayList<String>();
            var answer = get("/user/getlist", Map.of("offset", page * PAGE, "count", PAGE, "last_interaction_period", "L7D", "is_follower", true), data -> data.path("users")
                    .forEach(user -> users.add(user.path("user_id").asString(""))));
            if (!(answer instanceof Answer.Taken) || !detailed(users, told)) {
                return false;
            }
            if (users.size() < PAGE) {
                return true;
            }
        }
        return true;
    }

    private boolean detailed(List<String> users, Consumer<Follower> told) {
        for (var user : users) {
            var answer = get("/user/detail", Map.of("user_id", user), data -> follower(user, data).ifPresent(told));
            if (!(answer instanceof Answer.Taken)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Follower> follower(String user, JsonNode data) {
        var phone = digits(data.path("shared_info").path("phone").asString(""));
        if (phone.isEmpty() || !data.path("user_is_follower").asBoolean(false)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Follower(user, phone, LocalDate.parse(data.path("user_last_interaction_date").asString(""), DAY)));
        } catch (DateTimeParseException never) {
            return Optional.empty();
        }
    }

    private Answer get(String path, Map<String, Object> asked, Consumer<JsonNode> data) {
        var query = "?data=" + URLEncoder.encode(EventJson.mapper().writeValueAsString(asked), StandardCharsets.UTF_8);
        return asked(HttpRequest.Builder::GET, settings.oaUrl() + path + query, data);
    }

    /** A token that was just refused is renewed once; a second refusal is no matter of its age. */
    private Answer asked(UnaryOperator<HttpRequest.Builder> how, String url, Consumer<JsonNode> data) {
        var answer = tokens.with(token -> answer(how, url, token, data));
        return answer instanceof Answer.Away away && away.code().equals(ZaloErrors.TOKEN) ? tokens.with(token -> answer(how, url, token, data)) : answer;
    }

    private Answer answer(UnaryOperator<HttpRequest.Builder> how, String url, String token, Consumer<JsonNode> data) {
        var request = how.apply(HttpRequest.newBuilder(URI.create(url)).timeout(settings.patience()).header("access_token", token)).build();
        var body = new AtomicReference<@Nullable JsonNode>();
        var answer = exchanged(request, body::set);
        if (answer instanceof Answer.Away away && away.code().equals(ZaloErrors.TOKEN)) {
            tokens.refused(token);
        }
        var read = body.get();
        if (answer instanceof Answer.Taken && read != null) {
            data.accept(read.path("data"));
        }
        return answer;
    }

    /** Zalo answers 200 whatever it means: the number in the body says it. */
    private Answer exchanged(HttpRequest request, Consumer<JsonNode> read) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            var byStatus = HttpAnswers.of(answer, "ZALO");
            if (!(byStatus instanceof Answer.Taken)) {
                return byStatus;
            }
            var body = EventJson.mapper().readTree(answer.body());
            read.accept(body);
            return ZaloErrors.of(body.path("error").asInt(Integer.MIN_VALUE));
        } catch (IOException | JacksonException away) {
            LOG.warn("Zalo does not answer: {}", away.getClass().getSimpleName());
            return new Answer.Away("ZALO_AWAY");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Answer.Away("ZALO_AWAY", true, Duration.ZERO);
        }
    }

    /** "+84912345678", "0912345678" and 84912345678 are one number. */
    static String digits(String phone) {
        var digits = phone.replaceAll("\\D", "");
        return digits.startsWith("0") ? "84" + digits.substring(1) : digits;
    }
}
