package vn.dondoc.console.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;

/** The calls of plan-service on people. */
@Component
public class PeopleCalls {

    private static final String PERSON = "/api/people/{id}";
    private static final ParameterizedTypeReference<List<People.Name>> NAMES = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Page<People.Reading>> READINGS = new ParameterizedTypeReference<>() {};

    private final Backend backend;

    PeopleCalls(Backend backend) {
        this.backend = backend;
    }

    /** Those that are known to the user; none of them while plan-service cannot say, since pages do without names. */
    public Map<PersonId, String> names(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        try {
            return backend.ask(Service.PLAN, "/api/people/names", new People.NamesAsked(List.copyOf(people)), NAMES).stream()
                    .collect(Collectors.toMap(People.Name::person, People.Name::name, (one, _) -> one));
        } catch (Refused away) {
            return Map.of();
        }
    }

    public People.Invited invite(People.InvitationWanted wanted, @Nullable String key) {
        return backend.post(Service.PLAN, "/api/people/invitations", wanted, key, People.Invited.class);
    }

    People.Person person(PersonId id, String reason) {
        return backend.get(Service.PLAN, PERSON, Query.none().with("reason", reason), ParameterizedTypeReference.forType(People.Person.class), id.value());
    }

    /** How to reach somebody; the reading is recorded with its reason. */
    public People.Person reach(PersonId id, String reason) {
        return person(id, reason);
    }

    Page<People.Reading> readings(PersonId id, @Nullable String after) {
        return backend.get(Service.PLAN, PERSON + "/readings", Query.none().with("after", after), READINGS, id.value());
    }

    People.Held mine() {
        return backend.get(Service.PLAN, "/api/people/me", People.Held.class);
    }

    People.Keeping keeping() {
        return backend.get(Service.PLAN, "/api/people/keeping", People.Keeping.class);
    }

    People.Person correct(PersonId id, People.Correction correction, long version) {
        return backend.put(Service.PLAN, PERSON, correction, version, People.Person.class, id.value());
    }

    People.Person erase(PersonId id, String reason) {
        return backend.post(Service.PLAN, PERSON + "/erasure", new People.Erasure(reason), null, People.Person.class, id.value());
    }
}
