package vn.dondoc.reporting.rule;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.consume.BrokenEventException;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.merger.Mergers;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;

/** The reporting rules of all plans. */
public final class Rules {

    static final String COLLECTION = "rules";

    private final Aggregates<Rule> rules;
    private final Sweep<Rule> sweep;
    private final Mergers mergers;
    private final DomainClock clock;

    Rules(Aggregates<Rule> rules, Sweep<Rule> sweep, Mergers mergers, DomainClock clock) {
        this.rules = rules;
        this.mergers = mergers;
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
        if (mergers.anyOf(Stream.concat(planned.owedBy().stream(), Stream.of(planned.owedTo())).toList())) {
            follow(planned.id().value(), act).orProblem();
        }
        sweep.wake();
    }

    /** Ids of the rules by which a unit owes or is owed reports. */
    public List<String> concerning(UnitId unit) {
        var concerned = new Criteria().orOperator(Criteria.where("owedBy").is(unit.value()), Criteria.where("owedTo").is(unit.value()));
        return rules.list(new Query(concerned).with(Sort.by("_id"))).stream().map(Versioned::id).toList();
    }

    /** Gives a rule to the heirs of its units, until none of them is merged. Doing it again changes nothing. */
    public Outcome<?> follow(String id, Act act) {
        while (true) {
            var outcome = rules.change(id, act, rule -> rule.toHeirs(
                    mergers.heirsOf(Stream.concat(rule.owedBy().stream(), Stream.of(rule.owedTo())).toList())));
            if (!(outcome instanceof Outcome.Done<Rule>(_, var unchanged)) || unchanged) {
                return outcome;
            }
        }
    }
}
