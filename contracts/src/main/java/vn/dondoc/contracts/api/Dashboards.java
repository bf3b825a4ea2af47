package vn.dondoc.contracts.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.UnitId;

/** Figures, each the sum of rows that can be listed. */
public final class Dashboards {

    private Dashboards() {}

    /**
     * Tasks by time class. {@code overdueBeforeEntry} of the {@code overdue} were overdue when their plan was published;
     * {@code neverOpened} of the open ones were not opened by any lead unit. {@code explanationsOwed} are answers that leaders wait for,
     * {@code explanationsOverdue} those of them whose time is over; parts of tasks owe them too.
     */
    public record TaskFigures(
            long completedInTime, long completedLate, long inTime, long dueSoon, long overdue, long noDeadline,
            long overdueBeforeEntry, long neverOpened, long awaitingAcceptance, long explanationsOwed,
            long explanationsOverdue, long total) {}

    /** Expected reports: late and not sent are different figures. */
    public record ReportFigures(long open, long dueSoon, long overdue, long inTime, long late, long total) {}

    /** Targets by their newest figures, computed ones included. */
    public record TargetFigures(long attained, long onTheWay, long behind, long notMeasured, long total) {}

    /**
     * Both published rates, named by their denominators, in percent with one decimal; null where the denominator is 0.
     *
     * @param doneOfDue (completed) ÷ (completed + overdue)
     * @param doneOfAll (completed) ÷ (all)
     */
    public record Rates(@Nullable Double doneOfDue, @Nullable Double doneOfAll) {}

    public record Line(UnitId id, String name, TaskFigures tasks, ReportFigures reports, TargetFigures targets, Rates rates) {}

    /** @param directive it is a directive, and no plan */
    public record PlanLine(
            String plan, String title, TaskFigures tasks, ReportFigures reports, TargetFigures targets, Rates rates, boolean directive) {

        /** Of a plan. */
        public PlanLine(String plan, String title, TaskFigures tasks, ReportFigures reports, TargetFigures targets, Rates rates) {
            this(plan, title, tasks, reports, targets, rates, false);
        }
    }

    /**
     * @param lines communes of a province, or units of a commune; worst first
     * @param plans plans of the commune; empty for a province
     * @param asOf the domain time of the newest event counted
     */
    public record Dashboard(
            UnitId id, String name, @Nullable Instant asOf, TaskFigures tasks, ReportFigures reports, TargetFigures targets, Rates rates,
            List<Line> lines, List<PlanLine> plans) {

        public Dashboard {
            lines = Lists.orEmpty(lines);
            plans = Lists.orEmpty(plans);
        }
    }
}
