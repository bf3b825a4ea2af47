package vn.dondoc.reporting.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Processes.Process;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.event.MatterLevel;
import vn.dondoc.contracts.event.MatterStatus;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.reporting.ServiceTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Reports that several people write, send, send back and follow up. */
class WrittenTogetherTest extends ServiceTest {

    private static final Reports.Submission DONE = new Reports.Submission(false, "Đã xong", null, null, null);

    @Test
    void twoPeopleDoNotOverwriteEachOther() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte");
        var path = "/api/reports/" + owed(economyHead()).path("id").asString();
        var officer = province.token("xa1.kinhte", Role.OFFICER);

        assertThat(write(path, "results", officer, "Bản của công chức", 0).as(Reports.Section.class).version()).isEqualTo(1);
        assertThat(write(path, "results", economyHead(), "Bản của trưởng phòng", 0).code()).isEqualTo("VERSION_CHANGED");
        assertThat(write(path, "difficulties", economyHead(), "Thiếu kinh phí", 0).status()).as("another section").isEqualTo(200);
        assertThat(write(path, "results", economyHead(), "Bản gộp", 1).as(Reports.Section.class).version()).isEqualTo(2);
        assertThat(write(path, "results", officer, "Muộn", 1).code()).isEqualTo("VERSION_CHANGED");
        assertThat(post(path + "/sections/results", officer, new Reports.SectionText("x")).code()).isEqualTo("PRECONDITION_REQUIRED");
        assertThat(write(path, "task-khac", officer, "x", 0).status()).as("not in the form").isEqualTo(404);

        var draft = get(path, officer).as(Reports.Obligation.class).draft();
        assertThat(draft).extracting(Reports.Section::text).containsExactly("Thiếu kinh phí", "Bản gộp");
        post(path + "/submission", economyHead(), DONE);
        assertThat(get(path, officer).as(Reports.Obligation.class).draft()).isEmpty();
        assertThat(get(path, province.token("tinh", Role.PROVINCE_VIEWER)).as(Reports.Obligation.class).draft()).isEmpty();
        assertThat(write(path, "results", officer, "x", 2).code()).isEqualTo("REPORT_NOT_OPEN");
    }

    @Test
    void inAnOfficeWhoseHeadSendsTheOfficerPrepares() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte");
        var report = owed(economyHead());
        var path = "/api/reports/" + report.path("id").asString();
        var officer = province.token("xa1.kinhte", Role.OFFICER);
        assertThat(get(path, officer).as(Reports.Obligation.class).actions()).contains("submission", "readiness");
        post("/api/reports/rules/" + report.path("rule").asString() + "/terms", standing(),
                new Reports.RuleTerms(null, null, null, null, null, true, null, null, null, null, null));

        assertThat(get(path, officer).as(Reports.Obligation.class).actions()).contains("readiness").doesNotContain("submission");
        assertThat(post(path + "/submission", officer, DONE).code()).isEqualTo("REPORT_FOR_HEAD");
        assertThat(post(path + "/readiness", officer, "{}").as(Reports.Obligation.class).summary().preparedOn()).isEqualTo(MARCH_2);
        assertThat(post(path + "/submission", economyHead(), DONE).as(Reports.Obligation.class).summary().status()).isEqualTo(ReportStatus.SUBMITTED);
        soon().until(() -> told(report.path("id").asString()).equals(List.of("ReportRequested", "ReportPrepared", "ReportSubmitted")));
        assertThat(post(path + "/withdrawal", officer, "{}").as(Reports.Obligation.class).summary().status()).isEqualTo(ReportStatus.OPEN);
        soon().until(() -> commune("xa1", standing()).reports().open() == 1);
    }

    @Test
    void whatIsReturnedSaysWhatIsMissingWhere() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.congan");
        var path = "/api/reports/" + owed(police()).path("id").asString();
        post(path + "/submission", police(), DONE);

        assertThat(post(path + "/return", standing(), new Reports.Decision("Bổ sung", List.of(new Reports.Comment("nowhere", "x")))).code()).isEqualTo("VALIDATION");
        var returned = post(path + "/return", standing(), new Reports.Decision("Bổ sung", List.of(new Reports.Comment("difficulties", "Nêu rõ nguyên nhân"))))
                .as(Reports.Obligation.class);

        assertThat(returned.comments()).containsExactly(new Reports.Comment("difficulties", "Nêu rõ nguyên nhân"));
        assertThat(returned.history().getLast().note()).isEqualTo("Bổ sung");
        assertThat(post(path + "/submission", police(), DONE).as(Reports.Obligation.class).comments()).isEmpty();
    }

    @Test
    void figuresArePrefilledAndToldOnce() {
        published("kh", "xa1");
        planned(target("ct", "kh", "xa1", "xa1.congan"), 1);
        soon().until(() -> get("/api/targets/" + targetId("ct"), police()).status() == 200);
        var targets = "/api/targets/" + targetId("ct");
        post(targets + "/measurement", police(), new Targets.Reading("2026-03", new BigDecimal("61.5"), null, new BigDecimal("50"), true, null, null, null, null));
        monthlyRule("kh", "xa1.congan");
        var path = "/api/reports/" + owed(police()).path("id").asString();
        var line = get(path, police()).as(Reports.Obligation.class).figures().getFirst();
        assertThat(line.value()).isEqualByComparingTo("61.5");
        assertThat(line.estimated()).isTrue();
        assertThat(line.lastYear()).isEqualByComparingTo("50");

        var told = new Reports.FigureLine(line.target(), "another name", "<=", BigDecimal.ONE, "đồng", new BigDecimal("63"), false, null);
        var sent = post(path + "/submission", police(), new Reports.Submission(false, null, null, null, null, null, null, List.of(told), null, null));

        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        var kept = sent.as(Reports.Obligation.class).submission().figures().getFirst();
        assertThat(kept.name()).isEqualTo("Tỷ lệ ct");
        assertThat(kept.lastYear()).isEqualByComparingTo("50");
        var measured = get(targets, police()).json().path("summary").path("newest");
        assertThat(measured.path("value").decimalValue()).isEqualByComparingTo("63");
        assertThat(measured.path("estimated").asBoolean()).isFalse();
        var foreign = new Reports.FigureLine(targetId("khac"), "", "", BigDecimal.ONE, "", BigDecimal.ONE, false, null);
        post(path + "/withdrawal", police(), "{}");
        assertThat(post(path + "/submission", police(), new Reports.Submission(false, "x", null, null, null, null, null, List.of(foreign), null, null)).code())
                .isEqualTo("VALIDATION");
        post(path + "/submission", police(), new Reports.Submission(false, null, null, null, null, null, null, List.of(told), null, null));
        assertThat(get(targets, police()).json().path("measurements").size()).as("nothing is told twice").isEqualTo(2);
    }

    @Test
    void aMatterBeyondAuthorityHasAnAnswerAndADayOfItsOwn() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.congan");
        var id = owed(police()).path("id").asString();
        post("/api/reports/" + id + "/submission", police(), new Reports.Submission(
                false, "Xong", null, null, null, List.of("Cần thêm biên chế", "Cần kinh phí"), null, null, null, null));
        soon().until(() -> get("/api/reports/matters", standing()).json().path("total").asInt() == 2);
        var matters = get("/api/reports/matters", police()).json().path("items");
        assertThat(get("/api/reports/matters", economyHead()).json().path("total").asInt()).as("another unit").isZero();
        var first = matters.get(0).path("id").asString();
        var second = matters.get(1).path("id").asString();
        assertThat(post("/api/reports/matters/" + first + "/answer", police(), new Reports.MatterAnswer("x")).status()).isEqualTo(403);

        var answered = post("/api/reports/matters/" + first + "/answer", standing(), new Reports.MatterAnswer("Bố trí trong quý II")).as(Reports.Matter.class);
        assertThat(answered.status()).isEqualTo(MatterStatus.ANSWERED);
        assertThat(get("/api/reports/" + id, police()).as(Reports.Obligation.class).matters()).extracting(Reports.Matter::answer).contains("Bố trí trong quý II");

        assertThat(get("/api/reports/matters", standing()).json().path("items").get(0).path("id").asString()).as("what waits comes first").isEqualTo(second);
        var until = LocalDate.of(2026, 3, 20);
        var up = post("/api/reports/matters/" + second + "/escalation", standing(), new Reports.MatterEscalation(MatterLevel.PROVINCE, until, "Vượt thẩm quyền xã")).as(Reports.Matter.class);
        assertThat(up.level()).isEqualTo(MatterLevel.PROVINCE);
        assertThat(post("/api/reports/matters/" + second + "/answer", standing(), new Reports.MatterAnswer("x")).status()).isEqualTo(403);
        todayIs(LocalDate.of(2026, 3, 21));
        soon().until(() -> get("/api/reports/matters?open=true", provinceStanding()).json().path("items").get(0).path("status").asString().equals("overdue"));
        var late = post("/api/reports/matters/" + second + "/answer", provinceStanding(), new Reports.MatterAnswer("Tỉnh bổ sung")).as(Reports.Matter.class);
        assertThat(late.status()).isEqualTo(MatterStatus.ANSWERED_LATE);
        assertThat(post("/api/reports/matters/" + second + "/answer", provinceStanding(), new Reports.MatterAnswer("x")).code()).isEqualTo("MATTER_ANSWERED");
    }

    @Test
    void thoseWhoseReportIsMissingAreRemindedOnceADay() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte", "xa1.congan", "xa1.thon1");
        soon().until(() -> get("/api/reports/obligations", standing()).json().path("total").asInt() == 3);
        var report = owed(police());
        post("/api/reports/" + report.path("id").asString() + "/submission", police(), DONE);
        var reminder = Map.of("rule", report.path("rule").asString(), "period", "2026-03");

        assertThat(post("/api/reports/reminders", economyHead(), reminder).status()).isEqualTo(403);
        assertThat(post("/api/reports/reminders", standing(), reminder).as(Process.class).done()).isEqualTo(2);
        post("/api/reports/reminders", standing(), reminder);

        var id = owed(economyHead()).path("id").asString();
        soon().until(() -> told(id).contains("ReportUrged"));
        assertThat(get("/api/reports/" + id, economyHead()).as(Reports.Obligation.class).history()).extracting(Reports.Entry::type).containsExactly("ReportRequested", "ReportUrged");
        assertThat(told(report.path("id").asString())).doesNotContain("ReportUrged");
    }

    @Test
    void theProvinceAsksChosenCommunesOnce() {
        var wanted = new Reports.CampaignWanted(
                "Rà soát hạ tầng số", "Công văn 12/UBND", List.of(unit("xa1"), unit("xa2")), MARCH_2, LocalDate.of(2026, 3, 10), 5,
                List.of(new Reports.Question("Số điểm truy cập", true), new Reports.Question("Vướng mắc", false)));
        assertThat(post("/api/reports/campaigns", standing(), wanted).status()).isEqualTo(403);
        var id = post("/api/reports/campaigns", provinceStanding(), wanted).json().path("summary").path("id").asString();
        var path = "/api/reports/campaigns/" + id;

        var report = owed(standing());
        assertThat(report.path("asked").asBoolean()).isTrue();
        assertThat(get(path, standing()).as(Reports.Campaign.class).reports()).as("its own only").hasSize(1);
        soon().until(() -> get(path, provinceStanding()).as(Reports.Campaign.class).reports().size() == 2);
        assertThat(get(path, economyHead()).status()).isEqualTo(404);
        var mine = "/api/reports/" + report.path("id").asString();
        var half = new Reports.Submission(false, null, null, null, null, null, null, null, List.of(new Reports.QuestionAnswer("Số điểm truy cập", "nhiều")), null);
        assertThat(post(mine + "/submission", standing(), half).json().path("errors").findValuesAsString("code")).containsExactly("ANSWER_NOT_A_NUMBER", "FIELD_REQUIRED");
        var answers = List.of(new Reports.QuestionAnswer("Vướng mắc", "Không"), new Reports.QuestionAnswer("Số điểm truy cập", "12"));
        post(mine + "/submission", standing(), new Reports.Submission(false, null, null, null, null, null, null, null, answers, null));

        var campaign = get(path, provinceStanding()).as(Reports.Campaign.class).summary();
        assertThat(campaign.received()).isEqualTo(1);
        assertThat(campaign.asked()).isEqualTo(2);
        assertThat(post(mine + "/acceptance", province.token("xa1", Role.COMMUNE_LEADER), "{}").status()).as("the province decides").isEqualTo(403);
        var accepted = post(mine + "/acceptance", provinceStanding(), "{}").as(Reports.Obligation.class);
        assertThat(accepted.submission().answers().getFirst()).isEqualTo(new Reports.QuestionAnswer("Số điểm truy cập", "12"));
        var together = get("/api/reports/consolidated?rule=" + id + "&period=2026-03-10", provinceStanding()).as(Reports.Consolidated.class);
        assertThat(together.missing()).extracting(vn.dondoc.contracts.api.Tasks.UnitName::name).containsExactly("Xã Hạ Thử");
        assertThat(together.answers().getFirst().sum()).isEqualByComparingTo("12");
        assertThat(get("/api/reports/consolidated?rule=" + id + "&period=2026-03-10", economyHead()).status()).isEqualTo(403);
        soon().until(() -> commune("xa1", standing()).reports().inTime() == 1);
        assertThat(get("/api/dashboards/communes/" + unit("xa1"), standing()).body()).contains("Rà soát hạ tầng số");
    }

    private Answer write(String path, String section, String token, String text, long version) {
        return post(path + "/sections/" + section, token, new Reports.SectionText(text), "If-Match", "\"" + version + "\"");
    }
}
