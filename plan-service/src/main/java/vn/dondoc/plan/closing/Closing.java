package vn.dondoc.plan.closing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.draft.Publication;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/**
 * What was decided about the rows of a plan, so that carrying it out comes out the same however often it is tried. It does nothing
 * until its plan says that it is being carried out. Why rows were given up stands beside its history.
 *
 * @param decidedBy the document that says so
 * @param carried rows that were named to stay open
 * @param begun who did it and when
 */
record Closing(
        String id,
        UnitId province,
        UnitId commune,
        PlanId plan,
        Basis decidedBy,
        List<TaskId> carried,
        List<TaskId> cancelled,
        List<Move> moved,
        Publication begun) {

    Closing {
        carried = Lists.orEmpty(carried);
        cancelled = Lists.orEmpty(cancelled);
        moved = Lists.orEmpty(moved);
    }

    Decision<Closing> prepared(@Nullable String reason) {
        return Decision.accept(this, Fact.internal("ClosingPrepared", commune, Map.of("plan", plan.value())).withText(reason));
    }

    /** The rows that its plan has no more. */
    List<TaskId> left() {
        return Stream.concat(cancelled.stream(), moved.stream().map(Move::task)).toList();
    }
}
