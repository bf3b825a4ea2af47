package vn.dondoc.plan.person;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.UnitId;

/**
 * People in the database: no aggregates and no history, since what is erased must be gone. Every write is guarded by the version and seals
 * all fields anew under the newest key.
 */
@Component
class StoredPeople {

    static final String COLLECTION = "people";
    static final String LOOK_UPS = "lookUps";
    private static final String IDENTITIES = "identities";
    private static final String KEY = "key";

    private final MongoTemplate mongo;
    private final PersonalKeys keys;

    StoredPeople(MongoTemplate mongo, PersonalKeys keys) {
        this.mongo = mongo;
        this.keys = keys;
    }

    Optional<Person> find(PersonId id) {
        return Optional.ofNullable(collection().find(Filters.eq("_id", id.value())).first()).map(this::read);
    }

    /** Those of them that something is held on. */
    Map<PersonId, Person> find(Collection<PersonId> ids) {
        var found = new HashMap<PersonId, Person>();
        collection().find(Filters.in("_id", ids.stream().map(PersonId::value).toList())).map(this::read).forEach(one -> found.put(one.id(), one));
        return found;
    }

    List<Person> reachedBy(Collection<? extends Contact> contacts) {
        var all = contacts.stream().flatMap(one -> lookUps(one).stream()).toList();
        return all.isEmpty() ? List.of() : collection().find(Filters.in(LOOK_UPS, all)).map(this::read).into(new ArrayList<>());
    }

    Optional<Person> knownAs(Person.Linked identity) {
        return Optional.ofNullable(collection().find(Filters.in(LOOK_UPS, lookUps(identity))).first()).map(this::read);
    }

    /** The next people by id; for upkeep, which goes through all of them. */
    List<Person> behind(@Nullable PersonId last, int most) {
        var left = Filters.ne("erased", true);
        return some(last == null ? left : Filters.and(left, Filters.gt("_id", last.value())), most);
    }

    /** People whose data stand under an older key. */
    List<Person> underOlderKeys(int most) {
        return some(Filters.and(Filters.exists(KEY), Filters.ne(KEY, keys.newest())), most);
    }

    private List<Person> some(Bson filter, int most) {
        return collection().find(filter).sort(new Document("_id", 1)).limit(most).map(this::read).into(new ArrayList<>());
    }

    /** What became of a write. */
    enum Written {
        DONE,
        VERSION_CHANGED,
        /** A contact or identity is another person's. */
        TAKEN
    }

    Written write(Person person) {
        var set = document(person);
        var unset = new Document();
        List.of("name", "phone", "email", IDENTITIES, LOOK_UPS, "ended", KEY, "commune", "erased").forEach(field -> {
            if (!set.containsKey(field)) {
                unset.append(field, "");
            }
        });
        if (isTaken(person)) {
            return Written.TAKEN;
        }
        try {
            if (person.version() == 0) {
                collection().insertOne(set.append("_id", person.id().value()));
                return Written.DONE;
            }
            var update = new Document("$set", set).append("$unset", unset);
            var result = collection().updateOne(Filters.and(Filters.eq("_id", person.id().value()), Filters.eq("version", person.version())), update);
            return result.getMatchedCount() == 1 ? Written.DONE : Written.VERSION_CHANGED;
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            return String.valueOf(refused.getMessage()).contains(LOOK_UPS) ? Written.TAKEN : Written.VERSION_CHANGED;
        }
    }

    /** Writes people of whom nothing is held yet; false where somebody else entered one of them, or took a contact, meanwhile. */
    boolean enter(List<Person> entered) {
        try {
            collection().insertMany(entered.stream().map(one -> document(one).append("_id", one.id().value())).toList(), new InsertManyOptions().ordered(false));
            return true;
        } catch (MongoBulkWriteException refused) {
            if (refused.getWriteErrors().stream().anyMatch(one -> ErrorCategory.fromErrorCode(one.getCode()) != ErrorCategory.DUPLICATE_KEY)) {
                throw refused;
            }
            return false;
        }
    }

    /** Under any key: the index compares what stands under the same one. */
    private boolean isTaken(Person person) {
        var all = new ArrayList<String>();
        person.contacts().forEach(one -> all.addAll(lookUps(one)));
        person.identities().forEach(one -> all.addAll(lookUps(one)));
        return !all.isEmpty() && collection().find(Filters.and(Filters.in(LOOK_UPS, all), Filters.ne("_id", person.id().value()))).first() != null;
    }

    private Document document(Person person) {
        var set = new Document("version", person.version() + 1);
        seal(set, person.id(), "name", person.name() == null ? null : person.name().value());
        seal(set, person.id(), "phone", person.phone() == null ? null : person.phone().value());
        seal(set, person.id(), "email", person.mail() == null ? null : person.mail().value());
        if (!person.identities().isEmpty()) {
            set.append(IDENTITIES, person.identities().stream().map(one -> new Document("issuer", one.issuer())
                    .append("subject", new Binary(keys.seal(person.id(), "identity " + one.issuer(), one.subject())))).toList());
        }
        var found = new ArrayList<String>();
        person.contacts().forEach(one -> found.add(lookUps(one).getFirst()));
        person.identities().forEach(one -> found.add(lookUps(one).getFirst()));
        if (!found.isEmpty()) {
            set.append(LOOK_UPS, found);
        }
        if (!person.fields().isEmpty()) {
            set.append(KEY, keys.newest());
        }
        put(set, "province", person.province() == null ? null : person.province().value());
        put(set, "commune", person.commune() == null ? null : person.commune().value());
        put(set, "since", person.since() == null ? null : Date.from(person.since()));
        put(set, "ended", person.ended() == null ? null : person.ended().toString());
        put(set, "erased", person.erased() ? true : null);
        return set;
    }

    private void seal(Document set, PersonId id, String field, @Nullable String text) {
        put(set, field, text == null ? null : new Binary(keys.seal(id, field, text)));
    }

    private static void put(Document set, String field, @Nullable Object value) {
        if (value != null) {
            set.append(field, value);
        }
    }

    private Person read(Document stored) {
        var id = new PersonId(stored.getString("_id"));
        var name = open(stored, id, "name");
        var phone = open(stored, id, "phone");
        var mail = open(stored, id, "email");
        var identities = stored.getList(IDENTITIES, Document.class, List.of()).stream().map(one -> {
            var issuer = one.getString("issuer");
            return new Person.Linked(issuer, keys.open(id, "identity " + issuer, stored.getString(KEY), one.get("subject", Binary.class).getData()));
        }).toList();
        var since = stored.getDate("since");
        var ended = stored.getString("ended");
        return new Person(id, stored.get("version", Number.class).longValue(), name == null ? null : new Personal(name),
                phone == null ? null : new Contact.Phone(phone), mail == null ? null : new Contact.Mail(mail), identities, unit(stored, "province"),
                unit(stored, "commune"), since == null ? null : since.toInstant(), ended == null ? null : java.time.LocalDate.parse(ended),
                stored.getBoolean("erased", false));
    }

    private @Nullable String open(Document stored, PersonId id, String field) {
        var sealed = stored.get(field, Binary.class);
        return sealed == null ? null : keys.open(id, field, stored.getString(KEY), sealed.getData());
    }

    private static @Nullable UnitId unit(Document stored, String field) {
        var id = stored.getString(field);
        return id == null ? null : new UnitId(id);
    }

    private List<String> lookUps(Contact contact) {
        return keys.lookUps(contact instanceof Contact.Phone ? "phone" : "email", contact.value());
    }

    private List<String> lookUps(Person.Linked identity) {
        return keys.lookUps("identity", identity.issuer() + "\0" + identity.subject());
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
