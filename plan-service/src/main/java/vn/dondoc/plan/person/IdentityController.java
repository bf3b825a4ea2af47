package vn.dondoc.plan.person;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.plan.organisation.Posts;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.time.DomainClock;

/** What only other parts of the system ask: who somebody is, and how somebody is reached. */
@RestController
class IdentityController {

    private static final int MOST = 200;
    private static final int LONGEST = 500;

    private final PersonalData data;
    private final Invitations invitations;
    private final StoredPeople people;
    private final Posts posts;
    private final DomainClock clock;

    IdentityController(PersonalData data, Invitations invitations, StoredPeople people, Posts posts, DomainClock clock) {
        this.data = data;
        this.invitations = invitations;
        this.people = people;
        this.posts = posts;
        this.clock = clock;
    }

    /** Whoever holds no position any more is not known. */
    @Allowed(services = "console")
    @PostMapping("/api/people/identified")
    People.Known identified(@RequestBody People.Identified body) {
        var person = find(body).filter(one -> !one.erased()).map(Person::id)
                .filter(id -> posts.heldBy(List.of(id)).stream().anyMatch(post -> post.unit().active())).orElseThrow(ProblemException::notFound);
        return new People.Known(person);
    }

    private Optional<Person> find(People.Identified body) {
        var identity = body.identity();
        if (identity != null) {
            return linked(identity).flatMap(people::knownAs);
        }
        return body.contact() == null ? Optional.empty()
                : Contact.read(body.contact()).map(one -> people.reachedBy(List.of(one))).stream().flatMap(List::stream).findFirst();
    }

    @Allowed(services = "console")
    @PutMapping("/api/people/{id}/identities")
    People.Known link(@PathVariable String id, @RequestBody People.Identity body) {
        var person = PeopleController.person(id);
        var identity = linked(body).orElseThrow(() -> ProblemException.of(400, "IDENTITY_BROKEN"));
        return data.link(person, identity, Actor.system("console"));
    }

    private static Optional<Person.Linked> linked(People.Identity identity) {
        return fits(identity.issuer()) && fits(identity.subject()) ? Optional.of(new Person.Linked(identity.issuer(), identity.subject())) : Optional.empty();
    }

    private static boolean fits(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST;
    }

    @Allowed(services = "notification")
    @PostMapping("/api/people/contacts")
    List<People.Contact> contacts(@RequestBody People.Asked body) {
        if (body.people().size() > MOST) {
            throw ProblemException.of(400, "PEOPLE_MANY", MOST);
        } else if (body.reason() == null) {
            throw ProblemException.of(400, "READING_REASON");
        }
        return data.contacts(body.people(), body.reason(), Actor.system("notification"));
    }

    /** A link that is handed out once, to be sent at once. */
    @Allowed(services = "notification")
    @PostMapping("/api/people/invitations/{id}/link")
    ResponseEntity<People.InvitationLink> link(@PathVariable String id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (!Ids.plausible(id) || key != null && !Ids.plausible(key)) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.status(201).body(invitations.link(id, key, Act.bySystem("notification", clock.instant())));
    }

    @Allowed(services = "console")
    @PostMapping("/api/people/invitations/opened")
    People.InvitationOpened opened(@RequestBody People.InvitationSecret body) {
        if (body.secret() == null || body.secret().isBlank() || body.secret().length() > LONGEST) {
            throw ProblemException.notFound();
        }
        return invitations.open(body.secret());
    }
}
