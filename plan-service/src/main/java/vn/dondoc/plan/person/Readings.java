package vn.dondoc.plan.person;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.platform.history.Actor;

/** The record of who read or changed whose data: apart from the data, only ever added to, and forgotten after its own time. */
@Component
class Readings {

    static final String COLLECTION = "personalDataReadings";

    private final MongoTemplate mongo;
    private final Clock systemClock;

    Readings(MongoTemplate mongo, Clock systemClock) {
        this.mongo = mongo;
        this.systemClock = systemClock;
    }

    /** An entry as it stands; {@code people} are all whose data it is about. */
    record Entry(
            java.time.Instant at, People.Deed deed, List<String> what, People.Reason reason, List<PersonId> people, @Nullable PersonId by,
            @Nullable PositionId position, @Nullable String service, @Nullable String note) {}

    void record(People.Deed deed, Collection<PersonId> people, List<String> what, People.Reason reason, Actor by) {
        record(deed, people, what, reason, by, null);
    }

    void record(People.Deed deed, Collection<PersonId> people, List<String> what, People.Reason reason, Actor by, @Nullable String note) {
        if (people.isEmpty()) {
            return;
        }
        var entry = new Document("at", Date.from(systemClock.instant())).append("deed", deed.code()).append("what", what).append("reason", reason.code())
                .append("people", people.stream().map(PersonId::value).toList());
        put(entry, "by", by.person() == null ? null : by.person().value());
        put(entry, "position", by.position() == null ? null : by.position().value());
        put(entry, "service", by.system());
        put(entry, "note", note);
        collection().insertOne(entry);
    }

    private static void put(Document entry, String field, @Nullable String value) {
        if (value != null) {
            entry.append(field, value);
        }
    }

    /** The newest first. */
    List<Entry> of(Collection<PersonId> people, int offset, int most) {
        return collection().find(about(people)).sort(new Document("at", -1).append("_id", -1)).skip(offset).limit(most).map(Readings::read).into(new ArrayList<>());
    }

    long count(Collection<PersonId> people) {
        return collection().countDocuments(about(people));
    }

    /** @return how many were forgotten */
    long forgetOlderThan(Duration kept) {
        return collection().deleteMany(Filters.lt("at", Date.from(systemClock.instant().minus(kept)))).getDeletedCount();
    }

    private static Bson about(Collection<PersonId> people) {
        return Filters.in("people", people.stream().map(PersonId::value).toList());
    }

    private static Entry read(Document stored) {
        var by = stored.getString("by");
        var position = stored.getString("position");
        return new Entry(
                stored.getDate("at").toInstant(), Coded.of(People.Deed.class, stored.getString("deed")).orElseThrow(), stored.getList("what", String.class),
                Coded.of(People.Reason.class, stored.getString("reason")).orElseThrow(),
                stored.getList("people", String.class).stream().map(PersonId::new).toList(), by == null ? null : new PersonId(by),
                position == null ? null : new PositionId(position), stored.getString("service"), stored.getString("note"));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
