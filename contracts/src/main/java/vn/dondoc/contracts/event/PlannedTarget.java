package vn.dondoc.contracts.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A quantified target; {@code operator} is one of {@code >=}, {@code <=}, {@code =}.
 *
 * @param owner the unit that answers for it; null in plans published before owners were asked for
 * @param dataSource where its figure comes from; null as the owner
 * @param rhythm how often it is measured; null as the owner
 */
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
        String unit,
        @Nullable UnitId owner,
        @Nullable String dataSource,
        @Nullable Frequency rhythm) {}
