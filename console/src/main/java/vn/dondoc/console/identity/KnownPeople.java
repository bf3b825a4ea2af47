package vn.dondoc.console.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.OwnCalls;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.console.signin.SignedIn;
import vn.dondoc.contracts.api.Notifications;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.id.PersonId;

/** What the home of people in plan-service says of somebody who is at the door. */
@Component
class KnownPeople {

    private static final String IDENTIFIED = "/api/people/identified";

    private final OwnCalls calls;

    KnownPeople(OwnCalls calls) {
        this.calls = calls;
    }

    Optional<PersonId> byIdentity(String issuer, String subject) {
        return identified(new People.Identified(new People.Identity(issuer, subject), null));
    }

    Optional<PersonId> byContact(String contact) {
        return identified(new People.Identified(null, contact));
    }

    private Optional<PersonId> identified(People.Identified asked) {
        try {
            return Optional.of(calls.post(Service.PLAN, IDENTIFIED, asked, People.Known.class).person());
        } catch (Refused refused) {
            // what cannot be anybody's contact is nobody's
            if (refused.status() == 404 || refused.status() == 400) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    void link(PersonId person, ExternalIdentity identity) {
        calls.put(Service.PLAN, "/api/people/{person}/identities", new People.Identity(identity.issuer(), identity.subject()), person.value());
    }

    /** @throws Refused 404 for a link that nobody sent, 410 for one that ended */
    People.InvitationOpened invitation(String secret) {
        return calls.post(Service.PLAN, "/api/people/invitations/opened", new People.InvitationSecret(secret), People.InvitationOpened.class);
    }

    /** Sends the code to the person's contact, which is not known here. */
    void send(PersonId person, String code) {
        calls.tell(Service.NOTIFICATION, "/api/notifications/codes", new Notifications.Code(person, code));
    }

    /** The person as the session keeps it, by the name that its home has; what it was invited to is accepted by coming in. */
    SignedIn welcomed(PersonId person, String way, String otherwise) {
        try {
            var held = calls.postAs(person, Service.PLAN, "/api/people/me/acceptance", People.Held.class);
            var first = held.positions().stream().findFirst();
            var name = held.name() == null || held.name().isBlank() ? first.map(People.HeldPosition::title).orElse(otherwise) : held.name();
            return new SignedIn(way, person.value(), name == null ? otherwise : name, first.map(People.HeldPosition::unitName).orElse(""));
        } catch (Refused away) {
            return new SignedIn(way, person.value(), otherwise, "");
        }
    }
}
