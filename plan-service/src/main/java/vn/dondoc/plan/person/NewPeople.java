package vn.dondoc.plan.person;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.problem.ProblemException;

/** Enters people: whoever is reached by one of the contacts already is the person, and nothing of what is held on it is changed. */
@Component
public class NewPeople {

    private final StoredPeople people;
    private final Readings readings;
    private final Clock systemClock;

    NewPeople(StoredPeople people, Readings readings, Clock systemClock) {
        this.people = people;
        this.readings = readings;
        this.systemClock = systemClock;
    }

    /** Somebody as described by another, read but not yet entered. */
    public static final class Newcomer {

        private final PersonFields.Named named;

        private Newcomer(PersonFields.Named named) {
            this.named = named;
        }

        /** @return what was typed, where nothing of it is broken; a name and a contact are needed */
        public static Newcomer read(@Nullable String name, @Nullable String phone, @Nullable String email, BrokenRules broken) {
            var own = new BrokenRules();
            var named = PersonFields.read(name, phone, email, "", own);
            own.require(named.phone() != null || named.mail() != null || !own.isEmpty(), "phone", "CONTACT_MISSING");
            own.all().forEach(rule -> broken.add(rule.field(), rule.code(), rule.arguments().toArray()));
            return new Newcomer(named);
        }

        PersonFields.Named named() {
            return named;
        }
    }

    /** The person that is reached so, or a new one of that id. */
    public PersonId enter(PersonId id, Newcomer newcomer, UnitId province, @Nullable UnitId commune, Actor by) {
        var named = newcomer.named();
        var contacts = Stream.of(Optional.<Contact>ofNullable(named.phone()), Optional.<Contact>ofNullable(named.mail())).flatMap(Optional::stream).toList();
        var known = people.reachedBy(contacts);
        if (known.size() > 1) {
            throw ProblemException.of(409, "CONTACTS_OF_TWO");
        } else if (known.size() == 1) {
            return known.getFirst().id();
        }
        var entered = Person.unknown(id).as(new Personal(named.name()), named.phone(), named.mail()).of(province, commune).entered(systemClock.instant());
        if (people.write(entered) == StoredPeople.Written.DONE) {
            readings.record(People.Deed.ENTERED, List.of(id), entered.fields(), People.Reason.INVITATION, by);
            return id;
        }
        return people.reachedBy(contacts).stream().findFirst().map(Person::id).orElseThrow(() -> ProblemException.of(409, "CONFLICT"));
    }
}
