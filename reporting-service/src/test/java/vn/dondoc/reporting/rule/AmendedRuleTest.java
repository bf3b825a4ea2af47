package vn.dondoc.reporting.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.reporting.ServiceTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan changes or gives up a reporting duty: what is open follows, what is answered or late stays. */
class AmendedRuleTest extends ServiceTest {

    private static final Reports.Submission NOTHING = new Reports.Submission(true, null, null, null, null);

    @Test
    void anOpenReportFollowsTheNewDayAndTheNewUnits() {
        var before = begun();
        var rule = rule(20, null, "xa1.kinhte", "xa1.thon1");
        scheduled(rule, 2);
        scheduled(rule, 2);

        soon().until(() -> owed(economyHead(), "2026-03").path("lastDay").asString().equals("2026-03-20"));
        soon().until(() -> told(before).equals(List.of("ReportRequested", "ReportMoved")));
        soon().until(() -> items("period=2026-03", standing()).size() == 3);
        assertThat(owed(police(), "2026-03").path("status").asString()).isEqualTo("exempted");

        todayIs(LocalDate.of(2026, 4, 1));
        soon().until(() -> items("period=2026-04", standing()).size() == 2);
        assertThat(owed(economyHead(), "2026-04").path("lastDay").asString()).isEqualTo("2026-04-20");
    }

    @Test
    void whatWasAnsweredOrIsLateStaysWhenTheDutyIsGivenUp() {
        var answered = begun();
        assertThat(post("/api/reports/" + answered + "/submission", economyHead(), NOTHING).status()).isEqualTo(200);
        todayIs(LocalDate.of(2026, 3, 15));
        soon().until(() -> owed(police(), "2026-03").path("status").asString().equals("overdue"));
        todayIs(LocalDate.of(2026, 4, 1));
        soon().until(() -> items("period=2026-04", standing()).size() == 2);

        var gone = rule(14, LocalDate.of(2026, 4, 1), "xa1.kinhte", "xa1.congan");
        topics.publish(new PlanEvent.ReportingWithdrawn(gone), unit("xa1"), "rules/" + gone.id(), 2, now());

        soon().until(() -> items("period=2026-04", standing()).stream().allMatch(one -> one.path("status").asString().equals("exempted")));
        assertThat(owed(economyHead(), "2026-03").path("status").asString()).isEqualTo("submitted");
        assertThat(owed(police(), "2026-03").path("status").asString()).isEqualTo("overdue");
        todayIs(LocalDate.of(2026, 5, 1));
        soon().until(() -> items("period=2026-04", standing()).size() == 2);
        assertThat(items("period=2026-05", standing())).isEmpty();
    }

    private String begun() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte", "xa1.congan");
        soon().until(() -> items("period=2026-03", standing()).size() == 2);
        return owed(economyHead(), "2026-03").path("id").asString();
    }

    private ReportingRule rule(int day, @Nullable LocalDate withdrawnOn, String... owing) {
        var plan = plan("kh");
        return new ReportingRule(
                new RuleId(plan.value().replace("-kh", "-rule-kh")), plan, unit("tinh"), unit("xa1"), "Báo cáo tháng", Frequency.MONTHLY, day,
                null, List.of(owing).stream().<UnitId>map(this::unit).toList(), unit("xa1.vhxh"), MARCH_2, LocalDate.of(2026, 12, 31),
                new Basis("45/QĐ-UBND", MARCH_2), withdrawnOn, null);
    }

    private void scheduled(ReportingRule rule, long sequence) {
        topics.publish(new PlanEvent.ReportingScheduled(rule), unit("xa1"), "rules/" + rule.id(), sequence, now());
    }

    private List<JsonNode> items(String query, String token) {
        return get("/api/reports/obligations?" + query, token).json().path("items").valueStream().toList();
    }

    private JsonNode owed(String token, String period) {
        return items("mine=true&period=" + period, token).getFirst();
    }
}
