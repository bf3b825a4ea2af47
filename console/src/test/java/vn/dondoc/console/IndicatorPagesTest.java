package vn.dondoc.console;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Frequency;

import static org.assertj.core.api.Assertions.assertThat;

/** Indicators that stand in no plan: listed, defined from what is usual, given up. */
class IndicatorPagesTest {

    private final StandIn services = Console.SERVICES;
    private Visitor standing;

    @BeforeEach
    void theStandingUnit() {
        services.forget();
        Samples.everything(services, Samples.standing());
        standing = Visitor.signedIn("xa1.thuongtruc");
    }

    @Test
    void whatIsMeasuredLeadsToItsTargets() {
        var page = standing.get("/targets/indicators").body();
        assertThat(page).contains("DVC-01", "/targets?plan=indicator-1", "Tỉnh Hạ Vân", "3 xã", "Hằng tháng", "≥\u00a080\u00a0%", "Số thôn có sóng 5G", "Tại một ngày", "Không đặt mức", "Công an xã nhập số liệu", "74,73 %", "822 trên 1.100", "2/3 xã")
                .contains("action=\"/targets/indicators/indicator-2/withdrawal\"").doesNotContain("indicator-1/withdrawal", "??");
        assertThat(standing.get("/targets").body()).contains("href=\"/targets/indicators\"");
        standing.post("/language", "to", "en");
        assertThat(standing.get("/targets/indicators?start=online-payment").body()).contains("Indicators without a plan").doesNotContain("??");
        standing.post("/language", "to", "vi");
        services.on("GET /api/targets/indicators", new Targets.Indicators(List.of(), false, List.of(), List.of()));
        assertThat(standing.get("/targets/indicators").body()).contains("Chưa có chỉ số nào").doesNotContain("name=\"code\"");
    }

    @Test
    void withoutAGoalThereIsAFigureOfItsPartsAndNoVerdict() {
        assertThat(standing.get("/targets/g-4").body()).contains("Không đặt mức", "812 trên 1.000", "81,2", "href=\"/targets/indicators\"", "name=\"whole\"")
                .doesNotContain("data-goal=\"", "Chưa có số liệu", "Chậm so với mức", "??");
        standing.post("/targets/g-4/measurement", "period", "2026-11", "value", "", "part", "1.812", "whole", "2.000", "estimated", "false", "version", "3");
        var body = EventJson.mapper().readTree(services.last("POST /api/targets/g-4/measurement").body());
        assertThat(body.path("part").decimalValue()).isEqualByComparingTo("1812");
        assertThat(body.path("whole").decimalValue()).isEqualByComparingTo("2000");
        var unreadable = standing.post("/targets/g-4/measurement", "period", "2026-11", "value", "80", "part", "nhiều", "whole", "2.000", "version", "3");
        assertThat(unreadable.statusCode()).isEqualTo(422);
        assertThat(unreadable.body()).contains("Không đọc được tử số hoặc mẫu số.", "value=\"nhiều\"", "value=\"2.000\"");
    }

    @Test
    void oneIsDefinedFromWhatIsUsualAndGivenUp() {
        assertThat(standing.get("/targets/indicators?start=villages-with5g").body()).contains("name=\"code\"");
        assertThat(standing.get("/targets/indicators?start=villages-with-5g").body()).contains("value=\"Số thôn, tổ dân phố có sóng 5G\"", "value=\"thôn, tổ dân phố\"");
        services.on("POST /api/targets/indicators", TargetSamples.indicators().indicators().getFirst());
        standing.post("/targets/indicators", "code", " TT-01 ", "name", "Tỷ lệ thanh toán trực tuyến", "operator", ">=", "value", "72,5", "unit", "%", "rhythm", "monthly", "source", "Cổng dịch vụ công",
                "key", "k-1");
        var call = services.last("POST /api/targets/indicators");
        assertThat(call.header("Idempotency-Key")).isEqualTo("k-1");
        assertThat(EventJson.mapper().readValue(call.body(), Targets.IndicatorWanted.class)).isEqualTo(
                new Targets.IndicatorWanted("TT-01", "Tỷ lệ thanh toán trực tuyến", "%", ">=", new BigDecimal("72.5"), Frequency.MONTHLY, "Cổng dịch vụ công", null, null));
        standing.post("/targets/indicators", "code", "HT-01", "name", "Số thôn có sóng 5G", "operator", ">=", "value", " ", "unit", "thôn", "rhythm", "", "owner", "c1", "key", "k-3");
        assertThat(EventJson.mapper().readValue(services.last("POST /api/targets/indicators").body(), Targets.IndicatorWanted.class)).as("no goal").isEqualTo(
                new Targets.IndicatorWanted("HT-01", "Số thôn có sóng 5G", "thôn", null, null, null, null, Samples.COMMUNE, null));

        services.refusing("POST /api/targets/indicators", 400, "VALIDATION", "Có nội dung chưa đúng.");
        var refused = standing.post("/targets/indicators", "code", "TT-01", "name", "Tỷ lệ", "operator", ">=", "value", "80", "unit", "%", "rhythm", "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Có nội dung chưa đúng.", "value=\"80\"");
        var unreadable = standing.post("/targets/indicators", "code", "TT-01", "name", "Tỷ lệ", "operator", ">=", "value", "nhiều", "unit", "%", "rhythm", "", "owner", "c1");
        assertThat(unreadable.statusCode()).isEqualTo(422);
        assertThat(unreadable.body()).contains("Không đọc được mức cần đạt.", "value=\"nhiều\"", "value=\"c1\" selected");

        services.on("POST /api/targets/indicators/indicator-2/withdrawal", TargetSamples.indicators().indicators().getLast());
        assertThat(standing.post("/targets/indicators/indicator-2/withdrawal", "key", "k-2").headers().firstValue("Location")).hasValue("/targets/indicators");
        assertThat(standing.get("/targets/indicators").body()).contains("Đã bỏ chỉ số.");
    }
}
