package vn.dondoc.plan.closing;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.plan.published.PublishedPlans;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;

/**
 * Carries out the closing that a plan has begun: the moved rows are made where they go on, then left here with those that are given up;
 * no further reports are expected; and only then the plan says that it is closed.
 */
@Component
class ClosingProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingProcess.class);

    private final Aggregates<Closing> closings;
    private final Aggregates<Plan> plans;
    private final PublishedPlans published;

    ClosingProcess(Aggregates<Closing> closings, Aggregates<Plan> plans, PublishedPlans published) {
        this.closings = closings;
        this.plans = plans;
        this.published = published;
    }

    /** Repeating it adds nothing. */
    Decision<Plan> carriedOut(Plan plan) {
        var closed = plan.closed();
        if (closed == null || !closed.running()) {
            return Decision.unchanged();
        }
        var closing = closings.find(closed.closing()).orElseThrow(() -> new IllegalStateException("No closing " + closed.closing())).state();
        move(closing, plan);
        leave(closing, plan);
        return plan.finishClosing(new PlanEvent.PlanClosed(
                after(plan), closing.carried().size(), closing.cancelled().size(), closing.moved().size()));
    }

    /** The same for the sweep: one that fails is left for the next round and holds up no other. */
    Decision<Plan> goneOnWith(Plan plan) {
        try {
            return carriedOut(plan);
        } catch (RuntimeException failed) {
            LOG.warn("The closing of plan {} failed and is tried again", plan.id(), failed);
            return Decision.unchanged();
        }
    }

    /** First there, so that a row that goes on is never told as one that was given up for good. */
    private void move(Closing closing, Plan plan) {
        var moves = closing.moved().stream().collect(Collectors.toMap(Move::task, move -> move));
        var from = new Basis(plan.number(), plan.issuedOn());
        var made = published.tasks(List.copyOf(moves.keySet())).stream()
                .map(row -> Objects.requireNonNull(moves.get(row.id())).made(row, from)).sorted(Comparator.comparing(PlannedTask::order)).toList();
        published.add(made, closing.begun().act());
    }

    private void leave(Closing closing, Plan plan) {
        var day = closing.begun().day();
        var act = closing.begun().act();
        var left = published.tasks(closing.left()).stream().map(row -> row.withdrawn(closing.decidedBy(), day)).toList();
        List<ReportingRule> ended = published.rows(plan.id()).rules().stream()
                .filter(rule -> rule.until() == null || rule.until().isAfter(day))
                .map(rule -> rule.endingOn(day, closing.decidedBy())).toList();
        published.amend(left, List.of(), ended, act);
        var from = new Basis(plan.number(), plan.issuedOn());
        for (var target : Move.targets(closing.moved())) {
            var added = (int) closing.moved().stream().filter(move -> move.target().equals(target)).count();
            plans.change(target.value(), act, other -> other.receive(published.rows(target), from, added, day)).orProblem();
        }
    }

    private PlanState after(Plan plan) {
        var before = plan.state();
        return before.having(published.rows(plan.id()).tasks().size(), before.targets(), before.rules());
    }
}
