package vn.dondoc.console;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.EventJson;

import static org.assertj.core.api.Assertions.assertThat;

/** Targets: lists, one with its history, and the forms; links and forms only. */
class TargetPagesTest {

    private final StandIn services = Console.SERVICES;
    private Visitor standing;

    @BeforeEach
    void theStandingUnit() {
        services.forget();
        Samples.everything(services, Samples.standing());
        standing = Visitor.signedIn("xa1.thuongtruc");
    }

    @Test
    void everyFigureLeadsToItsRows() {
        assertThat(standing.get("/").body()).contains("Chỉ tiêu cần nhập số liệu", "/targets/g-1", "Nhập số liệu quý IV/2026");
        assertThat(services.last("GET /api/targets").query()).contains("mine=true", "due=true");
        assertThat(standing.get("/dashboard/communes/c1").body())
                .contains("/targets?commune=c1&amp;standing=behind", "/targets?unit=u-vp&amp;standing=behind", "3/10",
                        "2 giải trình về nhiệm vụ chưa trả lời, trong đó 1 quá hạn", "/reports?commune=c1&amp;explanationOwed=true",
                        "3 giải trình về báo cáo chưa trả lời, trong đó 2 quá hạn", "/targets?commune=c1&amp;explanationOwed=true",
                        "1 giải trình về chỉ tiêu chưa trả lời, trong đó 0 quá hạn");
        assertThat(standing.get("/dashboard/province").body()).contains("/targets?commune=&amp;standing=attained", "/targets?commune=c1&amp;standing=behind");
        assertThat(standing.get("/plans/plan-1").body()).contains("href=\"/targets/g-1\"", "79,4", "quý III/2026", "Đang tiến tới");
        assertThat(services.last("GET /api/targets").query()).contains("plan=plan-1");
        assertThat(standing.get("/targets?standing=behind&commune=c1").body()).contains("3 chỉ tiêu", "≥\u00a082,5\u00a0%", "Tính từ nhiệm vụ");
        assertThat(services.last("GET /api/targets").query()).contains("standing=behind", "commune=c1");
    }

    @Test
    void aPlanIsShownWhileNothingIsKnownOfItsTargets() {
        services.refusing("GET /api/targets", 503, "UNAVAILABLE", "Chưa đọc được.");

        assertThat(standing.get("/plans/plan-1").body()).contains("Tỷ lệ hồ sơ nộp trực tuyến").doesNotContain("/targets/g-1");
    }

    @Test
    void allThatWasToldIsShownWithItsCorrections() {
        var page = standing.get("/targets/g-1").body();
        assertThat(page).contains("79,4", "đính chính 1", "đã được thay", "nhập thay", "Bà Hoa báo qua điện thoại", "Cộng nhầm hồ sơ", "Cùng kỳ năm trước: 58,5 %",
                "Tăng so với lần trước (71,2 %)", "Cần nhập số liệu quý IV/2026", "lấy số mới nhất", "mặc định theo lời văn");
        assertThat(page.indexOf("data-value=\"63\"")).isPositive().isLessThan(page.indexOf("data-value=\"79.4\""));
    }

    @Test
    void whyItIsBehindIsAskedAndAnsweredOnItsPage() {
        var share = TargetSamples.share();
        services.on("GET /api/targets/g-2", explained(share, "explanation-request", null));
        services.on("POST /api/targets/g-2/explanation-request", share);
        assertThat(standing.get("/targets/g-2").body()).contains("action=\"/targets/g-2/explanation-request\"");
        standing.post("/targets/g-2/explanation-request", "reason", "Vì sao chưa đạt?", "day", "2026-11-24", "version", "3", "key", "e-1");
        assertThat(services.last("POST /api/targets/g-2/explanation-request").body()).contains("\"question\":\"Vì sao chưa đạt?\"", "\"lastDay\":\"2026-11-24\"");

        var refused = standing.post("/targets/g-2/explanation-request", "reason", "Đã gõ câu hỏi", "day", "31/02/2026", "version", "3", "key", "e-0");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("ngày phải có thật", "Đã gõ câu hỏi</textarea>");

        services.on("GET /api/targets/g-2", explained(share, "explanation", ReportSamples.toExplain()));
        services.on("POST /api/targets/g-2/explanation", share);
        assertThat(standing.get("/targets/g-2").body()).contains("action=\"/targets/g-2/explanation\"", "Vì sao chưa đạt?", "Chờ giải trình đến 21/11/2026",
                "Yêu cầu giải trình và trả lời");
        standing.post("/targets/g-2/explanation", "reason", "Chưa phân bổ", "version", "3", "key", "e-2");
        assertThat(services.last("POST /api/targets/g-2/explanation").body()).contains("\"text\":\"Chưa phân bổ\"");

        services.on("GET /api/targets", new Page<>(List.of(explained(share, "explanation", ReportSamples.toExplain()).summary()), null, 1L));
        assertThat(standing.get("/").body()).contains("id=\"explanations-title\"", "href=\"/targets/g-2\"", "21/11/2026");
    }

    static Targets.TargetSummary toExplain() {
        return explained(TargetSamples.share(), "explanation", ReportSamples.toExplain()).summary();
    }

    private static Targets.Target explained(Targets.Target target, String action, Tasks.Explained explanation) {
        var s = target.summary();
        var summary = new Targets.TargetSummary(
                s.id(), s.plan(), s.commune(), s.communeName(), s.order(), s.group(), s.name(), s.operator(), s.value(), s.unit(), s.owner(), s.ownerName(), s.dataSource(),
                s.rhythm(), s.withdrawnOn(), s.arithmetic(), s.chosen(), s.share(), s.newest(), s.figure(), s.standing(), s.toMeasure(), s.dueNow(), s.mayMeasure(), explanation);
        var asked = explanation == null
                ? List.<Reports.Entry>of()
                : List.of(new Reports.Entry("TargetExplanationRequested", Instant.parse("2026-11-18T02:00:00Z"), "Chủ tịch", "UBND xã", "Vì sao chưa đạt?"));
        return new Targets.Target(
                summary, target.version(), target.measurements(), target.bases(), target.comparison(), target.proposal(), target.periods(), List.of(action), asked);
    }

    @Test
    void aWorkbookOfFiguresIsShownBeforeItIsWritten() {
        assertThat(standing.get("/targets?plan=plan-1").body()).contains("/targets/workbook?plan=plan-1", "Nhập số liệu từ tệp");
        assertThat(standing.get("/targets/workbook?plan=plan-1").body()).contains("action=\"/api/targets/workbook\"", "name=\"plan\" value=\"plan-1\"", "name=\"period\"");
        services.on("POST /api/targets/workbooks", TargetSamples.broken());
        var refused = uploaded();
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Lý do đính chính", "Kỳ 2026-11 đã có số liệu.").doesNotContain("Ghi số liệu</button>");

        services.on("POST /api/targets/workbooks", TargetSamples.fine());
        assertThat(uploaded().body()).contains("Sẽ ghi 1 số liệu mới, 1 đính chính; 3 dòng không đổi.", "nhập thay", "62,5", "500 trên 800", "action=\"/targets/workbook/wb-7\"");
        services.on("POST /api/targets/workbooks/wb-7/confirmation", new Targets.SheetTaken(4, List.of(
                new Organisation.BrokenCell("Số liệu", 9, null, "TARGET_WITHDRAWN", "Chỉ tiêu này đã được kế hoạch bỏ."))));
        assertThat(standing.post("/targets/workbook/wb-7").headers().firstValue("Location")).hasValue("/targets/workbook");
        assertThat(standing.get("/targets/workbook").body()).contains("4 số liệu của tệp đã được ghi.", "1 dòng chưa ghi được", "Dòng 9: Chỉ tiêu này");
        services.refusing("POST /api/targets/workbooks/wb-7/confirmation", 409, "SHEET_OUTDATED", "Số liệu đã thay đổi.");
        assertThat(standing.post("/targets/workbook/wb-7").body()).contains("Số liệu đã thay đổi.");
    }

    private HttpResponse<String> uploaded() {
        standing.get("/targets/workbook");
        var body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + standing.csrf()
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"so-lieu.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n--b--\r\n";
        return standing.send(standing.request("/targets/workbook", "Content-Type", "multipart/form-data; boundary=b").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void figuresAreWrittenAsPeopleWriteThem() {
        var answer = standing.post("/targets/g-1/measurement", "period", "2026-Q4", "value", "1.234,5", "estimated", "true", "source", " Hệ thống ", "version", "7", "key", "k-1");
        assertThat(answer.headers().firstValue("Location")).hasValue("/targets/g-1");
        var call = services.last("POST /api/targets/g-1/measurement");
        assertThat(call.header("If-Match")).isEqualTo("\"7\"");
        assertThat(call.header("Idempotency-Key")).isEqualTo("k-1");
        var body = EventJson.mapper().readTree(call.body());
        assertThat(body.get("value").decimalValue()).isEqualByComparingTo("1234.5");
        assertThat(body.get("period").stringValue()).isEqualTo("2026-Q4");
        assertThat(body.get("estimated").booleanValue()).isTrue();
        assertThat(body.get("source").stringValue()).isEqualTo("Hệ thống");

        standing.post("/targets/g-1/correction", "period", "2026-Q3", "day", "2026-11-18", "value", "12.345", "reason", "Nhầm", "version", "7");
        body = EventJson.mapper().readTree(services.last("POST /api/targets/g-1/correction").body());
        assertThat(body.get("period").stringValue()).as("a day is told instead of the period").isEqualTo("2026-11-18");
        assertThat(body.get("value").decimalValue()).isEqualByComparingTo("12345");
    }

    @Test
    void whatWasTypedStaysWhereItWasRefused() {
        services.refusing("POST /api/targets/g-1/measurement", 409, "TARGET_MEASURED_ALREADY", "Kỳ 2026-Q3 đã có số liệu.");

        var refused = standing.post("/targets/g-1/measurement", "period", "2026-Q3", "value", "77,7", "evidence", "Biên bản", "version", "7");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Kỳ 2026-Q3 đã có số liệu.", "value=\"77,7\"", "Biên bản");
        assertThat(standing.get("/targets/g-1/measurement").headers().firstValue("Location")).hasValue("/targets/g-1");
    }

    @Test
    void aShareOfTheBudgetIsConfirmedAndItsRowsAddUp() {
        assertThat(standing.get("/targets/g-3").body()).contains("Lời văn của chỉ tiêu cho thấy đây là tỷ lệ giải ngân", "value=\"share\" checked");
        standing.post("/targets/g-3/definition", "way", "share", "money", "disbursed", "programme", "NQ 57", "base", "98.000.000.000", "year", "2026",
                "source", "Nghị quyết 21", "version", "1");
        var share = EventJson.mapper().readTree(services.last("POST /api/targets/g-3/definition").body()).get("share");
        assertThat(share.get("baseVnd").longValue()).isEqualTo(98_000_000_000L);
        assertThat(share.get("money").stringValue()).isEqualTo("disbursed");
        assertThat(share.get("baseYear").intValue()).isEqualTo(2026);

        assertThat(standing.get("/targets/g-2").body()).contains(
                "870.000.000\u00a0đ trên tổng ngân sách 98.000.000.000\u00a0đ, từ 5 nhiệm vụ", "3 nhiệm vụ khác", "250.000.000", "/tasks/t-4", "Nghị quyết 34/NQ-HĐND",
                "đính chính 1");
        standing.post("/targets/g-2/base", "base", "99.000.000.000", "year", "2026", "source", "Nghị quyết 40", "version", "3");
        assertThat(services.last("POST /api/targets/g-2/base").body()).contains("99000000000");
        standing.post("/targets/g-3/definition", "way", "sum", "version", "1");
        assertThat(services.last("POST /api/targets/g-3/definition").body()).contains("\"arithmetic\":\"sum\"").doesNotContain("baseVnd");
    }
}
