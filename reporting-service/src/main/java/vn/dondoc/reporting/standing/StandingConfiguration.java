package vn.dondoc.reporting.standing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.cells.Counter;
import vn.dondoc.reporting.obligation.Obligations;

/** Figures of the business beside those of the machine; every instance tells the same. */
@Configuration(proxyBeanMethods = false)
class StandingConfiguration {

    private static final String TASK = "task_";
    private static final String REPORT = "report_";
    private static final List<Counter> TASKS = List.of(
            Counter.TASK_IN_TIME, Counter.TASK_DUE_SOON, Counter.TASK_OVERDUE, Counter.TASK_NO_DEADLINE, Counter.TASK_COMPLETED_IN_TIME, Counter.TASK_COMPLETED_LATE);
    private static final List<Counter> REPORTS =
            List.of(Counter.REPORT_OPEN, Counter.REPORT_DUE_SOON, Counter.REPORT_OVERDUE, Counter.REPORT_IN_TIME, Counter.REPORT_LATE);

    @Bean
    MeterBinder standing(Cells cells, Obligations obligations, DomainClock clock, Clock systemClock) {
        var standing = new Standing(cells, obligations, clock, systemClock);
        return registry -> {
            TASKS.forEach(counter -> Gauge.builder("dondoc.tasks.standing", standing, all -> all.of(counter))
                    .tag("class", counter.field().substring(TASK.length())).description("Tasks of all communes by time class").register(registry));
            REPORTS.forEach(counter -> Gauge.builder("dondoc.reports.standing", standing, all -> all.of(counter))
                    .tag("class", counter.field().substring(REPORT.length())).description("Expected reports of all communes by state").register(registry));
            Gauge.builder("dondoc.reports.due.today", standing, Standing::dueToday)
                    .description("Reports whose last day is today and that nobody has sent").register(registry);
        };
    }
}
