package vn.dondoc.reporting.rule;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.BodyPart;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.ReportGroup;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.reporting.ServiceTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What the standing unit decides on a rule, and what becomes of the reports. */
class DecidedRuleTest extends ServiceTest {

    private static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);

    @Test
    void openReportsFollowWhatWasDecidedAndDaysAreTold() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte");
        var report = owed(economyHead());
        var rule = report.path("rule").asString();
        assertThat(post(path(rule) + "/terms", economyHead(), terms(2, null)).status()).isEqualTo(403);

        var decided = post(path(rule) + "/terms", standing(), terms(2, null)).as(Reports.Rule.class);

        assertThat(decided.periods().getFirst()).satisfies(march -> {
            assertThat(march.lastDay()).isEqualTo("2026-03-14");
            assertThat(march.bounds().dataFrom()).isEqualTo("2026-02-15");
            assertThat(march.bounds().countsUntil()).isEqualTo("2026-03-16");
            assertThat(march.bounds().lockedFrom()).isEqualTo("2026-03-27");
        });
        assertThat(decided.periods()).extracting(Reports.PeriodDates::lastDay).startsWith(LocalDate.of(2026, 3, 14), LocalDate.of(2026, 4, 14));
        var id = report.path("id").asString();
        assertThat(get("/api/reports/" + id, economyHead()).as(Reports.Obligation.class).summary().bounds().countsUntil()).isEqualTo("2026-03-16");
        todayIs(LocalDate.of(2026, 3, 16));
        assertThat(post("/api/reports/" + id + "/submission", economyHead(), new Reports.Submission(true, null, null, null, null))
                .as(Reports.Obligation.class).summary().status().code()).as("in grace").isEqualTo("submitted");
        soon().until(() -> commune("xa1", standing()).reports().inTime() == 1);
        post("/api/reports/" + id + "/acceptance", standing(), "{}");
        soon().until(() -> told(id).contains("ReportAccepted"));
        assertThat(commune("xa1", standing()).reports().late()).isZero();
        assertThat(post(path(rule) + "/terms", standing(), terms(-1, null)).code()).isEqualTo("VALIDATION");
    }

    @Test
    void groupsAreThoseOfTheDayOnWhichThePeriodOpens() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.congan");
        var rule = owed(police()).path("rule").asString();
        var committee = new BodyState(
                new BodyId("bcd-" + unit("xa1")), "Ban Chỉ đạo", BodyKind.STEERING_COMMITTEE, unit("tinh"), unit("xa1"), null, null,
                List.of(new BodyState.Member(province.positionId("xa1.kinhte", Role.UNIT_HEAD), BodyPart.MEMBER, null)), true);
        topics.publish(Topic.ORGANISATION.topicName(), "body/" + committee.id(), "BodyState", "body/" + committee.id(), 1, now(), EventJson.mapper().writeValueAsBytes(committee));

        soon().until(() -> post(path(rule) + "/terms", standing(), grouped(committee.id(), List.of(ReportGroup.VILLAGES))).as(Reports.Rule.class)
                .summary().owedBy().size() == 3);

        soon().until(() -> total("2026-03") == 3);
        todayIs(APRIL_1);
        soon().until(() -> total("2026-04") == 3);
        assertThat(get("/api/reports/obligations?mine=true&period=2026-04", province.token("xa1.thon1", Role.VILLAGE_HEAD)).json().path("total").asInt()).isEqualTo(1);
        assertThat(get("/api/reports/obligations?mine=true&period=2026-04", standing()).json().path("total").asInt()).as("nobody owes to itself").isZero();
    }

    @Test
    void aLongerReportStandsInThePlaceOfTheShorterOfThatPeriod() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte", "xa1.congan");
        var quarterly = new RuleId(unit("xa1") + "-quy");
        topics.publish(new PlanEvent.ReportingScheduled(new ReportingRule(
                quarterly, plan("kh"), unit("tinh"), unit("xa1"), "Báo cáo quý", Frequency.QUARTERLY, 20, null, List.of(unit("xa1.kinhte")), unit("xa1.vhxh"),
                LocalDate.of(2026, 3, 2), LocalDate.of(2026, 12, 31))), unit("xa1"), "rules/" + quarterly, 1, now());
        soon().until(() -> total("2026-Q1") == 1);
        var monthly = get("/api/reports/obligations?mine=true&period=2026-03", police()).json().path("items").get(0).path("rule").asString();
        assertThat(post(path(quarterly.value()) + "/terms", standing(), terms(0, new RuleId(monthly))).code()).as("shorter").isEqualTo("VALIDATION");

        assertThat(post(path(monthly) + "/terms", standing(), terms(0, quarterly)).as(Reports.Rule.class).periods().get(1).replaced()).isFalse();
        todayIs(LocalDate.of(2026, 6, 1));

        soon().until(() -> total("2026-05") == 2 && total("2026-06") == 2 && total("2026-Q2") == 1);
        soon().until(() -> status("2026-05", economyHead()).equals("overdue"));
        assertThat(status("2026-06", economyHead())).isEqualTo("exempted");
        assertThat(status("2026-06", police())).as("owes no quarterly report").isEqualTo("open");
        assertThat(status("2026-Q2", economyHead())).isEqualTo("open");
    }

    @Test
    void aReportThatHangsOnAMeetingIsDueByIt() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.congan");
        var report = owed(police());
        var rule = report.path("rule").asString();
        assertThat(post(path(rule) + "/meeting", standing(), new Reports.MeetingDay("2026-03", LocalDate.of(2026, 3, 27))).code()).isEqualTo("RULE_WITHOUT_MEETING");
        post(path(rule) + "/terms", standing(), new Reports.RuleTerms(null, null, null, null, null, null, null, null, null, "Giao ban tháng", 2));

        post(path(rule) + "/meeting", standing(), new Reports.MeetingDay("2026-03", LocalDate.of(2026, 3, 27)));

        assertThat(get("/api/reports/" + report.path("id").asString(), police()).as(Reports.Obligation.class).summary().lastDay()).isEqualTo("2026-03-25");
        soon().until(() -> told(report.path("id").asString()).contains("ReportMoved"));
        assertThat(post(path(rule) + "/meeting", standing(), new Reports.MeetingDay("2027-03", LocalDate.of(2026, 3, 27))).code()).isEqualTo("RULE_PERIOD_WRONG");
    }

    private static String path(String rule) {
        return "/api/reports/rules/" + rule;
    }

    private int total(String period) {
        return get("/api/reports/obligations?period=" + period, standing()).json().path("total").asInt();
    }

    private String status(String period, String token) {
        return get("/api/reports/obligations?mine=true&period=" + period, token).json().path("items").get(0).path("status").asString();
    }

    private static Reports.RuleTerms terms(int grace, RuleId longer) {
        return new Reports.RuleTerms(14, null, grace, 10, "Nghị định 09/2019/NĐ-CP", null, null, null, longer, null, null);
    }

    private static Reports.RuleTerms grouped(BodyId members, List<ReportGroup> groups) {
        return new Reports.RuleTerms(null, null, null, null, null, null, groups, members, null, null, null);
    }
}
