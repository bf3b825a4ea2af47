package vn.dondoc.task.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import vn.dondoc.contracts.event.TaskEvent.TaskReassigned;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/** Other units answer for a task, since units were merged. */
public final class Reassigning {

    private Reassigning() {}

    /**
     * Each unit is replaced by its heir. What is finished stays with those who did it, and what was late stays late.
     *
     * @param heirOf the unit itself where it was not merged
     */
    public static Decision<Assignment> toHeirs(Assignment task, UnaryOperator<UnitId> heirOf, Instant at) {
        var planned = task.planned();
        var lead = replaced(planned.lead(), heirOf);
        var coordinating = replaced(planned.coordinating(), heirOf).stream().filter(unit -> !lead.contains(unit)).toList();
        var whole = task.whole() == null ? null : task.whole().toHeirs(heirOf);
        var same = lead.equals(planned.lead()) && coordinating.equals(planned.coordinating());
        if (isFinished(task) || same && Objects.equals(whole, task.whole())) {
            return Decision.unchanged();
        }
        var passed = Passing.upTo(task, at);
        if (isFinished(passed.state())) {
            return new Decision.Accepted<>(passed.state(), passed.facts());
        }
        var state = Finishing.inherited(passed.state(), planned.of(lead, coordinating), heirOf).edited(edit -> edit.whole = whole);
        var facts = new ArrayList<>(passed.facts());
        facts.add(same ? Fact.internal(Partaking.WHOLE_CHANGED, state.commune(), Map.of()) : Fact.of(new TaskReassigned(state.told()), state.commune()));
        return new Decision.Accepted<>(Finishing.settled(state, passed.state(), heirOf, at, facts), facts);
    }

    /** Whether nothing of it is open any more. */
    public static boolean isFinished(Assignment task) {
        return task.work().state() == WorkState.COMPLETED || task.work().state() == WorkState.CANCELLED;
    }

    private static List<UnitId> replaced(List<UnitId> units, UnaryOperator<UnitId> heirOf) {
        return units.stream().map(heirOf).distinct().toList();
    }
}
