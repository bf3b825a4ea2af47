package vn.dondoc.console;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** Reports as several people write them, their rules, and the day on which they are due; links and forms only. */
class ReportPagesTest {

    private final StandIn services = Console.SERVICES;
    private Visitor standing;

    @BeforeEach
    void theStandingUnit() {
        services.forget();
        Samples.everything(services, Samples.standing());
        standing = Visitor.signedIn("xa1.thuongtruc");
    }

    @Test
    void theFormShowsWhatIsKeptSentAndRecorded() {
        var page = standing.get("/reports/b-30").body();

        assertThat(page).contains("Bản nháp mới.", "Đường truyền yếu.", "value=\"81,5\"", "Cùng kỳ năm trước: 58,5 %", "Nêu rõ thôn nào.", "Hạn ban đầu", "14/11/2026", "24/11/2026",
                "15/10/2026 đến 14/11/2026", "Nghị định 09/2019/NĐ-CP", "bien-ban.pdf", "name=\"v-results\" value=\"3\"", "name=\"v-difficulties\" value=\"0\"",
                "Bạn đang nhập thay Văn phòng HĐND và UBND", "/reports/rules/ru-1");
        assertThat(page).doesNotContain("Đã tổ chức 2 lớp tập huấn.</textarea>");
    }

    @Test
    void whatIsRecordedOfATaskIsThereAlreadyAndIsSentUntouched() {
        services.on("GET /api/tasks/last-notes", new Tasks.LastNotes(List.of(new Tasks.LastNote(new TaskId("t-4"), "Đã lắp 1 trên 2 điểm.", Instant.parse("2026-11-12T02:00:00Z")))));
        assertThat(standing.get("/reports/b-30").body()).contains("Đã lắp 1 trên 2 điểm.</textarea>", "name=\"w-task-t-4\" value=\"Đã lắp 1 trên 2 điểm.\"");

        services.on("GET /api/tasks/last-notes", new Tasks.LastNotes(List.of(new Tasks.LastNote(new TaskId("t-4"), "Đang lắp", Instant.parse("2026-11-12T02:00:00Z"),
                List.of(new Tasks.FigureTold(new Tasks.Figure("Số điểm", new BigDecimal("1.5"), new BigDecimal("2"), "điểm"), LocalDate.of(2026, 11, 12)))))));
        assertThat(standing.get("/reports/b-30").body()).contains("Đang lắp (Số điểm: 1,5/2\u00a0điểm)</textarea>");

        standing.post("/reports/b-30/submission", "task", "t-4", "line", "Đã lắp 1 trên 2 điểm.", "v-task-t-4", "0", "w-task-t-4", "Đã lắp 1 trên 2 điểm.", "source", "x", "key", "p-1");

        assertThat(services.last("POST /api/reports/b-30/submission").body()).contains("Đã lắp 1 trên 2 điểm.", "Đã rà soát 64 trên 107 thủ tục.");
        assertThat(services.wasAsked("POST /api/reports/b-30/sections/task-t-4")).isFalse();
    }

    @Test
    void onlyWhatWasWrittenIsKeptOnTheVersionItWasWrittenOn() {
        var answer = standing.post("/reports/b-30/draft", "results", "Bản mới", "v-results", "3", "w-results", "Bản nháp mới.", "difficulties", "Đường truyền yếu.",
                "v-difficulties", "0", "w-difficulties", "Đường truyền yếu.", "key", "d-1");

        assertThat(answer.headers().firstValue("Location")).hasValue("/reports/b-30");
        var call = services.last("POST /api/reports/b-30/sections/results");
        assertThat(call.header("If-Match")).isEqualTo("\"3\"");
        assertThat(call.body()).contains("Bản mới");
        assertThat(services.wasAsked("POST /api/reports/b-30/sections/difficulties")).isFalse();
    }

    @Test
    void whereSomebodyElseWasFirstBothTextsAreShownAndNothingIsSent() {
        services.refusing("POST /api/reports/b-30/sections/results", 412, "VERSION_CHANGED", "Đã đổi.");

        var answer = standing.post("/reports/b-30/submission", "results", "Của tôi", "v-results", "2", "w-results", "Cũ", "source", "Điện thoại", "key", "s-1");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Người khác vừa sửa mục này", "Bản nháp mới.", "Của tôi", "name=\"v-results\" value=\"3\"", "Trưởng phòng");
        assertThat(services.wasAsked("POST /api/reports/b-30/submission")).isFalse();
        var kept = standing.post("/reports/b-30/sections/results", "results", "Của tôi", "v-results", "2", "w-results", "Cũ");
        assertThat(kept.body()).contains("Bản nháp mới.", "Của tôi").doesNotContain("<html");
    }

    @Test
    void anAnswerHoldsItsFiguresMattersAndSource() {
        standing.post("/reports/b-30/submission", "results", "Xong", "target", "g-1", "figure", "1.082,5", "estimated", "g-1", "matters", "Cần kinh phí\r\n\r\nCần biên chế", "nextSteps",
                "Tiếp tục", "source", "Ông Bình báo qua điện thoại", "key", "s-2");

        var sent = EventJson.mapper().readTree(services.last("POST /api/reports/b-30/submission").body());
        assertThat(sent.path("figures").get(0).path("value").decimalValue()).isEqualByComparingTo("1082.5");
        assertThat(sent.path("figures").get(0).path("estimated").asBoolean()).isTrue();
        assertThat(sent.path("matters")).hasSize(2);
        assertThat(sent.path("nextSteps").asString()).isEqualTo("Tiếp tục");
        assertThat(sent.path("source").asString()).isEqualTo("Ông Bình báo qua điện thoại");
        var wrong = standing.post("/reports/b-30/submission", "results", "Xong", "target", "g-1", "figure", "nhiều", "source", "x", "key", "s-3");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("chưa đúng dạng số", "value=\"nhiều\"");
    }

    @Test
    void whyItIsLateIsAskedAndAnsweredOnItsPage() {
        var question = ReportSamples.question();
        services.on("GET /api/reports/b-30", ReportSamples.late(List.of("explanation-request"), null, List.of()));
        services.on("POST /api/reports/b-30/explanation-request", ReportSamples.late(List.of(), ReportSamples.toExplain(), List.of(question)));
        assertThat(standing.get("/reports/b-30").body()).contains("action=\"/reports/b-30/explanation-request\"", "Yêu cầu giải trình").doesNotContain("/explanation\"");
        standing.post("/reports/b-30/explanation-request", "reason", "Vì sao chưa nộp?", "lastDay", "2026-11-24", "key", "e-1");
        assertThat(services.last("POST /api/reports/b-30/explanation-request").body()).contains("\"question\":\"Vì sao chưa nộp?\"", "\"lastDay\":\"2026-11-24\"");

        var asked = services.calls().size();
        var refused = standing.post("/reports/b-30/explanation-request", "reason", "Đã gõ câu hỏi", "lastDay", "31/02/2026", "key", "e-0");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("ngày phải có thật", "Đã gõ câu hỏi</textarea>");
        assertThat(services.calls().stream().skip(asked)).as("no day of the commune's is put in its place").noneMatch(call -> call.method().equals("POST"));

        services.on("GET /api/reports/b-30", ReportSamples.late(List.of("explanation"), ReportSamples.toExplain(), List.of(question)));
        services.on("POST /api/reports/b-30/explanation", ReportSamples.late(List.of(), ReportSamples.toExplain(), List.of(question)));
        assertThat(standing.get("/reports/b-30").body()).contains("action=\"/reports/b-30/explanation\"", "Vì sao chưa nộp?", "Chờ giải trình đến 21/11/2026",
                "Yêu cầu ngày 18/11/2026 (lần 1)", "Trả lời chậm nhất ngày 21/11/2026").doesNotContain("/explanation-request\"");
        var sent = standing.post("/reports/b-30/explanation", "reason", "Thiếu số liệu của thôn", "key", "e-2");
        assertThat(sent.headers().firstValue("Location")).hasValue("/reports/b-30");
        assertThat(services.last("POST /api/reports/b-30/explanation").body()).contains("\"text\":\"Thiếu số liệu của thôn\"");

        services.refusing("POST /api/reports/b-30/explanation", 409, "NO_EXPLANATION_ASKED", "Không có yêu cầu giải trình nào.");
        assertThat(standing.post("/reports/b-30/explanation", "reason", "Đã viết rồi", "key", "e-3").body())
                .contains("Không có yêu cầu giải trình nào.", "Đã viết rồi</textarea>");
    }

    @Test
    void whatIsToBeExplainedStandsInTheListsAndInMyWork() {
        var late = ReportSamples.late(List.of("explanation"), ReportSamples.toExplain(), List.of()).summary();
        services.on("GET /api/reports/obligations", new Page<>(List.of(late), null, 1L));

        assertThat(standing.get("/reports?explanationOwed=true").body()).contains("Chờ giải trình đến 21/11/2026");
        assertThat(services.last("GET /api/reports/obligations").query()).contains("explanationOwed=true");
        var work = standing.get("/").body();
        assertThat(work).contains("id=\"explanations-title\"", "href=\"/reports/b-30\"", "21/11/2026");
    }

    @Test
    void aReturnSaysWhatIsMissingWhere() {
        standing.post("/reports/b-9/return", "reason", "Bổ sung", "c-difficulties", "Nêu rõ", "c-results", " ", "key", "r-9");

        var sent = EventJson.mapper().readTree(services.last("POST /api/reports/b-9/return").body());
        assertThat(sent.path("comments")).hasSize(1);
        assertThat(sent.path("comments").get(0).path("section").asString()).isEqualTo("difficulties");
        standing.post("/reports/b-30/extension", "lastDay", "2026-11-30", "reason", "Chờ số liệu", "key", "e-1");
        assertThat(services.last("POST /api/reports/b-30/extension").body()).contains("2026-11-30", "Chờ số liệu");
    }

    @Test
    void aVillageHasOnePage() {
        var unit = new Organisation.UnitView(new UnitId("u-t1"), "Thôn Suối Đá", UnitKind.VILLAGE, Samples.COMMUNE, Samples.COMMUNE, Samples.NAME, false);
        services.on("GET /api/organisation/me", new Organisation.Me(
                new PersonId("n-0009"), List.of(new Organisation.PositionView(new PositionId("pos-9"), "Trưởng thôn", Role.VILLAGE_HEAD, unit))));
        var head = Visitor.signedIn("role.village-head");

        var page = head.get("/reports/b-31").body();
        assertThat(page).contains("Kỳ này không có phát sinh", "Đã làm được gì", "type=\"file\"", "Tỷ lệ hồ sơ nộp trực tuyến (%)").doesNotContain("Kiến nghị, đề xuất");
        assertThat(head.get("/reports/b-31?full=1").body()).contains("Kiến nghị, đề xuất");
        assertThat(head.post("/reports/b-31/short", "nothingToReport", "true", "key", "v-1").statusCode()).isEqualTo(302);
        assertThat(services.last("POST /api/reports/b-31/submission").body()).contains("\"nothingToReport\":true");

        services.on("GET /api/reports/b-31", ReportSamples.asked(ReportSamples.whole("b-31", new UnitId("u-t1"), List.of("sections", "submission", "explanation"), List.of())));
        assertThat(head.get("/reports/b-31").body()).as("what a village is asked it answers there").contains("action=\"/reports/b-31/short\"", "action=\"/reports/b-31/explanation\"",
                "Vì sao chưa nộp?", "Chờ giải trình đến 21/11/2026");
    }

    @Test
    void theDayShowsWhoIsMissingAndHowToReachThem() {
        services.on("GET /api/reports/obligations", ReportSamples.ofTheDay());
        assertThat(standing.get("/reports").body()).contains("/reports/day", "/reports/rules", "/reports/matters", "/reports/campaigns");

        var quiet = standing.get("/reports/day?rule=ru-1&period=2026-11").body();
        assertThat(quiet).contains("Đã nhận 1/2", "Còn thiếu (1)", "Thôn Suối Đá", "nhập thay").doesNotContain("+84912345678");
        assertThat(services.wasAsked("GET /api/people/n-9")).as("nobody is read unasked").isFalse();
        assertThat(standing.get("/reports/day?rule=ru-1&period=2026-11&phones=true").body()).contains("tel:+84912345678", "Lương Thị Hà");
        assertThat(services.last("GET /api/people/n-9").query()).contains("reason=");
        standing.post("/reports/day/reminders", "rule", "ru-1", "period", "2026-11", "key", "n-1");
        assertThat(services.last("POST /api/reports/reminders").body()).contains("ru-1", "2026-11");
        assertThat(standing.get("/reports/day?rule=ru-1&period=2026-11").body()).contains("Đã nhắc 1 đơn vị");
        assertThat(quiet).contains("/reports/consolidated?rule=ru-1&amp;period=2026-11");
        assertThat(standing.get("/reports/consolidated?rule=ru-1&period=2026-11").body()).contains("Đã nhận 1/2", "Chưa có báo cáo của: Thôn Suối Đá", "- Văn phòng HĐND và UBND: Đã tổ chức", "Tổng: 12", "81,5");
        assertThat(standing.get("/reports/day").body()).contains("Báo cáo kết quả thực hiện kế hoạch");
    }

    @Test
    void reportsArePutTogetherSignedAndIssued() {
        ConsolidationSamples.answers(services);
        services.on("GET /api/reports/obligations", ReportSamples.ofTheDay());
        assertThat(standing.get("/reports/day?rule=ru-1&period=2026-11").body()).contains("action=\"/reports/consolidations\"", "Lập, mở bản tổng hợp");
        assertThat(standing.get("/reports/consolidated?rule=ru-1&period=2026-11").body()).contains("action=\"/reports/consolidations\"");
        assertThat(standing.get("/reports/consolidations").body()).contains("/reports/consolidations/th-1", "Đã ký duyệt", "1 lần bổ sung");
        assertThat(standing.post("/reports/consolidations", "rule", "ru-1", "period", "2026-11", "key", "c-1").headers().firstValue("Location")).get().asString()
                .endsWith("/reports/consolidations/th-1");
        assertThat(services.last("POST /api/reports/consolidations").body()).contains("ru-1", "2026-11");

        var page = standing.get("/reports/consolidations/th-1").body();
        assertThat(page).contains(
                "Đã nhận 2/3", "Chưa có báo cáo của: Thôn Suối Đá", "1.234,5 hộ", "Không tính là 0", "Theo từng đơn vị", "1 trên 1 đạt", "Xã đã tổ chức 2 lớp", "Có báo cáo mới từ khi sửa",
                "Do máy soạn", "Mô hình thử", "href=\"/api/reports/consolidations/th-1/pdf\"", "PHÓ CHỦ TỊCH", "href=\"/reports/b-30\"", "name=\"basis\" value=\"draft-1\"");
        standing.post("/reports/consolidations/th-1/intake", "version", "5", "key", "c-2");
        assertThat(services.last("POST /api/reports/consolidations/th-1/intake").header("If-Match")).isEqualTo("\"5\"");
        standing.post("/reports/consolidations/th-1/sections/results", "version", "1", "basis", "draft-1", "text", "Bản của xã", "key", "c-3");
        assertThat(services.last("POST /api/reports/consolidations/th-1/sections/results").body()).contains("Bản của xã", "\"basis\":\"draft-1\"");
        standing.post("/reports/consolidations/th-1/sections/results", "version", "1", "text", "Bản của xã", "draft", "true", "key", "c-4");
        assertThat(services.last("POST /api/reports/consolidations/th-1/sections/results").body()).isEqualTo("{\"text\":\"\"}");
        assertThat(page).contains("action=\"/reports/consolidations/th-1/presentation\"", "Người có quyền ký được báo một lần");
        assertThat(standing.post("/reports/consolidations/th-1/presentation", "version", "5", "key", "c-8").headers().firstValue("Location")).get().asString().endsWith("/reports/consolidations/th-1");
        assertThat(services.last("POST /api/reports/consolidations/th-1/presentation").header("If-Match")).isEqualTo("\"5\"");
        assertThat(standing.get("/reports/consolidations/th-1").body()).containsOnlyOnce("class=\"notice ok\"");
        assertThat(standing.get("/").body()).contains("Báo cáo chờ ký", "Xem và ký", "/reports/consolidations/th-2", "Chờ ký từ 20/11/2026");
        assertThat(services.last("GET /api/reports/consolidations").query()).contains("toSign=true");
        standing.post("/reports/consolidations/th-1/signing", "version", "5", "signatory", "1", "key", "c-5");
        assertThat(services.last("POST /api/reports/consolidations/th-1/signing").body()).contains("\"authority\":\"kt\"");
        services.refusing("POST /api/reports/consolidations/th-1/sections/results", 412, "VERSION_CHANGED", "Người khác vừa sửa.");
        var met = standing.post("/reports/consolidations/th-1/sections/results", "version", "0", "text", "Tôi gõ", "key", "c-6");
        assertThat(met.statusCode()).isEqualTo(412);
        assertThat(met.body()).as("both texts are there").contains("Tôi gõ", "Xã đã tổ chức 2 lớp", "Người khác vừa sửa.");

        assertThat(standing.get("/reports/consolidations/th-2").body()).contains("Bổ sung lần 1", "từ 1.234,5 thành 1.260 hộ", "Chờ ký duyệt", "PHÓ CHỦ TỊCH", "Sở Khoa học và Công nghệ", "name=\"fulfils\"");
        assertThat(standing.post("/reports/consolidations/th-2/issue", "version", "5", "number", "05/BC-UBND", "issuedOn", "2026-11-20").body()).contains("Hãy chọn tệp bản đã ký");
        standing.post("/reports/consolidations/th-2/reopening", "version", "5", "reason", "Sai số liệu", "key", "c-7");
        assertThat(services.last("POST /api/reports/consolidations/th-2/reopening").body()).contains("Sai số liệu");
    }

    @Test
    void aRuleShowsItsDaysAndWhatWasDecided() {
        assertThat(standing.get("/reports/rules").body()).contains("/reports/rules/ru-1");
        assertThat(standing.get("/reports/rules/ru-1").body()).contains("22/11/2026", "24/11/2026", "họp ngày 24/11/2026", "thay bằng báo cáo dài hơn", "Giao ban tháng", "value=\"14\"", "Thuộc: Nghị quyết 57", "Để trống: theo kế hoạch, là Nghị quyết 57.", "<option value=\"Đề án 06\">");

        standing.post("/reports/rules/ru-1/terms", "dataUntilDay", "14", "graceDays", "hai", "groups", "villages", "groups", "offices", "replacedBy", "ru-2", "headSends", "true", "programme", "Đề án 06", "version", "3", "key", "t-1");
        var sent = EventJson.mapper().readTree(services.last("POST /api/reports/rules/ru-1/terms").body());
        assertThat(sent.path("groups")).hasSize(2);
        assertThat(sent.path("programme").asString()).isEqualTo("Đề án 06");
        assertThat(sent.path("graceDays").asInt()).as("what is no number is refused by the service").isEqualTo(-1);
        assertThat(services.last("POST /api/reports/rules/ru-1/terms").header("If-Match")).isEqualTo("\"3\"");
        standing.post("/reports/rules/ru-1/meeting", "period", "2026-12", "day", "2026-12-20", "version", "3", "key", "t-2");
        assertThat(services.last("POST /api/reports/rules/ru-1/meeting").body()).contains("2026-12-20");
    }

    @Test
    void theProvinceAsksAndMattersAreAnswered() {
        services.on("GET /api/organisation/me", Samples.provincial());
        var province = Visitor.signedIn("tinh.thuongtruc");
        assertThat(province.get("/reports/campaigns").body()).contains("2/3 xã đã gửi, trong đó 1 trễ");
        assertThat(province.get("/reports/campaigns/campaign-1").body()).contains("Số điểm truy cập", "Công văn 12/UBND");
        province.post("/reports/campaigns", "title", "Báo cáo nhanh", "opensOn", "2026-11-20", "strict", "before", "lastDay", "2026-12-01", "communes", "c1", "numbers", "Số hộ\nSố thôn", "key", "c-1");
        var sent = EventJson.mapper().readTree(services.last("POST /api/reports/campaigns").body());
        assertThat(sent.path("lastDay").asString()).as("before the first excludes it").isEqualTo("2026-11-30");
        assertThat(sent.path("questions")).hasSize(2);

        assertThat(province.get("/reports/matters").body()).contains("Cần thêm kinh phí lắp điểm phát sóng", "Bố trí trong quý I.");
        province.post("/reports/matters/m-1/answer", "text", "Có", "key", "m-1");
        assertThat(services.last("POST /api/reports/matters/m-1/answer").body()).contains("Có");
        province.post("/reports/matters/m-1/escalation", "to", "province", "lastDay", "2026-12-01", "key", "m-2");
        assertThat(services.last("POST /api/reports/matters/m-1/escalation").body()).contains("province", "2026-12-01");
    }
}
