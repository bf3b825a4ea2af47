package vn.dondoc.console;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters of urging from what is late to the answers; rules with their preview; gaps; the week. */
class UrgingPagesTest {

    private final StandIn services = Console.SERVICES;
    private Visitor standing;

    @BeforeEach
    void theStandingUnit() {
        services.forget();
        Samples.everything(services, Samples.standing());
        TimekeepingPagesTest.answers(services);
        UrgingSamples.answers(services);
        standing = Visitor.signedIn("xa1.thuongtruc");
    }

    @Test
    void aLetterIsDraftedFromWhatIsLateByUnit() {
        assertThat(standing.get("/urgings").body()).contains("12/UBND-VP", "Quá hạn trả lời", "1 trên 2 nơi đã trả lời", "href=\"/urgings/cv-2\"", "href=\"/urgings/new\"");
        assertThat(standing.get("/urgings/new").body()).contains("Phòng Kinh tế", "Quá hạn 12 ngày (hạn 08/11/2026)", "hạn đầu 31/10/2026", "value=\"report:r-1\"");
        var made = standing.post("/urgings", "key", "k", "rows", "task:t-1", "rows", "report:r-1");
        assertThat(made.headers().firstValue("Location")).get().asString().endsWith("/urgings/cv-1");
        assertThat(services.last("POST /api/urgings").body()).contains("{\"kind\":\"task\",\"ref\":\"t-1\"}", "{\"kind\":\"report\",\"ref\":\"r-1\"}");
        services.refusing("POST /api/urgings", 422, "URGING_ROW_NOT_LATE", "Có nội dung không còn quá hạn.");
        var refused = standing.post("/urgings", "rows", "task:t-1");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Có nội dung không còn quá hạn.", "value=\"task:t-1\" checked");
    }

    @Test
    void aDraftIsEditedNumberedAndSent() {
        var page = standing.get("/urgings/cv-1").body();
        assertThat(page).contains("TM. ỦY BAN NHÂN DÂN", "TL. CHỦ TỊCH – CHÁNH VĂN PHÒNG", "href=\"/api/urgings/cv-1/document\"", "Dùng lời “Đề nghị”", "name=\"file\"")
                .doesNotContain("/urgings/cv-1/sending");
        standing.post("/urgings/cv-1", "version", "4", "subject", "khác", "body", "Nội dung", "answerBy", "2026-11-26", "signatory", "1");
        assertThat(services.last("PATCH /api/urgings/cv-1").body()).contains("\"answerBy\":\"2026-11-26\"", "\"authority\":\"tl\"", "khác");
        assertThat(services.last("PATCH /api/urgings/cv-1").header("If-Match")).isEqualTo("\"4\"");
        assertThat(standing.post("/urgings/cv-1", "version", "4", "subject", "Giữ lại", "body", "b", "answerBy", "mai").body()).contains("Giữ lại");
        assertThat(standing.get("/urgings/cv-3").body()).contains("/urgings/cv-3/sending", "Bản đã ký: cv-12.pdf", "href=\"/api/urgings/cv-3/annexes/u-kt\"", "phụ lục của từng nơi hệ thống gửi riêng");
        standing.post("/urgings/cv-3/sending", "version", "4", "key", "k");
        assertThat(services.last("POST /api/urgings/cv-3/sending").header("Idempotency-Key")).isEqualTo("k");
    }

    @Test
    void anAnswerIsGivenInTheNameOfAUnit() {
        assertThat(standing.get("/urgings/cv-2").body()).contains("Trả lời ngày 23/11/2026", "Sẽ gửi văn bản.", "Nay đã gửi kết quả", "name=\"text\"");
        standing.post("/urgings/cv-2/answers", "version", "4", "unit", "u-kt", "text", "Xong trong tuần");
        assertThat(services.last("POST /api/urgings/cv-2/answers").body()).contains("\"text\":\"Xong trong tuần\"", "\"unit\":\"u-kt\"");
    }

    @Test
    void rulesAreLookedAtBeforeTheyAreSavedAndResetInOneStep() {
        assertThat(standing.get("/reminder-rules").headers().firstValue("Location")).get().asString().endsWith("/reminder-rules/c1");
        assertThat(standing.get("/reminder-rules/c1").body()).contains("Còn 7 ngày đến hạn", "Quy định riêng", "Đã tắt", "Luôn gửi:", "Nơi có quyền quyết định");
        var typed = new String[] {
            "version", "3", "s.0.step", "due-soon:7", "s.0.own", "true", "s.0.on", "true", "s.0.audience", "responsible", "s.0.audience", "head", "s.0.channel", "email",
            "s.0.urgency", "normal", "s.1.step", "overdue", "s.1.audience", "responsible", "s.1.urgency", "critical"
        };
        var looked = standing.post("/reminder-rules/c1", with("preview", typed));
        assertThat(looked.body()).contains("120 thông báo sẽ thành 80", "Trưởng phòng", "1 trên 3 chức danh");
        assertThat(services.last("POST /api/notifications/rules/c1/preview").body())
                .contains("\"step\":\"due-soon:7\"", "\"audiences\":[\"responsible\",\"head\"]", "\"channels\":[\"inbox\",\"email\"]").doesNotContain("overdue");
        assertThat(services.wasAsked("PUT /api/notifications/rules/c1")).isFalse();
        standing.post("/reminder-rules/c1", with("save", typed));
        assertThat(services.last("PUT /api/notifications/rules/c1").header("If-Match")).isEqualTo("\"3\"");
        standing.post("/reminder-rules/c1", with("reset", typed));
        assertThat(services.last("PUT /api/notifications/rules/c1").body()).isEqualTo("{\"rules\":[]}");
    }

    @Test
    void gapsAndTheWeekAreTold() {
        assertThat(standing.get("/gaps").body()).contains("Thiếu cơ quan thường trực", "12 việc đang mở", "vắng đến 30/11/2026", "Tin đã chuyển lên cấp trên", "4 tin trong 7 ngày qua", "3 thông báo chưa gửi được cho ai");
        assertThat(standing.get("/urged").headers().firstValue("Location")).get().asString().endsWith("/urged/c1");
        assertThat(standing.get("/urged/c1/2026-11-09").body()).contains("Đã đôn đốc 12 việc: 8 việc xong trong 7 ngày, 3 việc chưa xong.", "Phòng Kinh tế", "/urged/c1/2026-11-02");
        assertThat(services.last("GET /api/notifications/weeks/c1").query()).contains("week=2026-11-09");
    }

    @Test
    void templatesAreShownWithTheirVersionAndFilled() {
        assertThat(standing.get("/message-templates").body()).contains("Còn {2} ngày (hạn {1}): {0}", "Phiên bản 9f8e7d6c", "1a2b3c4d");
        assertThat(standing.get("/message-templates?key=task.due-soon").body()).contains("Còn 3 ngày (hạn 30/11/2026): Tập huấn", "3 days left")
                .contains("Don Doc: co viec gap, ma TB-1A2B3C4D", "36/160 ký tự, tính 1 tin", "Tin Zalo theo mẫu 256001", "11/30 ký tự", "chưa cấu hình kênh này").doesNotContain("??");
    }

    @Test
    void everybodyChoosesTheHourOfTheDigestAndWhatIsNotToDisturb() {
        assertThat(standing.get("/inbox").body()).contains("href=\"/inbox/preferences\"");
        assertThat(standing.get("/inbox/preferences").body())
                .contains("value=\"08:30\"", "<span>Thư điện tử</span><span> → Zalo</span>", "kinhte@xa.example", "thư điện tử hoặc số điện thoại đã ghi trong hồ sơ của tôi", "từ 06:30 đến trước 21:00")
                .containsPattern("value=\"information\"\\s+checked").doesNotContainPattern("value=\"normal\"\\s+checked").doesNotContain("value=\"critical\"", "??");
        services.on("GET /api/notifications/preferences", UrgingSamples.preferences("00:00", "00:00"));
        assertThat(standing.get("/inbox/preferences").body()).as("where nothing is limited").contains("bất kể giờ nào", "Để trống là 07:00.").doesNotContain("00:00", "??");
        var saved = standing.post("/inbox/preferences", "version", "2", "digestAt", "07:30", "muted", "normal", "muted", "information");
        assertThat(saved.headers().firstValue("Location")).hasValue("/inbox/preferences");
        assertThat(services.last("PUT /api/notifications/preferences").body()).isEqualTo("{\"digestAt\":\"07:30\",\"muted\":[\"normal\",\"information\"]}");
        assertThat(services.last("PUT /api/notifications/preferences").header("If-Match")).isEqualTo("\"2\"");
        assertThat(standing.get("/inbox/preferences").body()).contains("Đã lưu cách nhận thông báo.");
        services.refusing("PUT /api/notifications/preferences", 422, "PREFERENCE_HOUR", "Giờ nhận thư tổng hợp phải trong khoảng được phép gửi.");
        var refused = standing.post("/inbox/preferences", "version", "2", "digestAt", "23:00");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("phải trong khoảng được phép gửi", "value=\"23:00\"");
    }

    private static String[] with(String act, String... typed) {
        return Stream.concat(Stream.of("act", act), Stream.of(typed)).toArray(String[]::new);
    }
}
