package vn.dondoc.console;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.api.Processes;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.MatterLevel;
import vn.dondoc.contracts.event.MatterStatus;
import vn.dondoc.contracts.event.ReportBounds;
import vn.dondoc.contracts.event.ReportGroup;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.MatterId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** Reports that are written by several, rules with their days, campaigns and matters. */
final class ReportSamples {

    static final RuleId RULE = new RuleId("ru-1");
    static final RuleId CAMPAIGN = new RuleId("campaign-1");
    private static final UnitId VILLAGE = new UnitId("u-t1");
    private static final LocalDate DUE = LocalDate.of(2026, 11, 22);
    private static final Instant MORNING = Instant.parse("2026-11-19T02:00:00Z");
    private static final ReportBounds BOUNDS =
            new ReportBounds(LocalDate.of(2026, 10, 15), LocalDate.of(2026, 11, 14), LocalDate.of(2026, 11, 24), LocalDate.of(2026, 12, 5), LocalDate.of(2026, 11, 14), "Nghị định 09/2019/NĐ-CP");

    private ReportSamples() {}

    static Reports.ObligationSummary summary(String id, UnitId unit, String name, ReportStatus status, LocalDate sent, boolean behalf) {
        return new Reports.ObligationSummary(
                new ReportId(id), Samples.PLAN, Samples.COMMUNE, Samples.NAME, unit, name, Samples.CULTURE, "Phòng Văn hoá - Xã hội", "Báo cáo kết quả thực hiện kế hoạch",
                "2026-11", LocalDate.of(2026, 11, 1), DUE, sent == null ? 2 : null, status, false, sent, true, RULE, BOUNDS, null, behalf, false, null);
    }

    private static Reports.FigureLine figure(String value) {
        return new Reports.FigureLine(
                new TargetId("g-1"), "Tỷ lệ hồ sơ nộp trực tuyến", ">=", new BigDecimal("82.5"), "%", value == null ? null : new BigDecimal(value), true, new BigDecimal("58.5"));
    }

    /** A report with all that its form can hold. */
    static Reports.Obligation whole(String id, UnitId unit, List<String> actions, List<Reports.Section> draft) {
        return new Reports.Obligation(
                summary(id, unit, unit.equals(VILLAGE) ? "Thôn Suối Đá" : "Văn phòng HĐND và UBND", ReportStatus.RETURNED, null, false), 5,
                List.of(new Reports.TaskLine(new TaskId("t-1"), "1", "Niêm yết mã QR tra cứu hồ sơ", TimeClass.OVERDUE, "Đã rà soát 64 trên 107 thủ tục."),
                        new Reports.TaskLine(new TaskId("t-4"), "4", "Lắp điểm truy cập Internet công cộng", TimeClass.IN_TIME, null)),
                new Reports.Submission(false, "Đã tổ chức 2 lớp tập huấn.", "Đường truyền yếu.", null, List.of(), List.of("Cần thêm kinh phí"), "Tiếp tục rà soát.",
                        List.of(figure("81.5")), List.of(), "Trưởng thôn báo qua điện thoại"),
                List.of(new Reports.Entry("ReportSubmitted", Instant.parse("2026-11-18T02:00:00Z"), "Công chức văn phòng", "Văn phòng HĐND và UBND", null),
                        new Reports.Entry("ReportReturned", Instant.parse("2026-11-18T08:00:00Z"), "Trưởng phòng", "Phòng Văn hoá - Xã hội", "Bổ sung số liệu")),
                actions, List.of(figure("81.5")), List.of(), draft, List.of(new Reports.Comment("difficulties", "Nêu rõ thôn nào.")),
                List.of(new Reports.File("f-1", "bien-ban.pdf", "application/pdf", 120_000, "ab", MORNING)), List.of(matter("m-1", MatterStatus.OPEN, null)));
    }

    /** A report that is overdue, and what was asked of it. */
    static Reports.Obligation late(List<String> actions, Tasks.Explained explanation, List<Reports.Entry> history) {
        var summary = new Reports.ObligationSummary(
                new ReportId("b-30"), Samples.PLAN, Samples.COMMUNE, Samples.NAME, Samples.OFFICE, "Văn phòng HĐND và UBND", Samples.CULTURE, "Phòng Văn hoá - Xã hội",
                "Báo cáo kết quả thực hiện kế hoạch", "2026-10", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 14), -37, ReportStatus.OVERDUE, false, null, true,
                new RuleId("ru-1"), null, null, false, false, explanation);
        return new Reports.Obligation(summary, 3, List.of(), null, history, actions, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static Reports.Entry question() {
        return new Reports.Entry("ReportExplanationRequested", Instant.parse("2026-11-18T02:00:00Z"), "Chủ tịch", "UBND xã", "Vì sao chưa nộp?");
    }

    /** The same, of which somebody above has asked why it is late. */
    static Reports.Obligation asked(Reports.Obligation report) {
        var s = report.summary();
        var summary = new Reports.ObligationSummary(
                s.id(), s.plan(), s.commune(), s.communeName(), s.unit(), s.unitName(), s.owedTo(), s.owedToName(), s.title(), s.period(), s.opensOn(), s.lastDay(), s.daysLeft(),
                s.status(), s.nothingToReport(), s.submittedOn(), s.mayAct(), s.rule(), s.bounds(), s.preparedOn(), s.onBehalf(), s.asked(), toExplain());
        return new Reports.Obligation(summary, report.version(), report.form(), report.submission(), List.of(question()), report.actions(), report.figures(), report.questions(),
                report.draft(), report.comments(), report.files(), report.matters());
    }

    static Tasks.Explained toExplain() {
        return new Tasks.Explained(LocalDate.of(2026, 11, 18), LocalDate.of(2026, 11, 21), null, false, 1, true);
    }

    static Reports.Section section(String name, String text, long version) {
        return new Reports.Section(name, text, version, MORNING, "Trưởng phòng");
    }

    static Reports.Matter matter(String id, MatterStatus status, String answer) {
        return new Reports.Matter(
                new MatterId(id), new ReportId("b-30"), Samples.COMMUNE, Samples.NAME, Samples.OFFICE, "Văn phòng HĐND và UBND", "Cần thêm kinh phí lắp điểm phát sóng",
                MatterLevel.STANDING, LocalDate.of(2026, 11, 18), LocalDate.of(2026, 11, 25), status, answer, answer == null ? null : LocalDate.of(2026, 11, 19), 1,
                answer == null ? List.of("answer", "escalation") : List.of());
    }

    static Reports.RuleSummary rule(RuleId id, Frequency rhythm) {
        return new Reports.RuleSummary(
                id, Samples.PLAN, Samples.COMMUNE, Samples.NAME, "Báo cáo kết quả thực hiện kế hoạch", rhythm, Samples.CULTURE, "Phòng Văn hoá - Xã hội",
                List.of(new Tasks.UnitName(Samples.OFFICE, "Văn phòng HĐND và UBND"), new Tasks.UnitName(VILLAGE, "Thôn Suối Đá")), dates("2026-11", DUE, false), "Nghị quyết 57");
    }

    private static Reports.PeriodDates dates(String period, LocalDate last, boolean replaced) {
        return new Reports.PeriodDates(period, last.withDayOfMonth(1), last, BOUNDS, LocalDate.of(2026, 11, 24), replaced, 2);
    }

    private static Reports.CampaignSummary campaign() {
        return new Reports.CampaignSummary(CAMPAIGN, "Rà soát hạ tầng số", "Công văn 12/UBND", new UnitId("u-so"), "Sở Khoa học và Công nghệ", LocalDate.of(2026, 11, 1), DUE, 3, 2, 1);
    }

    private static Organisation.UnitDetail village() {
        var unit = new Organisation.UnitView(VILLAGE, "Thôn Suối Đá", UnitKind.VILLAGE, Samples.COMMUNE, Samples.COMMUNE, Samples.NAME, false);
        var place = new Organisation.Place(new PositionId("pos-9"), VILLAGE, "Trưởng thôn", Role.VILLAGE_HEAD, true, new PersonId("n-9"), null, null, null, false, false, 1);
        return new Organisation.UnitDetail(unit, List.of(), true, null, List.of(), List.of(), List.of(place), List.of(), List.of(), false, false);
    }

    static void answers(StandIn services) {
        SystemSamples.answers(services);
        var missing = summary("b-31", VILLAGE, "Thôn Suối Đá", ReportStatus.DUE_SOON, null, false);
        var received = summary("b-30", Samples.OFFICE, "Văn phòng HĐND và UBND", ReportStatus.SUBMITTED, LocalDate.of(2026, 11, 18), true);
        services.on("GET /api/reports/b-30", whole("b-30", Samples.OFFICE, List.of("sections", "files", "submission", "readiness", "extension", "exemption"), List.of(section("results", "Bản nháp mới.", 3))))
                .on("GET /api/reports/b-32", late(List.of("explanation"), toExplain(), List.of(question())))
                .on("GET /api/reports/b-33", late(List.of("explanation-request"), null, List.of()))
                .on("GET /api/reports/b-31", whole("b-31", VILLAGE, List.of("sections", "files", "submission"), List.of()))
                .on("POST /api/reports/b-30/submission", whole("b-30", Samples.OFFICE, List.of(), List.of()))
                .on("POST /api/reports/b-31/submission", whole("b-31", VILLAGE, List.of(), List.of()))
                .on("POST /api/reports/b-31/files", whole("b-31", VILLAGE, List.of(), List.of()))
                .on("POST /api/reports/b-30/readiness", whole("b-30", Samples.OFFICE, List.of(), List.of()))
                .on("POST /api/reports/b-30/extension", whole("b-30", Samples.OFFICE, List.of(), List.of()))
                .on("POST /api/reports/b-9/return", whole("b-30", Samples.OFFICE, List.of(), List.of()))
                .on("POST /api/reports/b-30/sections/results", section("results", "Bản mới", 4))
                .on("POST /api/reports/b-30/sections/difficulties", section("difficulties", "Mới", 1))
                .on("GET /api/reports/rules", new Page<>(List.of(rule(RULE, Frequency.MONTHLY)), null, 1L))
                .on("GET /api/reports/rules/ru-1", new Reports.Rule(
                        rule(RULE, Frequency.MONTHLY), 3, new Reports.RuleTerms(14, null, 2, 10, "Nghị định 09/2019/NĐ-CP", true, List.of(ReportGroup.VILLAGES), null, null, "Giao ban tháng", 2),
                        List.of(dates("2026-11", DUE, false), dates("2026-12", LocalDate.of(2026, 12, 14), true)), List.of(rule(new RuleId("ru-2"), Frequency.QUARTERLY)), List.of(),
                        List.of("terms", "meeting")))
                .on("POST /api/reports/rules/ru-1/terms", new Reports.Rule(rule(RULE, Frequency.MONTHLY), 4, Reports.RuleTerms.NONE, List.of(), List.of(), List.of(), List.of()))
                .on("POST /api/reports/rules/ru-1/meeting", new Reports.Rule(rule(RULE, Frequency.MONTHLY), 4, Reports.RuleTerms.NONE, List.of(), List.of(), List.of(), List.of()))
                .on("GET /api/reports/campaigns", new Page<>(List.of(campaign()), null, 1L))
                .on("GET /api/reports/campaigns/campaign-1", new Reports.Campaign(campaign(), List.of(new Reports.Question("Số điểm truy cập", true)), List.of(received, missing)))
                .on("POST /api/reports/campaigns", asked -> StandIn.json(201, new Reports.Campaign(campaign(), List.of(), List.of())))
                .on("GET /api/reports/matters", new Page<>(List.of(matter("m-1", MatterStatus.OPEN, null), matter("m-2", MatterStatus.ANSWERED, "Bố trí trong quý I.")), null, 2L))
                .on("POST /api/reports/matters/m-1/answer", matter("m-1", MatterStatus.ANSWERED, "Có"))
                .on("POST /api/reports/matters/m-1/escalation", matter("m-1", MatterStatus.OPEN, null))
                .on("POST /api/reports/reminders", asked -> StandIn.json(201, new Processes.Process("pr-1", "report-reminders", "finished", 1, 1, List.of(), MORNING, MORNING)))
                .on("GET /api/reports/consolidated", new Reports.Consolidated(
                        RULE, "2026-11", "Báo cáo kết quả thực hiện kế hoạch", 2, 1, List.of(new Tasks.UnitName(VILLAGE, "Thôn Suối Đá")), List.of(),
                        List.of(new Reports.ConsolidatedSection("results", List.of(new Reports.Said(Samples.OFFICE, "Văn phòng HĐND và UBND", new ReportId("b-30"), "Đã tổ chức 2 lớp tập huấn.")),
                                "- Văn phòng HĐND và UBND: Đã tổ chức 2 lớp tập huấn.")),
                        List.of(new Reports.ConsolidatedFigure(figure("81.5"), Samples.OFFICE, "Văn phòng HĐND và UBND", new ReportId("b-30"))),
                        List.of(new Reports.ConsolidatedAnswer("Số điểm truy cập", true, new BigDecimal("12"), 1, List.of()))))
                .on("GET /api/organisation/units/u-t1", village())
                .on("GET /api/people/n-9", new People.Person(new PersonId("n-9"), "Lương Thị Hà", "+84912345678", null, false, false, false, 1));
    }

    /** What is owed to the standing unit, for the page of the deadline day. */
    static Page<Reports.ObligationSummary> ofTheDay() {
        var all = Stream.of(
                summary("b-31", VILLAGE, "Thôn Suối Đá", ReportStatus.DUE_SOON, null, false),
                summary("b-30", Samples.OFFICE, "Văn phòng HĐND và UBND", ReportStatus.SUBMITTED, LocalDate.of(2026, 11, 18), true)).toList();
        return new Page<>(all, null, 2L);
    }

    /** What is to be explained: one of the whole commune, as the page before a meeting asks, and nothing of the visitor's own. */
    static Page<Reports.ObligationSummary> owed(String query) {
        return query.contains("limit=200") ? new Page<>(List.of(late(List.of(), toExplain(), List.of()).summary()), null, 1L) : Samples.none();
    }
}
