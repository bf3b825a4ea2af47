package vn.dondoc.reporting.rule;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.platform.consume.BrokenEventException;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.obligation.Obligations;

/** The reporting rules of all plans. */
public final class Rules {

    static final String COLLECTION = "rules";

    private final Aggregates<Rule> rules;
    private final Sweep<Rule> sweep;
    private final Obligations obligations;
    private final DomainClock clock;

    Rules(Aggregates<Rule> rules, Obligations obligations, Sweep<Rule> sweep, DomainClock clock) {
        this.rules = rules;
        this.obligations = obligations;
        this.sweep = sweep;
        this.clock = clock;
    }

    /**
     * Takes over a rule of a published plan, in its first or in an amended form; taken again, nothing happens. What is expected and open
     * follows an amended rule; what is answered or late stays as it is.
     *
     * @param order of the event
     */
    public void take(ReportingRule planned, long order) {
        if (planned.month() != null && (planned.month() < 1 || planned.month() > 12)) {
            throw new BrokenEventException("A rule is due in a month that does not exist");
        }
        var act = Act.bySystem("plan-events", clock.instant());
        var id = planned.id().value();
        if (rules.create(id, act, () -> Rule.taken(planned, order)) instanceof Outcome.Refused<Rule>) {
            var rule = rules.change(id, act, before -> before.amended(planned, order, clock.today())).orProblem().state();
            if (Objects.equals(rule.known(), order)) {
                follow(rule, planned.basis());
            }
        }
        sweep.wake();
    }

    /** Also when it was amended already: ended in between, the event comes again. */
    private void follow(Rule rule, @Nullable Basis basis) {
        var today = clock.today();
        obligations.amend(rule.id(), basis, report -> rule.owedBy().contains(report.unit())
                ? rule.named(report.period(), report.opensOn()).map(period -> report.amendedBy(rule.owedTo(), period.lastDay()))
                : Optional.empty());
        rule.openOn(today).ifPresent(period -> obligations.expect(Opening.expected(rule, period)));
    }
}
