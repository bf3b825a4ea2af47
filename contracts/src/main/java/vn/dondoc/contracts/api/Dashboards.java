package vn.dondoc.contracts.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;

/** Figures, each the sum of rows that can be listed. */
public final class Dashboards {

    private Dashboards() {}

    /**
     * Tasks by time class. {@code overdueBeforeEntry} of the {@code overdue} were overdue when their plan was published;
     * {@code neverOpened} of the open ones were not opened by any lead unit. {@code explanationsOwed} are answers that leaders wait for,
     * {@code explanationsOverdue} those of them whose time is over; parts of tasks owe them too. {@code daysToOpen} is
     * the mean number of days from assigning to opening with one decimal, of what was opened; null where nothing was.
     */
    public record TaskFigures(
            long completedInTime, long completedLate, long inTime, long dueSoon, long overdue, long noDeadline,
            long overdueBeforeEntry, long neverOpened, long awaitingAcceptance, long explanationsOwed,
            long explanationsOverdue, long total, @Nullable Double daysToOpen) {

        /** Of which nothing was opened on a day that is known. */
        public TaskFigures(
                long completedInTime, long completedLate, long inTime, long dueSoon, long overdue, long noDeadline,
                long overdueBeforeEntry, long neverOpened, long awaitingAcceptance, long explanationsOwed,
                long explanationsOverdue, long total) {
            this(completedInTime, completedLate, inTime, dueSoon, overdue, noDeadline, overdueBeforeEntry, neverOpened, awaitingAcceptance,
                    explanationsOwed, explanationsOverdue, total, null);
        }
    }

    /**
     * Expected reports: late and not sent are different figures. {@code explanationsOwed} are answers that are waited for, of what is late,
     * {@code explanationsOverdue} those of them whose time is over.
     */
    public record ReportFigures(
            long open, long dueSoon, long overdue, long inTime, long late, long explanationsOwed, long explanationsOverdue, long total) {

        /** Of which nothing is to be explained. */
        public ReportFigures(long open, long dueSoon, long overdue, long inTime, long late, long total) {
            this(open, dueSoon, overdue, inTime, late, 0, 0, total);
        }
    }

    /** Targets by their newest figures, computed ones included, and the explanations owed of those that are behind. */
    public record TargetFigures(
            long attained, long onTheWay, long behind, long notMeasured, long explanationsOwed, long explanationsOverdue, long total) {

        /** Of which nothing is to be explained. */
        public TargetFigures(long attained, long onTheWay, long behind, long notMeasured, long total) {
            this(attained, onTheWay, behind, notMeasured, 0, 0, total);
        }
    }

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
     * Money of tasks in dong.
     *
     * @param disbursedOfPlanned in percent with one decimal; null where nothing is planned
     */
    public record Money(long plannedVnd, long disbursedVnd, @Nullable Double disbursedOfPlanned) {}

    /**
     * Tasks that are overdue by their last day.
     *
     * @param dueFrom null for the oldest
     */
    public record Age(@Nullable LocalDate dueFrom, LocalDate dueTo, long overdue) {}

    public record Named(UnitId id, String name) {}

    /**
     * Central tasks that were told to a system of others in time, in the newest period that was opened.
     *
     * @param system by which its rows are asked for
     * @param lastDay up to which the update of that period counts as in time
     * @param reported how many were told in time
     * @param of of how many: central tasks of the system, assigned by the last day, where an update was expected
     */
    public record ToldElsewhere(RuleId system, String name, String period, LocalDate lastDay, int reported, int of) {}

    /**
     * @param lines communes of a province, or units of a commune; worst first
     * @param plans plans of the commune; empty for a province
     * @param asOf the domain time of the newest event counted; null where nothing was counted, and for a past day
     * @param day the past day whose end the figures are of, Asia/Ho_Chi_Minh; null for those of now
     * @param ages how long what is overdue has been so, the freshest first; nothing for a past day
     * @param withoutPlan communes of a province that have published no plan, by name; nothing for a past day
     * @param toldElsewhere central tasks told to systems of others, a line for each system that has any there; nothing for a past day
     */
    public record Dashboard(
            UnitId id, String name, @Nullable Instant asOf, TaskFigures tasks, ReportFigures reports, TargetFigures targets, Rates rates,
            List<Line> lines, List<PlanLine> plans, Money money, @Nullable LocalDate day, List<Age> ages, List<Named> withoutPlan,
            List<ToldElsewhere> toldElsewhere) {

        public Dashboard {
            lines = Lists.orEmpty(lines);
            plans = Lists.orEmpty(plans);
            ages = Lists.orEmpty(ages);
            withoutPlan = Lists.orEmpty(withoutPlan);
            toldElsewhere = Lists.orEmpty(toldElsewhere);
        }

        /** Of tasks that are told to no other system. */
        public Dashboard(
                UnitId id, String name, @Nullable Instant asOf, TaskFigures tasks, ReportFigures reports, TargetFigures targets, Rates rates,
                List<Line> lines, List<PlanLine> plans, Money money, @Nullable LocalDate day, List<Age> ages, List<Named> withoutPlan) {
            this(id, name, asOf, tasks, reports, targets, rates, lines, plans, money, day, ages, withoutPlan, List.of());
        }

        /** The same with what was told to systems of others. */
        public Dashboard with(List<ToldElsewhere> told) {
            return new Dashboard(id, name, asOf, tasks, reports, targets, rates, lines, plans, money, day, ages, withoutPlan, told);
        }
    }

    /**
     * One programme among others, with the money of its tasks.
     *
     * @param key by which it is asked for; {@code name} as the directory has it, or as people spelled it
     * @param targets of the plans that carry it out
     */
    public record ProgrammeLine(
            String key, String name, TaskFigures tasks, ReportFigures reports, TargetFigures targets, Rates rates, Money money) {}

    /**
     * All programmes of a province or a commune, as far as the caller sees them.
     *
     * @param province whether the area is a whole province
     * @param lines worst first; those of the directory too of which nothing is counted
     */
    public record ProgrammeBoards(
            UnitId id, String name, boolean province, @Nullable Instant asOf, @Nullable LocalDate day, List<ProgrammeLine> lines) {

        public ProgrammeBoards {
            lines = Lists.orEmpty(lines);
        }
    }

    /**
     * One programme in a province, a line for each commune that has anything of it, or in a commune.
     *
     * @param province whether the area is a whole province
     * @param board its figures there, without lines of units and plans
     */
    public record ProgrammeBoard(ProgrammeLine programme, boolean province, Dashboard board) {}

    /** What the points of a trend are the ends of. */
    public enum Step implements Coded {
        DAY,
        MONTH;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }

    /** The figures at the end of a day: the last one of a month, or today, where there is a point a month. */
    public record Point(LocalDate day, TaskFigures tasks, ReportFigures reports, TargetFigures targets, Rates rates) {}

    /** How the figures of a province or a commune moved, the oldest point first. */
    public record Trend(UnitId id, String name, Step step, List<Point> points) {

        public Trend {
            points = Lists.orEmpty(points);
        }
    }
}
