package vn.dondoc.notification.people;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClientException;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.id.PersonId;

/** Asks plan-service each time, which records it; nothing is remembered, so what was corrected or erased is so at once. */
final class AskedAddresses implements PersonalAddresses {

    private static final Logger LOG = LoggerFactory.getLogger(AskedAddresses.class);

    private final HomeOfPeople people;

    AskedAddresses(HomeOfPeople people) {
        this.people = people;
    }

    @Override
    public Address of(PersonId person) {
        return asked(person, People.Contact::email);
    }

    @Override
    public Address phoneOf(PersonId person) {
        return asked(person, People.Contact::phone);
    }

    private Address asked(PersonId person, Function<People.Contact, @Nullable String> what) {
        try {
            return people.contactOf(person, People.Reason.SENDING).map(what).filter(address -> !address.isBlank())
                    .<Address>map(Address.Known::new).orElseGet(Address.Unknown::new);
        } catch (RestClientException away) {
            LOG.warn("The address of {} could not be asked for: {}", person, away.getClass().getSimpleName());
            return new Address.Away();
        }
    }
}
