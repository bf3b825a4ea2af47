package vn.dondoc.console;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.api.Rankings.Figure;
import vn.dondoc.contracts.event.EventJson;

import static org.assertj.core.api.Assertions.assertThat;

/** The rule by which a province ranks, and the places and proposals that come of it. */
class RankingPagesTest {

    private final StandIn services = Console.SERVICES;
    private Visitor province;

    @BeforeEach
    void theProvince() {
        services.forget();
        Samples.everything(services, Samples.provincial());
        RankingSamples.answers(services);
        province = Visitor.signedIn("tinh.thuongtruc");
    }

    @Test
    void placesLeadToTheirRowsAndWhoHasTooFewStandsApart() {
        var page = province.get("/rankings").body();
        assertThat(page).contains("Theo quy tắc số 2, đặt ngày 02/08/2026; số liệu như hệ thống đã biết vào cuối ngày 30/09/2026.", "quý III/2026", "Xã: 3 nơi được xếp hạng", "97,5",
                "/tasks?commune=c2&amp;timeClass=completed-in-time", "39/40", "/reports?commune=c2", "/tasks/overdue-on?day=2026-09-30&amp;commune=c1", "không có, không tính",
                "/dashboard/communes/c2?day=2026-09-30", "href=\"/api/rankings/communes/workbook?period=2026-Q3\"", "/rankings/communes/c2?period=2026-Q3")
                .contains("href=\"/tasks?commune=c3&amp;explanationOwed=true\">nhiệm vụ 1/2</a>", "href=\"/reports?commune=c3&amp;explanationOwed=true\">báo cáo 0/1</a>",
                        "href=\"/targets?commune=c3&amp;explanationOwed=true\">chỉ tiêu 2/3</a>")
                .contains("Đề xuất khen thưởng: Phường", "hạng 1, 100 điểm", "href=\"/organisation/positions/pos-9\"", "Chủ tịch UBND")
                .contains("Quá hạn nhiều hơn mức cho phép.", "Có giải trình quá hạn trả lời.", "Chưa đủ dữ liệu (dưới 15 dòng), không xếp hạng:", "Xã Nậm Khe (13 dòng).")
                .doesNotContain("??");
        assertThat(page.indexOf("Xã Đèo Gió")).isLessThan(page.indexOf("Xã Mây Ngàn"));
        province.get("/rankings?period=2026-Q2");
        assertThat(services.last("GET /api/rankings/communes").query()).isEqualTo("period=2026-Q2");
        assertThat(province.get("/rankings/communes/c1").body()).contains("Xếp hạng các đơn vị của Xã Mây Ngàn", "/tasks?unit=u-vp&amp;timeClass=completed-in-time",
                "Quy tắc được đặt sau khi kỳ này kết thúc", "href=\"/api/rankings/communes/c1/units/workbook?period=2026-Q3\"");
        province.post("/language", "to", "en");
        assertThat(province.get("/rankings").body()).contains("Ranking of communes and wards", "Too few rows", "reports 0/1").doesNotContain("??");
        assertThat(province.get("/ranking-rule/p").body()).contains("What counts, and how much").doesNotContain("??");
    }

    @Test
    void withoutARuleThereIsNothingAndNobodyIsLedThere() {
        services.on("GET /api/rankings/communes", RankingSamples.without()).on("GET /api/rankings/rules/p", RankingSamples.none());
        var newcomer = Visitor.signedIn("tinh.thuongtruc");
        assertThat(newcomer.get("/rankings").body()).contains("Tỉnh chưa đặt quy tắc xếp hạng", "href=\"/ranking-rule\"").doesNotContain("<table", "workbook");
        assertThat(newcomer.get("/ranking-rule/p").body()).contains("Chưa có quy tắc").doesNotContain("Tắt xếp hạng", "Các phiên bản");
        services.refusing("GET /api/rankings/communes", 422, "RANKING_PERIOD_OPEN", "Kỳ này chưa kết thúc.");
        services.on("GET /api/rankings/communes", asked -> asked.query().isEmpty() ? StandIn.json(200, RankingSamples.communes())
                : StandIn.problem(422, "RANKING_PERIOD_OPEN", "Kỳ này chưa kết thúc."));
        assertThat(newcomer.get("/rankings?period=2026-Q4").body()).contains("Kỳ này chưa kết thúc.", "97,5");
    }

    @Test
    void whatIsTypedBecomesTheNextVersion() {
        assertThat(province.get("/ranking-rule").headers().firstValue("Location")).hasValue("/ranking-rule/p");
        assertThat(province.get("/ranking-rule/p").body()).contains("name=\"weight.tasks-in-time\" value=\"40\"", "Số 2, từ 02/08/2026", "Chánh Văn phòng", "tắt xếp hạng",
                "Xong đúng hạn trong kỳ, trên số xong trong kỳ và số đang quá hạn");
        services.on("PUT /api/rankings/rules/p", RankingSamples.rule(true));
        var saved = province.post("/ranking-rule/p", "version", "2", "period", "month", "weight.tasks-opened", " 5 ", "weight.reports-in-time", "0", "leastRows", "12",
                "units", "true", "proposed", "3", "leastPoints", "", "mostOverdue", "2");
        assertThat(saved.headers().firstValue("Location")).hasValue("/ranking-rule/p");
        var call = services.last("PUT /api/rankings/rules/p");
        assertThat(call.header("If-Match")).isEqualTo("\"2\"");
        assertThat(EventJson.mapper().readValue(call.body(), Rankings.Wanted.class)).isEqualTo(new Rankings.Wanted(
                Rankings.Period.MONTH, List.of(new Rankings.Weight(Figure.TASKS_OPENED, 5)), 12, false, true, false, 3, null, 2, false));
        assertThat(province.get("/ranking-rule/p").body()).contains("Đã lưu quy tắc xếp hạng.");

        var nothing = province.post("/ranking-rule/p", "version", "2", "period", "month", "leastRows", "7", "proposed", "3");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Chưa có số liệu nào được tính.", "name=\"leastRows\"", "value=\"7\"");
        province.post("/ranking-rule/p", "version", "2", "period", "month", "leastRows", "7", "proposed", "3", "act", "off");
        assertThat(services.last("PUT /api/rankings/rules/p").body()).contains("\"weights\":[]");

        services.refusing("PUT /api/rankings/rules/p", 400, "VALIDATION", "Có nội dung chưa đúng.");
        var refused = province.post("/ranking-rule/p", "version", "2", "period", "year", "weight.tasks-opened", "nhiều", "leastRows", "7", "proposed", "3");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Có nội dung chưa đúng.", "value=\"nhiều\"");
    }

    @Test
    void whoIsRankedReadsTheRuleAndIsLedToTheOwnPlace() {
        services.forget();
        Samples.everything(services, Samples.standing());
        TimekeepingPagesTest.answers(services);
        RankingSamples.answers(services);
        services.on("GET /api/rankings/rules/p", RankingSamples.rule(false));
        var standing = Visitor.signedIn("xa1.xephang");
        assertThat(standing.get("/ranking-rule/p").body()).contains("Các phiên bản").doesNotContain("value=\"save\"", "Tắt xếp hạng");
        assertThat(standing.get("/rankings").body()).doesNotContain("communes/workbook");
        assertThat(standing.get("/dashboard/communes/c1").body()).contains("href=\"/rankings\"");
    }
}
