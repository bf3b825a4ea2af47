package vn.dondoc.console;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Deliveries;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.id.PositionId;

import static org.assertj.core.api.Assertions.assertThat;

/** What is on its way, as the administrator sees it, and the words for a group chat. */
class DeliveryPagesTest {

    private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");

    private final StandIn services = Console.SERVICES;
    private Visitor administrator;

    /** A digest that was sent, a short message that waits for its turn, a letter that was refused. */
    static void answers(StandIn services) {
        services.on("GET /api/deliveries", new Page<>(List.of(digest(), held(), failed()), "cursor-3", 4213L));
        services.on("GET /api/deliveries/d-1", content(digest()));
        services.on("GET /api/deliveries/d-2", content(held()));
        services.on("GET /api/deliveries/d-3", content(failed()));
        services.on("POST /api/deliveries/d-1/resend", digest());
        services.on("POST /api/deliveries/d-2/cancel", held());
        services.on("GET /api/deliveries/channels", List.of(
                new Deliveries.Channel("email", true, "open", 7, AT.plusSeconds(600), 4213, 0, AT, "MAIL_SERVER_AWAY", AT, AT.minusSeconds(60)),
                new Deliveries.Channel("zalo", false, "closed", 0, null, 0, 0, null, null, null, null),
                new Deliveries.Channel("sms", true, "closed", 0, null, 0, 12, null, null, null, AT),
                new Deliveries.Channel("webhook", true, "half-open", 5, AT, 3, 0, AT, "A_CODE_OF_LATER", AT, null)));
    }

    private static Deliveries.Delivery digest() {
        return delivery("d-1", true, "email", "normal", "sent", null, 300);
    }

    private static Deliveries.Delivery held() {
        return delivery("d-2", false, "sms", "critical", "held", null, 1);
    }

    private static Deliveries.Delivery failed() {
        return delivery("d-3", false, "email", "critical", "failed", "MAILBOX_REFUSED", 1);
    }

    private static Deliveries.Delivery delivery(String id, boolean digest, String channel, String urgency, String state, String reason, int messages) {
        return new Deliveries.Delivery(
                id, digest, channel, urgency, state, reason, List.of(new Deliveries.Recipient(new PositionId("c1"), "Trưởng phòng <b>", "Phòng Kinh tế, xã Đồi Suối")),
                List.of("zalo"), messages, 1, AT, null, state.equals("held") ? AT.plusSeconds(14_400) : null, state.equals("sent") ? AT : null,
                state.equals("failed"), state.equals("sent") ? new Deliveries.Template("task.overdue.responsible", "1a2b3c4d") : null);
    }

    private static Deliveries.Content content(Deliveries.Delivery delivery) {
        return new Deliveries.Content(
                delivery, List.of(new Deliveries.Item("TaskOverdue", "Quá hạn 3 ngày (hạn 17/11/2026): Lập kho dữ liệu", "/tasks/t-1")),
                List.of(new Deliveries.Attempt(AT.minusSeconds(60), "MAIL_SERVER_AWAY"), new Deliveries.Attempt(AT, "SENT")),
                delivery.template() == null ? null : new Deliveries.Sent("Quá hạn", "Lời của phiên bản trước", false));
    }

    @BeforeEach
    void anAdministrator() {
        services.forget();
        Samples.everything(services, Samples.administrator());
        DeskPagesTest.answers(services);
        answers(services);
        administrator = Visitor.signedIn("tinh.thuongtruc");
    }

    @Test
    void channelsAndDeliveriesStandOnOnePageThatIsReachedFromTheDesk() {
        assertThat(administrator.get("/operations").body()).contains("href=\"/operations/deliveries\"");
        var page = administrator.get("/operations/deliveries").body();
        assertThat(page).contains("Tạm ngừng vì lỗi", "Thử lại lúc 07:10 20/11/2026", "Máy chủ thư không trả lời", "Chưa cấu hình", "A_CODE_OF_LATER", ">4.213<")
                .contains("Thư tổng hợp trong ngày: 300 nội dung", "Trưởng phòng &lt;b&gt;, Phòng Kinh tế", "Máy chủ thư từ chối hộp thư này", "after=cursor-3")
                .doesNotContain("??", "<b>");
        administrator.get("/operations/deliveries?state=failed&channel=email&after=cursor-3");
        assertThat(services.last("GET /api/deliveries").query()).isEqualTo("state=failed&channel=email&after=cursor-3");
    }

    @Test
    void oneIsShownWithWhatIsInItAndSentAgainOrStopped() {
        assertThat(administrator.get("/operations/deliveries/d-1").body())
                .contains("/tasks/t-1", "Quá hạn 3 ngày", "Gửi lại", "Zalo", "task.overdue.responsible", "Phiên bản 1a2b3c4d", "Lời của phiên bản trước", "Mẫu nay đã đổi").doesNotContain("Không gửi nữa", "??");
        assertThat(administrator.get("/operations/deliveries/d-2").body()).contains("Không gửi nữa", "11:00 20/11/2026").doesNotContain("Lời đã gửi", "đã báo lên cấp trên");
        assertThat(administrator.get("/operations/deliveries/d-3").body()).contains("đã báo lên cấp trên một bậc");
        var answer = administrator.post("/operations/deliveries/d-1/resend", "key", "form-1");
        assertThat(answer.headers().firstValue("Location")).hasValue("/operations/deliveries/d-1");
        assertThat(services.last("POST /api/deliveries/d-1/resend").header("Idempotency-Key")).isEqualTo("form-1");
        assertThat(administrator.get("/operations/deliveries/d-1").body()).contains("Tin đã vào hàng chờ để gửi lại.");
        administrator.post("/operations/deliveries/d-2/cancel", "key", "form-2");
        assertThat(administrator.get("/operations/deliveries/d-2").body()).contains("Không dừng được nữa");
        assertThat(administrator.post("/operations/deliveries/d-2/forget", "key", "k").statusCode()).isEqualTo(404);
        administrator.post("/language", "to", "en");
        assertThat(administrator.get("/operations/deliveries").body()).contains("Paused after errors", "Digest of a day: 300 matters").doesNotContain("??");
    }

    @Test
    void theWordsForAGroupChatNameUnitsAndTasksAndNobody() {
        Samples.everything(services, Samples.standing());
        var standing = Visitor.signedIn("xa1.vanphong");
        assertThat(standing.get("/tasks").body()).contains("/tasks/group-chat", "Sao chép cho nhóm Zalo");
        var page = standing.get("/tasks/group-chat").body();
        assertThat(page).contains("ĐÔN ĐỐC CÔNG VIỆC", "QUÁ HẠN:", "• ", "timeClass=overdue", "readonly").doesNotContain("??");
        assertThat(services.last("GET /api/tasks").query()).contains("timeClass=due-soon");
        services.on("GET /api/tasks", new Page<>(List.of(), null, 0L));
        assertThat(standing.get("/tasks/group-chat").body()).contains("Không có việc nào quá hạn hay sắp đến hạn.");
    }
}
