package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;

/**
 * One expected report as it is after an event.
 *
 * @param period "2026-11", "2026-Q4", "2026-H2", "2026"
 * @param lastDay the last day in time
 * @param nothingToReport "không có phát sinh" is an answer
 * @param bounds its further days; null where its rule has none
 * @param preparedOn the day it was laid before the head of the unit to send; null where nothing waits for that
 * @param onBehalf entered by the standing unit for a unit that phoned or wrote ("nhập thay")
 * @param asked by the province for once, rather than by the rule of a plan
 * @param explanation that was asked for since it is late; null where none ever was
 * @param programme the programme that it is about, by its rule or its plan; null where it is of none
 */
public record ReportState(
        ReportId id,
        RuleId rule,
        PlanId plan,
        UnitId province,
        UnitId commune,
        UnitId unit,
        UnitId owedTo,
        String title,
        String period,
        LocalDate lastDay,
        ReportStatus status,
        boolean nothingToReport,
        @Nullable LocalDate submittedOn,
        @Nullable ReportBounds bounds,
        @Nullable LocalDate preparedOn,
        @Nullable Boolean onBehalf,
        @Nullable Boolean asked,
        @Nullable Explanation explanation,
        @Nullable String programme) {

    /** By a rule that has no further days. */
    public ReportState(
            ReportId id,
            RuleId rule,
            PlanId plan,
            UnitId province,
            UnitId commune,
            UnitId unit,
            UnitId owedTo,
            String title,
            String period,
            LocalDate lastDay,
            ReportStatus status,
            boolean nothingToReport,
            @Nullable LocalDate submittedOn) {
        this(id, rule, plan, province, commune, unit, owedTo, title, period, lastDay, status, nothingToReport, submittedOn, null, null, null, null, null, null);
    }

    /** The last day on which what is sent still counts as in time. */
    public LocalDate countsUntil() {
        return bounds == null || bounds.countsUntil() == null ? lastDay : bounds.countsUntil();
    }
}
