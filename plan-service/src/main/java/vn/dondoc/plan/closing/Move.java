package vn.dondoc.plan.closing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.Carried;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;

/**
 * A row that goes on in another plan.
 *
 * @param task the row; {@code successor} the one that goes on in {@code target}
 * @param order its place there
 * @param due its last day there; null where its time stays as it is
 */
record Move(TaskId task, TaskId successor, PlanId target, int order, @Nullable LocalDate due) {

    /**
     * The row of the other plan. It has no number there, since the document of that plan gave it none.
     *
     * @param from the plan it comes from
     */
    PlannedTask made(PlannedTask row, Basis from) {
        return new PlannedTask(
                successor, target, row.province(), row.commune(), order, null, row.title(), row.lead(), row.coordinating(), row.product(),
                row.budgetVnd(), due == null ? row.due() : by(due, row.due()), from, null, new Carried(row.id(), firstDay(row)));
    }

    /** However often it is moved, the first day stays the one of the first plan. */
    private static @Nullable LocalDate firstDay(PlannedTask row) {
        if (row.carried() != null) {
            return row.carried().firstDay();
        }
        return row.due() instanceof Due.By by ? by.date() : null;
    }

    private static Due by(LocalDate day, @Nullable Due before) {
        return new Due.By(day, before instanceof Due.By by && by.thenOngoing(), false);
    }

    static List<PlanId> targets(List<Move> moves) {
        return moves.stream().map(Move::target).distinct().toList();
    }
}
