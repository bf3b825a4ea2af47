package vn.dondoc.reporting.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.ShareMoney;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.reporting.cells.Counter;

/** The stored form of a fact. */
final class FactDocument {

    static final String OVERDUE_BY = "overdueBy";

    private static final String COUNTED = "counted";
    private static final String COUNTED_SINCE = "countedSince";
    /** Versions before these counters stop at a name that they do not know, and run beside this one during an upgrade: they are kept where those do not look. */
    private static final Set<Counter> SINCE = Set.copyOf(EnumSet.of(
            Counter.REPORT_EXPLANATION_OWED, Counter.REPORT_EXPLANATION_OVERDUE, Counter.TARGET_EXPLANATION_OWED, Counter.TARGET_EXPLANATION_OVERDUE));
    private static final Map<String, Counter> NAMES = Stream.of(Counter.values()).collect(Collectors.toUnmodifiableMap(Counter::name, Function.identity()));

    private FactDocument() {}

    static Document write(StoredFact fact) {
        var stored = new Document("_id", fact.id())
                .append("sequence", fact.sequence())
                .append("at", Date.from(fact.at()))
                .append("province", fact.province().value())
                .append("commune", fact.commune().value())
                .append("plan", fact.plan().value())
                .append("units", fact.units().stream().map(UnitId::value).toList())
                .append(COUNTED, names(fact.counted(), counter -> !SINCE.contains(counter)));
        var since = names(fact.counted(), SINCE::contains);
        if (!since.isEmpty()) {
            stored.append(COUNTED_SINCE, since);
        }
        if (fact.period() != null) {
            stored.append("period", fact.period());
        }
        if (fact.line() != null) {
            stored.append("line", write(fact.line()));
        }
        if (fact.money() != null) {
            stored.append("money", write(fact.money()));
        }
        if (fact.share() != null) {
            stored.append("share", write(fact.share()));
        }
        present(stored, "daysToOpen", fact.daysToOpen());
        present(stored, "programme", fact.programme());
        present(stored, OVERDUE_BY, fact.overdueBy() == null ? null : fact.overdueBy().toString());
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
                line(stored.get("line", Document.class)),
                money(stored.get("money", Document.class)),
                share(stored.get("share", Document.class)),
                stored.getString(OVERDUE_BY) == null ? null : LocalDate.parse(stored.getString(OVERDUE_BY)),
                stored.getInteger("daysToOpen"),
                stored.getString("programme"));
    }

    private static List<String> names(Set<Counter> counted, Predicate<Counter> which) {
        return counted.stream().filter(which).map(Counter::name).sorted().toList();
    }

    /** A counter of a newer version is none of this one. */
    private static Set<Counter> counters(Document stored) {
        return Stream.of(COUNTED, COUNTED_SINCE)
                .flatMap(field -> stored.getList(field, String.class, List.of()).stream())
                .map(NAMES::get).filter(Objects::nonNull)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Counter.class)));
    }

    private static Document write(TaskText line) {
        var stored = new Document("order", line.order()).append("title", line.title()).append("timeClass", line.timeClass().name());
        present(stored, "ordinal", line.ordinal());
        present(stored, "code", line.code());
        present(stored, "level", line.level() == null ? null : line.level().name());
        present(stored, "assignedOn", line.assignedOn() == null ? null : line.assignedOn().toString());
        return stored;
    }

    private static Document write(TaskMoney money) {
        var stored = new Document("title", money.title());
        present(stored, "planned", money.plannedVnd());
        present(stored, "disbursed", money.disbursedVnd());
        present(stored, "programme", money.programme());
        present(stored, "spelled", money.spelled());
        present(stored, "ordinal", money.ordinal());
        return stored;
    }

    private static @Nullable TaskMoney money(@Nullable Document stored) {
        return stored == null
                ? null
                : new TaskMoney(
                        number(stored, "planned"), number(stored, "disbursed"), stored.getString("programme"), stored.getString("spelled"), stored.getString("ordinal"),
                        stored.getString("title"));
    }

    private static Document write(TargetShare share) {
        var stored = new Document("operator", share.operator())
                .append("value", share.value().toPlainString())
                .append("money", share.money().name())
                .append("base", share.baseVnd())
                .append("year", share.baseYear());
        present(stored, "programme", share.programme());
        return stored;
    }

    private static @Nullable TargetShare share(@Nullable Document stored) {
        return stored == null
                ? null
                : new TargetShare(
                        stored.getString("operator"), new BigDecimal(stored.getString("value")).stripTrailingZeros(), ShareMoney.valueOf(stored.getString("money")),
                        stored.getString("programme"), stored.get("base", Number.class).longValue(), stored.get("year", Number.class).intValue());
    }

    private static @Nullable Long number(Document stored, String name) {
        var number = stored.get(name, Number.class);
        return number == null ? null : number.longValue();
    }

    private static void present(Document stored, String name, @Nullable Object value) {
        if (value != null) {
            stored.append(name, value);
        }
    }

    private static @Nullable TaskText line(@Nullable Document stored) {
        return stored == null
                ? null
                : new TaskText(
                        stored.get("order", Number.class).intValue(), stored.getString("ordinal"), stored.getString("title"),
                        TimeClass.valueOf(stored.getString("timeClass")), stored.getString("code"),
                        stored.getString("level") == null ? null : AssigningLevel.valueOf(stored.getString("level")),
                        stored.getString("assignedOn") == null ? null : LocalDate.parse(stored.getString("assignedOn")));
    }
}
