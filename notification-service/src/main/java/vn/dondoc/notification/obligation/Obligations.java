package vn.dondoc.notification.obligation;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Branch;
import vn.dondoc.platform.access.Marks;

/** The stored obligations: the newest sequence wins, and each event is told once. */
@Component
public class Obligations {

    static final String COLLECTION = "obligations";
    private static final String STATE = "state";
    private static final String SEQUENCE = "sequence";
    private static final String TOLD = "toldEvents";
    private static final String UNITS = "units";
    private static final String OWNERS = "owners";
    /** The last day, by which the latest comes first. */
    public static final String LAST_DAY = STATE + ".lastDay";

    private final MongoTemplate mongo;

    public Obligations(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public Optional<Obligation> find(ObligationKind kind, String ref) {
        return Optional.ofNullable(collection().find(Filters.eq("_id", Obligation.key(kind, ref))).first()).map(this::read)
                .map(Known::obligation);
    }

    /** Those of the keys that are known. */
    public Map<String, Known> find(Collection<String> keys) {
        var found = new HashMap<String, Known>();
        collection().find(Filters.in("_id", keys)).forEach(stored -> found.put(stored.getString("_id"), read(stored)));
        return found;
    }

    /** Takes over what is newer than what is stored; what is not is left alone. */
    public void apply(Collection<Known> newest) {
        write(newest.stream().<WriteModel<Document>>map(known -> new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", known.obligation().key()), Filters.lt(SEQUENCE, known.sequence())),
                Updates.combine(
                        Updates.set(STATE, stateOf(known.obligation())), Updates.set(SEQUENCE, known.sequence()), found(known.obligation())),
                new UpdateOptions().upsert(true))).toList());
    }

    /** Remembers which events messages were made of. */
    public void told(Map<String, Set<String>> events) {
        write(events.entrySet().stream().<WriteModel<Document>>map(told -> new UpdateOneModel<>(
                Filters.eq("_id", told.getKey()), Updates.addEachToSet(TOLD, told.getValue().stream().toList()))).toList());
    }

    private void write(List<WriteModel<Document>> writes) {
        if (writes.isEmpty()) {
            return;
        }
        try {
            collection().bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException some) {
            // An upsert that finds something newer tries to insert and collides: exactly what is to be left alone
            if (some.getWriteConcernError() != null
                    || some.getWriteErrors().stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw some;
            }
        }
    }

    /** By what callers find it within their branch. */
    private static Bson found(Obligation obligation) {
        var known = obligation.known();
        var owners = Stream.of(known.giver(), obligation.owedTo()).filter(Objects::nonNull).map(UnitId::value).toList();
        return Updates.combine(
                Updates.set("province", obligation.province().value()),
                Updates.set("commune", obligation.commune().value()),
                Updates.set(UNITS, obligation.responsible().stream().map(UnitId::value).toList()),
                Updates.set(OWNERS, owners),
                Updates.set("tokens", Marks.with(List.of(), known.programme(), known.coded() || known.fromAbove())));
    }

    /** What a branch covers: of its communes and units, and what was given by or is owed to its offices. */
    public static Criteria within(Branch branch) {
        return branch.within(UNITS, OWNERS);
    }

    /** Those that match, as they are known. */
    public List<Obligation> list(Query query) {
        var listed = new ArrayList<Obligation>();
        collection().find(query.getQueryObject()).sort(query.getSortObject()).skip((int) query.getSkip()).limit(query.getLimit())
                .forEach(stored -> listed.add(read(stored).obligation()));
        return listed;
    }

    public long count(Query query) {
        return collection().countDocuments(query.getQueryObject());
    }

    /** Tasks and reports that are late on a day and not handed in. */
    public static Criteria late(LocalDate today) {
        return Criteria.where(STATE + ".kind").in(ObligationKind.TASK.name(), ObligationKind.REPORT.name())
                .and(STATE + ".standing").is(Standing.OPEN.name()).and(LAST_DAY).lt(today.toString());
    }

    private Document stateOf(Obligation obligation) {
        var state = new Document();
        mongo.getConverter().write(obligation, state);
        return state;
    }

    private Known read(Document stored) {
        var told = stored.getList(TOLD, String.class);
        return new Known(
                mongo.getConverter().read(Obligation.class, stored.get(STATE, Document.class)),
                stored.get(SEQUENCE, Number.class).longValue(),
                told == null ? Set.of() : new HashSet<>(told));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
