package vn.dondoc.contracts.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.UnitId;

/** A quantified target; {@code operator} is one of {@code >=}, {@code <=}, {@code =}. */
public record PlannedTarget(
        TargetId id,
        PlanId plan,
        UnitId province,
        UnitId commune,
        int order,
        @Nullable String group,
        String name,
        String operator,
        BigDecimal value,
        String unit) {}
