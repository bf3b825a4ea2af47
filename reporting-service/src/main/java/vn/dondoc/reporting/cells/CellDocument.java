package vn.dondoc.reporting.cells;

import java.util.EnumMap;
import org.bson.Document;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;

/** The stored form of a cell, and of what changes in one. */
public final class CellDocument {

    static final String COUNTS = "counts";

    private CellDocument() {}

    /** The fields that say which cell it is. */
    public static Document identity(CellKey key) {
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
        return new Cell(key(stored), counts(stored), stored.getDate("asOf").toInstant());
    }

    /** Reads what {@link #identity} wrote. */
    public static CellKey key(Document stored) {
        var plan = stored.getString("plan");
        var unit = stored.getString("unit");
        return new CellKey(
                new UnitId(stored.getString("province")),
                new UnitId(stored.getString("commune")),
                plan == null ? null : new PlanId(plan),
                unit == null ? null : new UnitId(unit),
                stored.getString("programme"));
    }

    /** The addition of a difference to stored counts. */
    public static Document increments(Counts difference) {
        var increments = new Document();
        difference.forEach((counter, number) -> increments.append(COUNTS + "." + counter.field(), number));
        return increments;
    }

    /** The stored counts; none where nothing was ever added. */
    public static Counts counts(Document document) {
        var stored = document.get(COUNTS, Document.class);
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
