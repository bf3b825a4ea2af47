package vn.dondoc.console;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Gaps;
import vn.dondoc.contracts.api.MessageTemplates;
import vn.dondoc.contracts.api.NotificationPreferences;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.ReminderRules;
import vn.dondoc.contracts.api.UrgedWeeks;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.api.Urgings.Stage;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.contracts.id.UrgingId;

/** Letters of urging, rules, gaps and a week as notification-service would tell them. */
final class UrgingSamples {

    static final LocalDate ANSWER_BY = LocalDate.of(2026, 11, 25);

    private static final Urgings.Named OFFICE = new Urgings.Named(new UnitId("u-kt"), "Phòng Kinh tế");
    private static final Urgings.Named FRONT = new Urgings.Named(new UnitId("u-mt"), "Ủy ban Mặt trận Tổ quốc Việt Nam xã");
    private static final Urgings.Signing CHAIR = new Urgings.Signing(Urgings.Authority.TM, "ỦY BAN NHÂN DÂN", "CHỦ TỊCH");
    private static final Urgings.Signing OFFICE_HEAD = new Urgings.Signing(Urgings.Authority.TL, "CHỦ TỊCH", "CHÁNH VĂN PHÒNG");

    private UrgingSamples() {}

    static void answers(StandIn services) {
        var draft = letter("cv-1", Stage.DRAFT);
        services.on("GET /api/urgings", new Page<>(List.of(draft.summary(), letter("cv-2", Stage.SENT).summary()), null, 2L))
                .on("GET /api/urgings/late", new Page<>(rows(), null, 3L))
                .on("GET /api/urgings/cv-1", draft).on("GET /api/urgings/cv-2", letter("cv-2", Stage.SENT)).on("GET /api/urgings/cv-3", letter("cv-3", Stage.ISSUED))
                .on("POST /api/urgings", asked -> StandIn.json(201, draft)).on("PATCH /api/urgings/cv-1", draft)
                .on("POST /api/urgings/cv-1/issue", draft).on("POST /api/urgings/cv-1/discarding", draft)
                .on("POST /api/urgings/cv-3/sending", draft).on("POST /api/urgings/cv-2/answers", draft)
                .on("GET /api/notifications/rules/c1", rules(false)).on("PUT /api/notifications/rules/c1", rules(false))
                .on("GET /api/notifications/rules/p", rules(true)).on("POST /api/notifications/rules/c1/preview", preview())
                .on("GET /api/notifications/templates", new MessageTemplates.All("1a2b3c4d", List.of(template())))
                .on("GET /api/notifications/templates/task.due-soon", new MessageTemplates.Preview(template(),
                        new MessageTemplates.Words("Còn 3 ngày (hạn 30/11/2026): Tập huấn", "Đề nghị Phòng Kinh tế."), new MessageTemplates.Words("3 days left", "Please."),
                        new MessageTemplates.Short(true, "Đôn Đốc: có việc gấp, mã TB-1A2B3C4D", "Don Doc: co viec gap, ma TB-1A2B3C4D", 36, 160, 1, false),
                        new MessageTemplates.Registered(false, "256001", List.of(new MessageTemplates.Field("ma_thong_bao", "TB-1A2B3C4D", 11, 30)))))
                .on("GET /api/notifications/preferences", preferences()).on("PUT /api/notifications/preferences", preferences())
                .on("GET /api/notifications/gaps", gaps()).on("GET /api/notifications/weeks/c1", week()).on("GET /api/notifications/weeks/p", week());
    }

    static Urgings.Urging letter(String id, Stage stage) {
        var numbered = stage != Stage.DRAFT;
        var sent = stage == Stage.SENT;
        var summary = new Urgings.Summary(
                new UrgingId(id), stage, Samples.COMMUNE, "Xã Mây Ngàn", numbered ? "12/UBND-VP" : null, "đôn đốc thực hiện nhiệm vụ, chế độ báo cáo quá hạn",
                List.of(OFFICE, FRONT), 3, LocalDate.of(2026, 11, 20), numbered ? LocalDate.of(2026, 11, 20) : null, sent ? LocalDate.of(2026, 11, 21) : null,
                ANSWER_BY, sent, sent ? 1 : 0);
        return new Urgings.Urging(
                summary, 4, "Qua theo dõi, Phòng Kinh tế còn 3 nội dung quá hạn.\nỦy ban nhân dân xã Mây Ngàn yêu cầu Phòng Kinh tế hoàn thành ngay.", CHAIR,
                numbered ? List.of() : List.of(CHAIR, OFFICE_HEAD), rows(),
                List.of(new Urgings.Addressee(OFFICE.id(), OFFICE.name(), UnitKind.OFFICE, false, null, null, sent),
                        new Urgings.Addressee(FRONT.id(), FRONT.name(), UnitKind.FRONT, true, sent ? LocalDate.of(2026, 11, 23) : null,
                                sent ? "Đã hoàn thành.\nSẽ gửi văn bản." : null, false)),
                numbered ? new Urgings.SignedFile("cv-12.pdf", "application/pdf", 120_000, "ab") : null, true);
    }

    private static List<Urgings.Row> rows() {
        return List.of(
                row("task", "t-1", "Lập kho dữ liệu hồ sơ hộ nghèo dùng chung cho toàn xã, có phân quyền", OFFICE, 12, LocalDate.of(2026, 10, 31)),
                row("report", "r-1", "Báo cáo kết quả chuyển đổi số tháng 10", OFFICE, 5, null), row("task", "t-2", "Tập huấn tổ công nghệ số cộng đồng", FRONT, 3, null));
    }

    private static Urgings.Row row(String kind, String ref, String title, Urgings.Named unit, int days, @Nullable LocalDate first) {
        return new Urgings.Row(kind, ref, title, List.of(unit), LocalDate.of(2026, 11, 20).minusDays(days), first, days, "36/KH-UBND – Kế hoạch chuyển đổi số", kind.equals("report"));
    }

    private static ReminderRules.Rules rules(boolean province) {
        var words = Stream.of("responsible", "coordinating", "head", "standing", "urging-unit", "leader-in-charge", "leader", "province", "following")
                .map(code -> new ReminderRules.Word(code, "Nơi nhận " + code)).toList();
        var channels = List.of(new ReminderRules.Word("inbox", "Hộp thư trong hệ thống"), new ReminderRules.Word("email", "Thư điện tử"), new ReminderRules.Word("sms", "Tin nhắn SMS"));
        return new ReminderRules.Rules(
                province ? Samples.PROVINCE : Samples.COMMUNE, province ? "Tỉnh Mây" : "Xã Mây Ngàn", province ? null : "Tỉnh Mây", 3,
                List.of(
                        new ReminderRules.Rule("due-soon:7", "Còn 7 ngày đến hạn", false, List.of("responsible"), List.of(), List.of("inbox", "email"), "normal", false, true),
                        new ReminderRules.Rule("overdue", "Vừa quá hạn", true, List.of("responsible", "standing"), List.of(), List.of("inbox", "email", "sms"), "critical", true, false),
                        new ReminderRules.Rule("submitted", "Đã gửi kết quả", true, List.of(), List.of("Nơi có quyền quyết định"), List.of("inbox"), "normal", false, false)),
                words, channels, true);
    }

    private static ReminderRules.Preview preview() {
        return new ReminderRules.Preview(
                LocalDate.of(2026, 10, 20), LocalDate.of(2026, 11, 20), 40, true, 120, 80, List.of(new ReminderRules.ChannelCount("email", 100, 60)),
                List.of(new ReminderRules.PreviewRow(new PositionId("pos-1"), "Trưởng phòng", "Phòng Kinh tế", 40, 12)), 3);
    }

    private static MessageTemplates.Template template() {
        return new MessageTemplates.Template(
                "task.due-soon", new MessageTemplates.Words("Còn {2} ngày (hạn {1}): {0}", "Nhiệm vụ “{0}” phải hoàn thành chậm nhất ngày {1}."),
                new MessageTemplates.Words("{2} days left (due {1}): {0}", "The task “{0}” is due on {1}."), "9f8e7d6c");
    }

    private static Gaps.Found gaps() {
        return new Gaps.Found(List.of(
                new Gaps.Gap(Gaps.Kind.NO_STANDING_UNIT, Samples.COMMUNE, "Xã Mây Ngàn", Samples.COMMUNE, "Xã Mây Ngàn", null, null, null, 12),
                new Gaps.Gap(Gaps.Kind.AWAY_WITHOUT_DEPUTY, OFFICE.id(), OFFICE.name(), Samples.COMMUNE, "Xã Mây Ngàn", new PositionId("pos-1"), "Trưởng phòng",
                        LocalDate.of(2026, 11, 30), 5),
                new Gaps.Gap(Gaps.Kind.WENT_UP, OFFICE.id(), OFFICE.name(), Samples.COMMUNE, "Xã Mây Ngàn", new PositionId("pos-2"), "Cán bộ", null, 4)), 3L);
    }

    static NotificationPreferences.Preferences preferences() {
        return preferences("06:30", "21:00");
    }

    static NotificationPreferences.Preferences preferences(String from, String until) {
        return new NotificationPreferences.Preferences(
                2, "08:30", List.of("information"), "07:00", from, until, true, List.of("email", "zalo", "sms"), List.of(
                        new NotificationPreferences.Reached(new PositionId("pos-1"), "Trưởng phòng", "Phòng Kinh tế", "kinhte@xa.example"),
                        new NotificationPreferences.Reached(new PositionId("pos-2"), "Trưởng thôn", "Thôn Một", null)));
    }

    private static UrgedWeeks.Week week() {
        var total = new UrgedWeeks.Row(Samples.COMMUNE, "Xã Mây Ngàn", 12, 8, 1, 3);
        return new UrgedWeeks.Week(
                Samples.COMMUNE, "Xã Mây Ngàn", LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 15), total,
                List.of(new UrgedWeeks.Row(OFFICE.id(), OFFICE.name(), 7, 3, 1, 3), new UrgedWeeks.Row(FRONT.id(), FRONT.name(), 5, 5, 0, 0)), 2);
    }
}
