package vn.dondoc.plan.person;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.plan.organisation.NamedHolders;
import vn.dondoc.plan.organisation.Posts;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.problem.ProblemException;

/** People who come and go with the workbook of a directory; by thousands, so they are asked for and written together. */
@Component
class ImportedHolders implements NamedHolders {

    private static final int BATCH = 1000;

    private final StoredPeople people;
    private final Posts posts;
    private final PersonBorder border;
    private final Readings readings;
    private final PersonalKeys keys;
    private final Clock systemClock;

    ImportedHolders(StoredPeople people, Posts posts, PersonBorder border, Readings readings, PersonalKeys keys, Clock systemClock) {
        this.people = people;
        this.posts = posts;
        this.border = border;
        this.readings = readings;
        this.keys = keys;
        this.systemClock = systemClock;
    }

    @Override
    public Found look(List<Typed> typed, Caller caller, String seed, BrokenRules broken) {
        var rows = typed.stream().map(one -> Recognising.Row.of(one, broken)).toList();
        var recognising = new Recognising(known(rows), text -> keys.fingerprint("import", seed + "\0" + text), broken);
        var found = recognising.all(rows);
        checkBorder(found, caller, broken);
        return found;
    }

    private Map<PersonId, Person> known(List<Recognising.Row> rows) {
        var known = new HashMap<PersonId, Person>();
        batches(rows.stream().flatMap(Recognising.Row::ids).collect(Collectors.toSet())).forEach(some -> known.putAll(people.find(some)));
        batches(rows.stream().flatMap(Recognising.Row::contacts).collect(Collectors.toSet()))
                .forEach(some -> people.reachedBy(some).forEach(one -> known.put(one.id(), one)));
        return known;
    }

    /** Whoever is known elsewhere may get a position here; what is held on them, or would be for the first time, is kept right where they work. */
    private void checkBorder(Recognising.Recognised found, Caller caller, BrokenRules broken) {
        batches(found.people().stream().filter(Recognising.Named::isChanged).toList()).forEach(some -> {
            var held = posts.heldBy(some.stream().map(one -> one.before().id()).toList()).stream()
                    .collect(Collectors.groupingBy(post -> post.position().holder()));
            some.forEach(one -> {
                var places = held.getOrDefault(one.before().id(), List.of());
                broken.require(one.isNew() && places.isEmpty() || border.mayKeep(caller, one.before(), places), one.field() + ".name", "PERSON_ELSEWHERE");
            });
        });
    }

    @Override
    public void enter(Found found, Map<PersonId, Workplace> places, Actor by) {
        var changed = ((Recognising.Recognised) found).people().stream().filter(Recognising.Named::isChanged).toList();
        var now = systemClock.instant();
        var entered = new ArrayList<Person>();
        for (var one : changed) {
            var place = places.get(one.after().id());
            var next = (place == null ? one.after() : one.after().of(place.province(), place.commune())).entered(now);
            if (one.isNew()) {
                entered.add(next);
            } else if (people.write(next) != StoredPeople.Written.DONE) {
                throw ProblemException.of(409, "CONFLICT");
            }
        }
        batches(entered).forEach(some -> {
            if (!people.enter(some)) {
                throw ProblemException.of(409, "CONFLICT");
            }
        });
        record(People.Deed.ENTERED, entered.stream().map(Person::id).toList(), People.Reason.UPKEEP, by);
        record(People.Deed.CORRECTED, changed.stream().filter(one -> !one.isNew()).map(one -> one.after().id()).toList(), People.Reason.UPKEEP, by);
    }

    @Override
    public Map<PersonId, Contacts> handOut(Collection<PersonId> asked, Actor by) {
        var told = new HashMap<PersonId, Contacts>();
        batches(asked).forEach(some -> people.find(some).values().stream().filter(one -> !one.fields().isEmpty()).forEach(one -> told.put(
                one.id(), new Contacts(
                        one.name() == null ? null : one.name().value(), one.phone() == null ? null : one.phone().national(),
                        one.mail() == null ? null : one.mail().value()))));
        record(People.Deed.HANDED_OUT, told.keySet(), People.Reason.DIRECTORY, by);
        return told;
    }

    private void record(People.Deed deed, Collection<PersonId> about, People.Reason reason, Actor by) {
        batches(about).forEach(some -> readings.record(deed, some, List.of("name", "phone", "email"), reason, by));
    }

    @Override
    public byte[] seal(String id, byte[] file) {
        return keys.seal("file " + id, file);
    }

    @Override
    public Optional<byte[]> open(String id, byte[] sealed) {
        return keys.open("file " + id, sealed);
    }

    private static <T> Stream<List<T>> batches(Collection<T> all) {
        return all.stream().gather(Gatherers.windowFixed(BATCH));
    }
}
