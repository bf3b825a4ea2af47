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
        @Nullable LocalDate submittedOn) {}
