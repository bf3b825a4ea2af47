package vn.dondoc.reporting.facts;

import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.reporting.cells.Counter;

/** The stored form of a fact. */
final class FactDocument {

    private FactDocument() {}

    static Document write(StoredFact fact) {
        var stored = new Document("_id", fact.id())
                .append("sequence", fact.sequence())
                .append("at", Date.from(fact.at()))
                .append("province", fact.province().value())
                .append("commune", fact.commune().value())
                .append("plan", fact.plan().value())
                .append("units", fact.units().stream().map(UnitId::value).toList())
                .append("counted", fact.counted().stream().map(Counter::name).sorted().toList());
        if (fact.period() != null) {
            stored.append("period", fact.period());
        }
        if (fact.line() != null) {
            stored.append("line", write(fact.line()));
        }
        return stored;
    }

    static StoredFact read(Document stored) {
        return new StoredFact(
                stored.getString("_id"),
                stored.get("sequence", Number.class).longValue(),
                stored.getDate("at").toInstant(),
                new UnitId(stored.getString("province")),
                new UnitId(stored.getString("commune")),
                new PlanId(stored.getString("plan")),
                stored.getList("units", String.class).stream().map(UnitId::new).toList(),
                counters(stored),
                stored.getString("period"),
                line(stored.get("line", Document.class)));
    }

    private static Set<Counter> counters(Document stored) {
        var counters = EnumSet.noneOf(Counter.class);
        stored.getList("counted", String.class).forEach(name -> counters.add(Counter.valueOf(name)));
        return counters;
    }

    private static Document write(TaskText line) {
        var stored = new Document("order", line.order()).append("title", line.title()).append("timeClass", line.timeClass().name());
        return line.ordinal() == null ? stored : stored.append("ordinal", line.ordinal());
    }

    private static @Nullable TaskText line(@Nullable Document stored) {
        return stored == null
                ? null
                : new TaskText(
                        stored.get("order", Number.class).intValue(), stored.getString("ordinal"), stored.getString("title"),
                        TimeClass.valueOf(stored.getString("timeClass")));
    }
}
