package vn.dondoc.console;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Systems;
import vn.dondoc.contracts.event.EventJson;

import static org.assertj.core.api.Assertions.assertThat;

/** Systems of others: what to paste, their sheets, the tick, and their register; links and forms only. */
class SystemPagesTest {

    private final StandIn services = Console.SERVICES;
    private Visitor standing;

    @BeforeEach
    void theStandingUnit() {
        services.forget();
        Samples.everything(services, Samples.standing());
        standing = Visitor.signedIn("xa1.thuongtruc");
    }

    @Test
    void the_page_of_a_system_holds_words_to_paste_section_by_section_its_workbook_and_the_figure_with_its_rows() {
        assertThat(standing.get("/reports/systems").body()).contains("nq57.vn", "Hằng tháng", "Cơ quan thường trực của từng xã", "25/11/2026", "/reports/systems/new");
        var page = standing.get("/reports/systems/system-1").body();

        assertThat(page).contains("id=\"text-running\"", "[57-01] Tập huấn kỹ năng số: Đã mở 2 lớp.; Số lớp: 2/5\u00a0lớp; đạt 40%", "data-copy=\"text-late\"",
                "[57-02] Lắp điểm truy cập Internet công cộng: chưa có tiến độ", "id=\"task-t-1\"",
                "href=\"/api/tasks/exchange/workbook?programme=NQ%2057&amp;level=central&amp;coded=true&amp;heading=M%C3%A3%20NV&amp;heading=K%E1%BA%BFt", "&amp;field=code&amp;field=progress&amp;field=percent\"",
                "1 trên 2 nhiệm vụ", "Mẫu số: nhiệm vụ Trung ương của hệ thống", "chưa cập nhật được", "period=2026-10");
        assertThat(services.last("GET /api/tasks/exchange").query()).contains("level=central", "coded=true");
        services.on("GET /api/reports/systems/system-1/figure", new Systems.Figure("2026-10", null, 0, 0, List.of()));
        standing.get("/reports/systems/system-1?period=2026-10");
        assertThat(services.last("GET /api/reports/systems/system-1/figure").query()).contains("period=2026-10");
    }

    @Test
    void the_tick_names_its_day_its_receipt_and_what_was_left_out() {
        assertThat(standing.get("/reports/systems/system-1").body()).contains("action=\"/reports/systems/system-1/update/b-57\"", "name=\"updatedOn\"", "name=\"leftOut\" value=\"t-4\"");

        var answer = standing.post("/reports/systems/system-1/update/b-57", "updatedOn", "2026-11-12", "number", "BN-57", "leftOut", "t-4", "note", "Đủ", "key", "u-1");

        assertThat(answer.headers().firstValue("Location")).hasValue("/reports/systems/system-1");
        var sent = EventJson.mapper().readTree(services.last("POST /api/reports/b-57/submission").body());
        assertThat(sent.path("receipt").path("updatedOn").asString()).isEqualTo("2026-11-12");
        assertThat(sent.path("receipt").path("number").asString()).isEqualTo("BN-57");
        assertThat(sent.path("receipt").path("leftOut").get(0).asString()).isEqualTo("t-4");
        assertThat(services.last("POST /api/reports/b-57/submission").header("Idempotency-Key")).isEqualTo("u-1");
        assertThat(services.wasAsked("POST /api/reports/b-57/files")).isFalse();

        services.refusing("POST /api/reports/b-57/submission", 422, "REPORT_RECEIPT_REQUIRED", "Hãy ghi số biên nhận.");
        var refused = standing.post("/reports/systems/system-1/update/b-57", "updatedOn", "2026-11-12", "note", "Đã gõ", "leftOut", "t-1", "key", "u-2");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Hãy ghi số biên nhận.", "value=\"Đã gõ\"", "name=\"leftOut\" value=\"t-1\" checked=\"checked\"");
    }

    @Test
    void dashboards_tell_how_many_central_tasks_were_told_and_lead_to_the_rows_of_their_place() {
        assertThat(standing.get("/dashboard/communes/c1").body()).contains("href=\"/reports/systems/system-1?period=2026-11&amp;commune=c1#figure-title\"", "nq57.vn: 1 trên 2 nhiệm vụ",
                "Kỳ tháng 11/2026, hạn cập nhật 25/11/2026", "Mẫu số: nhiệm vụ Trung ương của hệ thống");
        assertThat(standing.get("/dashboard/province").body()).contains("href=\"/reports/systems/system-1?period=2026-11#figure-title\"", "nq57.vn: 12 trên 19 nhiệm vụ");

        assertThat(standing.get("/reports/systems/system-1?period=2026-11&commune=c1").body()).contains("Chỉ nhiệm vụ của Xã Mây Ngàn", "Xem mọi nơi");
        assertThat(services.last("GET /api/reports/systems/system-1/figure").query()).contains("commune=c1");
    }

    @Test
    void an_update_that_is_owed_is_called_one_in_lists_and_leads_to_the_page_of_the_system() {
        services.on("GET /api/reports/obligations", SystemSamples.updates());
        for (var list : List.of("/", "/reports")) {
            assertThat(standing.get(list).body()).as(list).contains("href=\"/reports/systems/system-1?period=2026-11\"", "Cập nhật hệ thống", "Cập nhật số liệu lên nq57.vn")
                    .doesNotContain("href=\"/reports/b-57\"", ">Lập báo cáo<");
        }
        assertThat(standing.get("/reports/systems/system-1").body()).as("on that page its history is behind the row").contains("href=\"/reports/b-57\"");
    }

    @Test
    void its_report_leads_to_the_page_of_the_system_instead_of_a_form() {
        assertThat(standing.get("/reports/b-57").body()).contains("/reports/systems/system-1?period=2026-11", "Mở trang hệ thống").doesNotContain("name=\"results\"", "/plans/");
    }

    @Test
    void what_its_sheet_tells_is_shown_and_only_confirmed_rows_are_recorded() {
        var page = uploaded().body();
        assertThat(page).contains("Tệp có 5 dòng có mã: 1 dòng mới, 2 dòng đã có ở đây.", "Tỷ lệ phải là số nguyên từ 0 đến 100.", "Dòng 4: 57-99", "Đã mở 1 lớp.", "Đã mở 2 lớp.</textarea>",
                "name=\"use\" value=\"t-1\"").doesNotContain("name=\"use\" value=\"t-1\" checked");
        assertThat(services.last("POST /api/tasks/exchange/preview").body()).contains("name=\"heading\"", "Kết quả, tiến độ", "progress");
        assertThat(services.calls()).noneMatch(call -> call.path().endsWith("/progress"));

        services.refusing("POST /api/tasks/t-4/progress", 403, "NOT_LEAD", "Không phải việc của bạn.");
        var recorded = standing.post("/reports/systems/system-1/sheet/record", "use", "t-1", "note-t-1", "Đã mở 2 lớp, sửa", "percent-t-1", "40", "figures-t-1", "Số lớp\t2\t5\tlớp",
                "use", "t-4", "title-t-4", "Lắp điểm", "note-t-4", "x", "note-t-5", "không chọn", "key", "s-1");

        assertThat(recorded.headers().firstValue("Location")).hasValue("/reports/systems/system-1");
        var sent = EventJson.mapper().readTree(services.last("POST /api/tasks/t-1/progress").body());
        assertThat(sent.path("note").asString()).isEqualTo("Đã mở 2 lớp, sửa");
        assertThat(sent.path("percent").asInt()).isEqualTo(40);
        assertThat(sent.path("figures").get(0).path("outOf").decimalValue()).isEqualByComparingTo("5");
        assertThat(services.last("POST /api/tasks/t-1/progress").header("Idempotency-Key")).isNotEqualTo(services.last("POST /api/tasks/t-4/progress").header("Idempotency-Key"));
        assertThat(services.wasAsked("POST /api/tasks/t-5/progress")).isFalse();
        assertThat(standing.get("/reports/systems/system-1").body()).contains("Đã ghi tiến độ của 1 nhiệm vụ.", "Lắp điểm: Không phải việc của bạn.");
    }

    @Test
    void the_register_keeps_what_was_typed_and_names_the_version_that_was_looked_at() {
        assertThat(standing.get("/reports/systems/new").body()).contains("name=\"heading\"", "value=\"document-number\"", "action=\"/reports/systems\"");
        standing.post("/reports/systems", "name", "theodoinq.dcs.vn", "address", "https://theodoinq.dcs.vn", "frequency", "monthly", "day", "20", "owner", Samples.CULTURE.value(), "level", "central",
                "coded", "true", "heading", "Mã", "field", "code", "heading", "", "field", "empty", "key", "n-1");
        var sent = EventJson.mapper().readTree(services.last("POST /api/reports/systems").body());
        assertThat(sent.path("columns")).hasSize(1);
        assertThat(sent.path("scope").path("levels").get(0).asString()).isEqualTo("central");
        assertThat(sent.path("owner").asString()).isEqualTo(Samples.CULTURE.value());

        assertThat(standing.get("/reports/systems/system-1/edit").body()).contains("value=\"Kết quả, tiến độ\"", "name=\"version\" value=\"4\"", "name=\"retired\"");
        services.refusing("POST /api/reports/systems/system-1/definition", 400, "VALIDATION", "Sai.");
        var refused = standing.post("/reports/systems/system-1", "name", "Tên mới", "heading", "Mã", "field", "code", "version", "4", "key", "n-2");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("value=\"Tên mới\"");
        assertThat(services.last("POST /api/reports/systems/system-1/definition").header("If-Match")).isEqualTo("\"4\"");
    }

    private HttpResponse<String> uploaded() {
        standing.get("/reports/systems/system-1");
        var body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + standing.csrf()
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"nq57.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n--b--\r\n";
        return standing.send(standing.request("/reports/systems/system-1/sheet", "Content-Type", "multipart/form-data; boundary=b").POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
