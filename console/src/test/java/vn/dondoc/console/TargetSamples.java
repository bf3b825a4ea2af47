package vn.dondoc.console;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.ShareMoney;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.TargetFigure;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.TaskId;

/** Invented answers about targets. */
final class TargetSamples {

    private TargetSamples() {}

    static void answers(StandIn services) {
        services.on("GET /api/targets", asked -> StandIn.json(200, asked.query().contains("limit=200&explanationOwed") ? new Page<>(List.of(TargetPagesTest.toExplain()), null, 1L) : asked.query().contains("explanationOwed") ? new Page<>(List.of(), null, 0L) : new Page<>(List.of(online(), share().summary(), proposed().summary()), null, 3L)))
                .on("GET /api/targets/g-1", measured())
                .on("POST /api/targets/g-1/measurement", measured())
                .on("POST /api/targets/g-1/correction", measured())
                .on("GET /api/targets/g-2", share())
                .on("GET /api/targets/g-2/rows", rows())
                .on("POST /api/targets/g-2/base", share())
                .on("GET /api/targets/g-3", proposed())
                .on("POST /api/targets/g-3/definition", share())
                .on("GET /api/targets/indicators", indicators())
                .on("GET /api/targets/g-4", watched())
                .on("POST /api/targets/g-4/measurement", watched());
    }

    /** One of the province, and one of the commune for itself. */
    static Targets.Indicators indicators() {
        return new Targets.Indicators(List.of(
                new Targets.Indicator("indicator-1", Samples.PROVINCE, "Tỉnh Hạ Vân", null, new PlanId("indicator-1"), new Targets.IndicatorWanted(
                        "DVC-01", "Tỷ lệ hồ sơ nộp trực tuyến", "%", ">=", new BigDecimal("80"), Frequency.MONTHLY, "Hệ thống một cửa", null, null), 3, LocalDate.of(2026, 3, 2), null, false,
                        new Targets.Together("2026-11", 2, 3, new BigDecimal("74.73"), new BigDecimal("822"), new BigDecimal("1100"))),
                new Targets.Indicator("indicator-2", Samples.COMMUNE, "Xã Mây Ngàn", "Công an xã", new PlanId("indicator-2"), new Targets.IndicatorWanted(
                        "5G-01", "Số thôn có sóng 5G", "thôn", null, null, null, null, Samples.COMMUNE, null), 1, LocalDate.of(2026, 4, 1), null, true, null)), true,
                List.of(new Targets.Measurer(Samples.COMMUNE, "Công an xã")), List.of());
    }

    static Targets.SheetPreview broken() {
        return new Targets.SheetPreview(null, 1, 0, 0, 0, List.of(), List.of(
                new Organisation.BrokenCell("Số liệu", 4, "Lý do đính chính", "TARGET_MEASURED_ALREADY", "Kỳ 2026-11 đã có số liệu.")));
    }

    static Targets.SheetPreview fine() {
        return new Targets.SheetPreview("wb-7", 5, 1, 1, 3, List.of(
                new Targets.SheetRow(2, new TargetId("g-1"), "Tỷ lệ hồ sơ nộp trực tuyến", "Văn phòng HĐND và UBND", "2026-Q4", new BigDecimal("62.5"), true, null, true, new BigDecimal("500"), new BigDecimal("800")),
                new Targets.SheetRow(4, new TargetId("g-3"), "Số mô hình thôn thông minh", "Phòng Văn hóa - Xã hội", "2026-11", new BigDecimal("5"), false, new BigDecimal("4"), false, null, null)),
                List.of());
    }

    static Targets.TargetSummary online() {
        return summary("g-1", "Tỷ lệ hồ sơ nộp trực tuyến", "82.5", Frequency.QUARTERLY, null, figure("2026-Q3", "79.4", true, 1, true), new BigDecimal("79.4"),
                TargetStanding.ON_THE_WAY, "2026-Q4", true);
    }

    static Targets.Target measured() {
        return new Targets.Target(
                online(), 7,
                List.of(
                        told(figure("2026-Q3", "79.4", true, 1, true), true, "Bà Hoa báo qua điện thoại", null, "Cộng nhầm hồ sơ của tháng 6"),
                        told(figure("2026-Q3", "84.9", true, 0, false), false, "Hệ thống một cửa", "Kết xuất ngày 02/10", null),
                        told(figure("2026-Q2", "71.2", false, 0, false), true, "Hệ thống một cửa", null, null),
                        told(figure("2026-Q1", "63", false, 0, false), true, "Hệ thống một cửa", null, null)),
                List.of(), new Targets.Comparison(new BigDecimal("58.5"), new BigDecimal("71.2"), "up", null), null,
                List.of("2026-Q4", "2026-Q3", "2026-Q2", "2026-Q1"), List.of("measurement", "correction", "definition"), List.of());
    }

    static Targets.Target share() {
        return new Targets.Target(
                summary("g-2", "Bố trí ít nhất 1% tổng chi ngân sách cho chuyển đổi số", "1", null,
                        new Targets.Share(ShareMoney.PLANNED, "NQ 57", 98_000_000_000L, 2026, 2, 870_000_000L, 5), null, new BigDecimal("0.8878"),
                        TargetStanding.BEHIND, null, false),
                3, List.of(),
                List.of(base(2, 98_000_000_000L, "Nghị quyết 34/NQ-HĐND điều chỉnh dự toán"), base(1, 96_500_000_000L, "Nghị quyết 21/NQ-HĐND")), null, null,
                List.of(), List.of("definition", "base"), List.of());
    }

    static Targets.Target proposed() {
        return new Targets.Target(
                summary("g-3", "Giải ngân ít nhất 95% kinh phí được giao", "95", null, null, null, null, TargetStanding.NOT_MEASURED, "2026-11-20", true), 1,
                List.of(), List.of(), null, new Targets.Proposal(ShareMoney.DISBURSED, null), List.of("2026-11-20"), List.of("measurement", "definition"), List.of());
    }

    /** An indicator without a goal, told by numerator and denominator. */
    static Targets.Target watched() {
        var figure = new TargetFigure("2026-10", new BigDecimal("81.2"), null, null, false, 0, false, LocalDate.of(2026, 11, 2), new BigDecimal("812"), new BigDecimal("1000"));
        var summary = new Targets.TargetSummary(
                new TargetId("g-4"), new PlanId("indicator-1"), Samples.COMMUNE, "Xã Mây Ngàn", 0, "VN-01", "Tỷ lệ người đủ điều kiện có tài khoản VNeID mức 2", "none", BigDecimal.ZERO, "%",
                Samples.CULTURE, "Phòng Văn hoá - Xã hội", "Công an xã", Frequency.MONTHLY, null, TargetArithmetic.LATEST, false, null, figure, figure.value(), null, "2026-11", true, true, null);
        return new Targets.Target(
                summary, 3, List.of(told(figure, true, "Công an xã", null, null), told(figure("2026-09", "78", false, 0, false), true, "Công an xã", null, null)), List.of(),
                new Targets.Comparison(null, new BigDecimal("78"), "up", null), null, List.of("2026-11", "2026-10"), List.of("measurement", "correction"), List.of());
    }

    static Targets.Rows rows() {
        return new Targets.Rows(
                List.of(
                        new Targets.Row(new TaskId("t-1"), Samples.PLAN, "1", Samples.overdue().title(), List.of("Văn phòng HĐND và UBND"), 120_000_000L),
                        new Targets.Row(new TaskId("t-4"), Samples.PLAN, "4", "Lắp điểm truy cập Internet công cộng tại nhà văn hoá thôn", List.of("Công an xã"), 500_000_000L)),
                3, 250_000_000L, 870_000_000L, 98_000_000_000L);
    }

    private static Targets.TargetSummary summary(
            String id, String name, String value, @Nullable Frequency rhythm, Targets.@Nullable Share share, @Nullable TargetFigure newest,
            @Nullable BigDecimal figure, TargetStanding standing, @Nullable String toMeasure, boolean due) {
        return new Targets.TargetSummary(
                new TargetId(id), Samples.PLAN, Samples.COMMUNE, "Xã Mây Ngàn", 1, "I. Chính quyền số", name, ">=", new BigDecimal(value), "%", Samples.CULTURE,
                "Phòng Văn hoá - Xã hội", "Hệ thống một cửa", rhythm, null, TargetArithmetic.LATEST, false, share, newest, figure, standing, toMeasure, due, true, null);
    }

    private static TargetFigure figure(String period, String value, boolean estimated, int correction, boolean onBehalf) {
        return new TargetFigure(period, new BigDecimal(value), null, null, estimated, correction, onBehalf, LocalDate.of(2026, 10, 2));
    }

    private static Targets.Measurement told(TargetFigure figure, boolean holds, String source, @Nullable String evidence, @Nullable String reason) {
        return new Targets.Measurement(
                figure, holds, source, evidence, evidence == null ? null : "112/BC-VP", reason, Instant.parse("2026-10-02T02:00:00Z"), "Công chức văn phòng",
                "Văn phòng HĐND và UBND");
    }

    private static Targets.Base base(int number, long vnd, String source) {
        return new Targets.Base(number, vnd, 2026, source, Instant.parse("2026-03-02T02:00:00Z"), "Trưởng phòng", "Phòng Văn hoá - Xã hội");
    }
}
