package vn.dondoc.reporting.standing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.ServiceTest;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.cells.Counter;
import vn.dondoc.reporting.obligation.Obligations;

import static org.assertj.core.api.Assertions.assertThat;

class StandingTest extends ServiceTest {

    @Autowired
    private Cells cells;

    @Autowired
    private Obligations obligations;

    @Autowired
    private DomainClock domainClock;

    @Autowired
    private MeterRegistry registry;

    /** Other tests of this service leave their provinces behind: what is looked at is the difference. */
    @Test
    void what_communes_owe_is_told_to_whoever_watches() {
        var before = figures().of(Counter.TASK_OVERDUE);
        var otherClass = figures().of(Counter.TASK_NO_DEADLINE);
        task("t1", "kh", "xa1", TimeClass.OVERDUE, 1, "xa1.kinhte");
        task("t2", "kh", "xa2", TimeClass.OVERDUE, 1, "xa2.kinhte");
        task("t3", "kh", "xa1", TimeClass.NO_DEADLINE, 1, "xa1.kinhte");
        soon().untilAsserted(() -> {
            assertThat(figures().of(Counter.TASK_OVERDUE)).isGreaterThanOrEqualTo(before + 2);
            assertThat(figures().of(Counter.TASK_NO_DEADLINE)).isGreaterThanOrEqualTo(otherClass + 1);
        });
        assertThat(registry.find("dondoc.tasks.standing").tag("class", "overdue").gauge()).isNotNull();
        assertThat(registry.find("dondoc.reports.standing").tag("class", "due_soon").gauge()).isNotNull();
        assertThat(registry.find("dondoc.reports.due.today").gauge()).isNotNull();
    }

    @Test
    void reportsOfTodayAreThoseThatNobodyHasSent() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte", "xa1.congan");
        assertThat(owed(economyHead()).path("lastDay").asString()).isEqualTo(owed(police()).path("lastDay").asString());
        var days = obligations.list(new Query()).stream().map(report -> report.state().lastDay()).distinct().toList();
        assertThat(days).isNotEmpty().allSatisfy(day -> assertThat(obligations.dueOn(day)).isEqualTo(open(day)));
        assertThat(days).anySatisfy(day -> assertThat(obligations.dueOn(day)).isGreaterThanOrEqualTo(2));
    }

    @Test
    void aReportThatCountsForMonthsAfterItsLastDayIsDueOnThatDay() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte");
        var report = owed(economyHead());
        var terms = new Reports.RuleTerms(null, null, Obligations.LONGEST_GRACE, null, null, null, null, null, null, null, null);
        assertThat(post("/api/reports/rules/" + report.path("rule").asString() + "/terms", standing(), terms).status()).isEqualTo(200);
        var last = LocalDate.parse(report.path("lastDay").asString());

        todayIs(last);

        var overdue = DomainClock.startOf(last.plusDays(Obligations.LONGEST_GRACE + 1));
        soon().until(() -> overdue.equals(obligations.find(report.path("id").asString(), new Criteria()).orElseThrow().state().nextBoundaryAt()));
        soon().untilAsserted(() -> assertThat(obligations.dueOn(last)).isPositive().isEqualTo(open(last)));
    }

    /** Counted one by one; what the clock has passed already is not due any more. */
    private long open(LocalDate day) {
        return obligations.list(new Query()).stream().map(Versioned::state)
                .filter(report -> report.lastDay().equals(day) && report.submittedOn() == null && report.nextBoundaryAt() != null)
                .filter(report -> List.of(ReportStatus.OPEN, ReportStatus.DUE_SOON, ReportStatus.RETURNED).contains(report.status()))
                .count();
    }

    private Standing figures() {
        return new Standing(cells, obligations, domainClock, Clock.systemUTC());
    }
}
