package vn.dondoc.task.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlanEvent.DirectiveIssued;
import vn.dondoc.contracts.event.PlanEvent.PlanAmended;
import vn.dondoc.contracts.event.PlanEvent.PlanClosed;
import vn.dondoc.contracts.event.PlanEvent.PlanPublished;
import vn.dondoc.contracts.event.PlanEvent.TaskPlanned;
import vn.dondoc.contracts.event.PlanEvent.TaskWithdrawn;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.platform.consume.BrokenEventException;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Correlation;
import vn.dondoc.task.assignment.Amending;
import vn.dondoc.task.assignment.Assigning;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Succeeding;
import vn.dondoc.task.deadline.Timekeeping;
import vn.dondoc.task.merger.Following;

/**
 * Makes one assignment of each planned task, under the id of the task: however often it is told, there is one. A task told anew, or
 * withdrawn, amends it.
 */
final class Planning {

    private static final int EARLIEST_YEAR = 1975;
    private static final int LATEST_YEAR = 2200;

    private final Aggregates<Assignment> assignments;
    private final PublishedPlans plans;
    private final Following following;
    private final Schedules schedules;
    private final Succession succession;
    private final DomainClock clock;

    Planning(Aggregates<Assignment> assignments, PublishedPlans plans, Following following, Schedules schedules, DomainClock clock) {
        this.assignments = assignments;
        this.following = following;
        this.schedules = schedules;
        this.succession = new Succession(assignments, schedules);
        this.plans = plans;
        this.clock = clock;
    }

    /** @throws BrokenEventException for a day that no plan means and no database can store */
    static void check(Received received) {
        if (received.event() instanceof TaskPlanned(var task) && task.due() instanceof Due.By by) {
            var year = by.date().getYear();
            if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
                throw new BrokenEventException("A task is due in the year " + year);
            }
        }
    }

    void take(List<Received> batch) {
        var byCorrelation = new LinkedHashMap<String, List<Received>>();
        for (var received : batch) {
            switch (received.event()) {
                case PlanPublished(var plan) -> plans.keep(plan, received.order());
                case PlanAmended amended -> plans.keep(amended.plan(), received.order());
                case PlanClosed closed -> plans.keep(closed.plan(), received.order());
                case DirectiveIssued(var directive) -> plans.keep(directive, received.order());
                case TaskPlanned _, TaskWithdrawn _ ->
                    byCorrelation.computeIfAbsent(Objects.requireNonNullElse(received.correlation(), ""), _ -> new ArrayList<>()).add(received);
                default -> { }
            }
        }
        byCorrelation.forEach((correlation, tasks) -> Correlation.with(correlation, () -> assign(tasks)));
    }

    private void assign(List<Received> events) {
        var schedule = schedules.batch();
        var first = new LinkedHashMap<String, Aggregates.New<Assignment>>();
        var own = events.stream().filter(received -> taskOf(received).carried() == null).toList();
        var successors = succession.successorsOf(own.stream().map(received -> taskOf(received).id().value()).distinct().toList());
        for (var received : own) {
            var task = taskOf(received);
            var successor = successors.get(task.id().value());
            first.putIfAbsent(task.id().value(), new Aggregates.New<>(task.id().value(), successor == null
                    ? Assigning.assign(task, received.at(), orderOf(received), schedule.of(task))
                    : Succeeding.late(task, successor, received.at(), orderOf(received), schedule.of(task))));
        }
        var act = Act.bySystem("plan-events", clock.instant());
        var created = assignments.createAll(act, new ArrayList<>(first.values()))
                + succession.begin(events.stream().filter(received -> taskOf(received).carried() != null).toList(), act);
        if (created < events.size()) {
            amend(events, act, schedule);
        }
        schedule.catchUp(events.stream().map(Planning::taskOf).toList(), act);
        follow(events, act);
    }

    /** What is known already in this state or a newer one is left alone, so a replay costs one query for each batch. */
    private void amend(List<Received> events, Act act, Schedules.Batch schedule) {
        var ids = events.stream().map(received -> taskOf(received).id().value()).distinct().toList();
        var known = new HashMap<String, Assignment>();
        assignments.list(new Query(Criteria.where("_id").in(ids))).forEach(task -> known.put(task.id(), task.state()));
        for (var received : events) {
            var id = taskOf(received).id().value();
            var task = known.get(id);
            var planned = following.byHeirs(taskOf(received));
            if (task != null && decide(task, received, planned, schedule.of(planned)) instanceof Decision.Accepted<Assignment>) {
                known.put(id, assignments.change(id, act, current -> decide(current, received, planned, schedules.now(planned))).orProblem().state());
            }
        }
    }

    private Decision<Assignment> decide(Assignment task, Received received, PlannedTask planned, Timekeeping keeping) {
        return switch (received.event()) {
            case TaskPlanned _ -> Amending.amend(task, planned, received.order(), received.at(), following.heirsOfNamed(task), keeping);
            case TaskWithdrawn _ -> Amending.withdraw(task, planned, received.order(), received.at());
            default -> Decision.unchanged();
        };
    }

    /** A withdrawal that comes first has still to be told after the task itself. */
    static long orderOf(Received received) {
        return received.event() instanceof TaskPlanned ? received.order() : 0;
    }

    static PlannedTask taskOf(Received received) {
        return switch (received.event()) {
            case TaskPlanned(var task) -> task;
            case TaskWithdrawn(var task) -> task;
            default -> throw new IllegalArgumentException("No event of a task: " + received.event());
        };
    }

    /** Units that were merged before their plan named them: the work is of those that took over. */
    private void follow(List<Received> events, Act act) {
        var tasks = events.stream().map(Planning::taskOf).toList();
        var units = tasks.stream().flatMap(task -> Stream.concat(task.lead().stream(), task.coordinating().stream())).distinct().toList();
        following.all(tasks.stream().map(task -> task.id().value()).distinct().toList(), units, act);
    }
}
