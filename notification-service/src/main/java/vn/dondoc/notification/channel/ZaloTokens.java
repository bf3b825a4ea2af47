package vn.dondoc.notification.channel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.platform.store.ServerTime;

/**
 * The access token of the official account. A refresh token is good for one use: one instance at a time uses it, and the pair that it gets for it is
 * stored before the new access token is used, so that whoever dies in between leaves the next one behind.
 */
@Component
class ZaloTokens {

    static final String COLLECTION = "provider_tokens";
    private static final Logger LOG = LoggerFactory.getLogger(ZaloTokens.class);
    private static final String ID = "zalo";
    private static final String ACCESS = "access";
    private static final String REFRESH = "refresh";
    private static final String SEED = "seed";
    private static final String EXPIRES = "expiresAt";
    private static final String LOCKED = "lockedUntil";
    private static final String OWNER = "owner";
    private static final Duration EARLY = Duration.ofMinutes(10);
    private static final Duration USUAL_LIFE = Duration.ofHours(25);

    private final ZaloProperties settings;
    private final MongoTemplate mongo;
    private final Clock systemClock;
    private final Sealed sealed;
    private final HttpClient http;

    ZaloTokens(ZaloProperties settings, MongoTemplate mongo, Clock systemClock) {
        this.settings = settings;
        this.mongo = mongo;
        this.systemClock = systemClock;
        this.sealed = new Sealed("zalo-tokens", settings.secret());
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.patience())
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** Why there is no token now, as an answer. */
    private static final class NoToken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Answer.Away why;

        NoToken(Answer.Away why) {
            super(why.code(), null, false, false);
            this.why = why;
        }
    }

    /** What a token, or the lack of one, leads to. */
    Answer with(java.util.function.Function<String, Answer> use) {
        try {
            return use.apply(access());
        } catch (NoToken none) {
            return none.why;
        }
    }

    private String access() {
        var stored = stored();
        if (stored != null && stored.getString(ACCESS) != null && stored.getDate(EXPIRES) != null
                && stored.getDate(EXPIRES).toInstant().minus(EARLY).isAfter(systemClock.instant())) {
            return sealed.open(stored.getString(ACCESS));
        }
        return renewed();
    }

    /** The provider does not take this token any more, whatever was said of its life; a newer one is left alone. */
    void refused(String token) {
        var stored = stored();
        if (stored != null && stored.getString(ACCESS) != null && sealed.open(stored.getString(ACCESS)).equals(token)) {
            tokens().updateOne(Filters.and(Filters.eq("_id", ID), Filters.eq(ACCESS, stored.getString(ACCESS))), Updates.unset(EXPIRES));
        }
    }

    private @Nullable Document stored() {
        return tokens().find(Filters.eq("_id", ID)).first();
    }

    private String renewed() {
        var owner = UUID.randomUUID().toString();
        var locked = lock(owner).orElseThrow(() -> new NoToken(new Answer.Away("ZALO_TOKEN_IN_RENEWAL", true, Duration.ofSeconds(2))));
        try {
            // whoever had the lock before may have brought a new one
            var expires = locked.getDate(EXPIRES);
            if (expires != null && expires.toInstant().minus(EARLY).isAfter(systemClock.instant())) {
                return sealed.open(locked.getString(ACCESS));
            }
            return exchange(owner, refreshToken(locked));
        } finally {
            tokens().updateOne(Filters.and(Filters.eq("_id", ID), Filters.eq(OWNER, owner)), Updates.combine(Updates.unset(OWNER), Updates.unset(LOCKED)));
        }
    }

    private Optional<Document> lock(String owner) {
        tokens().updateOne(Filters.eq("_id", ID), Updates.setOnInsert("since", Date.from(systemClock.instant())), new UpdateOptions().upsert(true));
        var free = Filters.or(Filters.exists(LOCKED, false), Filters.expr(new Document("$lte", List.of("$" + LOCKED, "$$NOW"))));
        var mine = List.of(new Document("$set", new Document(OWNER, owner).append(LOCKED, ServerTime.in(settings.patience().multipliedBy(3)))));
        return Optional.ofNullable(tokens().findOneAndUpdate(
                Filters.and(Filters.eq("_id", ID), free), mine, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    /** The one that came with the last access token; the configured one where an operator has put in another since. */
    private String refreshToken(Document stored) {
        var kept = stored.getString(REFRESH);
        return kept != null && Sealed.fingerprint(settings.refreshToken()).equals(stored.getString(SEED)) ? sealed.open(kept) : settings.refreshToken();
    }

    private String exchange(String owner, String refresh) {
        var answer = ask(refresh);
        var access = answer.path("access_token").asString("");
        var next = answer.path("refresh_token").asString("");
        if (access.isEmpty() || next.isEmpty()) {
            LOG.warn("Zalo gave no token: error {}", answer.path("error").asString("?"));
            throw new NoToken(new Answer.Away("ZALO_SIGN_IN_REFUSED"));
        }
        var life = answer.path("expires_in").asString("").matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(answer.path("expires_in").asString())) : USUAL_LIFE;
        var kept = tokens().updateOne(Filters.and(Filters.eq("_id", ID), Filters.eq(OWNER, owner)), Updates.combine(
                Updates.set(ACCESS, sealed.seal(access)), Updates.set(REFRESH, sealed.seal(next)), Updates.set(SEED, Sealed.fingerprint(settings.refreshToken())),
                Updates.set(EXPIRES, Date.from(systemClock.instant().plus(life)))));
        if (kept.getMatchedCount() == 0) {
            throw new NoToken(new Answer.Away("ZALO_TOKEN_IN_RENEWAL", true, Duration.ofSeconds(2)));
        }
        return access;
    }

    private JsonNode ask(String refresh) {
        var form = Map.of("refresh_token", refresh, "app_id", settings.appId(), "grant_type", "refresh_token").entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(settings.tokenUrl())).timeout(settings.patience())
                .header("Content-Type", "application/x-www-form-urlencoded").header("secret_key", settings.secret())
                .POST(HttpRequest.BodyPublishers.ofString(form)).build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (HttpAnswers.of(answer, "ZALO") instanceof Answer.Away away) {
                throw new NoToken(away);
            }
            return EventJson.mapper().readTree(answer.body());
        } catch (IOException | JacksonException away) {
            LOG.warn("Zalo gave no token: {}", away.getClass().getSimpleName());
            throw new NoToken(new Answer.Away("ZALO_AWAY"));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NoToken(new Answer.Away("ZALO_AWAY", true, Duration.ZERO));
        }
    }

    private MongoCollection<Document> tokens() {
        return mongo.getCollection(COLLECTION);
    }
}
