package vn.dondoc.plan.person;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.organisation.Posts;
import vn.dondoc.plan.organisation.Posts.Post;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Window;

/** What is held on people, for those who may see it; every reading is recorded before it is answered. */
@Component
class PersonalData {

    private static final int NEWEST_READINGS = 200;
    private static final int ATTEMPTS = 30;

    private final StoredPeople people;
    private final Posts posts;
    private final PersonBorder border;
    private final Readings readings;
    private final PersonalDataSettings settings;
    private final Clock systemClock;

    PersonalData(StoredPeople people, Posts posts, PersonBorder border, Readings readings, PersonalDataSettings settings, Clock systemClock) {
        this.people = people;
        this.posts = posts;
        this.border = border;
        this.readings = readings;
        this.settings = settings;
        this.systemClock = systemClock;
    }

    /** Of those whom the caller may see and whose name is known. */
    List<People.Name> names(Collection<PersonId> asked, Caller caller) {
        var wanted = new LinkedHashSet<>(asked);
        var held = new HashMap<PersonId, List<Post>>();
        posts.heldBy(wanted).forEach(post -> held.merge(Objects.requireNonNull(post.position().holder()), List.of(post), PersonalData::joined));
        wanted.removeIf(id -> !caller.person().equals(id) && !border.seesName(caller, held.getOrDefault(id, List.of())));
        var known = people.find(wanted);
        var named = wanted.stream().flatMap(id -> Stream.ofNullable(known.get(id))).flatMap(PersonalData::name).toList();
        readings.record(
                People.Deed.READ, named.stream().map(People.Name::person).filter(id -> !id.equals(caller.person())).toList(), List.of("name"),
                People.Reason.DIRECTORY, actor(caller, List.of()));
        return named;
    }

    private static Stream<People.Name> name(Person person) {
        return Stream.ofNullable(person.name()).map(name -> new People.Name(person.id(), name.value()));
    }

    private static List<Post> joined(List<Post> some, List<Post> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    People.Person read(PersonId id, People.Reason reason, Caller caller) {
        var held = posts.heldBy(List.of(id));
        var person = people.find(id).orElseGet(() -> Person.unknown(id));
        if (!border.readsContacts(caller, person, held)) {
            throw ProblemException.notFound();
        }
        if (!id.equals(caller.person()) && !person.fields().isEmpty()) {
            readings.record(People.Deed.READ, List.of(id), person.fields(), reason, actor(caller, held));
        }
        return view(person, held, caller);
    }

    People.Held held(PersonId id, Caller caller) {
        var held = posts.heldBy(List.of(id));
        var person = people.find(id).orElseGet(() -> Person.unknown(id));
        if (!isSelfOrKeeper(caller, person, held)) {
            throw ProblemException.notFound();
        }
        var done = readings.of(List.of(id), 0, NEWEST_READINGS).stream().map(one -> view(one, id)).toList();
        if (!id.equals(caller.person())) {
            readings.record(People.Deed.HANDED_OUT, List.of(id), person.fields(), People.Reason.REQUEST, actor(caller, held));
        }
        return new People.Held(
                id, text(person.name()), person.phone() == null ? null : person.phone().value(), person.mail() == null ? null : person.mail().value(),
                person.identities().stream().map(Person.Linked::issuer).toList(),
                held.stream().map(one -> new People.HeldPosition(one.position().id(), one.position().title(), one.unit().id(), one.unit().name())).toList(),
                person.since(), person.ended() == null ? null : person.ended().plusDays(settings.keptFor()), done);
    }

    /** @param expected 0 where nothing is held yet */
    People.Person correct(PersonId id, PersonFields.Named named, @Nullable Long expected, Caller caller) {
        return again(() -> tryToCorrect(id, named, expected, caller));
    }

    private People.Person tryToCorrect(PersonId id, PersonFields.Named named, @Nullable Long expected, Caller caller) {
        var held = posts.heldBy(List.of(id));
        var person = people.find(id).orElseGet(() -> Person.unknown(id));
        if (!isSelfOrKeeper(caller, person, held)) {
            throw ProblemException.notFound();
        }
        var next = placed(person.as(new Personal(named.name()), named.phone(), named.mail()), held).entered(systemClock.instant());
        if (!person.saysTheSameAs(next)) {
            if (expected == null) {
                throw ProblemException.of(428, "PRECONDITION_REQUIRED");
            } else if (expected != person.version() || person.erased()) {
                throw ProblemException.of(person.erased() ? 409 : 412, person.erased() ? "PERSON_ERASED" : "VERSION_CHANGED");
            }
            written(people.write(next));
            readings.record(People.Deed.CORRECTED, List.of(id), changed(person, next), People.Reason.UPKEEP, actor(caller, held));
        }
        return view(people.find(id).orElse(next), held, caller);
    }

    private static List<String> changed(Person before, Person after) {
        var fields = new ArrayList<String>();
        if (!Objects.equals(before.name(), after.name())) {
            fields.add("name");
        }
        if (!Objects.equals(before.phone(), after.phone())) {
            fields.add("phone");
        }
        if (!Objects.equals(before.mail(), after.mail())) {
            fields.add("email");
        }
        return fields;
    }

    /** What the person did in a position stays, under its opaque id. */
    People.Person erase(PersonId id, String reason, Caller caller) {
        return again(() -> tryToErase(id, reason, caller));
    }

    private People.Person tryToErase(PersonId id, String reason, Caller caller) {
        var held = posts.heldBy(List.of(id));
        var person = people.find(id).orElseThrow(ProblemException::notFound);
        if (!border.mayKeep(caller, person, held)) {
            throw border.readsContacts(caller, person, held) ? ProblemException.forbidden() : ProblemException.notFound();
        } else if (!held.isEmpty()) {
            throw ProblemException.of(409, "PERSON_HOLDS_POSITION");
        } else if (!person.erased()) {
            written(people.write(person.erase()));
            readings.record(People.Deed.ERASED, List.of(id), person.fields(), People.Reason.UPKEEP, actor(caller, held), reason);
        }
        return view(people.find(id).orElseThrow(), held, caller);
    }

    People.Known link(PersonId id, Person.Linked identity, Actor by) {
        return again(() -> tryToLink(id, identity, by));
    }

    private People.Known tryToLink(PersonId id, Person.Linked identity, Actor by) {
        var held = posts.heldBy(List.of(id)).stream().filter(one -> one.unit().active()).toList();
        var person = people.find(id).orElseGet(() -> Person.unknown(id));
        if (person.erased() || held.isEmpty()) {
            throw ProblemException.notFound();
        }
        var next = placed(person.linkedTo(identity), held).entered(systemClock.instant());
        if (!person.saysTheSameAs(next)) {
            written(people.write(next));
            readings.record(People.Deed.LINKED, List.of(id), List.of("identity"), People.Reason.SIGN_IN, by);
        }
        return new People.Known(id);
    }

    Page<People.Reading> readings(PersonId id, Caller caller, Window window) {
        var held = posts.heldBy(List.of(id));
        var person = people.find(id).orElseGet(() -> Person.unknown(id));
        if (!isSelfOrKeeper(caller, person, held)) {
            throw ProblemException.notFound();
        }
        var some = readings.of(List.of(id), window.offset(), window.limit() + 1).stream().map(one -> view(one, id)).toList();
        return window.page(some, readings.count(List.of(id)));
    }

    /** How they are reached, for a service; those of whom nothing is known are left out. */
    List<People.Contact> contacts(Collection<PersonId> asked, People.Reason reason, Actor by) {
        var known = people.find(new HashSet<>(asked));
        readings.record(People.Deed.READ, known.keySet(), List.of("name", "phone", "email"), reason, by);
        return known.values().stream().filter(one -> !one.erased()).map(one -> new People.Contact(
                one.id(), text(one.name()), one.phone() == null ? null : one.phone().value(), one.mail() == null ? null : one.mail().value())).toList();
    }

    private boolean isSelfOrKeeper(Caller caller, Person person, List<Post> held) {
        return caller.person().equals(person.id()) || border.mayKeep(caller, person, held);
    }

    private static Person placed(Person person, List<Post> held) {
        return held.stream().findFirst().map(one -> person.of(one.unit().province(), one.unit().commune())).orElse(person);
    }

    /** Another writer was faster: decide anew on what is there now. */
    private static final class LostRace extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LostRace() {
            super("Another writer was faster", null, false, false);
        }
    }

    private static <T> T again(Supplier<T> attempt) {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return attempt.get();
            } catch (LostRace _) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L * (i + 1)));
            }
        }
        throw ProblemException.of(409, "CONFLICT");
    }

    private static void written(StoredPeople.Written written) {
        switch (written) {
            case VERSION_CHANGED -> throw new LostRace();
            case TAKEN -> throw ProblemException.of(409, "CONTACT_TAKEN");
            case DONE -> { }
        }
    }

    private People.Person view(Person person, List<Post> held, Caller caller) {
        var keeps = border.mayKeep(caller, person, held);
        return new People.Person(
                person.id(), text(person.name()), person.phone() == null ? null : person.phone().value(), person.mail() == null ? null : person.mail().value(),
                !person.erased() && (keeps || caller.person().equals(person.id())), keeps && held.isEmpty() && person.version() > 0 && !person.erased(), person.erased(),
                person.version());
    }

    private People.Reading view(Readings.Entry entry, PersonId about) {
        return new People.Reading(
                entry.at(), entry.deed(), entry.what(), entry.reason(), about, entry.by(), entry.position() == null ? null : titleOf(entry.position()),
                entry.service(), entry.note());
    }

    private String titleOf(PositionId position) {
        return posts.find(position).map(one -> one.position().title() + " · " + one.unit().name()).orElse(position.value());
    }

    private static @Nullable String text(@Nullable Personal personal) {
        return personal == null ? null : personal.value();
    }

    private static Actor actor(Caller caller, List<Post> held) {
        var nearest = held.stream().map(one -> one.unit().id()).toList();
        var area = held.stream().map(Post::area).findFirst().orElseGet(() -> caller.held().isEmpty() ? new UnitId("none") : caller.held().getFirst().unit().id());
        return caller.actingFor(nearest, area);
    }
}
