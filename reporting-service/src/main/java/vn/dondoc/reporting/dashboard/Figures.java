package vn.dondoc.reporting.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.reporting.cells.Counter;
import vn.dondoc.reporting.cells.Counts;

/** Counters as the figures people read; totals and rates are computed from the very numbers that are shown. */
final class Figures {

    private Figures() {}

    static Dashboards.TaskFigures tasks(Counts counts) {
        return new Dashboards.TaskFigures(
                counts.get(Counter.TASK_COMPLETED_IN_TIME),
                counts.get(Counter.TASK_COMPLETED_LATE),
                counts.get(Counter.TASK_IN_TIME),
                counts.get(Counter.TASK_DUE_SOON),
                counts.get(Counter.TASK_OVERDUE),
                counts.get(Counter.TASK_NO_DEADLINE),
                counts.get(Counter.TASK_OVERDUE_BEFORE_ENTRY),
                counts.get(Counter.TASK_NEVER_OPENED),
                counts.get(Counter.TASK_AWAITING_ACCEPTANCE),
                counts.get(Counter.EXPLANATION_OWED),
                counts.get(Counter.EXPLANATION_OVERDUE),
                totalTasks(counts),
                mean(counts.get(Counter.TASK_DAYS_TO_OPEN), counts.get(Counter.TASK_OPENED)));
    }

    static Dashboards.ReportFigures reports(Counts counts) {
        return new Dashboards.ReportFigures(
                counts.get(Counter.REPORT_OPEN),
                counts.get(Counter.REPORT_DUE_SOON),
                counts.get(Counter.REPORT_OVERDUE),
                counts.get(Counter.REPORT_IN_TIME),
                counts.get(Counter.REPORT_LATE),
                counts.get(Counter.REPORT_EXPLANATION_OWED),
                counts.get(Counter.REPORT_EXPLANATION_OVERDUE),
                totalReports(counts));
    }

    static Dashboards.TargetFigures targets(Counts counts) {
        var attained = counts.get(Counter.TARGET_ATTAINED);
        var onTheWay = counts.get(Counter.TARGET_ON_THE_WAY);
        var behind = counts.get(Counter.TARGET_BEHIND);
        var notMeasured = counts.get(Counter.TARGET_NOT_MEASURED);
        return new Dashboards.TargetFigures(
                attained, onTheWay, behind, notMeasured, counts.get(Counter.TARGET_EXPLANATION_OWED), counts.get(Counter.TARGET_EXPLANATION_OVERDUE),
                attained + onTheWay + behind + notMeasured);
    }

    static Dashboards.Money money(Counts counts) {
        var planned = counts.get(Counter.MONEY_PLANNED);
        var disbursed = counts.get(Counter.MONEY_DISBURSED);
        return new Dashboards.Money(planned, disbursed, percent(disbursed, planned));
    }

    /** Both published rates of tasks. */
    static Dashboards.Rates rates(Counts counts) {
        var completed = completed(counts);
        return new Dashboards.Rates(
                percent(completed, completed + counts.get(Counter.TASK_OVERDUE)),
                percent(completed, totalTasks(counts)));
    }

    private static long completed(Counts counts) {
        return counts.get(Counter.TASK_COMPLETED_IN_TIME) + counts.get(Counter.TASK_COMPLETED_LATE);
    }

    private static long totalTasks(Counts counts) {
        return completed(counts) + counts.get(Counter.TASK_IN_TIME) + counts.get(Counter.TASK_DUE_SOON)
                + counts.get(Counter.TASK_OVERDUE) + counts.get(Counter.TASK_NO_DEADLINE);
    }

    private static long totalReports(Counts counts) {
        return counts.get(Counter.REPORT_OPEN) + counts.get(Counter.REPORT_DUE_SOON) + counts.get(Counter.REPORT_OVERDUE)
                + counts.get(Counter.REPORT_IN_TIME) + counts.get(Counter.REPORT_LATE);
    }

    /** With one decimal; null of nothing. */
    private static @Nullable Double mean(long sum, long number) {
        return number == 0 ? null : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(number), 1, RoundingMode.HALF_UP).doubleValue();
    }

    private static @Nullable Double percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP).doubleValue();
    }
}
