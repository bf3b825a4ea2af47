package vn.dondoc.reporting.rule;

import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.platform.consume.BrokenEventException;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;

/** The reporting rules of all plans. */
public final class Rules {

    static final String COLLECTION = "rules";

    private final Aggregates<Rule> rules;
    private final Sweep<Rule> sweep;
    private final DomainClock clock;

    Rules(Aggregates<Rule> rules, Sweep<Rule> sweep, DomainClock clock) {
        this.rules = rules;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** Takes over a rule of a published plan; taken again, nothing happens. */
    public void take(ReportingRule planned) {
        if (planned.month() != null && (planned.month() < 1 || planned.month() > 12)) {
            throw new BrokenEventException("A rule is due in a month that does not exist");
        }
        var act = Act.bySystem("plan-events", clock.instant());
        rules.create(planned.id().value(), act, () -> Rule.taken(planned));
        sweep.wake();
    }
}
