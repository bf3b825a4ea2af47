package vn.dondoc.task.merger;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.merger.Mergers;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Reassigning;

/** Gives tasks to the heirs of their units. Doing it again changes nothing. */
public final class Following {

    private final Aggregates<Assignment> assignments;
    private final Mergers mergers;

    Following(Aggregates<Assignment> assignments, Mergers mergers) {
        this.assignments = assignments;
        this.mergers = mergers;
    }

    /** Those tasks that name a merged unit; to be called when they are stored, so that none slips between a merger and its look-up. */
    public void all(List<String> tasks, List<UnitId> units, Act act) {
        if (mergers.anyOf(units)) {
            tasks.forEach(task -> one(task, act).orProblem());
        }
    }

    /** A planned task that names who took over instead of units that were merged. */
    public PlannedTask byHeirs(PlannedTask task) {
        var units = Stream.concat(task.lead().stream(), task.coordinating().stream()).toList();
        if (!mergers.anyOf(units)) {
            return task;
        }
        var heirOf = mergers.heirsOf(units);
        var lead = task.lead().stream().map(heirOf).distinct().toList();
        var coordinating = task.coordinating().stream().map(heirOf).distinct().filter(unit -> !lead.contains(unit)).toList();
        return new PlannedTask(
                task.id(), task.plan(), task.province(), task.commune(), task.order(), task.ordinal(), task.title(), lead, coordinating,
                task.product(), task.budgetVnd(), task.due(), task.basis(), task.withdrawnOn(), task.carried(), task.directive(), task.programme());
    }

    /** Who took over from the units that the plan of a task names, where its giver named others. */
    public UnaryOperator<UnitId> heirsOfNamed(Assignment task) {
        var named = task.planned().named();
        return named == null ? UnaryOperator.identity() : mergers.heirsOf(Stream.concat(named.lead().stream(), named.coordinating().stream()).toList());
    }

    /** One task, until none of its units is merged, even where that happens meanwhile. */
    Outcome<Assignment> one(String id, Act act) {
        while (true) {
            var outcome = assignments.change(id, act, task -> Reassigning.toHeirs(task, mergers.heirsOf(unitsOf(task)), act.at()));
            if (!(outcome instanceof Outcome.Done<Assignment>(var done, _))
                    || Reassigning.isFinished(done.state()) || !mergers.anyOf(unitsOf(done.state()))) {
                return outcome;
            }
        }
    }

    private static List<UnitId> unitsOf(Assignment task) {
        return Stream.of(task.planned().lead(), task.planned().coordinating(), task.givers()).flatMap(List::stream).toList();
    }
}
