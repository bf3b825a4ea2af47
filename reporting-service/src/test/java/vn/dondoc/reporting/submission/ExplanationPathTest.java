package vn.dondoc.reporting.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.reporting.ServiceTest;
import vn.dondoc.reporting.recount.CellRecount;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody above asks, the unit answers, and the time to answer is a deadline: of late reports, and of targets that are behind. */
class ExplanationPathTest extends ServiceTest {

    private static final LocalDate MARCH_16 = LocalDate.of(2026, 3, 16);
    private static final Tasks.ExplanationWanted WHY = new Tasks.ExplanationWanted("Vì sao chậm?", null);
    private static final Tasks.ExplanationAnswer ANSWER = new Tasks.ExplanationAnswer("Thiếu số liệu của thôn");

    @Autowired
    private CellRecount cellRecount;

    @Test
    void aLateReportIsExplainedAndTheMissingAnswerIsToldOf() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.congan");
        var id = owed(police()).path("id").asString();
        var path = "/api/reports/" + id;
        assertThat(post(path + "/explanation-request", standing(), WHY).code()).isEqualTo("NOT_LATE");

        todayIs(MARCH_16);
        assertThat(post(path + "/explanation-request", police(), WHY).status()).isEqualTo(403);
        assertThat(post(path + "/explanation-request", economyHead(), WHY).status()).isEqualTo(404);
        assertThat(post(path + "/explanation-request", leader(), new Tasks.ExplanationWanted(" ", null)).status()).isEqualTo(400);
        assertThat(get(path, leader()).as(Reports.Obligation.class).actions()).contains("explanation-request");
        var asked = post(path + "/explanation-request", leader(), WHY).as(Reports.Obligation.class);
        assertThat(asked.summary().explanation()).isEqualTo(new Tasks.Explained(MARCH_16, MARCH_16.plusDays(3), null, false, 1, true));
        assertThat(asked.actions()).doesNotContain("explanation", "explanation-request");
        assertThat(post(path + "/explanation-request", standing(), WHY).code()).isEqualTo("EXPLANATION_WAITS");
        assertThat(post(path + "/explanation", leader(), ANSWER).status()).isEqualTo(403);
        assertThat(get(path, police()).as(Reports.Obligation.class).actions()).contains("explanation");
        assertThat(get("/api/reports/obligations?mine=true&explanationOwed=true", police()).json().path("items").size()).isOne();

        soon().until(() -> board(leader()).reports().explanationsOwed() == 1);

        todayIs(MARCH_16.plusDays(2));
        soon().until(() -> told(id).contains("ReportExplanationDueSoon"));
        todayIs(MARCH_16.plusDays(4));
        soon().until(() -> told(id).contains("ReportExplanationOverdue"));
        assertThat(last(id, ReportEvent.ReportExplanationOverdue.class).since()).isEqualTo(MARCH_16.plusDays(4));

        soon().until(() -> board(leader()).reports().explanationsOverdue() == 1);
        var province = get("/api/dashboards/province", provinceStanding()).as(Dashboards.Dashboard.class);
        assertThat(province.lines()).extracting(line -> line.reports().explanationsOwed()).contains(1L);
        assertThat(province.tasks().explanationsOwed()).isZero();

        var given = post(path + "/explanation", police(), ANSWER).as(Reports.Obligation.class);
        assertThat(given.summary().explanation()).isEqualTo(new Tasks.Explained(MARCH_16, MARCH_16.plusDays(3), MARCH_16.plusDays(4), true, 1, false));
        assertThat(given.history()).extracting(Reports.Entry::note).contains(WHY.question(), ANSWER.text());
        assertThat(get("/api/reports/obligations?mine=true&explanationOwed=true", police()).json().path("items").size()).isZero();
        soon().until(() -> told(id).contains("ReportExplanationGiven"));
        soon().until(() -> board(leader()).reports().explanationsOwed() == 0);
        assertThat(post(path + "/explanation", police(), ANSWER).code()).isEqualTo("NO_EXPLANATION_ASKED");
    }

    @Test
    void aTargetThatIsBehindIsExplained() {
        planned(target("hs", "kh", "xa1", "xa1.kinhte"), 1);
        var id = targetId("hs").value();
        var path = "/api/targets/" + id;
        soon().until(() -> get(path, economyHead()).status() == 200);
        assertThat(post(path + "/explanation-request", standing(), WHY).code()).isEqualTo("TARGET_NOT_BEHIND");
        post(path + "/measurement", economyHead(), reading("2026-01", "60"));
        var behind = post(path + "/measurement", economyHead(), reading("2026-02", "50")).as(Targets.Target.class);
        assertThat(behind.summary().standing()).isEqualTo(TargetStanding.BEHIND);
        assertThat(behind.actions()).doesNotContain("explanation-request");

        assertThat(post(path + "/explanation-request", economyHead(), WHY).status()).isEqualTo(403);
        assertThat(get(path, standing()).as(Targets.Target.class).actions()).contains("explanation-request");
        var asked = post(path + "/explanation-request", standing(), WHY).as(Targets.Target.class);
        assertThat(asked.summary().explanation()).isEqualTo(new Tasks.Explained(MARCH_2, MARCH_2.plusDays(3), null, false, 1, true));
        assertThat(post(path + "/explanation", leader(), ANSWER).status()).isEqualTo(403);
        assertThat(get("/api/targets?mine=true&explanationOwed=true", economyHead()).json().path("items").size()).isOne();
        soon().until(() -> board(leader()).targets().explanationsOwed() == 1);
        todayIs(MARCH_2.plusDays(2));
        soon().until(() -> told(id).contains("TargetExplanationDueSoon"));

        var given = post(path + "/explanation", economyHead(), ANSWER).as(Targets.Target.class);
        assertThat(given.summary().explanation()).isEqualTo(new Tasks.Explained(MARCH_2, MARCH_2.plusDays(3), MARCH_2.plusDays(2), false, 1, false));
        assertThat(given.explanations()).extracting(Reports.Entry::note).containsExactly(WHY.question(), ANSWER.text());
        assertThat(get("/api/targets?mine=true&explanationOwed=true", economyHead()).json().path("items").size()).isZero();
        soon().until(() -> told(id).contains("TargetExplanationGiven"));
        soon().until(() -> board(leader()).targets().explanationsOwed() == 0);
        soon().untilAsserted(() -> assertThat(cellRecount.differences()).isEmpty());
    }

    private Dashboards.Dashboard board(String token) {
        return get("/api/dashboards/communes/" + unit("xa1"), token).as(Dashboards.Dashboard.class);
    }

    private String leader() {
        return province.token("xa1", Role.COMMUNE_LEADER);
    }

    private static Targets.Reading reading(String period, String value) {
        return new Targets.Reading(period, new BigDecimal(value), null, null, false, null, null, null, null);
    }
}
