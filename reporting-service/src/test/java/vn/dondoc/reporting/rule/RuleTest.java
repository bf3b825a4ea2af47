package vn.dondoc.reporting.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.Period;

import static org.assertj.core.api.Assertions.assertThat;

class RuleTest {

    @Test
    void aPlanPublishedInTheMiddleOfAMonthExpectsThatMonthAtOnce() {
        var rule = monthly(14, "2026-11-10", "2026-12-31");

        assertThat(rule.due(day("2026-11-10"))).extracting(Period::label).containsExactly("2026-11");
        assertThat(rule.opensOn(rule.due(day("2026-11-10")).getFirst())).isEqualTo("2026-11-10");
        assertThat(rule.nextBoundaryAt()).isEqualTo(Instant.parse("2026-11-09T17:00:00Z"));
    }

    @Test
    void whatWasDueBeforeThePlanWasPublishedIsNotExpected() {
        var rule = monthly(14, "2026-11-15", "2026-12-31");

        assertThat(rule.due(day("2026-11-30"))).isEmpty();
        assertThat(rule.due(day("2026-12-01"))).extracting(Period::label).containsExactly("2026-12");
        assertThat(rule.nextBoundaryAt()).isEqualTo(Instant.parse("2026-11-30T17:00:00Z"));
    }

    @Test
    void periodsThatBeginAfterThePlanNeverOpen() {
        var rule = monthly(14, "2026-11-15", "2026-12-31");

        var opened = opened(rule, "2026-12-05");
        assertThat(opened.nextPeriod()).isNull();
        assertThat(opened.nextBoundaryAt()).isNull();
        assertThat(opened.due(day("2030-01-01"))).isEmpty();
        assertThat(monthly(14, "2026-12-15", "2026-12-31").nextBoundaryAt()).isNull();
    }

    @Test
    void afterAnOutageAllThatOpenedMeanwhileOpens() {
        var rule = monthly(14, "2026-08-01", null);

        assertThat(rule.due(day("2026-11-20"))).extracting(Period::label).containsExactly("2026-08", "2026-09", "2026-10", "2026-11");
        assertThat(opened(rule, "2026-11-20").nextPeriod()).isEqualTo("2026-12-01");
    }

    @Test
    void nothingDueChangesNothing() {
        var rule = monthly(14, "2026-11-15", null);

        assertThat(rule.opened(rule.due(day("2026-11-20")))).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void onDemandNothingEverOpens() {
        var rule = rule(Frequency.AD_HOC, 1, "2026-01-01", null);

        assertThat(rule.nextBoundaryAt()).isNull();
        assertThat(rule.due(day("2036-01-01"))).isEmpty();
    }

    @Test
    void anAmendedRuleGoesOnWithItsNextPeriodByTheNewDay() {
        var rule = opened(monthly(14, "2026-08-01", null), "2026-11-20");
        var amended = amended(rule, with(Frequency.MONTHLY, 20, List.of("phong"), null), 2);

        assertThat(amended.nextPeriod()).isEqualTo("2026-12-01");
        assertThat(amended.due(day("2026-12-01"))).singleElement().extracting(Period::lastDay).isEqualTo(day("2026-12-20"));
        assertThat(rule.amended(with(Frequency.MONTHLY, 20, List.of("phong"), null), 1, day("2026-11-20"))).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void anotherRhythmBeginsWithThePeriodOfTheDay() {
        var rule = opened(monthly(14, "2026-08-01", null), "2026-11-20");

        assertThat(amended(rule, with(Frequency.QUARTERLY, 25, List.of("phong"), null), 2).due(day("2026-11-20")))
                .singleElement().extracting(Period::label).isEqualTo("2026-Q4");
    }

    @Test
    void aRuleThatIsGivenUpOpensNothingMore() {
        var rule = opened(monthly(14, "2026-08-01", null), "2026-11-20");
        var gone = amended(rule, with(Frequency.MONTHLY, 14, List.of("phong"), day("2026-11-20")), 2);

        assertThat(gone.owedBy()).isEmpty();
        assertThat(gone.nextBoundaryAt()).isNull();
        assertThat(gone.due(day("2027-11-20"))).isEmpty();
    }

    @Test
    void aRuleOfAClosedPlanOpensNothingMoreAndWhatIsOpenStays() {
        var rule = opened(monthly(14, "2026-08-01", null), "2026-11-10");
        var planned = with(Frequency.MONTHLY, 14, List.of("phong"), null).endingOn(day("2026-11-10"), new Basis(null, null));
        var closed = ((Decision.Accepted<Rule>) rule.amended(planned, 2, day("2026-11-10"))).state();

        assertThat(closed.due(day("2027-11-20"))).isEmpty();
        assertThat(closed.nextBoundaryAt()).isNull();
        assertThat(closed.owedBy()).isEqualTo(rule.owedBy());
        assertThat(closed.named("2026-11", day("2026-11-01"))).get().extracting(Period::lastDay).isEqualTo(day("2026-11-14"));
    }

    private static Rule amended(Rule rule, ReportingRule planned, long order) {
        return ((Decision.Accepted<Rule>) rule.amended(planned, order, day("2026-11-20"))).state();
    }

    private static ReportingRule with(Frequency frequency, int day, List<String> owedBy, @Nullable LocalDate withdrawnOn) {
        return new ReportingRule(
                new RuleId("r1"), new PlanId("p1"), new UnitId("tinh"), new UnitId("xa"), "Báo cáo", frequency, day, null,
                owedBy.stream().map(UnitId::new).toList(), new UnitId("vp"), day("2026-08-01"), null, null, withdrawnOn, null);
    }

    private static Rule opened(Rule rule, String today) {
        return ((Decision.Accepted<Rule>) rule.opened(rule.due(day(today)))).state();
    }

    private static Rule monthly(int day, String from, @Nullable String until) {
        return rule(Frequency.MONTHLY, day, from, until);
    }

    static Rule rule(Frequency frequency, int day, String from, @Nullable String until) {
        return Rule.taken(new ReportingRule(
                        new RuleId("r1"), new PlanId("p1"), new UnitId("tinh"), new UnitId("xa"), "Báo cáo", frequency, day, null,
                        List.of(new UnitId("phong")), new UnitId("vp"), day(from), until == null ? null : day(until)), 1)
                .state();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
