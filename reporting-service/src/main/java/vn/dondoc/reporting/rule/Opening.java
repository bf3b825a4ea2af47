package vn.dondoc.reporting.rule;

import java.util.List;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.time.Period;
import vn.dondoc.reporting.obligation.Expected;
import vn.dondoc.reporting.obligation.Obligations;

/**
 * Opens what is due: first the obligations, whose ids derive from rule, unit and period, then the rule moves on. Ended in between,
 * or done by two instances at once, it makes each obligation once.
 */
final class Opening {

    private final Obligations obligations;
    private final DomainClock clock;

    Opening(Obligations obligations, DomainClock clock) {
        this.obligations = obligations;
        this.clock = clock;
    }

    Decision<Rule> open(Rule rule) {
        var due = rule.due(clock.today());
        obligations.expect(due.stream().flatMap(period -> expected(rule, period).stream()).toList());
        return rule.opened(due);
    }

    /** What the rule expects of its units for that period. */
    static List<Expected> expected(Rule rule, Period period) {
        return rule.owedBy().stream().distinct()
                .map(unit -> new Expected(
                        Expected.idOf(rule.id(), unit, period.label()), rule.id(), rule.plan(), rule.province(), rule.commune(), unit,
                        rule.owedTo(), rule.title(), period.label(), rule.opensOn(period), period.lastDay()))
                .toList();
    }
}
