package vn.dondoc.reporting.cells;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;

/**
 * Which cell. There are four levels, each counting on its own: a commune, a plan in it, a unit in a plan, a programme in a commune. The plans of a commune add
 * up to the commune. Its units need not: a task that two units lead is one task of the commune and a task of each of the two, a task
 * without a lead unit is none of any unit. A programme has what tasks and reports of any plan say to belong to it.
 *
 * @param plan null for the cell of a whole commune
 * @param unit null but for the cell of a unit
 * @param programme the key of a programme; null but for its cell
 */
public record CellKey(UnitId province, UnitId commune, @Nullable PlanId plan, @Nullable UnitId unit, @Nullable String programme) {

    /** The levels by the names they are stored with. */
    public enum Level { COMMUNE, PLAN, UNIT, PROGRAMME }

    public static CellKey ofCommune(UnitId province, UnitId commune) {
        return new CellKey(province, commune, null, null, null);
    }

    public static CellKey ofPlan(UnitId province, UnitId commune, PlanId plan) {
        return new CellKey(province, commune, plan, null, null);
    }

    public static CellKey ofUnit(UnitId province, UnitId commune, PlanId plan, UnitId unit) {
        return new CellKey(province, commune, plan, unit, null);
    }

    public static CellKey ofProgramme(UnitId province, UnitId commune, String programme) {
        return new CellKey(province, commune, null, null, programme);
    }

    public Level level() {
        if (programme != null) {
            return Level.PROGRAMME;
        }
        if (unit != null) {
            return Level.UNIT;
        }
        return plan == null ? Level.COMMUNE : Level.PLAN;
    }

    /** The id of its document. */
    public String id() {
        var whole = province + "/" + commune;
        if (programme != null) {
            return whole + "/~" + programme;
        }
        var part = plan == null ? whole : whole + "/" + plan;
        return unit == null ? part : part + "/" + unit;
    }
}
