package vn.dondoc.reporting.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.BudgetShare;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.PartOf;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.ShareMoney;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.TargetEvent;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.event.TargetState;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.reporting.cells.Counter;

import static org.assertj.core.api.Assertions.assertThat;

class FactOfTest {

    @Test
    void aTaskCountsByItsTimeClassAndWhatIsSaidOfIt() {
        assertThat(task(WorkState.NOT_STARTED, TimeClass.OVERDUE, false, true).counted())
                .containsExactlyInAnyOrder(Counter.TASK_OVERDUE, Counter.TASK_OVERDUE_BEFORE_ENTRY, Counter.TASK_NEVER_OPENED);
        assertThat(task(WorkState.SUBMITTED, TimeClass.COMPLETED_LATE, false, true).counted())
                .as("what is done was overdue no more, and counts by the day it was submitted")
                .containsExactlyInAnyOrder(Counter.TASK_COMPLETED_LATE, Counter.TASK_AWAITING_ACCEPTANCE);
        assertThat(task(WorkState.IN_PROGRESS, TimeClass.IN_TIME, true, false).counted()).containsExactly(Counter.TASK_IN_TIME);
    }

    @Test
    void theTimeToOpenItIsAFigure() {
        var opened = opened(null, "2026-11-03");
        assertThat(opened.counts().get(Counter.TASK_OPENED)).isEqualTo(1);
        assertThat(opened.counts().get(Counter.TASK_DAYS_TO_OPEN)).isEqualTo(2);
        assertThat(opened(null, null).counts().get(Counter.TASK_OPENED)).as("never opened").isZero();
        assertThat(opened(PartKind.DELEGATED, "2026-11-03").daysToOpen()).as("counts in its whole").isNull();
        assertThat(FactDocument.read(FactDocument.write(opened))).isEqualTo(opened);
    }

    private static StoredFact opened(@Nullable PartKind kind, @Nullable String day) {
        return fact(new TaskEvent.ProgressRecorded(new TaskState(
                new TaskId("t1"), new PlanId("p"), new UnitId("tinh"), new UnitId("xa"), 0, "1.", "Nhiệm vụ", List.of(new UnitId("a")), List.of(), null,
                null, null, WorkState.IN_PROGRESS, TimeClass.IN_TIME, day != null, false, null, null, null, LocalDate.of(2026, 11, 1),
                day == null ? null : LocalDate.parse(day), null, null, kind == null ? null : new PartOf(new TaskId("whole"), kind, null, null), null, null, null)),
                "2026-11-04T00:00:00Z");
    }

    @Test
    void whatIsCancelledCountsNowhere() {
        var cancelled = task(WorkState.CANCELLED, TimeClass.OVERDUE, false, true);

        assertThat(cancelled.counted()).isEmpty();
        assertThat(cancelled.line()).as("nor does a form ask for it").isNull();
    }

    @Test
    void aTaskThatRecursCountsInItsPeriodsAndAPartInItsWhole() {
        var series = part(null, new Due.Recurring(Frequency.MONTHLY), TimeClass.NO_DEADLINE);
        assertThat(series.counted()).isEmpty();
        assertThat(series.line()).as("the form of a report asks for it once").isNotNull();
        assertThat(part(null, new Due.Recurring(Frequency.AD_HOC), TimeClass.NO_DEADLINE).counted())
                .as("no period ever opens").contains(Counter.TASK_NO_DEADLINE);
        assertThat(part(PartKind.OCCURRENCE, null, TimeClass.OVERDUE).counted()).containsExactly(Counter.TASK_OVERDUE);
        assertThat(part(PartKind.DELEGATED, null, TimeClass.OVERDUE).counted()).isEmpty();
        assertThat(part(PartKind.COORDINATION, null, TimeClass.OVERDUE).counted()).isEmpty();
        assertThat(part(PartKind.OCCURRENCE, null, TimeClass.OVERDUE).line()).isNull();
    }

    private static StoredFact part(@Nullable PartKind kind, @Nullable Due due, TimeClass timeClass) {
        return fact(new TaskEvent.ProgressRecorded(new TaskState(
                new TaskId("t1"), new PlanId("p"), new UnitId("tinh"), new UnitId("xa"), 0, "1.", "Nhiệm vụ", List.of(new UnitId("a")), List.of(), null,
                due, null, WorkState.IN_PROGRESS, timeClass, true, false, null, null, null, null, null, null, null,
                kind == null ? null : new PartOf(new TaskId("whole"), kind, null, null), null, null, null)), "2026-11-01T00:00:00Z");
    }

    @Test
    void aTaskOfTwoUnitsIsOneOfTheCommuneAndOneOfEach() {
        assertThat(task(WorkState.NOT_STARTED, TimeClass.IN_TIME, true, false).cells()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void lateAndNotSentAreDifferentFigures() {
        assertThat(report(ReportStatus.OVERDUE, null)).containsExactly(Counter.REPORT_OVERDUE);
        assertThat(report(ReportStatus.SUBMITTED_LATE, "2026-11-16")).containsExactly(Counter.REPORT_LATE);
        assertThat(report(ReportStatus.ACCEPTED, "2026-11-16")).containsExactly(Counter.REPORT_LATE);
        assertThat(report(ReportStatus.ACCEPTED, "2026-11-14")).containsExactly(Counter.REPORT_IN_TIME);
        assertThat(report(ReportStatus.EXEMPTED, null)).isEmpty();
    }

    @Test
    void whatIsToBeExplainedCountsUntilItIsAnswered() {
        var owed = new Explanation(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 19), null, false, 1);
        var overdue = new Explanation(owed.askedOn(), owed.lastDay(), null, true, 1);
        var given = new Explanation(owed.askedOn(), owed.lastDay(), owed.lastDay(), true, 1);

        assertThat(explained(ReportStatus.OVERDUE, owed)).containsExactlyInAnyOrder(Counter.REPORT_OVERDUE, Counter.REPORT_EXPLANATION_OWED);
        assertThat(explained(ReportStatus.SUBMITTED_LATE, overdue))
                .containsExactlyInAnyOrder(Counter.REPORT_LATE, Counter.REPORT_EXPLANATION_OWED, Counter.REPORT_EXPLANATION_OVERDUE);
        assertThat(explained(ReportStatus.OVERDUE, given)).containsExactly(Counter.REPORT_OVERDUE);
        assertThat(explained(ReportStatus.EXEMPTED, owed)).isEmpty();

        assertThat(target(owed, null, null)).containsExactlyInAnyOrder(Counter.TARGET_BEHIND, Counter.TARGET_EXPLANATION_OWED);
        assertThat(target(overdue, new BudgetShare(ShareMoney.DISBURSED, null, 100L, 2026, 1), null))
                .as("what is computed").containsExactlyInAnyOrder(Counter.TARGET_EXPLANATION_OWED, Counter.TARGET_EXPLANATION_OVERDUE);
        assertThat(target(given, null, null)).containsExactly(Counter.TARGET_BEHIND);
        assertThat(target(owed, null, owed.lastDay())).as("given up by its plan").isEmpty();
    }

    private static Iterable<Counter> explained(ReportStatus status, Explanation explanation) {
        return fact(new ReportEvent.ReportExplanationRequested(new ReportState(
                new ReportId("r1"), new RuleId("rule"), new PlanId("p"), new UnitId("tinh"), new UnitId("xa"), new UnitId("a"), new UnitId("vp"),
                "Báo cáo", "2026-11", LocalDate.of(2026, 11, 14), status, false, null, null, null, null, null, explanation, null)),
                "2026-11-20T00:00:00Z").counted();
    }

    private static Iterable<Counter> target(Explanation explanation, @Nullable BudgetShare share, @Nullable LocalDate withdrawnOn) {
        return fact(new TargetEvent.TargetExplanationRequested(new TargetState(
                new TargetId("c1"), new PlanId("p"), new UnitId("tinh"), new UnitId("xa"), 0, null, "Chỉ tiêu", ">=", BigDecimal.TEN, "%", new UnitId("a"), null,
                withdrawnOn, TargetArithmetic.LATEST, share, null, null, share == null ? TargetStanding.BEHIND : null, explanation)),
                "2026-11-20T00:00:00Z").counted();
    }

    @Test
    void aReturnedReportStandsByItsLastDayAgain() {
        assertThat(report(ReportStatus.RETURNED, null, "2026-11-02T01:00:00Z")).containsExactly(Counter.REPORT_OPEN);
        assertThat(report(ReportStatus.RETURNED, null, "2026-11-14T16:59:59Z")).containsExactly(Counter.REPORT_DUE_SOON);
        assertThat(report(ReportStatus.RETURNED, null, "2026-11-14T17:00:00Z")).containsExactly(Counter.REPORT_OVERDUE);
    }

    @Test
    void otherEventsAreNoFacts() {
        var plan = new PlanState(
                new PlanId("p"), new UnitId("t"), new UnitId("x"), "Kế hoạch", null, null, null, LocalDate.of(2026, 11, 1), 0, 0, 0);

        assertThat(FactOf.event(received(new PlanEvent.PlanPublished(plan), "2026-11-01T00:00:00Z"))).isEmpty();
    }

    private static StoredFact task(WorkState workState, TimeClass timeClass, boolean opened, boolean overdueBeforeEntry) {
        return fact(new TaskEvent.ProgressRecorded(new TaskState(
                new TaskId("t1"), new PlanId("p"), new UnitId("tinh"), new UnitId("xa"), 0, "1.", "Nhiệm vụ",
                List.of(new UnitId("a"), new UnitId("b")), List.of(), null, null, null, workState, timeClass, opened, overdueBeforeEntry, null, null)),
                "2026-11-01T00:00:00Z");
    }

    private static Iterable<Counter> report(ReportStatus status, @Nullable String submittedOn) {
        return report(status, submittedOn, "2026-11-20T00:00:00Z");
    }

    private static Iterable<Counter> report(ReportStatus status, @Nullable String submittedOn, String at) {
        return fact(new ReportEvent.ReportAccepted(new ReportState(
                new ReportId("r1"), new RuleId("rule"), new PlanId("p"), new UnitId("tinh"), new UnitId("xa"), new UnitId("a"), new UnitId("vp"),
                "Báo cáo", "2026-11", LocalDate.of(2026, 11, 14), status, false, submittedOn == null ? null : LocalDate.parse(submittedOn))),
                at).counted();
    }

    private static StoredFact fact(DomainEvent event, String at) {
        return FactOf.event(received(event, at)).orElseThrow();
    }

    private static Received received(DomainEvent event, String at) {
        return new Received("e1", "any/1", 1, 1, Instant.parse(at), null, event);
    }
}
