package vn.dondoc.reporting.rule;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.consume.BrokenEventException;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.merger.Mergers;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.obligation.Expected;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;

/** The reporting rules of all plans. */
public final class Rules {

    static final String COLLECTION = "rules";

    private final Aggregates<Rule> rules;
    private final Sweep<Rule> sweep;
    private final Obligations obligations;
    private final Mergers mergers;
    private final Owing owing;
    private final DomainClock clock;

    Rules(Aggregates<Rule> rules, Obligations obligations, Owing owing, Sweep<Rule> sweep, Mergers mergers, DomainClock clock) {
        this.rules = rules;
        this.owing = owing;
        this.obligations = obligations;
        this.mergers = mergers;
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
        var amends = rules.create(id, act, () -> Rule.taken(planned, order)) instanceof Outcome.Refused<Rule>;
        var rule = amends ? rules.change(id, act, before -> before.amended(planned, order, clock.today())).orProblem().state() : null;
        if (mergers.anyOf(Stream.concat(planned.owedBy().stream(), Stream.of(planned.owedTo())).toList())) {
            follow(id, act).orProblem();
        }
        if (rule != null && Objects.equals(rule.known(), order)) {
            carry(rules.find(id).orElseThrow().state(), planned.basis());
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

    Optional<Versioned<Rule>> find(String id, Criteria within) {
        return rules.find(id, within);
    }

    List<Versioned<Rule>> list(Query query) {
        return rules.list(query);
    }

    long count(Query query) {
        return rules.count(query);
    }

    List<Aggregates.Told> history(String id) {
        return rules.history(id);
    }

    /**
     * One act on one rule; what it expects and is open follows.
     *
     * @param expected the version that was looked at; null for any
     */
    Outcome<Rule> decide(String id, Act act, @Nullable Long expected, Criteria within, Function<Rule, Decision<Rule>> decide) {
        var outcome = rules.change(id, act, expected, new Criteria[] {within}, decide);
        if (outcome instanceof Outcome.Done<Rule>(var done, _)) {
            carry(done.state(), null);
            sweep.wake();
        }
        return outcome;
    }

    /** What an amended rule expects now. Also when it was amended already: ended in between, the event comes again. */
    private void carry(Rule rule, @Nullable Basis basis) {
        var today = clock.today();
        var owed = owing.of(rule);
        obligations.amend(rule.id(), basis, report -> owed.contains(report.unit()) ? wanted(rule, report) : Optional.empty());
        obligations.describe(rule.id(), rule.belongsTo());
        rule.openOn(today).ifPresent(period -> obligations.expect(owing.expected(rule, period)));
    }

    /** A report can open before its period begins. */
    private static Optional<Expected> wanted(Rule rule, Obligation report) {
        return Stream.of(report.opensOn(), report.lastDay(), report.opensOn().plusMonths(1))
                .flatMap(day -> rule.named(report.period(), day).stream()).findFirst()
                .map(period -> report.amendedBy(rule.owedTo(), rule.lastDayOf(period), rule.decided().bounds(period), rule.decided().headSends()));
    }
}
