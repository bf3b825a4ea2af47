package vn.dondoc.reporting.obligation;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;

import static org.assertj.core.api.Assertions.assertThat;

/** The last day of the report is 2026-11-14; it is asked on the 16th, to be explained by the 19th. */
class ExplainingTest {

    private static final String WHY = "Vì sao chưa nộp?";
    private static final String ANSWER = "Thiếu số liệu của thôn";
    private static final LocalDate ASKED = day("2026-11-16");

    @Test
    void onlyWhatIsLateIsToBeExplainedAndOneQuestionWaitsAtATime() {
        var inTime = after(open().submit(false, "x", false, null, day("2026-11-14")));
        assertThat(code(open().ask(WHY, null, 3, day("2026-11-14")))).isEqualTo("NOT_LATE");
        assertThat(code(inTime.ask(WHY, null, 3, ASKED))).isEqualTo("NOT_LATE");
        assertThat(code(after(inTime.accept(null)).ask(WHY, null, 3, ASKED))).isEqualTo("NOT_LATE");
        assertThat(code(open().explain(ANSWER, ASKED))).isEqualTo("NO_EXPLANATION_ASKED");

        var asked = overdue().ask(WHY, null, 3, ASKED);
        assertThat(types(asked)).containsExactly("ReportExplanationRequested");
        assertThat(after(asked).explanation()).isEqualTo(new Explanation(ASKED, day("2026-11-19"), null, false, 1));
        assertThat(facts(asked).getFirst().text()).isEqualTo(WHY);
        assertThat(facts(asked).getFirst().data().toString()).as("no event carries it").doesNotContain(WHY);
        assertThat(code(after(asked).ask(WHY, null, 3, ASKED))).isEqualTo("EXPLANATION_WAITS");
        assertThat(code(overdue().ask(WHY, day("2026-11-15"), 3, ASKED))).isEqualTo("EXPLANATION_DAY");
    }

    @Test
    void whatWasSentLateIsExplainedTooAndWhatIsAcceptedStaysAccepted() {
        var late = after(overdue().submit(false, "x", false, null, ASKED));
        assertThat(late.nextBoundaryAt()).isNull();
        var accepted = after(late.accept(null));
        for (var report : List.of(late, accepted)) {
            var asked = after(report.ask(WHY, null, 3, ASKED));
            assertThat(asked.status()).isEqualTo(report.status());
            assertThat(asked.nextBoundaryAt()).as("reminded on the day before").isEqualTo(DomainClock.startOf(day("2026-11-18")));
            assertThat(after(asked.explain(ANSWER, day("2026-11-17"))).nextBoundaryAt()).isNull();
        }
    }

    @Test
    void theUnitIsRemindedThenItIsLateAndALateAnswerStaysLate() {
        var asked = after(after(overdue().submit(false, "x", false, null, ASKED)).ask(WHY, null, 3, ASKED));
        assertThat(asked.passTo(day("2026-11-17"))).isInstanceOf(Decision.Unchanged.class);
        var reminded = asked.passTo(day("2026-11-18"));
        assertThat(types(reminded)).containsExactly("ReportExplanationDueSoon");
        assertThat(facts(reminded).getFirst().data()).containsEntry("daysLeft", 1);
        assertThat(after(reminded).passTo(day("2026-11-19"))).isInstanceOf(Decision.Unchanged.class);
        var overdue = after(reminded).passTo(day("2026-11-20"));
        assertThat(types(overdue)).containsExactly("ReportExplanationOverdue");
        assertThat(after(overdue).nextBoundaryAt()).isNull();
        var given = after(after(overdue).explain(ANSWER, day("2026-11-17")));
        assertThat(given.explanation().givenOn()).as("whatever the clock says").isEqualTo("2026-11-20");
        assertThat(given.explanation().overdue()).isTrue();
        assertThat(types(asked.explain(ANSWER, day("2026-11-20")))).as("the sweep had no time")
                .containsExactly("ReportExplanationOverdue", "ReportExplanationGiven");
        assertThat(types(asked.passTo(day("2026-11-25")))).as("no reminder that comes too late").containsExactly("ReportExplanationOverdue");
        assertThat(after(given.ask(WHY, null, 3, day("2026-11-21"))).explanation().times()).isEqualTo(2);
    }

    @Test
    void theStepsOfTheReportItselfGoOnBesides() {
        var asked = after(overdue().ask(WHY, null, 3, ASKED));
        assertThat(asked.nextBoundaryAt()).as("the next escalation").isEqualTo(DomainClock.startOf(day("2026-11-17")));
        var escalated = asked.passTo(day("2026-11-17"));
        assertThat(types(escalated)).containsExactly("ReportEscalated");
        assertThat(after(escalated).nextBoundaryAt()).isEqualTo(DomainClock.startOf(day("2026-11-18")));
        var given = after(after(escalated).explain(ANSWER, day("2026-11-17")));
        assertThat(given.nextBoundaryAt()).as("the last escalation").isEqualTo(DomainClock.startOf(day("2026-11-21")));
        assertThat(given.status()).isEqualTo(ReportStatus.OVERDUE);
        assertThat(types(after(escalated).passTo(day("2026-11-22")))).containsExactly("ReportEscalated", "ReportExplanationOverdue");
    }

    @Test
    void whatIsNotOwedAnyMoreIsNotExplained() {
        var asked = after(overdue().ask(WHY, null, 3, ASKED));
        var exempted = after(asked.toHeirs(unit -> new UnitId("vp"), false));
        assertThat(exempted.status()).isEqualTo(ReportStatus.EXEMPTED);
        assertThat(exempted.owesExplanation()).isFalse();
        assertThat(exempted.nextBoundaryAt()).isNull();
        assertThat(code(exempted.explain(ANSWER, ASKED))).isEqualTo("NO_EXPLANATION_ASKED");
    }

    private static Obligation open() {
        return Obligation.open(new Expected(
                Expected.idOf(new RuleId("r"), new UnitId("u"), "2026-11"), new RuleId("r"), new PlanId("p"), new UnitId("tinh"), new UnitId("xa"), new UnitId("u"),
                new UnitId("vp"), "Báo cáo tháng", "2026-11", day("2026-11-01"), day("2026-11-14"))).state();
    }

    private static Obligation overdue() {
        return after(open().passTo(day("2026-11-15")));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static List<Fact> facts(Decision<Obligation> decision) {
        return ((Decision.Accepted<Obligation>) decision).facts();
    }

    private static List<String> types(Decision<Obligation> decision) {
        return facts(decision).stream().map(Fact::type).toList();
    }

    private static Obligation after(Decision<Obligation> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Obligation>) decision).state();
    }

    private static String code(Decision<Obligation> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Obligation>) decision).refusal().code();
    }
}
