package vn.dondoc.plan.amendment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.id.UnitId;

/** Names of the fields in which a row that was read differs from the row of the plan. */
final class Differences {

    static final String ORDINAL = "ordinal";
    static final String DUE = "due";

    /** A document about single rows leaves open what it does not change. */
    private final boolean gapsSayNothing;

    Differences(Scope scope) {
        this.gapsSayNothing = scope == Scope.ROWS;
    }

    List<String> of(PlannedTask before, Plans.TaskRow after) {
        var differ = new Found();
        differ.add("title", !Wording.same(before.title(), after.title()), false);
        differ.add("lead", !units(after.lead()).equals(new HashSet<>(before.lead())) || isOpen(after.lead()), after.lead().isEmpty());
        var coordinating = units(after.coordinating());
        coordinating.removeAll(units(after.lead()));
        differ.add("coordinating", !coordinating.equals(new HashSet<>(before.coordinating())), after.coordinating().isEmpty());
        differ.add("product", !Wording.same(before.product(), after.product()), after.product() == null);
        differ.add("budget", !Objects.equals(before.budgetVnd(), after.budgetVnd()), after.budgetVnd() == null);
        differ.add(DUE, !Objects.equals(before.due(), after.due()) || after.dueText() != null, after.due() == null && after.dueText() == null);
        differ.add(ORDINAL, !Wording.same(before.ordinal(), after.ordinal()), after.ordinal() == null);
        return differ.fields;
    }

    List<String> of(PlannedTarget before, Plans.TargetRow after) {
        var differ = new Found();
        differ.add("name", !Wording.same(before.name(), after.name()), false);
        differ.add("group", !Wording.same(before.group(), after.group()), after.group() == null);
        differ.add("operator", !before.operator().equals(after.operator()), false);
        differ.add("value", after.value() == null || before.value().compareTo(after.value()) != 0, false);
        differ.add("unit", !Wording.same(before.unit(), after.unit()), false);
        return differ.fields;
    }

    /** @param last the last day in time that the row means */
    List<String> of(ReportingRule before, Plans.RuleRow after, int last, @Nullable Integer month) {
        var differ = new Found();
        differ.add("day", before.day() != last || !Objects.equals(before.month(), month), after.day() == null);
        var owing = new HashSet<>(after.owedBy());
        owing.remove(after.owedTo());
        differ.add("owedBy", !owing.equals(new HashSet<>(before.owedBy())), owing.isEmpty());
        differ.add("owedTo", !before.owedTo().equals(after.owedTo()), after.owedTo() == null);
        return differ.fields;
    }

    static HashSet<UnitId> units(List<Plans.NamedUnit> named) {
        var units = new HashSet<UnitId>();
        named.forEach(one -> {
            if (one.unit() != null) {
                units.add(one.unit());
            }
        });
        return units;
    }

    private static boolean isOpen(List<Plans.NamedUnit> named) {
        return named.stream().anyMatch(one -> one.unit() == null);
    }

    private final class Found {

        private final List<String> fields = new ArrayList<>();

        void add(String field, boolean differs, boolean gap) {
            if (differs && !(gap && gapsSayNothing)) {
                fields.add(field);
            }
        }
    }
}
