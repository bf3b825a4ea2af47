package vn.dondoc.console.backend;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.console.token.TokenIssuer;
import vn.dondoc.contracts.id.PersonId;

/**
 * Calls services in the console's own name, while nobody is signed in yet; only what is meant for the console may be called so. Failures are
 * {@link Refused}, as everywhere.
 */
@Component
public class OwnCalls {

    private static final String NAME = "console";

    private final Map<Service, RestClient> clients = new EnumMap<>(Service.class);
    private final BackendClients all;
    private final TokenIssuer tokens;
    private final Problems problems;

    OwnCalls(BackendClients clients, TokenIssuer tokens, Problems problems) {
        this.all = clients;
        this.tokens = tokens;
        this.problems = problems;
        for (var service : Service.values()) {
            this.clients.put(service, clients.of(service, () -> tokens.forService(NAME)));
        }
    }

    public <T> T post(Service service, String path, Object body, Class<T> type, Object... variables) {
        return Backend.answer(problems, () -> client(service).post().uri(path, variables).contentType(MediaType.APPLICATION_JSON).body(body).retrieve().body(type));
    }

    /** A call whose answer says nothing but that it was done. */
    public void tell(Service service, String path, Object body) {
        Backend.answer(problems, () -> client(service).post().uri(path).contentType(MediaType.APPLICATION_JSON).body(body).retrieve().toBodilessEntity());
    }

    public void put(Service service, String path, Object body, Object... variables) {
        Backend.answer(problems, () -> client(service).put().uri(path, variables).contentType(MediaType.APPLICATION_JSON).body(body).retrieve().toBodilessEntity());
    }

    /** Says something in the name of somebody who has just proven who they are. */
    public <T> T postAs(PersonId person, Service service, String path, Class<T> type) {
        return Backend.answer(problems, () -> all.of(service, () -> tokens.forCalls(person)).post().uri(path).retrieve().body(type));
    }

    private RestClient client(Service service) {
        return Objects.requireNonNull(clients.get(service));
    }
}
