package vn.dondoc.task.part;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.Period;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Passing;
import vn.dondoc.task.assignment.Recurring;
import vn.dondoc.task.assignment.SweepStep;
import vn.dondoc.task.merger.Following;
import vn.dondoc.task.planning.PublishedPlans;
import vn.dondoc.task.timekeeping.Timekeepings;

/**
 * Opens the periods of tasks that recur: first the occurrences, whose ids derive from series and period, then the series moves on.
 * Ended in between, or done by two instances at once, it makes each occurrence once.
 */
@Component
public class Opening implements SweepStep {

    private final Aggregates<Assignment> assignments;
    private final PublishedPlans plans;
    private final Following following;
    private final Timekeepings timekeepings;

    Opening(Aggregates<Assignment> assignments, PublishedPlans plans, Following following, Timekeepings timekeepings) {
        this.timekeepings = timekeepings;
        this.assignments = assignments;
        this.plans = plans;
        this.following = following;
    }

    @Override
    public Decision<Assignment> pass(Assignment task, Instant now) {
        if (!Recurring.isSeries(task)) {
            return Passing.boundaries(task, now);
        }
        var year = plans.yearOf(task.planned().plan());
        var step = Recurring.step(task, year, now);
        make(task, step.periods(), year, Act.bySystem("sweep-deadlines", now));
        return step.decision();
    }

    private void make(Assignment series, List<Period> periods, @Nullable Integer year, Act act) {
        if (periods.isEmpty()) {
            return;
        }
        var occurrences = periods.stream()
                .map(period -> new Aggregates.New<>(Recurring.idOf(series, period).value(), Recurring.occurrence(series, period, year, timekeepings.of(series))))
                .toList();
        assignments.createAll(act, occurrences);
        var units = Stream.concat(series.planned().lead().stream(), series.planned().coordinating().stream()).toList();
        following.all(occurrences.stream().map(Aggregates.New::id).toList(), units, act);
    }
}
