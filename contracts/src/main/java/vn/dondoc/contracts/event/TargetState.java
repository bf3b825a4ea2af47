package vn.dondoc.contracts.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A target of a published plan with what was measured of it, as it is after an event.
 *
 * @param order its place in the plan
 * @param operator one of {@code >=}, {@code <=}, {@code =}, or {@code none} where no goal was set and {@code value} says nothing
 * @param owner the unit that answers for it now; null where the plan names none
 * @param withdrawnOn the day its plan gave it up; null while it holds
 * @param share null where people measure it; else its figure follows from the facts of tasks and stands in none of the fields below
 * @param newest what was measured last; null while nothing was
 * @param figure of the year of {@code newest}, by the arithmetic
 * @param standing by {@code figure}; null where it is computed or has no goal
 * @param explanation that was asked for since it is behind; null where none ever was
 */
public record TargetState(
        TargetId id,
        PlanId plan,
        UnitId province,
        UnitId commune,
        int order,
        @Nullable String group,
        String name,
        String operator,
        BigDecimal value,
        String unit,
        @Nullable UnitId owner,
        @Nullable Frequency rhythm,
        @Nullable LocalDate withdrawnOn,
        TargetArithmetic arithmetic,
        @Nullable BudgetShare share,
        @Nullable TargetFigure newest,
        @Nullable BigDecimal figure,
        @Nullable TargetStanding standing,
        @Nullable Explanation explanation) {}
