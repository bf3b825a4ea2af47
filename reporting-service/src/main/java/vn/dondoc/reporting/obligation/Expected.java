package vn.dondoc.reporting.obligation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.ReportBounds;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.deadline.Reminders;

/**
 * A report that a rule expects of one unit for one period.
 *
 * @param opensOn the first day it can be sent
 * @param lastDay the last day in time
 * @param bounds its further days; null where its rule has none
 * @param headSends in an office with a head only that head sends it
 * @param asked by the province for once, rather than by the rule of a plan
 * @param programme that it is about, by its rule; null where it is of none
 * @param reminders when its unit is told of the last day; null for the usual days
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
        LocalDate lastDay,
        @Nullable ReportBounds bounds,
        @Nullable Boolean headSends,
        @Nullable Boolean asked,
        @Nullable Reminders reminders,
        @Nullable String programme) {

    public Expected {
        reminders = Reminders.DEFAULT.equals(reminders) ? null : reminders;
    }

    /** By a rule that has nothing but its last day. */
    public Expected(
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
        this(id, rule, plan, province, commune, unit, owedTo, title, period, opensOn, lastDay, null, null, null, null, null);
    }

    /** The same for the same rule, unit and period, so that opening a period twice expects each report once. */
    public static ReportId idOf(RuleId rule, UnitId unit, String period) {
        return new ReportId(Ids.derived("report", rule.value(), unit.value(), period));
    }

    Expected with(UnitId newUnit, UnitId newOwedTo) {
        return new Expected(id, rule, plan, province, commune, newUnit, newOwedTo, title, period, opensOn, lastDay, bounds, headSends, asked, reminders, programme);
    }

    Expected until(LocalDate newLastDay, @Nullable ReportBounds newBounds) {
        return new Expected(id, rule, plan, province, commune, unit, owedTo, title, period, opensOn, newLastDay, newBounds, headSends, asked, reminders, programme);
    }

    Expected reminded(@Nullable Reminders newReminders) {
        return new Expected(id, rule, plan, province, commune, unit, owedTo, title, period, opensOn, lastDay, bounds, headSends, asked, newReminders, programme);
    }

    Expected about(@Nullable String newProgramme) {
        return new Expected(id, rule, plan, province, commune, unit, owedTo, title, period, opensOn, lastDay, bounds, headSends, asked, reminders, newProgramme);
    }

    /** When its unit is told of the last day, and those above of what is late. */
    Reminders told() {
        return reminders == null ? Reminders.DEFAULT : reminders;
    }

    /** The last day on which what is sent still counts as in time. */
    LocalDate countsUntil() {
        return bounds == null || bounds.countsUntil() == null ? lastDay : bounds.countsUntil();
    }

    ReportState state(ReportStatus status, Answer answer, @Nullable LocalDate preparedOn, @Nullable Explanation explanation) {
        return new ReportState(
                id, rule, plan, province, commune, unit, owedTo, title, period, lastDay, status, answer.nothingToReport(), answer.submittedOn(),
                bounds, preparedOn, answer.onBehalf() ? Boolean.TRUE : null, asked, explanation, programme);
    }
}
