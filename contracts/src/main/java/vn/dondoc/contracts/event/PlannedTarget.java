package vn.dondoc.contracts.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A quantified target; {@code operator} is one of {@code >=}, {@code <=}, {@code =}, or {@code none} where no goal was set and {@code value} says nothing.
 *
 * @param owner the unit that answers for it; null in plans published before owners were asked for
 * @param dataSource where its figure comes from; null as the owner
 * @param rhythm how often it is measured; null as the owner
 * @param basis the document that last changed it; null while it is as its plan was published
 * @param withdrawnOn the day its plan gave it up; null while it holds
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
        @Nullable Frequency rhythm,
        @Nullable Basis basis,
        @Nullable LocalDate withdrawnOn) {

    /** The operator of what is measured without a goal. */
    public static final String NO_GOAL = "none";

    /** Whether it says what has to be reached. */
    public boolean hasGoal() {
        return !operator.equals(NO_GOAL);
    }

    /** The same words as another row of a plan, that some document decided. */
    public PlannedTarget as(TargetId row, int place, @Nullable Basis decided) {
        return new PlannedTarget(
                row, plan, province, commune, place, group, name, operator, value, unit, owner, dataSource, rhythm, decided, null);
    }

    public PlannedTarget withdrawn(Basis decided, LocalDate on) {
        return new PlannedTarget(
                id, plan, province, commune, order, group, name, operator, value, unit, owner, dataSource, rhythm, decided, on);
    }

    /** As its plan was published. */
    public PlannedTarget(
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
            @Nullable Frequency rhythm) {
        this(id, plan, province, commune, order, group, name, operator, value, unit, owner, dataSource, rhythm, null, null);
    }
}
