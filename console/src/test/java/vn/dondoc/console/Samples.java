package vn.dondoc.console;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.api.Calendars;
import vn.dondoc.contracts.api.Closings;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.api.Notifications;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.Particulars;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.Step;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.NotificationId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** Invented answers of the services. */
public final class Samples {

    static final UnitId PROVINCE = new UnitId("p");
    static final UnitId COMMUNE = new UnitId("c1");
    static final UnitId OFFICE = new UnitId("u-vp");
    static final UnitId CULTURE = new UnitId("u-vhxh");
    static final UnitId POLICE = new UnitId("u-ca");
    static final String SECRET = "q3Xw-8cJ1mZ0tB7nYk_5RfLp2sVh4dGa9uEoTi6WyCs";
    static final PlanId PLAN = new PlanId("plan-1");
    static final String PLAN_TITLE = "Kế hoạch chuyển đổi số xã Mây Ngàn năm 2026";
    static final String NAME = "Xã Mây Ngàn";

    private Samples() {}

    static Organisation.UnitView unit(UnitId id, String name, UnitKind kind) {
        var whole = kind == UnitKind.COMMUNE;
        return new Organisation.UnitView(id, name, kind, whole ? PROVINCE : COMMUNE, COMMUNE, NAME, id.equals(CULTURE));
    }

    static Page<Organisation.UnitView> units() {
        return new Page<>(
                List.of(unit(OFFICE, "Văn phòng HĐND và UBND", UnitKind.OFFICE), unit(CULTURE, "Phòng Văn hoá - Xã hội", UnitKind.OFFICE),
                        unit(POLICE, "Công an xã", UnitKind.POLICE), unit(new UnitId("u-th"), "Trường Tiểu học Mây Ngàn", UnitKind.SCHOOL),
                        unit(new UnitId("u-t1"), "Thôn Suối Đá", UnitKind.VILLAGE), unit(new UnitId("u-t2"), "Thôn Đồi Chè", UnitKind.VILLAGE)),
                null, 6L);
    }

    static Organisation.Me standing() {
        return me(new Organisation.PositionView(new PositionId("pos-2"), "Trưởng phòng", Role.COMMUNE_STANDING, unit(CULTURE, "Phòng Văn hoá - Xã hội", UnitKind.OFFICE)));
    }

    static Organisation.Me officer() {
        return me(new Organisation.PositionView(new PositionId("pos-3"), "Công chức văn phòng", Role.OFFICER, unit(OFFICE, "Văn phòng HĐND và UBND", UnitKind.OFFICE)));
    }

    static Organisation.Me administrator() {
        return provincial(Role.PROVINCE_ADMINISTRATOR);
    }

    static Organisation.Me provincial() {
        return provincial(Role.PROVINCE_STANDING);
    }

    private static Organisation.Me provincial(Role role) {
        var department = new Organisation.UnitView(new UnitId("d1"), "Sở Khoa học và Công nghệ", UnitKind.DEPARTMENT, PROVINCE, null, null, true);
        return me(new Organisation.PositionView(new PositionId("pos-1"), "Chuyên viên", role, department));
    }

    private static Organisation.Me me(Organisation.PositionView position) {
        return new Organisation.Me(new PersonId("n-1"), List.of(position));
    }

    static Tasks.TaskSummary task(String id, String ordinal, String title, TimeClass time, WorkState work, LocalDate lastDay, Integer left, boolean mine) {
        return new Tasks.TaskSummary(
                new TaskId(id), PLAN, COMMUNE, NAME, ordinal, title, List.of(new Tasks.UnitName(OFFICE, "Văn phòng HĐND và UBND")),
                List.of(new Tasks.UnitName(POLICE, "Công an xã")), lastDay == null ? new Due.Ongoing() : new Due.By(lastDay, false, false), lastDay, left, work, time,
                left == null || left > 0, false, work == WorkState.SUBMITTED ? LocalDate.of(2026, 11, 18) : null, null, mine);
    }

    static Tasks.TaskSummary overdue() {
        return task("t-1", "1", "Rà soát, cập nhật danh mục thủ tục hành chính đủ điều kiện giải quyết trực tuyến toàn trình", TimeClass.OVERDUE,
                WorkState.IN_PROGRESS, LocalDate.of(2026, 11, 10), -10, true);
    }

    static Page<Tasks.TaskSummary> tasks() {
        return new Page<>(
                List.of(
                        overdue(),
                        task("t-2", "2", "Niêm yết mã QR tra cứu hồ sơ tại bộ phận một cửa", TimeClass.OVERDUE, WorkState.NOT_STARTED, LocalDate.of(2026, 11, 15), -5, true),
                        task("t-3", "3", "Tập huấn kỹ năng số cho tổ công nghệ số cộng đồng các thôn", TimeClass.DUE_SOON, WorkState.NOT_STARTED, LocalDate.of(2026, 11, 23), 3, true),
                        task("t-4", "4", "Lắp điểm truy cập Internet công cộng tại nhà văn hoá thôn Suối Đá và thôn Đồi Chè", TimeClass.IN_TIME, WorkState.IN_PROGRESS, LocalDate.of(2026, 12, 20), 30, true),
                        task("t-5", "5", "Tuyên truyền sử dụng dịch vụ công trực tuyến", TimeClass.NO_DEADLINE, WorkState.NOT_STARTED, null, null, true)),
                "cursor-2", 12L);
    }

    static Page<Tasks.TaskSummary> waiting() {
        return new Page<>(
                List.of(task("t-6", "6", "Ban hành quy chế bảo đảm an toàn thông tin của xã", TimeClass.COMPLETED_IN_TIME, WorkState.SUBMITTED, LocalDate.of(2026, 11, 30), null, false)),
                null, 1L);
    }

    static Tasks.Task task(List<String> actions) {
        return new Tasks.Task(
                overdue(), 4, "Quyết định của Chủ tịch UBND xã", 120_000_000L, 60, "Đã rà soát 64 trên 107 thủ tục; chờ ý kiến của Trung tâm phục vụ hành chính công.", null,
                List.of(
                        entry("TaskAssigned", "2026-10-01T02:00:00Z", null),
                        entry("TaskAcknowledged", "2026-10-02T03:15:00Z", null),
                        entry("ProgressRecorded", "2026-10-20T08:00:00Z", "Đã rà soát 64 trên 107 thủ tục; chờ ý kiến của Trung tâm phục vụ hành chính công."),
                        entry("TaskOverdue", "2026-11-10T17:00:00Z", null)),
                actions);
    }

    /** A task of which figures were told twice. */
    static Tasks.Task counted(List<String> actions) {
        var plain = task(actions);
        var villages = new Tasks.Figure("Số thôn, tổ dân phố đã khảo sát", new BigDecimal("12"), new BigDecimal("30"), "thôn");
        var area = new Tasks.Figure("Diện tích đã đo", new BigDecimal("1234.5"), null, "ha");
        var history = Stream.concat(plain.history().stream(), Stream.of(
                new Tasks.Entry("FiguresTold", Instant.parse("2026-11-12T02:00:00Z"), null, "Công chức văn phòng", "Văn phòng HĐND và UBND", null, List.of(villages, area)))).toList();
        return new Tasks.Task(
                plain.summary(), plain.version(), plain.product(), plain.budgetVnd(), plain.percent(), plain.lastNote(), plain.evidence(), history, actions, null, false, null, null, List.of(),
                List.of(new Tasks.FigureTold(villages, LocalDate.of(2026, 11, 12)), new Tasks.FigureTold(area, LocalDate.of(2026, 11, 12))));
    }

    /** A task with evidence. */
    static Tasks.Task proven() {
        var plain = task(List.of("progress", "completion"));
        var sum = "9f2b5d0c7a1e4f6b8d3c2a190e7f5b6c4d8a1f3e2b7c9d0a5e6f4b3c2d1a0f9e";
        return new Tasks.Task(
                plain.summary(), plain.version(), plain.product(), plain.budgetVnd(), plain.percent(), plain.lastNote(), plain.evidence(), plain.history(), plain.actions(), null, false, null, null,
                List.of(new Tasks.File("f-1", "Báo cáo kết quả rà soát thủ tục hành chính quý III.pdf", "application/pdf", 1_258_291, sum, Instant.parse("2026-10-20T08:00:00Z"),
                                "Công chức văn phòng", "Văn phòng HĐND và UBND"),
                        new Tasks.File("f-2", "anh-bo-phan-mot-cua.jpg", "image/jpeg", 358_400, sum, Instant.parse("2026-10-20T08:00:00Z"), "Công chức văn phòng", "Văn phòng HĐND và UBND")));
    }

    /** Of every month and none. */
    static Page<Tasks.TaskSummary> ofAPlan(boolean second) {
        return second
                ? new Page<>(List.of(task("t-9", "9", "Duy trì trang thông tin điện tử của xã", TimeClass.NO_DEADLINE, WorkState.NOT_STARTED, null, null, false)), null, 6L)
                : new Page<>(tasks().items(), "cursor-2", 6L);
    }

    static Plans.PlanSummary conclusion() {
        return new Plans.PlanSummary(new PlanId("plan-2"), COMMUNE, NAME, "Thông báo kết luận của Chủ tịch UBND xã tại cuộc họp giao ban tháng 10", "27/TB-UBND",
                LocalDate.of(2026, 10, 30), 2026, LocalDate.of(2026, 10, 31), 1, 0, 0);
    }

    /** A task extended once, for which more time is asked. */
    static Tasks.Task extended(List<String> actions) {
        var plain = task(actions);
        var s = plain.summary();
        return new Tasks.Task(
                new Tasks.TaskSummary(s.id(), s.plan(), s.commune(), s.communeName(), s.ordinal(), s.title(), s.lead(), s.coordinating(), s.due(), s.lastDay(),
                        s.daysLeft(), s.workState(), s.timeClass(), s.opened(), s.overdueBeforeEntry(), s.submittedOn(),
                        new Tasks.Extended(LocalDate.of(2026, 11, 1), 1, LocalDate.of(2026, 12, 20), TimeClass.OVERDUE), false),
                plain.version(), plain.product(), plain.budgetVnd(), plain.percent(), plain.lastNote(), plain.evidence(), plain.history(), actions);
    }

    /** A task with a code, money and steps, which the visitor follows. */
    static Tasks.Task described(List<String> actions) {
        var plain = task(actions);
        return new Tasks.Task(
                plain.summary(), plain.version(), plain.product(), plain.budgetVnd(), plain.percent(), plain.lastNote(), plain.evidence(), plain.history(), actions,
                new Particulars("57-2026-0412", AssigningLevel.CENTRAL, "Nghị quyết 57", "Ngân sách xã", 90_000_000L,
                        List.of(new Step("Dự thảo", LocalDate.of(2026, 10, 5)), new Step("Thẩm định", null)), List.of()), true, null, null, List.of());
    }

    /** A late task of two lead units, one of which has finished, that is to be explained; the user may finish these. */
    static Tasks.Task shared(List<UnitId> mayFinish, List<String> actions) {
        var plain = task(actions);
        var s = plain.summary();
        var office = new Tasks.UnitName(OFFICE, "Văn phòng HĐND và UBND");
        var police = new Tasks.UnitName(POLICE, "Công an xã");
        var culture = new Tasks.UnitName(CULTURE, "Phòng Văn hoá - Xã hội");
        return new Tasks.Task(
                new Tasks.TaskSummary(s.id(), s.plan(), s.commune(), s.communeName(), s.ordinal(), s.title(), List.of(office, police, culture), List.of(), s.due(),
                        s.lastDay(), s.daysLeft(), s.workState(), s.timeClass(), s.opened(), s.overdueBeforeEntry(), s.submittedOn(), s.extension(),
                        new Tasks.Explained(LocalDate.of(2026, 11, 18), LocalDate.of(2026, 11, 21), null, false, 2, true),
                        List.of(new Tasks.Share(office, LocalDate.of(2026, 11, 9), false, false), new Tasks.Share(police, null, true, mayFinish.contains(POLICE)),
                                new Tasks.Share(culture, null, false, mayFinish.contains(CULTURE))),
                        true, Tasks.Days.NONE, null, null, null),
                plain.version(), plain.product(), plain.budgetVnd(), plain.percent(), plain.lastNote(), plain.evidence(),
                List.of(entry("TaskAssigned", "2026-10-01T02:00:00Z", null), entry("ExplanationRequested", "2026-11-12T02:00:00Z", "Vì sao chưa có danh mục?"),
                        entry("ExplanationGiven", "2026-11-13T02:00:00Z", "Chờ ý kiến của Trung tâm."),
                        entry("ExplanationRequested", "2026-11-18T02:00:00Z", "Trung tâm đã trả lời, vì sao vẫn chưa xong?")),
                actions);
    }

    /** A task with a part that is done and one that is open. */
    static Tasks.Task withParts(List<String> actions) {
        var plain = task(actions);
        var village = new Tasks.UnitName(new UnitId("u-t1"), "Thôn Suối Đá");
        var police = new Tasks.UnitName(POLICE, "Công an xã");
        return with(plain, actions, null, null, new Tasks.Parts(1, 2, List.of(
                new Tasks.Part(new TaskId("t-11"), PartKind.DELEGATED, null, "Rà soát hộ chưa có tài khoản định danh điện tử", List.of(village),
                        LocalDate.of(2026, 11, 5), WorkState.IN_PROGRESS, TimeClass.OVERDUE, true, new Tasks.Doer(new PositionId("pos-9"), "Trưởng thôn", false, false)),
                new Tasks.Part(new TaskId("t-12"), PartKind.COORDINATION, null, "Cấp tài khoản định danh điện tử tại nhà cho người cao tuổi", List.of(police),
                        LocalDate.of(2026, 11, 10), WorkState.COMPLETED, TimeClass.COMPLETED_IN_TIME, false, null)),
                actions.contains("delegation") ? List.of(police, village) : List.<Tasks.UnitName>of(),
                actions.contains("delegation") ? List.of(
                        new Tasks.Taker(new PositionId("pos-3"), "Phó Chánh Văn phòng", new Tasks.UnitName(OFFICE, "Văn phòng HĐND và UBND"), false),
                        new Tasks.Taker(new PositionId("pos-9"), "Trưởng thôn", village, true)) : List.<Tasks.Taker>of()));
    }

    /** One period of a task that recurs. */
    static Tasks.Task occurrence(List<String> actions) {
        return with(task(actions), actions, new Tasks.Membership(PartKind.OCCURRENCE, new TaskId("t-9"), "2026-11", null),
                new Tasks.Whole(new TaskId("t-9"), "Tổng hợp số liệu dịch vụ công trực tuyến", true), null);
    }

    /** A task that recurs, with its periods. */
    static Tasks.Task series() {
        var office = List.of(new Tasks.UnitName(OFFICE, "Văn phòng HĐND và UBND"));
        return with(task(List.of()), List.of(), null, null, new Tasks.Parts(1, 2, List.of(
                new Tasks.Part(new TaskId("t-10"), PartKind.OCCURRENCE, "2026-11", "Tổng hợp", office, LocalDate.of(2026, 11, 30), WorkState.NOT_STARTED, TimeClass.IN_TIME, true, null),
                new Tasks.Part(new TaskId("t-8"), PartKind.OCCURRENCE, "2026-10", "Tổng hợp", office, LocalDate.of(2026, 10, 31), WorkState.COMPLETED, TimeClass.COMPLETED_LATE, true, null)),
                List.of(), List.of()));
    }

    static Tasks.Task with(Tasks.Task plain, List<String> actions, Tasks.Membership part, Tasks.Whole whole, Tasks.Parts parts) {
        var s = plain.summary();
        return new Tasks.Task(
                new Tasks.TaskSummary(s.id(), s.plan(), s.commune(), s.communeName(), s.ordinal(), s.title(), s.lead(), s.coordinating(), s.due(), s.lastDay(),
                        s.daysLeft(), s.workState(), s.timeClass(), s.opened(), s.overdueBeforeEntry(), s.submittedOn(), s.extension(), s.explanation(), s.shares(), s.mayAct(),
                        s.days(), s.plannedDay(), s.news(), part),
                plain.version(), plain.product(), plain.budgetVnd(), plain.percent(), plain.lastNote(), plain.evidence(), plain.history(), actions, null, false, whole, parts, List.of());
    }

    private static Tasks.Entry entry(String type, String at, String note) {
        var people = type.startsWith("Task") && !type.equals("TaskAcknowledged");
        return new Tasks.Entry(type, Instant.parse(at), null, people ? null : "Công chức văn phòng", people ? null : "Văn phòng HĐND và UBND", note);
    }

    static Plans.Draft draft(String status) {
        var text = draftText();
        return new Plans.Draft(
                new DraftId("d-1"), 7, COMMUNE, NAME, "ke-hoach-chuyen-doi-so.docx", "ab12", status, status.equals("open") ? null : PLAN, Instant.parse("2026-11-20T01:30:00Z"),
                new Plans.Content(
                        new Plans.Heading("Kế hoạch", "118/KH-UBND", LocalDate.of(2026, 1, 12), PLAN_TITLE, "UBND xã Mây Ngàn", 2026, null),
                        List.of(
                                row("r1", "1", "Rà soát, cập nhật danh mục thủ tục hành chính", named("Văn phòng HĐND - UBND", OFFICE), new Due.By(LocalDate.of(2026, 6, 30), false, false), null, 0.97, source(text, "Rà soát, cập nhật danh mục thủ tục hành chính")),
                                row("r2", "2", "Tổ chức tập huấn kỹ năng số cho cán bộ", new Plans.NamedUnit("Phòng chuyên môn", null, List.of(CULTURE)), new Due.By(LocalDate.of(2026, 9, 30), true, false), null, 0.6, source(text, "Tổ chức tập huấn kỹ năng số cho cán bộ")),
                                row("r3", "3", "Tuyên truyền dịch vụ công trực tuyến", named("Các thôn", new UnitId("u-t1")), null, "khi có hướng dẫn", 0.7, source(text, "Tuyên truyền dịch vụ công trực tuyến"))),
                        List.of(new Plans.TargetRow("g1", "I. Chính quyền số", "Tỷ lệ hồ sơ nộp trực tuyến", ">=", new BigDecimal("82.5"), "%", null, null, null, false, 0.95, null)),
                        List.of(new Plans.RuleRow("b1", Frequency.MONTHLY, 15, null, true, null, "các đơn vị", "Phòng Văn hoá - Xã hội", List.of(OFFICE, POLICE), CULTURE, false, source(text, "báo cáo trước ngày 15 hằng tháng"))),
                        List.of(
                                new Plans.Duty("d1", "Công an xã", List.of(named("Công an xã", POLICE)), "Bảo đảm an toàn thông tin.", null, null, source(text, "Các đơn vị báo cáo")),
                                new Plans.Duty("d2", "Các phòng liên quan", List.of(new Plans.NamedUnit("Các phòng liên quan", null, List.of(OFFICE, CULTURE))), "Phối hợp tuyên truyền.", null, null, null),
                                new Plans.Duty("d3", "Công an xã", List.of(named("Công an xã", POLICE)), "Theo dõi chung việc thực hiện.", "watched", null, null)),
                        List.of(),
                        List.of(
                                new Plans.Duty("m1", "", List.of(), "Đẩy mạnh tuyên truyền bằng loa truyền thanh.", null, null, source(text, "II. NHIỆM VỤ"), "III. GIẢI PHÁP"),
                                new Plans.Duty("m2", "Công an xã", List.of(named("Công an xã", POLICE)), "Cải tiến quy trình tiếp nhận.", null, null, null, "III. GIẢI PHÁP")),
                        List.of(new Plans.Duty("o1", "", List.of(), "Người dân được phục vụ tốt hơn.", null, null, null, null))),
                List.of(
                        new Plans.Warning("LEAD_UNRESOLVED", "Chưa rõ “Phòng chuyên môn” là đơn vị nào.", "r2", null),
                        new Plans.Warning("DUE_UNREADABLE", "Không đọc được thời hạn “khi có hướng dẫn”.", "r3", null),
                        new Plans.Warning("DATE_PAST", "Kế hoạch có 1 thời hạn đã qua.", null, null)),
                List.of(
                        new Plans.NameInDraft("Phòng chuyên môn", List.of("r2"), true, false, List.of(), List.of(candidate(CULTURE, "Phòng Văn hoá - Xã hội", "more-words", "thừa hoặc thiếu vài từ")), UnitKind.OFFICE),
                        new Plans.NameInDraft("Các phòng liên quan", List.of("d2"), true, true, List.of(),
                                List.of(candidate(OFFICE, "Văn phòng HĐND và UBND", "collective", "tên chung"), candidate(CULTURE, "Phòng Văn hoá - Xã hội", "collective", "tên chung")), UnitKind.OFFICE),
                        new Plans.NameInDraft("Văn phòng HĐND - UBND", List.of("r1"), false, false, List.of(OFFICE), List.of(candidate(OFFICE, "Văn phòng HĐND và UBND", "connective", "chỉ khác “và”, “&” hoặc gạch nối")), UnitKind.OFFICE)),
                List.of(
                        new Plans.Proposal("g1", "target-details", "Phòng Văn hoá - Xã hội chịu trách nhiệm; nguồn: Báo cáo của đơn vị; đo hằng tháng"),
                        new Plans.Proposal("b1", "report-day", "trước ngày 15 hằng tháng")),
                true);
    }

    private static Plans.Candidate candidate(UnitId unit, String name, String why, String message) {
        return new Plans.Candidate(unit, name, why, message);
    }

    /** A draft of a long plan: as many tasks, each read from its own line. */
    static Plans.Draft longDraft(int tasks) {
        var was = draft("open");
        var text = longText(tasks);
        var rows = java.util.stream.IntStream.rangeClosed(1, tasks)
                .mapToObj(at -> row("t" + at, Integer.toString(at), "Việc thứ " + at + " của kế hoạch dài", named("Văn phòng HĐND - UBND", OFFICE),
                        at % 10 == 0 ? null : new Due.By(LocalDate.of(2026, 6, 30), false, false), at % 10 == 0 ? "sớm" : null, 0.9, source(text, "Việc thứ " + at + " của kế hoạch dài.")))
                .toList();
        var content = new Plans.Content(was.content().document(), rows, List.of(), List.of(), List.of(), List.of());
        return new Plans.Draft(was.id(), was.version(), COMMUNE, NAME, "dai.docx", "cd34", "open", null, was.createdAt(), content, List.of(), List.of(), List.of(), false);
    }

    static String longText(int tasks) {
        return java.util.stream.IntStream.rangeClosed(1, tasks).mapToObj(at -> at + ". Việc thứ " + at + " của kế hoạch dài. Cơ quan chủ trì: Văn phòng HĐND - UBND.")
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    static String draftText() {
        return "ỦY BAN NHÂN DÂN XÃ MÂY NGÀN\nKẾ HOẠCH\nII. NHIỆM VỤ\n1. Rà soát, cập nhật danh mục thủ tục hành chính\n- Cơ quan chủ trì: Văn phòng HĐND - UBND\n- Thời gian hoàn thành: 30/6/2026\n"
                + "2. Tổ chức tập huấn kỹ năng số cho cán bộ\n- Cơ quan chủ trì: Phòng chuyên môn\n- Thời gian hoàn thành: quý III/2026 và thường xuyên\n"
                + "3. Tuyên truyền dịch vụ công trực tuyến\n- Cơ quan chủ trì: Các thôn\n- Thời gian hoàn thành: khi có hướng dẫn\nIII. Các đơn vị báo cáo trước ngày 15 hằng tháng về Phòng Văn hoá - Xã hội.";
    }

    private static Plans.NamedUnit named(String name, UnitId unit) {
        return new Plans.NamedUnit(name, unit, List.of(unit));
    }

    private static Plans.Source source(String text, String excerpt) {
        var start = text.indexOf(excerpt);
        return new Plans.Source("trang 2", start, start + excerpt.length(), excerpt);
    }

    private static Plans.TaskRow row(String row, String ordinal, String title, Plans.NamedUnit lead, Due due, String dueText, double confidence, Plans.Source source) {
        return new Plans.TaskRow(row, ordinal, title, List.of(lead), List.of(named("Công an xã", POLICE)), "Báo cáo kết quả", null, due, dueText, false, false, confidence, null, source);
    }

    static Plans.DraftSummary draftSummary() {
        return new Plans.DraftSummary(new DraftId("d-1"), COMMUNE, NAME, "ke-hoach-chuyen-doi-so.docx", PLAN_TITLE, "open", null, 3, 1, 3, Instant.parse("2026-11-20T01:30:00Z"));
    }

    static Plans.PlanSummary planSummary() {
        return new Plans.PlanSummary(PLAN, COMMUNE, NAME, PLAN_TITLE, "118/KH-UBND", LocalDate.of(2026, 1, 12), 2026, LocalDate.of(2026, 1, 20), 12, 21, 1, null, null, "Nghị quyết 57");
    }

    static Amendments.Comparison comparison() {
        var draft = draft("open");
        var row = draft.content().tasks().getFirst();
        return new Amendments.Comparison(
                planSummary(), 4, draft.id(), draft.version(), draft.fileName(), "whole", draft.content().document(), List.of("number"),
                List.of(
                        new Amendments.TaskPair("gone", "removed", List.of(), plan().tasks().getFirst(), null),
                        new Amendments.TaskPair(row.row(), "deadline-moved", List.of("due"), plan().tasks().getFirst(), row),
                        new Amendments.TaskPair("same", "unchanged", List.of(), plan().tasks().getFirst(), row)),
                List.of(new Amendments.TargetPair("g1", "added", List.of(), null, draft.content().targets().getFirst())),
                List.of(new Amendments.RulePair("b1", "changed", List.of("day"), plan().rules().getFirst(), draft.content().reporting().getFirst())));
    }

    static Amendments.DraftRelations draftRelations() {
        return new Amendments.DraftRelations(
                new DraftId("d-1"), List.of(new Amendments.Related(planSummary(), "changed-version", "whole")),
                List.of(new Amendments.Annex("phu-luc-2.xlsx", "ab", 4, 0)), List.of("1"), null);
    }

    static Amendments.PlanRelations planRelations() {
        return new Amendments.PlanRelations(
                PLAN, 4, null, List.of(), false, List.of(new Amendments.Done("45/QĐ-UBND", LocalDate.of(2026, 6, 18), LocalDate.of(2026, 6, 20), 1, 2, 0)));
    }

    static Plans.Plan plan() {
        return new Plans.Plan(
                planSummary(),
                List.of(new Plans.PlanTask(new TaskId("t-1"), "1", overdue().title(), List.of(OFFICE), List.of("Văn phòng HĐND và UBND"), List.of(POLICE), List.of("Công an xã"), "Quyết định", null, new Due.By(LocalDate.of(2026, 11, 10), false, false))),
                List.of(new Plans.PlanTarget(new TargetId("g-1"), "I. Chính quyền số", "Tỷ lệ hồ sơ nộp trực tuyến", ">=", new BigDecimal("82.5"), "%", CULTURE, "Phòng Văn hoá - Xã hội", "Báo cáo của đơn vị", Frequency.QUARTERLY)),
                List.of(new Plans.PlanRule(new RuleId("b-1"), "Báo cáo kết quả thực hiện", Frequency.MONTHLY, 14, null, List.of(OFFICE), List.of("Văn phòng HĐND và UBND"), CULTURE, "Phòng Văn hoá - Xã hội")),
                List.of(new Plans.WatchedDuty("Công an xã", "Theo dõi chung việc thực hiện.", null, null), new Plans.WatchedDuty("", "Người dân hài lòng hơn", "objectives", "I. MỤC TIÊU")));
    }

    static Reports.ObligationSummary obligation(String id, String period, ReportStatus status, LocalDate last, Integer left, LocalDate sent) {
        return new Reports.ObligationSummary(
                new ReportId(id), PLAN, COMMUNE, NAME, OFFICE, "Văn phòng HĐND và UBND", CULTURE, "Phòng Văn hoá - Xã hội", "Báo cáo kết quả thực hiện kế hoạch", period,
                last.withDayOfMonth(1), last, left, status, false, sent, true, new RuleId("ru-1"), null, null, false, false, null);
    }

    static Page<Reports.ObligationSummary> reports() {
        return new Page<>(
                List.of(
                        obligation("b-10", "2026-10", ReportStatus.OVERDUE, LocalDate.of(2026, 10, 14), -37, null),
                        obligation("b-11", "2026-11", ReportStatus.DUE_SOON, LocalDate.of(2026, 11, 22), 2, null)),
                null, 2L);
    }

    static Page<Reports.ObligationSummary> none() {
        return new Page<>(List.of(), null, 0L);
    }

    static Page<Reports.ObligationSummary> sentReports() {
        return new Page<>(List.of(obligation("b-9", "2026-Q3", ReportStatus.SUBMITTED_LATE, LocalDate.of(2026, 9, 14), null, LocalDate.of(2026, 9, 16))), null, 1L);
    }

    static Reports.Obligation obligation(List<String> actions) {
        return new Reports.Obligation(
                obligation("b-11", "2026-11", ReportStatus.DUE_SOON, LocalDate.of(2026, 11, 22), 2, null), 1,
                List.of(
                        new Reports.TaskLine(new TaskId("t-1"), "1", overdue().title(), TimeClass.OVERDUE, "Đã rà soát 64 trên 107 thủ tục."),
                        new Reports.TaskLine(new TaskId("t-4"), "4", "Lắp điểm truy cập Internet công cộng", TimeClass.IN_TIME, null)),
                null, List.of(new Reports.Entry("ReportRequested", Instant.parse("2026-11-01T00:00:00Z"), null, null, null)), actions,
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static Page<Notifications.Notification> notifications() {
        return new Page<>(
                List.of(
                        notification("n-1", "TaskOverdue", "Quá hạn: Niêm yết mã QR tra cứu hồ sơ", "Việc này đã quá hạn từ 16/11/2026. Hãy ghi tiến độ hoặc báo vướng mắc để được hỗ trợ.", "/tasks/t-2", "critical", null, "delivered"),
                        notification("n-2", "TaskDueSoon", "Sắp đến hạn: Tập huấn kỹ năng số", "Hạn cuối là 23/11/2026.", "/tasks/t-3", "normal", null, "failed"),
                        notification("n-3", "TaskAssigned", "Giao việc: Lắp điểm truy cập Internet công cộng", "Đơn vị của bạn chủ trì việc này, hạn cuối 20/12/2026.", "/tasks/t-4", "information", "2026-11-19T02:00:00Z", null)),
                null, null);
    }

    private static Notifications.Notification notification(String id, String type, String subject, String text, String link, String urgency, String read, String mail) {
        return new Notifications.Notification(
                new NotificationId(id), new PositionId("pos-3"), "Công chức văn phòng", type, subject, text, link, urgency, Instant.parse("2026-11-20T01:00:00Z"),
                read == null ? null : Instant.parse(read), mail);
    }

    private static final Dashboards.Money MONEY = new Dashboards.Money(5_000_000_000L, 1_250_000_000L, 25.0);

    private static final List<Dashboards.Age> AGES = List.of(
            new Dashboards.Age(LocalDate.of(2026, 11, 13), LocalDate.of(2026, 11, 19), 3), new Dashboards.Age(LocalDate.of(2026, 10, 21), LocalDate.of(2026, 11, 12), 2),
            new Dashboards.Age(LocalDate.of(2026, 8, 22), LocalDate.of(2026, 10, 20), 0), new Dashboards.Age(null, LocalDate.of(2026, 8, 21), 0));

    static Dashboards.Dashboard commune() {
        var own = new Dashboards.TaskFigures(3, 1, 4, 2, 5, 1, 2, 3, 1, 2, 1, 16, 1.5);
        var targets = new Dashboards.TargetFigures(3, 4, 2, 1, 1, 0, 10);
        var reports = new Dashboards.ReportFigures(3, 1, 2, 6, 1, 3, 2, 13);
        return new Dashboards.Dashboard(
                COMMUNE, NAME, Instant.parse("2026-11-20T03:00:00Z"), own, reports, targets, new Dashboards.Rates(44.4, 25.0),
                List.of(
                        line(OFFICE, "Văn phòng HĐND và UBND", 3, 1, 2, 1, 0, 2, 33.3, 20.0),
                        line(CULTURE, "Phòng Văn hoá - Xã hội", 2, 1, 1, 0, 1, 1, 50.0, 33.3),
                        line(POLICE, "Công an xã", 0, 0, 1, 0, 0, 0, null, 0.0)),
                List.of(new Dashboards.PlanLine(PLAN.value(), PLAN_TITLE, own, reports, targets, new Dashboards.Rates(44.4, 25.0))), MONEY, null, AGES, List.of()).with(told(1, 2));
    }

    static Dashboards.Dashboard province() {
        var all = new Dashboards.TaskFigures(41, 9, 38, 14, 27, 12, 6, 11, 5, 4, 2, 141);
        var names = List.of("Xã Mây Ngàn", "Phường Sao Khuê", "Xã Bến Trăng", "Xã Đồi Hồng", "Đặc khu Cù Lao Gió", "Xã Suối Bạc");
        var lines = names.stream()
                .map(name -> {
                    var at = names.indexOf(name);
                    return line(new UnitId("c" + (at + 1)), name, Math.max(0, 9 - at * 2), 3 - at / 2, 4 + at, at % 3, at % 2, 5 + at * 2, 40.0 + at * 9.5, 30.0 + at * 7.1);
                })
                .toList();
        return new Dashboards.Dashboard(
                PROVINCE, "Tỉnh Hạ Vân", Instant.parse("2026-11-20T03:00:00Z"), all, new Dashboards.ReportFigures(22, 9, 7, 61, 4, 103), new Dashboards.TargetFigures(12, 22, 7, 9, 50), new Dashboards.Rates(64.9, 35.5), lines, List.of(), MONEY, null, AGES, List.of(new Dashboards.Named(new UnitId("c6"), "Xã Suối Bạc"))).with(told(12, 19));
    }

    private static List<Dashboards.ToldElsewhere> told(int reported, int of) {
        return List.of(new Dashboards.ToldElsewhere(new RuleId("system-1"), "nq57.vn", "2026-11", LocalDate.of(2026, 11, 25), reported, of));
    }

    static Dashboards.ProgrammeBoards programmes() {
        var six = programmeLine("dean06", "Đề án 06", province());
        var resolution = programmeLine("nq57", "Nghị quyết 57-NQ/TW", commune());
        var none = new Dashboards.ProgrammeLine(
                "cchc", "Cải cách hành chính", new Dashboards.TaskFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), new Dashboards.ReportFigures(0, 0, 0, 0, 0, 0),
                new Dashboards.TargetFigures(0, 0, 0, 0, 0), new Dashboards.Rates(null, null), new Dashboards.Money(0, 0, null));
        return new Dashboards.ProgrammeBoards(PROVINCE, "Tỉnh Hạ Vân", true, Instant.parse("2026-11-20T03:00:00Z"), null, List.of(six, resolution, none));
    }

    static Dashboards.ProgrammeBoard programme(boolean inCommune) {
        var of = inCommune ? commune() : province();
        var board = new Dashboards.Dashboard(
                of.id(), of.name(), of.asOf(), of.tasks(), of.reports(), of.targets(), of.rates(), inCommune ? List.of() : of.lines(), List.of(), of.money(), null,
                List.of(), List.of());
        return new Dashboards.ProgrammeBoard(programmeLine("dean06", "Đề án 06", of), !inCommune, board);
    }

    private static Dashboards.ProgrammeLine programmeLine(String key, String name, Dashboards.Dashboard of) {
        return new Dashboards.ProgrammeLine(key, name, of.tasks(), of.reports(), of.targets(), of.rates(), of.money());
    }

    /** The same figures, as those of the end of a past day. */
    static Dashboards.Dashboard then(Dashboards.Dashboard now, LocalDate day) {
        return new Dashboards.Dashboard(
                now.id(), now.name(), null, now.tasks(), now.reports(), now.targets(), now.rates(), now.lines(), now.plans(), now.money(), day, List.of(), List.of());
    }

    static Dashboards.Trend trend() {
        var first = YearMonth.of(2025, 12);
        var points = IntStream.rangeClosed(0, 11).mapToObj(month -> {
            var tasks = new Dashboards.TaskFigures(3 + month * 4, month / 3, 40 - month * 3, 4, (month * 5) % 9, 6, 0, 2, 1, 0, 0, 53 + month + month / 3 + (month * 5) % 9);
            var done = tasks.completedInTime() + tasks.completedLate();
            return new Dashboards.Point(
                    first.plusMonths(month).atEndOfMonth(), tasks, new Dashboards.ReportFigures(2, 1, month % 3, 10 + month, month / 4, 13 + month + month % 3 + month / 4),
                    new Dashboards.TargetFigures(month / 2, 5, 1, 2, 8 + month / 2),
                    new Dashboards.Rates(Math.round(1000.0 * done / (done + tasks.overdue())) / 10.0, Math.round(1000.0 * done / tasks.total()) / 10.0));
        }).toList();
        return new Dashboards.Trend(COMMUNE, NAME, Dashboards.Step.MONTH, points);
    }

    private static Dashboards.Line line(UnitId id, String name, long overdue, long soon, long time, long none, long late, long done, Double ofDue, Double ofAll) {
        var figures = new Dashboards.TaskFigures(done, late, time, soon, overdue, none, 0, 0, 0, 0, 0, overdue + soon + time + none + late + done);
        return new Dashboards.Line(id, name, figures, new Dashboards.ReportFigures(1, 0, overdue > 2 ? 1 : 0, 2, 0, 4), new Dashboards.TargetFigures(2, 1, overdue > 2 ? 2 : 0, 0, overdue > 2 ? 5 : 3), new Dashboards.Rates(ofDue, ofAll));
    }

    /** A whole set of answers for somebody in the middle of work. */
    public static void everything(StandIn services, Organisation.Me me) {
        TargetSamples.answers(services);
        ReportSamples.answers(services);
        services.on("GET /api/organisation/me", me)
                .on("GET /api/organisation/units", asked -> StandIn.json(200, asked.query().contains("kind=commune") ? new Page<>(List.of(unit(COMMUNE, NAME, UnitKind.COMMUNE)), null, 1L) : asked.query().contains("kind=") ? new Page<>(List.of(), null, 0L) : units()))
                .on("GET /api/notifications/unread", new Notifications.Unread(2))
                .on("GET /api/notifications", notifications())
                .on("POST /api/notifications/n-1/read", notifications().items().getFirst())
                .on("GET /api/tasks", asked -> StandIn.json(200, asked.query().startsWith("plan=plan-1&limit=200") ? ofAPlan(asked.query().contains("after="))
                        : asked.query().contains("explanationOwed=true") ? new Page<>(List.of(shared(List.of(), List.of()).summary()), null, 1L)
                        : asked.query().contains("workState=not-started") && asked.query().contains("plan=") ? new Page<>(tasks().items(), null, 5L)
                        : asked.query().contains("workState=submitted") ? waiting() : tasks()))
                .on("GET /api/tasks/t-1", task(List.of("acknowledgement", "progress", "completion")))
                .on("POST /api/tasks/t-1/acknowledgement", task(List.of("progress", "completion")))
                .on("POST /api/tasks/t-1/progress", task(List.of("progress", "completion")))
                .on("POST /api/tasks/t-1/completion", task(List.of()))
                .on("GET /api/tasks/t-21", proven())
                .on("POST /api/tasks/t-1/files", asked -> StandIn.json(201, proven().files().getFirst()))
                .on("GET /api/tasks/last-notes", new Tasks.LastNotes(List.of(new Tasks.LastNote(new TaskId("t-1"), "Còn 43 thủ tục chờ ý kiến của sở.", Instant.parse("2026-11-12T02:00:00Z"),
                        counted(List.of()).figures()))))
                .on("GET /api/tasks/in-charge", new Tasks.InCharge(List.of()))
                .on("GET /api/calendar/keys", new Calendars.Keys(List.of(new Calendars.Key("k-1", Instant.parse("2026-11-01T02:00:00Z"), LocalDate.of(2026, 11, 19)))))
                .on("POST /api/calendar/keys", asked -> StandIn.json(201, new Calendars.Made("k-2", Instant.parse("2026-11-20T02:00:00Z"), SECRET)))
                .on("DELETE /api/calendar/keys/k-1", new Calendars.Keys(List.of()))
                .on("GET /api/reports/consolidations", none())
                .on("GET /api/reports/obligations", asked -> StandIn.json(200, asked.query().contains("rule=system-1") ? SystemSamples.updates() : asked.query().contains("explanationOwed") ? ReportSamples.owed(asked.query()) : asked.query().contains("status=submitted-late") ? sentReports() : asked.query().contains("status=submitted") ? none() : reports()))
                .on("GET /api/reports/b-11", obligation(List.of("submission")))
                .on("GET /api/reports/b-9", obligation(List.of("acceptance", "return")))
                .on("POST /api/reports/b-11/submission", obligation(List.of()))
                .on("GET /api/proceedings", new Page<>(List.of(), null, 0L))
                .on("GET /api/plans", new Page<>(List.of(planSummary()), null, 1L))
                .on("GET /api/plans/plan-1", plan())
                .on("GET /api/plans/plan-1/closing", new Closings.Closing(PLAN, 4, "open", null, null, null, null, 0, 0, 0, List.of()))
                .on("GET /api/plans/plan-1/relations", planRelations())
                .on("GET /api/plans/plan-1/comparison", comparison())
                .on("POST /api/plans/plan-1/amendments", plan())
                .on("GET /api/plans/drafts/d-1/relations", draftRelations())
                .on("POST /api/plans/drafts/d-1/annexes", draft("open"))
                .on("GET /api/plans/drafts", new Page<>(List.of(draftSummary()), null, 1L))
                .on("POST /api/plans/drafts", asked -> StandIn.json(201, draft("open")))
                .on("GET /api/plans/drafts/d-1", draft("open"))
                .on("PATCH /api/plans/drafts/d-1", draft("open"))
                .on("POST /api/plans/drafts/d-1/acts", draft("open"))
                .on("GET /api/plans/drafts/d-1/source", new Plans.SourceText("ke-hoach.docx", draftText()))
                .on("GET /api/organisation/bodies", new Page<>(List.of(new Organisation.Body(
                        new BodyId("ct-06"), "Đề án 06", BodyKind.PROGRAMME, PROVINCE, "Tỉnh Hạ Vân", null, null, POLICE, "Công an xã", List.of(), true, false, 1)), null, 1L))
                .on("GET /api/dashboards/programmes", programmes())
                .on("GET /api/dashboards/programmes/dean06/trend", trend())
                .on("GET /api/dashboards/programmes/dean06", asked -> StandIn.json(200, programme(asked.query().contains("commune=c1"))))
                .on("GET /api/dashboards/province", province())
                .on("GET /api/dashboards/province/trend", trend())
                .on("GET /api/dashboards/communes/c1/trend", trend())
                .on("GET /api/dashboards/communes/c1", commune());
    }
}
