package vn.dondoc.task.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlanEvent.PlanPublished;
import vn.dondoc.contracts.event.PlanEvent.TaskPlanned;
import vn.dondoc.platform.consume.BrokenEventException;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Correlation;
import vn.dondoc.task.assignment.Assigning;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.merger.Following;

/** Makes one assignment of each planned task, under the id of the task: however often it is told, there is one. */
final class Planning {

    private static final int EARLIEST_YEAR = 1975;
    private static final int LATEST_YEAR = 2200;

    private final Aggregates<Assignment> assignments;
    private final PublishedPlans plans;
    private final Following following;
    private final DomainClock clock;

    Planning(Aggregates<Assignment> assignments, PublishedPlans plans, Following following, DomainClock clock) {
        this.assignments = assignments;
        this.following = following;
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
                case TaskPlanned _ ->
                    byCorrelation.computeIfAbsent(Objects.requireNonNullElse(received.correlation(), ""), _ -> new ArrayList<>()).add(received);
                default -> { }
            }
        }
        byCorrelation.forEach((correlation, tasks) -> Correlation.with(correlation, () -> assign(tasks)));
    }

    private void assign(List<Received> tasks) {
        var wanted = new ArrayList<Aggregates.New<Assignment>>();
        for (var received : tasks) {
            if (received.event() instanceof TaskPlanned(var task)) {
                wanted.add(new Aggregates.New<>(task.id().value(), Assigning.assign(task, received.at())));
            }
        }
        var act = Act.bySystem("plan-events", clock.instant());
        assignments.createAll(act, wanted);
        var units = wanted.stream().map(task -> task.decision().state().planned())
                .flatMap(planned -> Stream.concat(planned.lead().stream(), planned.coordinating().stream())).distinct().toList();
        following.all(wanted.stream().map(Aggregates.New::id).toList(), units, act);
    }
}
