package vn.dondoc.console;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.contracts.api.Consolidations.Stage;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.id.ConsolidationId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;

/** Consolidations as reporting-service would tell them: one that is being written, one that is signed with a correction that waits. */
final class ConsolidationSamples {

    private static final Instant AT = Instant.parse("2026-11-20T03:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final UnitId OFFICE = new UnitId("u-vp");
    private static final UnitId VILLAGE = new UnitId("u-t1");
    private static final Urgings.Signing CHAIR = new Urgings.Signing(Urgings.Authority.TM, "ỦY BAN NHÂN DÂN", "CHỦ TỊCH");

    private ConsolidationSamples() {}

    static void answers(StandIn services) {
        var open = one("th-1", Stage.OPEN);
        var signed = one("th-2", Stage.SIGNED);
        services.on("GET /api/reports/consolidations", asked -> StandIn.json(200, asked.query().contains("toSign=true")
                        ? new Page<>(List.of(signed.summary()), null, 1L) : new Page<>(List.of(open.summary(), signed.summary()), null, 2L)))
                .on("POST /api/reports/consolidations", open).on("GET /api/reports/consolidations/th-1", open).on("GET /api/reports/consolidations/th-2", signed)
                .on("POST /api/reports/consolidations/th-1/intake", open).on("POST /api/reports/consolidations/th-1/sections/results", open.sections().getFirst())
                .on("POST /api/reports/consolidations/th-1/signing", signed).on("POST /api/reports/consolidations/th-1/presentation", open).on("POST /api/reports/consolidations/th-2/issue", signed)
                .on("POST /api/reports/consolidations/th-2/reopening", open);
    }

    private static Consolidations.Consolidation one(String id, Stage stage) {
        var open = stage == Stage.OPEN;
        var office = "Văn phòng HĐND và UBND";
        var village = "Thôn Suối Đá";
        var rows = List.of(
                new Consolidations.Row(new ReportId("b-31"), VILLAGE, village, null, false, open ? Long.valueOf(4) : null),
                new Consolidations.Row(new ReportId("b-30"), OFFICE, office, 3L, false, null),
                new Consolidations.Row(new ReportId("b-9"), new UnitId("u-kt"), "Phòng Kinh tế", 2L, true, null));
        var figures = List.of(
                new Consolidations.Figure("f1", "Số hộ dùng VNeID", "hộ", TargetArithmetic.SUM, List.of(figureRow(office, "1200", null), figureRow("Phòng Kinh tế", "34.5", null)),
                        List.of(village), new BigDecimal("1234.5"), null, new BigDecimal("900"), true),
                new Consolidations.Figure("f2", "Tỷ lệ hồ sơ nộp trực tuyến", "%", TargetArithmetic.LATEST, List.of(figureRow(office, "81.5", null), figureRow("Phòng Kinh tế", "60", null)),
                        List.of(), null, null, null, false),
                new Consolidations.Figure("f3", "Có tổ công nghệ số cộng đồng", "", TargetArithmetic.YES_NO, List.of(figureRow(office, "1", null)), List.of(village), BigDecimal.ONE, BigDecimal.ONE, null, false));
        var said = List.of(new Consolidations.Said(OFFICE, office, new ReportId("b-30"), 3, "Đã tổ chức 2 lớp tập huấn. Đang rà soát các điểm trắng sóng."));
        var draft = "- Số hộ dùng VNeID: 1.234,5 hộ (cộng 2 đơn vị; chưa có số liệu của: Thôn Suối Đá).\n- Văn phòng HĐND và UBND: Đã tổ chức 2 lớp tập huấn. Đang rà soát các điểm trắng sóng.";
        var sections = List.of(
                new Consolidations.Section("results", null, said, draft, "draft-1", "Xã đã tổ chức 2 lớp tập huấn cho 1.234 hộ.", 1, AT, "Chánh Văn phòng", open,
                        open ? new Consolidations.Proposal("Xã đã đạt kết quả tốt.", "Mô hình thử") : null, false),
                new Consolidations.Section("difficulties", null, said, "- Văn phòng HĐND và UBND: Thiếu kinh phí.", "draft-2", null, 0, null, null, false, null, false),
                new Consolidations.Section("proposals", null, List.of(), "", "draft-3", null, 0, null, null, false, null, false));
        var corrections = open ? List.<Consolidations.Correction>of() : List.of(new Consolidations.Correction(
                1, DAY, null, List.of(new Consolidations.CorrectedReport(new ReportId("b-31"), VILLAGE, village, null, 4)),
                List.of(new Consolidations.CorrectedFigure("f1", "Số hộ dùng VNeID", "hộ", new BigDecimal("1234.5"), new BigDecimal("1260"))),
                List.of(new Consolidations.Section("results", null, said, "- Thôn Suối Đá: Đã họp thôn.", null, null, 0, null, null, false, null, false)), null));
        var summary = new Consolidations.Summary(
                new ConsolidationId(id), stage, Samples.COMMUNE, Samples.NAME, new RuleId("ru-1"), "2026-11", "Báo cáo kết quả thực hiện kế hoạch", 3, 2, corrections.size(),
                open ? null : DAY, null, null, open ? null : DAY);
        return new Consolidations.Consolidation(
                summary, 5, rows, figures, sections, corrections, CHAIR, List.of(CHAIR, new Urgings.Signing(Urgings.Authority.KT, "CHỦ TỊCH", "PHÓ CHỦ TỊCH")), null, null,
                List.of(new Consolidations.Upward(new ReportId("b-up"), "Báo cáo tháng gửi sở", "2026-11", "Sở Khoa học và Công nghệ", DAY)),
                List.of(new Reports.Entry("ConsolidationOpened", AT, "Chánh Văn phòng", office, null)),
                open ? List.of("intake", "sections", "presentation", "signing") : List.of("intake", "issue", "signing", "reopening"));
    }

    private static Consolidations.FigureRow figureRow(String unit, String value, String weight) {
        return new Consolidations.FigureRow(
                OFFICE, unit, new ReportId("b-30"), 3, new BigDecimal(value), weight == null ? null : new BigDecimal(weight), false, null);
    }
}
