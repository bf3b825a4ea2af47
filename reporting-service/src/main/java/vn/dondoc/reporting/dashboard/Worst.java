package vn.dondoc.reporting.dashboard;

import java.util.Comparator;
import vn.dondoc.contracts.VietnameseOrder;
import vn.dondoc.contracts.api.Dashboards;

/** Worst first: most that is overdue, then most that is due soon, then the lower rate, then by name. */
final class Worst {

    private Worst() {}

    static Comparator<Dashboards.Line> lines() {
        return Comparator.<Dashboards.Line>comparingLong(line -> -overdue(line.tasks(), line.reports()))
                .thenComparingLong(line -> -dueSoon(line.tasks(), line.reports()))
                .thenComparingDouble(line -> rate(line.rates()))
                .thenComparing(Dashboards.Line::name, VietnameseOrder.NAMES)
                .thenComparing(line -> line.id().value());
    }

    static Comparator<Dashboards.PlanLine> plans() {
        return Comparator.<Dashboards.PlanLine>comparingLong(line -> -overdue(line.tasks(), line.reports()))
                .thenComparingLong(line -> -dueSoon(line.tasks(), line.reports()))
                .thenComparingDouble(line -> rate(line.rates()))
                .thenComparing(Dashboards.PlanLine::title, VietnameseOrder.NAMES)
                .thenComparing(Dashboards.PlanLine::plan);
    }

    static Comparator<Dashboards.ProgrammeLine> programmes() {
        return Comparator.<Dashboards.ProgrammeLine>comparingLong(line -> -overdue(line.tasks(), line.reports()))
                .thenComparingLong(line -> -dueSoon(line.tasks(), line.reports()))
                .thenComparingDouble(line -> rate(line.rates()))
                .thenComparing(Dashboards.ProgrammeLine::name, VietnameseOrder.NAMES)
                .thenComparing(Dashboards.ProgrammeLine::key);
    }

    private static long overdue(Dashboards.TaskFigures tasks, Dashboards.ReportFigures reports) {
        return tasks.overdue() + reports.overdue();
    }

    private static long dueSoon(Dashboards.TaskFigures tasks, Dashboards.ReportFigures reports) {
        return tasks.dueSoon() + reports.dueSoon();
    }

    private static double rate(Dashboards.Rates rates) {
        return rates.doneOfDue() == null ? Double.MAX_VALUE : rates.doneOfDue();
    }
}
