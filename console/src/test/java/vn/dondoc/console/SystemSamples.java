package vn.dondoc.console;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import vn.dondoc.contracts.api.Organisation.BrokenCell;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Systems;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** A system of the province with its tasks, and what its sheet tells of them. */
final class SystemSamples {

    private static final RuleId ID = new RuleId("system-1");
    private static final List<Tasks.UnitName> LEAD = List.of(new Tasks.UnitName(Samples.CULTURE, "Phòng Văn hoá - Xã hội"));
    private static final Tasks.Figure CLASSES = new Tasks.Figure("Số lớp", new BigDecimal("2"), new BigDecimal("5"), "lớp");

    private SystemSamples() {}

    static Systems.Detail system() {
        var summary = new Systems.Summary(
                ID, new UnitId("p"), "Tỉnh Sơn Thủy", "nq57.vn", "https://nq57.vn/giao-nhiem-vu", Frequency.MONTHLY, 25, null, null, null, false, "2026-11", LocalDate.of(2026, 11, 25));
        return new Systems.Detail(
                summary, 4, List.of(new Systems.Column("Mã NV", Systems.Field.CODE), new Systems.Column("Kết quả, tiến độ", Systems.Field.PROGRESS), new Systems.Column("Tỷ lệ", Systems.Field.PERCENT)),
                new Systems.Scope("NQ 57", List.of(AssigningLevel.CENTRAL), true), List.of("2026-11", "2026-10"), List.of("definition"));
    }

    static Reports.Obligation update(List<String> actions) {
        var summary = new Reports.ObligationSummary(
                new ReportId("b-57"), Samples.PLAN, Samples.COMMUNE, Samples.NAME, Samples.CULTURE, "Phòng Văn hoá - Xã hội", new UnitId("so"), "Sở Khoa học và Công nghệ",
                "Cập nhật số liệu lên nq57.vn", "2026-11", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 25), 5, ReportStatus.DUE_SOON, false, null, !actions.isEmpty(), ID, null,
                null, false, true, null);
        return new Reports.Obligation(summary, 1, List.of(), null, List.of(), actions, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static Page<Reports.ObligationSummary> updates() {
        return new Page<>(List.of(update(List.of("submission")).summary()), null, 1L);
    }

    private static Systems.Row row(String task, String code, String title, WorkState state, TimeClass timeClass, String note) {
        return new Systems.Row(
                new TaskId(task), code, "1.", title, Samples.COMMUNE, Samples.NAME, LEAD, LocalDate.of(2026, 11, 30), state, timeClass, note == null ? null : 40, note,
                note == null ? List.of() : List.of(new Tasks.FigureTold(CLASSES, LocalDate.of(2026, 11, 12))), null, null, null, true);
    }

    static Systems.Preview preview() {
        return new Systems.Preview(
                5, 2, List.of(new Systems.Reading(2, new TaskId("t-1"), "57-01", "Tập huấn kỹ năng số", LEAD, "Đã mở 1 lớp.", 20, "Đã mở 2 lớp.", 40, List.of(CLASSES))), 0,
                List.of(new Systems.UnknownCode(4, "57-99")), List.of(new BrokenCell("Nhiệm vụ", 3, "Tỷ lệ", "PERCENT_RANGE", "Tỷ lệ phải là số nguyên từ 0 đến 100.")));
    }

    static void answers(StandIn services) {
        services.on("GET /api/reports/systems", new Page<>(List.of(system().summary()), null, 1L))
                .on("GET /api/reports/systems/system-1", system())
                .on("POST /api/reports/systems", asked -> StandIn.json(201, system()))
                .on("POST /api/reports/systems/system-1/definition", system())
                .on("GET /api/reports/systems/system-1/figure", new Systems.Figure("2026-11", LocalDate.of(2026, 11, 25), 1, 2, List.of(
                        new Systems.FigureRow(new TaskId("t-4"), "57-02", "Lắp điểm truy cập", Samples.COMMUNE, Samples.NAME, LEAD, Systems.Verdict.LEFT_OUT, LocalDate.of(2026, 11, 12)),
                        new Systems.FigureRow(new TaskId("t-1"), "57-01", "Tập huấn kỹ năng số", Samples.COMMUNE, Samples.NAME, LEAD, Systems.Verdict.IN_TIME, LocalDate.of(2026, 11, 12)))))
                .on("GET /api/reports/b-57", update(List.of("sections", "files", "submission")))
                .on("POST /api/reports/b-57/submission", update(List.of()))
                .on("POST /api/reports/b-57/files", update(List.of("submission")))
                .on("GET /api/tasks/exchange", new Page<>(List.of(
                        row("t-1", "57-01", "Tập huấn kỹ năng số", WorkState.IN_PROGRESS, TimeClass.IN_TIME, "Đã mở 2 lớp."),
                        row("t-4", "57-02", "Lắp điểm truy cập Internet công cộng", WorkState.NOT_STARTED, TimeClass.OVERDUE, null)), null, 2L))
                .on("POST /api/tasks/exchange/preview", preview());
    }
}
