package vn.dondoc.notification.people;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.id.PersonId;

/** Asks plan-service each time, which records it; nothing is remembered, so what was corrected or erased is so at once. */
final class AskedAddresses implements PersonalAddresses {

    private static final Logger LOG = LoggerFactory.getLogger(AskedAddresses.class);
    private static final ParameterizedTypeReference<List<People.Contact>> CONTACTS = new ParameterizedTypeReference<>() {};

    private final RestClient plan;

    AskedAddresses(RestClient plan) {
        this.plan = plan;
    }

    @Override
    public Address of(PersonId person) {
        try {
            var found = plan.post().uri("/api/people/contacts").contentType(MediaType.APPLICATION_JSON)
                    .body(new People.Asked(List.of(person), People.Reason.SENDING)).retrieve().body(CONTACTS);
            return found == null ? new Address.Away() : found.stream().filter(one -> one.person().equals(person)).map(People.Contact::email)
                    .filter(mail -> mail != null && !mail.isBlank()).findFirst().<Address>map(Address.Known::new).orElseGet(Address.Unknown::new);
        } catch (RestClientException away) {
            LOG.warn("The address of {} could not be asked for: {}", person, away.getClass().getSimpleName());
            return new Address.Away();
        }
    }
}
