package vn.dondoc.plan.amendment;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;

/**
 * How much a row that was read is the row of the plan: by its words first, then by its number and who leads. Words alone decide where
 * they are much alike; where they are little alike number and lead have to agree.
 */
final class Likeness {

    private static final double MUCH = 0.5;
    private static final double LITTLE = 0.25;
    private static final double HINT = 0.15;

    private final Map<String, Wording> wordings = new HashMap<>();

    double of(PlannedTask before, Plans.TaskRow after) {
        var words = words(before.title(), after.title());
        var number = before.ordinal() != null && Wording.same(before.ordinal(), after.ordinal());
        var lead = !Collections.disjoint(before.lead(), Differences.units(after.lead()));
        return value(words, number, lead);
    }

    /** Milestones of one measure differ by their value and unit only. */
    double of(PlannedTarget before, Plans.TargetRow after) {
        var words = words(before.name(), after.name());
        var value = after.value() != null && before.value().compareTo(after.value()) == 0;
        return value(words, value, Wording.same(before.unit(), after.unit()) && Wording.same(before.group(), after.group()));
    }

    /** Reports have no words of their own: rhythm and month tell them apart, then who owes them. */
    double of(ReportingRule before, Plans.RuleRow after) {
        if (before.frequency() != after.frequency()) {
            return 0;
        }
        var half = before.month() == null || after.month() == null || (before.month() <= 6) == (after.month() <= 6);
        var owing = Collections.disjoint(before.owedBy(), after.owedBy()) ? 0 : 1;
        return half ? 1 + owing + (before.owedTo().equals(after.owedTo()) ? 1 : 0) : 0;
    }

    private double words(String one, String other) {
        return wordings.computeIfAbsent(one, Wording::of).likeness(wordings.computeIfAbsent(other, Wording::of));
    }

    private static double value(double words, boolean number, boolean other) {
        var same = words >= MUCH || words >= LITTLE && number && other;
        return same ? words + (number ? HINT : 0) + (other ? HINT : 0) : 0;
    }
}
