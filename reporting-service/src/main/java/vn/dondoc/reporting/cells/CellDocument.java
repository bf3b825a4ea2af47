package vn.dondoc.reporting.cells;

import java.util.EnumMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;

/** The stored form of a cell. */
final class CellDocument {

    static final String COUNTS = "counts";

    private CellDocument() {}

    static Document identity(CellKey key) {
        var identity = new Document("level", key.level().name())
                .append("province", key.province().value())
                .append("commune", key.commune().value());
        if (key.plan() != null) {
            identity.append("plan", key.plan().value());
        }
        if (key.unit() != null) {
            identity.append("unit", key.unit().value());
        }
        if (key.programme() != null) {
            identity.append("programme", key.programme());
        }
        return identity;
    }

    static Cell read(Document stored) {
        var plan = stored.getString("plan");
        var unit = stored.getString("unit");
        var key = new CellKey(
                new UnitId(stored.getString("province")),
                new UnitId(stored.getString("commune")),
                plan == null ? null : new PlanId(plan),
                unit == null ? null : new UnitId(unit),
                stored.getString("programme"));
        return new Cell(key, counts(stored.get(COUNTS, Document.class)), stored.getDate("asOf").toInstant());
    }

    private static Counts counts(@Nullable Document stored) {
        if (stored == null) {
            return Counts.NONE;
        }
        var numbers = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : Counter.values()) {
            var number = stored.get(counter.field(), Number.class);
            if (number != null) {
                numbers.put(counter, number.longValue());
            }
        }
        return Counts.of(numbers);
    }
}
