package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A published plan.
 *
 * @param number as the document has it, "36/KH-UBND"; null where it leaves it blank
 * @param year the year planned for; null for an open-ended plan
 * @param publishedOn the day it was published here, Asia/Ho_Chi_Minh
 * @param tasks how many tasks it has; targets and rules likewise
 * @param programme the programme that it carries out ("NQ 57", "Đề án 06"), as whoever published it named it; null where it is of none
 */
public record PlanState(
        PlanId id,
        UnitId province,
        UnitId commune,
        String title,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable Integer year,
        LocalDate publishedOn,
        int tasks,
        int targets,
        int rules,
        @Nullable String programme) {

    /** Of no programme. */
    public PlanState(
            PlanId id,
            UnitId province,
            UnitId commune,
            String title,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable Integer year,
            LocalDate publishedOn,
            int tasks,
            int targets,
            int rules) {
        this(id, province, commune, title, number, issuedOn, year, publishedOn, tasks, targets, rules, null);
    }

    /** Carrying out that programme, or none. */
    public PlanState within(@Nullable String named) {
        return new PlanState(id, province, commune, title, number, issuedOn, year, publishedOn, tasks, targets, rules, named);
    }

    /** With so many rows. */
    public PlanState having(int newTasks, int newTargets, int newRules) {
        return new PlanState(id, province, commune, title, number, issuedOn, year, publishedOn, newTasks, newTargets, newRules, programme);
    }
}
