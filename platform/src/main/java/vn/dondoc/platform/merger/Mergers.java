package vn.dondoc.platform.merger;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.id.UnitId;

/**
 * Units that were merged, as this service has taken notice of it. A merger is stored before what it concerns is looked up, and what
 * comes later is compared with the mergers after it is stored: between the two nothing is missed. A merged unit never comes back.
 */
public final class Mergers {

    static final String COLLECTION = "mergers";
    private static final String INTO = "into";

    private final MongoTemplate mongo;

    Mergers(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void keep(UnitId merged, UnitId into) {
        collection().updateOne(Filters.eq("_id", merged.value()), Updates.set(INTO, into.value()), new UpdateOptions().upsert(true));
    }

    /** Whether one of those units was merged. */
    public boolean anyOf(Collection<UnitId> units) {
        return !units.isEmpty() && collection().find(Filters.in("_id", values(units))).first() != null;
    }

    /** Who took over from each of those units in the end; a unit that was not merged is its own heir. */
    public UnaryOperator<UnitId> heirsOf(Collection<UnitId> units) {
        Map<String, String> into = new HashMap<>();
        var asked = new HashSet<>(values(units));
        Set<String> next = asked;
        while (!next.isEmpty()) {
            var found = new HashSet<String>();
            collection().find(Filters.in("_id", next)).forEach(merger -> {
                into.put(merger.getString("_id"), merger.getString(INTO));
                found.add(merger.getString(INTO));
            });
            found.removeAll(asked);
            asked.addAll(found);
            next = found;
        }
        return unit -> new UnitId(last(unit.value(), into));
    }

    private static String last(String unit, Map<String, String> into) {
        var passed = new HashSet<String>();
        var heir = unit;
        while (into.containsKey(heir) && passed.add(heir)) {
            heir = into.get(heir);
        }
        return heir;
    }

    private static Set<String> values(Collection<UnitId> units) {
        var values = new HashSet<String>();
        units.forEach(unit -> values.add(unit.value()));
        return values;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
