package vn.dondoc.console.backend;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import vn.dondoc.console.problem.Problems;

/**
 * Calls the services with the token of the user who makes the present request. Every failure is a {@link Refused} with a sentence for
 * people, a service that is away included.
 */
@Component
public class Backend {

    private static final MediaType MERGE_PATCH = MediaType.valueOf("application/merge-patch+json");

    private final Map<Service, RestClient> clients = new EnumMap<>(Service.class);
    private final Problems problems;

    Backend(BackendClients clients, Problems problems) {
        for (var service : Service.values()) {
            this.clients.put(service, clients.of(service));
        }
        this.problems = problems;
    }

    public <T> T get(Service service, String path, Query query, ParameterizedTypeReference<T> type, Object... variables) {
        return answer(problems, () -> client(service)
                .get()
                .uri(uri -> uri.path(path).queryParams(encodable(query)).build(merge(query, variables)))
                .retrieve()
                .body(type));
    }

    public <T> T get(Service service, String path, Query query, Class<T> type, Object... variables) {
        return get(service, path, query, ParameterizedTypeReference.forType(type), variables);
    }

    public <T> T get(Service service, String path, Class<T> type, Object... variables) {
        return get(service, path, Query.none(), ParameterizedTypeReference.forType(type), variables);
    }

    /** @param key idempotency key of the form that was sent; the same form sent twice is one command */
    public <T> T post(Service service, String path, @Nullable Object body, @Nullable String key, Class<T> type, Object... variables) {
        return answer(problems, () -> {
            var call = client(service).post().uri(path, variables);
            if (key != null) {
                call.header("Idempotency-Key", key);
            }
            if (body != null) {
                call.contentType(MediaType.APPLICATION_JSON).body(body);
            }
            return call.retrieve().body(type);
        });
    }

    /** A call that another header than the user's token opens. */
    public <T> T open(Service service, String path, Object body, Map<String, String> headers, Class<T> type) {
        return answer(problems, () -> client(service).post().uri(path).headers(all -> headers.forEach(all::set)).contentType(MediaType.APPLICATION_JSON).body(body)
                .retrieve().body(type));
    }

    public <T> T patch(Service service, String path, Object body, long version, Class<T> type, Object... variables) {
        return answer(problems, () -> client(service)
                .patch()
                .uri(path, variables)
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .contentType(MERGE_PATCH)
                .body(body)
                .retrieve()
                .body(type));
    }

    /** Puts one thing in the place of another, of the version that the user looked at. */
    public <T> T put(Service service, String path, Object body, long version, Class<T> type, Object... variables) {
        return answer(problems, () -> client(service)
                .put()
                .uri(path, variables)
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(type));
    }

    /** A command that names the version it is about; {@code key} as for {@link #post}. */
    public <T> T act(Service service, String path, Object body, @Nullable String key, long version, Class<T> type, Object... variables) {
        return answer(problems, () -> {
            var call = client(service).post().uri(path, variables).header(HttpHeaders.IF_MATCH, "\"" + version + "\"");
            if (key != null) {
                call.header("Idempotency-Key", key);
            }
            return call.contentType(MediaType.APPLICATION_JSON).body(body).retrieve().body(type);
        });
    }

    /** Sends a file on that joins the version of something that the user looked at. */
    public <T> T join(Service service, String path, Resource file, Query fields, long version, Class<T> type, Object... variables) {
        return answer(problems, () -> {
            var parts = new LinkedMultiValueMap<String, Object>();
            parts.add("file", file);
            fields.values().forEach((name, values) -> values.forEach(value -> parts.add(name, value)));
            return client(service).post().uri(path, variables).header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                    .contentType(MediaType.MULTIPART_FORM_DATA).body(parts).retrieve().body(type);
        });
    }

    /** Sends a file on as it came, without holding it in memory. */
    public <T> T upload(Service service, String path, Resource file, Query fields, Class<T> type) {
        return answer(problems, () -> {
            var parts = new LinkedMultiValueMap<String, Object>();
            parts.add("file", file);
            fields.values().forEach((name, values) -> values.forEach(value -> parts.add(name, value)));
            return client(service).post().uri(path).contentType(MediaType.MULTIPART_FORM_DATA).body(parts).retrieve().body(type);
        });
    }

    /** The same under an idempotency key, to a thing of its own. */
    public <T> T upload(Service service, String path, Resource file, @Nullable String key, Class<T> type, Object... variables) {
        return answer(problems, () -> {
            var parts = new LinkedMultiValueMap<String, Object>();
            parts.add("file", file);
            var call = client(service).post().uri(path, variables).contentType(MediaType.MULTIPART_FORM_DATA);
            if (key != null) {
                call.header("Idempotency-Key", key);
            }
            return call.body(parts).retrieve().body(type);
        });
    }

    /** Takes something away; the answer is what is left. */
    public <T> T delete(Service service, String path, Class<T> type, Object... variables) {
        return answer(problems, () -> client(service).delete().uri(path, variables).retrieve().body(type));
    }

    /** Asks with a body for something that has no address of its own. */
    public <T> T ask(Service service, String path, Object body, ParameterizedTypeReference<T> type) {
        return answer(problems, () -> client(service).post().uri(path).contentType(MediaType.APPLICATION_JSON).body(body).retrieve().body(type));
    }

    private RestClient client(Service service) {
        return Objects.requireNonNull(clients.get(service));
    }

    /** What the call gives; whatever goes wrong is a refusal. */
    static <T> T answer(Problems problems, Supplier<@Nullable T> call) {
        try {
            var answer = call.get();
            if (answer == null) {
                throw new Refused(problems.of(502, "UNREADABLE_ANSWER", LocaleContextHolder.getLocale()));
            }
            return answer;
        } catch (ResourceAccessException away) {
            throw new Refused(problems.of(503, "UNAVAILABLE", LocaleContextHolder.getLocale()));
        } catch (RestClientException unreadable) {
            throw new Refused(problems.of(502, "UNREADABLE_ANSWER", LocaleContextHolder.getLocale()));
        }
    }

    /** Values go in as variables, so that whatever people type is encoded strictly. */
    private static LinkedMultiValueMap<String, String> encodable(Query query) {
        var templated = new LinkedMultiValueMap<String, String>();
        query.values().forEach((name, values) -> {
            for (var ignored : values) {
                templated.add(name, "{value}");
            }
        });
        return templated;
    }

    private static Object[] merge(Query query, Object[] variables) {
        var values = query.values().values().stream().flatMap(Collection::stream);
        return Stream.concat(Arrays.stream(variables), values).toArray();
    }
}
