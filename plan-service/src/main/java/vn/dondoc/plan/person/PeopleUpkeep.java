package vn.dondoc.plan.person;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.plan.organisation.Posts;
import vn.dondoc.plan.organisation.Posts.Post;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.time.DomainClock;

/**
 * What has to be done with personal data as time goes by: what stands under an older key is written anew, whoever holds no position any
 * more is noted and erased when the time is over, and old readings are forgotten. Several instances may do it at once.
 */
@Component
class PeopleUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleUpkeep.class);
    private static final int BATCH = 500;
    private static final Actor UPKEEP = Actor.system("upkeep");

    private final StoredPeople people;
    private final Posts posts;
    private final Readings readings;
    private final PersonalDataSettings settings;
    private final DomainClock clock;

    PeopleUpkeep(StoredPeople people, Posts posts, Readings readings, PersonalDataSettings settings, DomainClock clock) {
        this.people = people;
        this.posts = posts;
        this.readings = readings;
        this.settings = settings;
        this.clock = clock;
    }

    void round() {
        sealAnew();
        lookAtEnded();
        readings.forgetOlderThan(Duration.ofDays(settings.readingsKeptFor()));
    }

    private void sealAnew() {
        int done = 0;
        for (var some = people.underOlderKeys(BATCH); !some.isEmpty(); some = people.underOlderKeys(BATCH)) {
            int before = done;
            for (var person : some) {
                done += people.write(person) == StoredPeople.Written.DONE ? 1 : 0;
            }
            if (done == before) {
                break;
            }
        }
        if (done > 0) {
            LOG.info("{} people are stored under the newest key now", done);
        }
    }

    private void lookAtEnded() {
        PersonId last = null;
        List<Person> some;
        do {
            some = people.behind(last, BATCH);
            var held = new HashMap<PersonId, Post>();
            posts.heldBy(some.stream().map(Person::id).toList()).forEach(post -> held.put(Objects.requireNonNull(post.position().holder()), post));
            some.forEach(person -> look(person, held.get(person.id())));
            last = some.isEmpty() ? null : some.getLast().id();
        } while (some.size() == BATCH);
    }

    private void look(Person person, @Nullable Post post) {
        var today = clock.today();
        if (post != null) {
            var placed = person.of(post.unit().province(), post.unit().commune()).endedOn(null);
            if (!placed.equals(person)) {
                people.write(placed);
            }
        } else if (person.ended() == null) {
            people.write(person.endedOn(today));
        } else if (!person.ended().plusDays(settings.keptFor()).isAfter(today) && people.write(person.erase()) == StoredPeople.Written.DONE) {
            readings.record(People.Deed.ERASED, List.of(person.id()), person.fields(), People.Reason.UPKEEP, UPKEEP);
        }
    }
}
