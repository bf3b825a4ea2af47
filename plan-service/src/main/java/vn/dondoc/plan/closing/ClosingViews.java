package vn.dondoc.plan.closing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Closings;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.plan.published.Closed;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.plan.published.PlanViews;
import vn.dondoc.plan.published.PublishedPlans;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;

/** The closing of a plan as people get to see it. */
@Component
class ClosingViews {

    private final Aggregates<Plan> plans;
    private final Aggregates<Closing> closings;
    private final PublishedPlans published;
    private final PlanViews views;

    ClosingViews(Aggregates<Plan> plans, Aggregates<Closing> closings, PublishedPlans published, PlanViews views) {
        this.plans = plans;
        this.closings = closings;
        this.published = published;
        this.views = views;
    }

    Closings.Closing of(Versioned<Plan> plan) {
        var closed = plan.state().closed();
        var closing = closed == null ? null : closings.find(closed.closing()).map(Versioned::state).orElse(null);
        if (closed == null || closing == null) {
            return new Closings.Closing(plan.state().id(), plan.version(), "open", null, null, null, null, 0, 0, 0, List.of());
        }
        return new Closings.Closing(
                plan.state().id(), plan.version(), stateOf(closed), closed.on(), closing.decidedBy().number(), closing.decidedBy().issuedOn(),
                reason(closing), closing.carried().size(), closing.cancelled().size(), closing.moved().size(), rows(closing));
    }

    private static String stateOf(Closed closed) {
        return closed.running() ? "running" : "closed";
    }

    private @Nullable String reason(Closing closing) {
        return closings.history(closing.id()).getFirst().text();
    }

    private List<Closings.Decided> rows(Closing closing) {
        Map<TaskId, Move> moves = new HashMap<>();
        closing.moved().forEach(move -> moves.put(move.task(), move));
        Map<PlanId, Plans.PlanSummary> targets = new HashMap<>();
        Move.targets(closing.moved()).forEach(target -> plans.find(target.value())
                .ifPresent(found -> targets.put(target, views.summary(found.state()))));
        var rows = new ArrayList<Closings.Decided>();
        for (var row : published.tasks(Stream.concat(closing.carried().stream(), closing.left().stream()).toList())) {
            var move = moves.get(row.id());
            rows.add(move == null ? decided(row, closing) : new Closings.Decided(
                    row.id(), row.ordinal(), row.title(), RowDecision.MOVE.code(), targets.get(move.target()), move.successor(), move.due()));
        }
        return rows;
    }

    private static Closings.Decided decided(PlannedTask row, Closing closing) {
        var decision = closing.carried().contains(row.id()) ? RowDecision.CARRY : RowDecision.CANCEL;
        return new Closings.Decided(row.id(), row.ordinal(), row.title(), decision.code(), null, null, null);
    }
}
