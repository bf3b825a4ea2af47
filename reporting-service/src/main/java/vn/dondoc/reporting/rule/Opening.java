package vn.dondoc.reporting.rule;

import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.obligation.Obligations;

/**
 * Opens what is due: first the obligations, whose ids derive from rule, unit and period, then the rule moves on. Ended in between,
 * or done by two instances at once, it makes each obligation once.
 */
final class Opening {

    private final Obligations obligations;
    private final Owing owing;
    private final DomainClock clock;

    Opening(Obligations obligations, Owing owing, DomainClock clock) {
        this.obligations = obligations;
        this.owing = owing;
        this.clock = clock;
    }

    Decision<Rule> open(Rule rule) {
        var due = rule.due(clock.today());
        obligations.expect(due.stream().flatMap(period -> owing.expected(rule, period).stream()).toList());
        obligations.replace(due.stream().flatMap(period -> owing.replaced(rule, period).stream()).toList());
        return rule.opened(due);
    }
}
