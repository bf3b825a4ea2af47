package vn.dondoc.reporting.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.reporting.ServiceTest;

import static org.assertj.core.api.Assertions.assertThat;

class ReportPathTest extends ServiceTest {

    private static final Reports.Submission DONE = new Reports.Submission(false, "Đã hoàn thành 3 nội dung", "Thiếu kinh phí", null, null);
    private static final Reports.Submission NOTHING = new Reports.Submission(true, null, null, null, null);

    @Test
    void aScheduledReportIsExpectedSentAcceptedAndCounted() {
        published("kh", "xa1");
        task("t1", "kh", "xa1", TimeClass.IN_TIME, 1, "xa1.kinhte");
        monthlyRule("kh", "xa1.kinhte", "xa1.congan");

        var owed = owed(economyHead());
        var id = owed.path("id").asString();
        assertThat(owed.path("period").asString()).isEqualTo("2026-03");
        assertThat(owed.path("opensOn").asString()).isEqualTo("2026-03-02");
        assertThat(owed.path("lastDay").asString()).isEqualTo("2026-03-14");
        assertThat(owed.path("daysLeft").asInt()).isEqualTo(12);
        assertThat(owed.path("status").asString()).isEqualTo("open");
        assertThat(owed.path("unitName").asString()).isEqualTo("Phòng Kinh tế");
        assertThat(owed.path("mayAct").asBoolean()).isTrue();
        var form = soon().until(() -> get("/api/reports/" + id, economyHead()).as(Reports.Obligation.class), report -> !report.form().isEmpty());
        assertThat(form.form()).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("Nhiệm vụ t1");
            assertThat(line.timeClass()).isEqualTo(TimeClass.IN_TIME);
        });
        assertThat(form.actions()).containsExactly("sections", "files", "submission");

        var line = new Reports.TaskLine(taskId("t1"), null, "what a caller says", TimeClass.OVERDUE, " 70% khối lượng ");
        var sent = post("/api/reports/" + id + "/submission", economyHead(), new Reports.Submission(false, "Kết quả", null, "Đề nghị hỗ trợ", List.of(line)));

        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        var report = sent.as(Reports.Obligation.class);
        assertThat(report.summary().status()).isEqualTo(ReportStatus.SUBMITTED);
        assertThat(report.summary().submittedOn()).isEqualTo(MARCH_2);
        assertThat(report.submission().proposals()).isEqualTo("Đề nghị hỗ trợ");
        assertThat(report.submission().lines()).singleElement().satisfies(given -> {
            assertThat(given.title()).isEqualTo("Nhiệm vụ t1");
            assertThat(given.result()).isEqualTo("70% khối lượng");
        });
        assertThat(report.history()).extracting(Reports.Entry::type).containsExactly("ReportRequested", "ReportSubmitted");
        assertThat(report.history().getLast().unitName()).isEqualTo("Phòng Kinh tế");
        assertThat(report.history().getLast().note()).isNull();
        soon().until(() -> told(id).equals(List.of("ReportRequested", "ReportSubmitted")));
        assertThat(last(id, ReportEvent.ReportSubmitted.class).report().status()).isEqualTo(ReportStatus.SUBMITTED);
        soon().until(() -> commune("xa1", standing()).reports().inTime() == 1);
        assertThat(commune("xa1", standing()).reports().open()).isEqualTo(1);

        assertThat(post("/api/reports/" + id + "/acceptance", economyHead(), Map.of()).status()).isEqualTo(403);
        var accepted = post("/api/reports/" + id + "/acceptance", standing(), Map.of()).as(Reports.Obligation.class);
        assertThat(accepted.summary().status()).isEqualTo(ReportStatus.ACCEPTED);
        assertThat(post("/api/reports/" + id + "/submission", economyHead(), DONE).code()).isEqualTo("REPORT_ACCEPTED");
        soon().until(() -> told(id).contains("ReportAccepted"));
        assertThat(commune("xa1", standing()).reports().inTime()).isEqualTo(1);
    }

    @Test
    void whoeverSentTheReportOfTheCommuneItselfDoesNotDecideOnIt() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1", "xa1.kinhte");
        var leader = province.token("xa1", Role.COMMUNE_LEADER);
        var path = "/api/reports/" + soon().until(() -> get("/api/reports/obligations?mine=true", leader).json().path("items").path(0).path("id").asString(),
                id -> !id.isEmpty());

        var sent = post(path + "/submission", leader, DONE).as(Reports.Obligation.class);

        assertThat(sent.summary().status()).isEqualTo(ReportStatus.SUBMITTED);
        assertThat(sent.actions()).contains("withdrawal").doesNotContain("acceptance", "return");
        assertThat(post(path + "/acceptance", leader, Map.of()).code()).isEqualTo("SENT_BY_YOURSELF");
        assertThat(post(path + "/return", leader, new Reports.Decision("Bổ sung")).code()).isEqualTo("SENT_BY_YOURSELF");
        // Whoever it is owed to decides; and what the standing unit entered for the commune, the leader may
        assertThat(post(path + "/return", standing(), new Reports.Decision("Bổ sung số liệu")).status()).isEqualTo(200);
        var entered = new Reports.Submission(false, "Kết quả", null, null, null, null, null, null, null, "Công văn số 12");
        assertThat(post(path + "/submission", standing(), entered).status()).isEqualTo(200);
        assertThat(post(path + "/acceptance", leader, Map.of()).status()).isEqualTo(200);
        // On what others owe, a leader decides as before
        var office = "/api/reports/" + owed(economyHead()).path("id").asString();
        post(office + "/submission", economyHead(), DONE);
        assertThat(post(office + "/acceptance", leader, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void whatIsNotSentIsOverdueOnceAndLateForEver() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.congan");
        var id = owed(police()).path("id").asString();

        todayIs(LocalDate.of(2026, 3, 15));

        soon().until(() -> owed(police()).path("status").asString().equals("overdue"));
        soon().until(() -> told(id).equals(List.of("ReportRequested", "ReportOverdue", "ReportEscalated")));
        assertThat(last(id, ReportEvent.ReportOverdue.class).since()).isEqualTo(LocalDate.of(2026, 3, 15));
        assertThat(last(id, ReportEvent.ReportEscalated.class).step()).isEqualTo(1);
        soon().until(() -> commune("xa1", standing()).reports().overdue() == 1);

        var late = post("/api/reports/" + id + "/submission", police(), NOTHING).as(Reports.Obligation.class);
        assertThat(late.summary().status()).isEqualTo(ReportStatus.SUBMITTED_LATE);
        assertThat(late.summary().nothingToReport()).isTrue();
        assertThat(late.summary().daysLeft()).isNull();
        soon().until(() -> commune("xa1", standing()).reports().late() == 1);

        post("/api/reports/" + id + "/acceptance", standing(), Map.of());
        soon().until(() -> told(id).contains("ReportAccepted"));
        todayIs(LocalDate.of(2026, 4, 1));
        soon().until(() -> get("/api/reports/obligations?mine=true", police()).json().path("items").size() == 2);
        assertThat(get("/api/reports/obligations?mine=true&status=overdue&status=due-soon&status=open&status=returned&status=submitted&status=accepted"
                + "&status=submitted-late", police()).json().path("items").size()).isEqualTo(2);
        assertThat(get("/api/reports/obligations?mine=true&status=exempted", police()).json().path("items").size()).isZero();
        assertThat(get("/api/reports/obligations?status=nonsense", police()).status()).isEqualTo(400);
        assertThat(commune("xa1", standing()).reports()).satisfies(figures -> {
            assertThat(figures.late()).isEqualTo(1);
            assertThat(figures.overdue()).isZero();
        });
    }

    @Test
    void aReturnNeedsItsReasonAndTheAnswerIsSentAgain() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte");
        var id = owed(economyHead()).path("id").asString();
        var path = "/api/reports/" + id;
        assertThat(post(path + "/return", standing(), new Reports.Decision("vì sao")).code()).isEqualTo("REPORT_NOT_SUBMITTED");
        post(path + "/submission", economyHead(), DONE);
        assertThat(post(path + "/submission", economyHead(), DONE).code()).isEqualTo("REPORT_NOT_OPEN");

        assertThat(post(path + "/return", standing(), new Reports.Decision(" ")).code()).isEqualTo("REASON_REQUIRED");
        var returned = post(path + "/return", standing(), new Reports.Decision("Bổ sung số liệu")).as(Reports.Obligation.class);

        assertThat(returned.summary().status()).isEqualTo(ReportStatus.RETURNED);
        assertThat(returned.summary().submittedOn()).isNull();
        assertThat(returned.history().getLast().note()).isEqualTo("Bổ sung số liệu");
        assertThat(returned.submission().results()).isEqualTo("Đã hoàn thành 3 nội dung");
        soon().until(() -> told(id).contains("ReportReturned"));
        soon().until(() -> commune("xa1", standing()).reports().open() == 1);
        todayIs(LocalDate.of(2026, 3, 14));
        var again = post(path + "/submission", economyHead(), new Reports.Submission(false, "Có số liệu", null, null, null));
        assertThat(again.as(Reports.Obligation.class).summary().status()).isEqualTo(ReportStatus.SUBMITTED);
        assertThat(again.as(Reports.Obligation.class).submission().results()).isEqualTo("Có số liệu");
    }

    @Test
    void anAnswerThatSaysNothingOrTooMuchIsRefusedWhole() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte");
        var path = "/api/reports/" + owed(economyHead()).path("id").asString();

        var empty = post(path + "/submission", economyHead(), new Reports.Submission(false, "  ", "khó", null, null));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.code()).isEqualTo("REPORT_EMPTY");
        assertThat(empty.json().path("detail").asString()).contains("Không có phát sinh");

        var foreignLine = new Reports.TaskLine(taskId("elsewhere"), null, "", TimeClass.IN_TIME, "x");
        var wrong = post(path + "/submission", economyHead(),
                new Reports.Submission(false, "x".repeat(20_001), null, null, List.of(foreignLine)), "Accept-Language", "en");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("errors").findValuesAsString("field")).containsExactly("results", "lines[0].task");
        assertThat(wrong.json().path("errors").get(0).path("message").asString()).contains("20,000");

        assertThat(post(path + "/submission", economyHead(), "{\"results\":").code()).isEqualTo("BODY_UNREADABLE");
        assertThat(get(path, economyHead()).json().path("history").size()).isEqualTo(1);
    }

    @Test
    void theSameKeyIsTheSameReport() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte");
        var path = "/api/reports/" + owed(economyHead()).path("id").asString();

        var first = post(path + "/submission", economyHead(), DONE, "Idempotency-Key", "k1");
        var second = post(path + "/submission", economyHead(), DONE, "Idempotency-Key", "k1");
        var other = post(path + "/submission", economyHead(), NOTHING, "Idempotency-Key", "k1");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.tag()).isEqualTo(first.tag()).isEqualTo("\"2\"");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(post(path + "/acceptance", standing(), Map.of(), "If-Match", "\"1\"").code()).isEqualTo("VERSION_CHANGED");
    }

    @Test
    void nobodyReachesWhatIsNotTheirs() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte");
        var id = owed(economyHead()).path("id").asString();
        var foreign = province.token("xa2.vhxh", Role.COMMUNE_STANDING);

        assertThat(get("/api/reports/" + id, foreign).code()).isEqualTo("NOT_FOUND");
        assertThat(get("/api/reports/obligations?commune=" + unit("xa1"), foreign).json().path("total").asInt()).isZero();
        assertThat(post("/api/reports/" + id + "/submission", foreign, DONE).status()).isEqualTo(404);
        assertThat(post("/api/reports/" + id + "/acceptance", foreign, Map.of()).status()).isEqualTo(404);
        assertThat(get("/api/reports/" + id, police()).status()).as("another unit of the same commune").isEqualTo(404);
        assertThat(get("/api/reports/" + id, province.token("tinh", Role.PROVINCE_VIEWER)).status()).isEqualTo(200);
        assertThat(post("/api/reports/" + id + "/submission", province.token("tinh", Role.PROVINCE_VIEWER), DONE).status()).isEqualTo(403);
        assertThat(get("/api/reports/" + id, null).code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(post("/api/reports/" + id + "/submission", standing(), DONE).code()).as("in its stead").isEqualTo("REPORT_SOURCE_REQUIRED");
        var told = new Reports.Submission(false, "Đã xong", null, null, null, null, null, null, null, "Trưởng phòng báo qua điện thoại");
        var entered = post("/api/reports/" + id + "/submission", standing(), told).as(Reports.Obligation.class);
        assertThat(entered.summary().onBehalf()).isTrue();
        assertThat(entered.submission().source()).isEqualTo("Trưởng phòng báo qua điện thoại");
        soon().until(() -> told(id).contains("ReportSubmitted"));
        assertThat(last(id, ReportEvent.ReportSubmitted.class).report().onBehalf()).isTrue();
    }

    @Test
    void listsAreFilteredAndPaged() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte", "xa1.congan", "xa1.thon1");
        soon().until(() -> get("/api/reports/obligations", standing()).json().path("total").asInt() == 3);

        var first = get("/api/reports/obligations?limit=2&period=2026-03&status=open", standing()).json();
        assertThat(first.path("items").size()).isEqualTo(2);
        var rest = get("/api/reports/obligations?limit=2&after=" + first.path("next").asString(), standing()).json();
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(rest.path("next").isMissingNode() || rest.path("next").isNull()).isTrue();
        assertThat(get("/api/reports/obligations?status=overdue", standing()).json().path("total").asInt()).isZero();
        assertThat(get("/api/reports/obligations?status=unknown", standing()).code()).isEqualTo("VALIDATION");
        assertThat(get("/api/reports/obligations?limit=201", standing()).code()).isEqualTo("LIMIT");
    }
}
