package vn.dondoc.console.operations;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.api.Page;

/** The calls for operators, by service. */
@Component
class Desk {

    private static final ParameterizedTypeReference<Page<Operations.DeadLetter>> LETTERS = new ParameterizedTypeReference<>() {};

    private final Backend backend;

    Desk(Backend backend) {
        this.backend = backend;
    }

    /** The name a service has in addresses, in its events and in the log. */
    static String nameOf(Service service) {
        return service.name().toLowerCase(Locale.ROOT) + "-service";
    }

    /** How one service stands, as far as it answers. */
    Standing standing(Service service) {
        try {
            var open = letters(service, Query.none().with("status", "open").with("limit", 1)).total();
            var relay = backend.get(service, "/api/operations/" + nameOf(service) + "/relay", Operations.Relay.class);
            return new Standing(nameOf(service), open, relay, null);
        } catch (Refused refused) {
            if (refused.status() == 403) {
                throw refused;
            }
            return new Standing(nameOf(service), null, null, refused.problem().detail());
        }
    }

    /** What a service finds when it looks at itself; nothing where it does not answer, which its row in the table tells. */
    Optional<Operations.Checks> checks(Service service) {
        try {
            return Optional.of(backend.get(service, "/api/operations/" + nameOf(service) + "/checks", Operations.Checks.class));
        } catch (Refused refused) {
            if (refused.status() == 403) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    Page<Operations.DeadLetter> letters(Service service, Query query) {
        return backend.get(service, path(service), query, LETTERS);
    }

    Operations.DeadLetterContent letter(Service service, String id) {
        return backend.get(service, path(service) + "/{id}", Operations.DeadLetterContent.class, id);
    }

    void decide(Service service, String id, String decision, @Nullable String key) {
        backend.post(service, path(service) + "/{id}/" + decision, null, key, Operations.DeadLetter.class, id);
    }

    static Stream<Service> services() {
        return Stream.of(Service.values());
    }

    private static String path(Service service) {
        return "/api/operations/" + nameOf(service) + "/dead-letters";
    }
}
