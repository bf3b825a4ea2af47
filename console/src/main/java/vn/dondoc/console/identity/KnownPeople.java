package vn.dondoc.console.identity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.OwnCalls;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.console.signin.SignedIn;
import vn.dondoc.contracts.id.PersonId;

/** What the home of people in plan-service says of somebody who is at the door. */
@Component
class KnownPeople {

    record Identity(String issuer, String subject) {}

    record Identified(@Nullable Identity identity, @Nullable String contact) {}

    record Known(PersonId person) {}

    record Secret(String secret) {}

    /** What an invitation's link leads to. */
    record Invitation(
            String invitation, PersonId person, @Nullable String positionTitle, @Nullable String unitName, @Nullable String communeName,
            @Nullable String contactMasked) {}

    record Code(PersonId person, String code) {}

    record Held(@Nullable String name, @Nullable List<Position> positions) {}

    record Position(@Nullable String title, @Nullable String unitName) {}

    private static final String IDENTIFIED = "/api/people/identified";

    private final OwnCalls calls;

    KnownPeople(OwnCalls calls) {
        this.calls = calls;
    }

    Optional<PersonId> byIdentity(String issuer, String subject) {
        return identified(new Identified(new Identity(issuer, subject), null));
    }

    Optional<PersonId> byContact(String contact) {
        return identified(new Identified(null, contact));
    }

    private Optional<PersonId> identified(Identified asked) {
        try {
            return Optional.of(calls.post(Service.PLAN, IDENTIFIED, asked, Known.class).person());
        } catch (Refused refused) {
            // what cannot be anybody's contact is nobody's
            if (refused.status() == 404 || refused.status() == 400) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    void link(PersonId person, ExternalIdentity identity) {
        calls.put(Service.PLAN, "/api/people/{person}/identities", new Identity(identity.issuer(), identity.subject()), person.value());
    }

    /** @throws Refused 404 for a link that nobody sent, 410 for one that ended */
    Invitation invitation(String secret) {
        return calls.post(Service.PLAN, "/api/people/invitations/opened", new Secret(secret), Invitation.class);
    }

    /** Sends the code to the person's contact, which is not known here. */
    void send(PersonId person, String code) {
        calls.tell(Service.NOTIFICATION, "/api/notifications/codes", new Code(person, code));
    }

    /** The person as the session keeps it, by the name that its home has. */
    SignedIn welcomed(PersonId person, String way, String otherwise) {
        try {
            var held = calls.getAs(person, Service.PLAN, "/api/people/me", Held.class);
            var first = held.positions() == null ? Optional.<Position>empty() : held.positions().stream().findFirst();
            var name = held.name() == null || held.name().isBlank() ? first.map(Position::title).orElse(otherwise) : held.name();
            return new SignedIn(way, person.value(), name == null ? otherwise : name, first.map(Position::unitName).orElse(""));
        } catch (Refused away) {
            return new SignedIn(way, person.value(), otherwise, "");
        }
    }
}
