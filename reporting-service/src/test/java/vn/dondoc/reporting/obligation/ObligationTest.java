package vn.dondoc.reporting.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.ReportBounds;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.calendar.WorkingDays;
import vn.dondoc.platform.deadline.Reminders;
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
                new String[] {"2026-11-13", "ReportDueSoon"}, new String[] {"2026-11-14", "ReportDueSoon"}, new String[] {"2026-11-15", "ReportOverdue,ReportEscalated"},
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
        assertThat(accepted(open().submit(false, "x", false, null, day("2026-11-14"))).state().status()).isEqualTo(ReportStatus.SUBMITTED);
        assertThat(accepted(open().submit(false, "x", false, null, day("2026-11-15"))).state().status()).isEqualTo(ReportStatus.SUBMITTED_LATE);
    }

    @Test
    void onceOverdueItIsLateWhateverTheClockSays() {
        var overdue = accepted(open().passTo(day("2026-11-15"))).state();

        assertThat(accepted(overdue.submit(true, "x", false, null, day("2026-11-14"))).state().status()).isEqualTo(ReportStatus.SUBMITTED_LATE);
    }

    @Test
    void whatWasToldOverdueIsNotToldSoAgainByAClockThatIsBehind() {
        var overdue = accepted(open().passTo(day("2026-11-15"))).state();
        var late = accepted(overdue.submit(false, "x", false, null, day("2026-11-15"))).state();
        var behind = day("2026-11-14");

        for (var back : List.of(accepted(late.giveBack("Thiếu", "Thiếu", behind)), accepted(late.withdraw("Rút", behind)))) {
            assertThat(back.state().nextBoundaryAt()).as("the second step").isEqualTo(Instant.parse("2026-11-16T17:00:00Z"));
            assertThat(types(accepted(back.state().passTo(day("2026-11-17"))))).containsExactly("ReportEscalated");
        }
    }

    @Test
    void whatPeopleWriteIsInNoEvent() {
        var submitted = accepted(open().submit(false, "bí mật của đơn vị", false, null, day("2026-11-10")));

        assertThat(submitted.facts()).singleElement().satisfies(fact -> {
            assertThat(fact.text()).isEqualTo("bí mật của đơn vị");
            assertThat(fact.data().toString()).doesNotContain("bí mật");
        });
        assertThat(submitted.state().toString()).doesNotContain("bí mật");
        assertThat(submitted.state().nextBoundaryAt()).as("nobody is urged any more").isNull();
    }

    @Test
    void aReturnedReportDidNotCountAndTimeGoesOn() {
        var submitted = accepted(open().submit(false, "x", false, null, day("2026-11-10"))).state();
        var returned = accepted(submitted.giveBack("Thiếu số liệu", "Thiếu số liệu", day("2026-11-12"))).state();

        assertThat(returned.status()).isEqualTo(ReportStatus.RETURNED);
        assertThat(returned.submittedOn()).isNull();
        assertThat(accepted(returned.passTo(day("2026-11-13"))).state().status()).as("still returned").isEqualTo(ReportStatus.RETURNED);
        assertThat(accepted(returned.passTo(day("2026-11-15"))).state().status()).isEqualTo(ReportStatus.OVERDUE);
        assertThat(accepted(returned.submit(false, "y", false, null, day("2026-11-20"))).state().status()).isEqualTo(ReportStatus.SUBMITTED_LATE);
    }

    @Test
    void everyRefusalHasItsReason() {
        var submitted = accepted(open().submit(false, "x", false, null, day("2026-11-10"))).state();
        var taken = accepted(submitted.accept(null)).state();

        assertThat(code(open().accept(null))).isEqualTo("REPORT_NOT_SUBMITTED");
        assertThat(code(open().giveBack("vì", "vì", day("2026-11-10")))).isEqualTo("REPORT_NOT_SUBMITTED");
        assertThat(code(submitted.submit(false, "x", false, null, day("2026-11-11")))).isEqualTo("REPORT_NOT_OPEN");
        assertThat(code(submitted.giveBack("  ", "  ", day("2026-11-11")))).isEqualTo("REASON_REQUIRED");
        assertThat(code(taken.submit(false, "x", false, null, day("2026-11-11")))).isEqualTo("REPORT_ACCEPTED");
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

    @Test
    void aReminderOnADayOffComesOnTheWorkingDayBefore() {
        var report = Obligation.open(onWorkingDays(expected("2026-11-01", "2026-11-14"), "2026-11-01")).state();
        var told = new ArrayList<String>();
        for (var day = day("2026-11-01"); day.isBefore(day("2026-11-15")); day = day.plusDays(1)) {
            if (report.passTo(day) instanceof Decision.Accepted<Obligation> passed) {
                told.add(day + " " + passed.facts().getFirst().data().get("daysLeft"));
                report = passed.state();
            }
        }
        assertThat(told).as("7/11 and 14/11 are Saturdays").containsExactly("2026-11-06 8", "2026-11-11 3", "2026-11-13 1");
        assertThat(accepted(report.passTo(day("2026-11-15"))).state().status()).as("the day itself did not move").isEqualTo(ReportStatus.OVERDUE);

        var moved = accepted(open().extend(day("2026-11-16"), "Chờ số liệu", day("2026-11-12"), ObligationTest::reminding)).state();
        assertThat(moved.nextBoundaryAt()).as("15/11 is a Sunday: told on the Friday").isEqualTo(Instant.parse("2026-11-12T17:00:00Z"));
        var late = accepted(open().extend(day("2026-11-15"), "Chờ số liệu", day("2026-11-13"), ObligationTest::reminding)).state();
        assertThat(late.nextBoundaryAt()).as("Friday has come already: told on the day off rather than never").isEqualTo(Instant.parse("2026-11-13T17:00:00Z"));
    }

    @Test
    void whereACommuneNamesOtherDaysItsReportsAreToldByThem() {
        var named = new Reminders(List.of(10, 0), List.of(2), 5, false);
        var report = Obligation.open(expected("2026-11-01", "2026-11-14").reminded(named)).state();
        assertThat(report.nextBoundaryAt()).isEqualTo(Instant.parse("2026-11-03T17:00:00Z"));
        var overdue = accepted(report.passTo(day("2026-11-16")));
        assertThat(types(overdue)).containsExactly("ReportOverdue", "ReportEscalated");
        assertThat(types(accepted(overdue.state().passTo(day("2026-11-21"))))).as("again every five days").containsExactly("ReportEscalated");
    }

    @Test
    void whereTimeIsKeptOtherwiseWhatLiesAheadIsToldByThat() {
        var due = accepted(open().passTo(day("2026-11-07"))).state();
        var asked = accepted(due.remind(ObligationTest::reminding, day("2026-11-12")));
        assertThat(types(asked)).as("the 11th, which the sweep had no time for, comes first").containsExactly("ReportDueSoon", "TimekeepingChanged");
        assertThat(asked.state().nextBoundaryAt()).as("the 14th is a Saturday").isEqualTo(Instant.parse("2026-11-12T17:00:00Z"));
        assertThat(asked.state().remind(ObligationTest::reminding, day("2026-11-12"))).isInstanceOf(Decision.Unchanged.class);
        var sent = accepted(open().submit(false, "x", false, null, day("2026-11-10"))).state();
        assertThat(sent.remind(ObligationTest::reminding, day("2026-11-12"))).as("it waits for nobody but who decides").isInstanceOf(Decision.Unchanged.class);
    }

    private static Expected onWorkingDays(Expected report, String today) {
        return report.reminded(reminding(report, day(today)));
    }

    private static Reminders reminding(Expected report, LocalDate today) {
        var days = new WorkingDays(year -> Optional.of(new CalendarState(new UnitId("tinh"), year, List.of(), List.of(), "QĐ")));
        return Reminders.DEFAULT.onWorkingDays(days, report.lastDay(), today);
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

    @Test
    void inGraceItCountsAsInTimeAndNobodyIsUrged() {
        var graced = Obligation.open(bounded("2026-11-16", null)).state();

        assertThat(graced.passTo(day("2026-11-15"))).isInstanceOf(Decision.Accepted.class);
        var soon = accepted(graced.passTo(day("2026-11-16"))).state();
        assertThat(soon.status()).isEqualTo(ReportStatus.DUE_SOON);
        assertThat(accepted(soon.submit(false, "x", false, null, day("2026-11-16"))).state().status()).isEqualTo(ReportStatus.SUBMITTED);
        assertThat(accepted(soon.passTo(day("2026-11-17"))).state().status()).isEqualTo(ReportStatus.OVERDUE);
        assertThat(accepted(soon.submit(false, "x", false, null, day("2026-11-17"))).state().status()).isEqualTo(ReportStatus.SUBMITTED_LATE);
    }

    @Test
    void whatIsLockedIsEnteredByOthersOnly() {
        var locked = accepted(Obligation.open(bounded(null, "2026-11-20")).state().passTo(day("2026-11-20"))).state();

        assertThat(code(locked.submit(false, "x", false, null, day("2026-11-20")))).isEqualTo("REPORT_LOCKED");
        var entered = accepted(locked.submit(false, "x", true, null, day("2026-11-20"))).state();
        assertThat(entered.status()).isEqualTo(ReportStatus.SUBMITTED_LATE);
        assertThat(entered.isOnBehalf()).isTrue();
    }

    @Test
    void anExtensionKeepsTheFirstDayAndMovesTheOthers() {
        var graced = Obligation.open(bounded("2026-11-16", "2026-11-20")).state();

        var extended = accepted(graced.extend(day("2026-11-18"), "Chờ số liệu", day("2026-11-10"), Reminding.USUAL)).state();
        assertThat(extended.lastDay()).isEqualTo("2026-11-18");
        assertThat(extended.bounds().firstLastDay()).isEqualTo("2026-11-14");
        assertThat(extended.bounds().countsUntil()).isEqualTo("2026-11-20");
        assertThat(extended.bounds().lockedFrom()).isEqualTo("2026-11-24");
        var again = accepted(extended.extend(day("2026-11-19"), "Chờ nữa", day("2026-11-10"), Reminding.USUAL)).state();
        assertThat(again.bounds().firstLastDay()).as("the very first").isEqualTo("2026-11-14");
        assertThat(code(graced.extend(day("2026-11-14"), "vì", day("2026-11-10"), Reminding.USUAL))).isEqualTo("REPORT_DAY_NOT_LATER");
        assertThat(code(graced.extend(day("2026-11-18"), " ", day("2026-11-10"), Reminding.USUAL))).isEqualTo("REASON_REQUIRED");
        assertThat(again.amend(again.amendedBy(again.owedTo(), day("2026-11-14")), null, day("2026-11-11"), Reminding.USUAL)).as("never earlier again").isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void whatIsLateIsNeitherExtendedNorExempted() {
        var overdue = accepted(open().passTo(day("2026-11-15"))).state();

        assertThat(code(overdue.extend(day("2026-11-30"), "vì", day("2026-11-15"), Reminding.USUAL))).isEqualTo("REPORT_LATE_ALREADY");
        assertThat(code(overdue.exempt("vì", day("2026-11-15")))).isEqualTo("REPORT_LATE_ALREADY");
        assertThat(code(open().exempt("vì", day("2026-11-15")))).as("before the sweep came").isEqualTo("REPORT_LATE_ALREADY");
        assertThat(accepted(open().exempt("Trùng", day("2026-11-14"))).state().status()).isEqualTo(ReportStatus.EXEMPTED);
    }

    @Test
    void whatIsWithdrawnStandsByItsLastDayAgain() {
        var sent = accepted(open().submit(false, "x", false, null, day("2026-11-02"))).state();
        var back = accepted(sent.withdraw(null, day("2026-11-03"))).state();

        assertThat(back.status()).isEqualTo(ReportStatus.OPEN);
        assertThat(back.submittedOn()).isNull();
        assertThat(accepted(back.passTo(day("2026-11-15"))).state().status()).isEqualTo(ReportStatus.OVERDUE);
        assertThat(accepted(sent.withdraw(null, day("2026-11-20"))).state().status()).as("too late to be in time").isEqualTo(ReportStatus.OVERDUE);
        assertThat(code(accepted(sent.accept(null)).state().withdraw(null, day("2026-11-03")))).isEqualTo("REPORT_ACCEPTED");
        assertThat(code(open().withdraw(null, day("2026-11-03")))).isEqualTo("REPORT_NOT_SUBMITTED");
    }

    @Test
    void aReminderIsTakenOnceADayAndReadinessUntilItIsSent() {
        var urged = accepted(open().urge(day("2026-11-10"))).state();
        assertThat(urged.urge(day("2026-11-10"))).isInstanceOf(Decision.Unchanged.class);
        assertThat(urged.urge(day("2026-11-11"))).isInstanceOf(Decision.Accepted.class);

        var prepared = accepted(urged.prepare(day("2026-11-10"))).state();
        assertThat(prepared.preparedOn()).isEqualTo("2026-11-10");
        assertThat(accepted(prepared.passTo(day("2026-11-13"))).state().preparedOn()).as("time takes nothing back").isNotNull();
        var sent = accepted(prepared.submit(false, "x", false, null, day("2026-11-12"))).state();
        assertThat(sent.preparedOn()).isNull();
        assertThat(code(sent.urge(day("2026-11-12")))).isEqualTo("REPORT_NOT_OPEN");
    }

    private static Expected bounded(String countsUntil, String lockedFrom) {
        var plain = expected("2026-11-01", "2026-11-14");
        return plain.until(plain.lastDay(), new ReportBounds(
                null, null, countsUntil == null ? null : day(countsUntil), lockedFrom == null ? null : day(lockedFrom), null, null));
    }
}
