package vn.dondoc.notification.people;

import java.util.List;
import java.util.Optional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.id.PersonId;

/**
 * Asks plan-service for what is personal, in this service's own name and when something is to be sent now; it records that, and nothing of it is
 * remembered here. While it does not answer, {@link org.springframework.web.client.RestClientException} is thrown.
 */
public final class HomeOfPeople {

    private static final ParameterizedTypeReference<List<People.Contact>> CONTACTS = new ParameterizedTypeReference<>() {};
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final RestClient plan;

    HomeOfPeople(RestClient plan) {
        this.plan = plan;
    }

    /** How a person is reached; nothing where nobody is known by that id. */
    public Optional<People.Contact> contactOf(PersonId person, People.Reason reason) {
        var found = plan.post().uri("/api/people/contacts").contentType(MediaType.APPLICATION_JSON)
                .body(new People.Asked(List.of(person), reason)).retrieve().body(CONTACTS);
        return found == null ? Optional.empty() : found.stream().filter(contact -> contact.person().equals(person)).findFirst();
    }

    /** The link of an invitation and how its person is reached, the same for the same key; nothing where the invitation is over. */
    public Optional<People.InvitationLink> linkOf(String invitation, String key) {
        try {
            return Optional.ofNullable(plan.post().uri("/api/people/invitations/{id}/link", invitation).header("Idempotency-Key", key)
                    .retrieve().body(People.InvitationLink.class));
        } catch (HttpClientErrorException refused) {
            if (refused.getStatusCode().value() == NOT_FOUND || refused.getStatusCode().value() == GONE) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
