package vn.dondoc.reporting.obligation;

import java.time.LocalDate;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A report that a rule expects of one unit for one period.
 *
 * @param opensOn the first day it can be sent
 * @param lastDay the last day in time
 */
public record Expected(
        ReportId id,
        RuleId rule,
        PlanId plan,
        UnitId province,
        UnitId commune,
        UnitId unit,
        UnitId owedTo,
        String title,
        String period,
        LocalDate opensOn,
        LocalDate lastDay) {

    /** The same for the same rule, unit and period, so that opening a period twice expects each report once. */
    public static ReportId idOf(RuleId rule, UnitId unit, String period) {
        return new ReportId(Ids.derived("report", rule.value(), unit.value(), period));
    }

    Expected with(UnitId newUnit, UnitId newOwedTo) {
        return new Expected(id, rule, plan, province, commune, newUnit, newOwedTo, title, period, opensOn, lastDay);
    }

    ReportState state(ReportStatus status, Answer answer) {
        return new ReportState(
                id, rule, plan, province, commune, unit, owedTo, title, period, lastDay, status, answer.nothingToReport(), answer.submittedOn());
    }
}
