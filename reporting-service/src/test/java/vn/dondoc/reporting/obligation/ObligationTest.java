package vn.dondoc.reporting.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

import static org.assertj.core.api.Assertions.assertThat;

class ObligationTest {

    @Test
    void itIsRequestedWhenItsPeriodOpens() {
        var opened = Obligation.open(expected("2026-11-01", "2026-11-14"));

        assertThat(types(opened)).containsExactly("ReportRequested");
        assertThat(opened.state().status()).isEqualTo(ReportStatus.OPEN);
        assertThat(opened.state().nextBoundaryAt()).isEqualTo(Instant.parse("2026-11-06T17:00:00Z"));
    }

    @Test
    void itIsDueSoonFromTheStartWhereItOpensLate() {
        var opened = Obligation.open(expected("2026-11-10", "2026-11-14")).state();

        assertThat(opened.status()).isEqualTo(ReportStatus.DUE_SOON);
        assertThat(opened.nextBoundaryAt()).as("three days before is the 11th").isEqualTo(Instant.parse("2026-11-10T17:00:00Z"));
    }

    @Test
    void eachBoundaryIsToldOnItsDay() {
        var report = open();
        for (var step : List.of(
                new String[] {"2026-11-07", "ReportDueSoon"}, new String[] {"2026-11-11", "ReportDueSoon"},
                new String[] {"2026-11-13", "ReportDueSoon"}, new String[] {"2026-11-15", "ReportOverdue,ReportEscalated"},
                new String[] {"2026-11-17", "ReportEscalated"}, new String[] {"2026-11-21", "ReportEscalated"})) {
            var passed = accepted(report.passTo(day(step[0])));
            assertThat(String.join(",", types(passed))).as(step[0]).isEqualTo(step[1]);
            report = passed.state();
        }
        assertThat(report.nextBoundaryAt()).isNull();
        assertThat(report.status()).isEqualTo(ReportStatus.OVERDUE);
        assertThat(report.passTo(day("2027-01-01"))).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void afterAnOutageNoReminderIsToldThatComesTooLateButEveryStepUp() {
        assertThat(types(accepted(open().passTo(day("2026-11-12"))))).containsExactly("ReportDueSoon");
        assertThat(types(accepted(open().passTo(day("2026-11-18")))))
                .containsExactly("ReportOverdue", "ReportEscalated", "ReportEscalated");
    }

    @Test
    void theLastDayIsInTimeAndTheNextIsLate() {
        assertThat(accepted(open().submit(false, "x", false, day("2026-11-14"))).state().status()).isEqualTo(ReportStatus.SUBMITTED);
        assertThat(accepted(open().submit(false, "x", false, day("2026-11-15"))).state().status()).isEqualTo(ReportStatus.SUBMITTED_LATE);
    }

    @Test
    void onceOverdueItIsLateWhateverTheClockSays() {
        var overdue = accepted(open().passTo(day("2026-11-15"))).state();

        assertThat(accepted(overdue.submit(true, "x", false, day("2026-11-14"))).state().status()).isEqualTo(ReportStatus.SUBMITTED_LATE);
    }

    @Test
    void whatPeopleWriteIsInNoEvent() {
        var submitted = accepted(open().submit(false, "bí mật của đơn vị", false, day("2026-11-10")));

        assertThat(submitted.facts()).singleElement().satisfies(fact -> {
            assertThat(fact.text()).isEqualTo("bí mật của đơn vị");
            assertThat(fact.data().toString()).doesNotContain("bí mật");
        });
        assertThat(submitted.state().toString()).doesNotContain("bí mật");
        assertThat(submitted.state().nextBoundaryAt()).as("nobody is urged any more").isNull();
    }

    @Test
    void aReturnedReportDidNotCountAndTimeGoesOn() {
        var submitted = accepted(open().submit(false, "x", false, day("2026-11-10"))).state();
        var returned = accepted(submitted.giveBack("Thiếu số liệu", "Thiếu số liệu", day("2026-11-12"))).state();

        assertThat(returned.status()).isEqualTo(ReportStatus.RETURNED);
        assertThat(returned.submittedOn()).isNull();
        assertThat(accepted(returned.passTo(day("2026-11-13"))).state().status()).as("still returned").isEqualTo(ReportStatus.RETURNED);
        assertThat(accepted(returned.passTo(day("2026-11-15"))).state().status()).isEqualTo(ReportStatus.OVERDUE);
        assertThat(accepted(returned.submit(false, "y", false, day("2026-11-20"))).state().status()).isEqualTo(ReportStatus.SUBMITTED_LATE);
    }

    @Test
    void everyRefusalHasItsReason() {
        var submitted = accepted(open().submit(false, "x", false, day("2026-11-10"))).state();
        var taken = accepted(submitted.accept(null)).state();

        assertThat(code(open().accept(null))).isEqualTo("REPORT_NOT_SUBMITTED");
        assertThat(code(open().giveBack("vì", "vì", day("2026-11-10")))).isEqualTo("REPORT_NOT_SUBMITTED");
        assertThat(code(submitted.submit(false, "x", false, day("2026-11-11")))).isEqualTo("REPORT_NOT_OPEN");
        assertThat(code(submitted.giveBack("  ", "  ", day("2026-11-11")))).isEqualTo("REASON_REQUIRED");
        assertThat(code(taken.submit(false, "x", false, day("2026-11-11")))).isEqualTo("REPORT_ACCEPTED");
        assertThat(code(taken.accept(null))).isEqualTo("REPORT_ACCEPTED");
        assertThat(code(taken.giveBack("vì", "vì", day("2026-11-11")))).isEqualTo("REPORT_ACCEPTED");
    }

    @Test
    void theIdIsOneForRuleUnitAndPeriod() {
        var rule = new RuleId("r");

        assertThat(Expected.idOf(rule, new UnitId("a"), "2026-11")).isEqualTo(Expected.idOf(rule, new UnitId("a"), "2026-11"))
                .isNotEqualTo(Expected.idOf(rule, new UnitId("b"), "2026-11"))
                .isNotEqualTo(Expected.idOf(rule, new UnitId("a"), "2026-12"));
    }

    static Obligation open() {
        return Obligation.open(expected("2026-11-01", "2026-11-14")).state();
    }

    private static Expected expected(String opensOn, String lastDay) {
        var rule = new RuleId("r1");
        var unit = new UnitId("phong");
        return new Expected(
                Expected.idOf(rule, unit, "2026-11"), rule, new PlanId("p1"), new UnitId("tinh"), new UnitId("xa"), unit, new UnitId("vp"),
                "Báo cáo tháng", "2026-11", day(opensOn), day(lastDay));
    }

    private static Decision.Accepted<Obligation> accepted(Decision<Obligation> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return (Decision.Accepted<Obligation>) decision;
    }

    private static String code(Decision<Obligation> decision) {
        return decision instanceof Decision.Refused<Obligation>(var refusal) ? refusal.code() : decision.toString();
    }

    private static List<String> types(Decision.Accepted<Obligation> decision) {
        return decision.facts().stream().map(Fact::type).toList();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
