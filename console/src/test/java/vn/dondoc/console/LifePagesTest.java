package vn.dondoc.console;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.contracts.api.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** The forms of what happens now and then between who gave a task and who is to do it. */
class LifePagesTest {

    private final StandIn services = Console.SERVICES;
    private Visitor standing;

    @BeforeEach
    void theStandingUnit() {
        services.forget();
        Samples.everything(services, Samples.standing());
        LifeSamples.answers(services);
        standing = Visitor.signedIn("xa1.thuongtruc");
    }

    @ParameterizedTest
    @CsvSource({
        "t-8, return-to-giver, Vì sao trả lại, Đã trả lại người giao", "t-9, insistence, Vì sao giữ nguyên, Đã giữ nguyên việc giao",
        "t-9, cancellation, Vì sao huỷ, Đã huỷ nhiệm vụ", "t-10, reopening, Vì sao mở lại, Đã mở lại"
    })
    void aReasonIsSent(String task, String command, String label, String said) {
        assertThat(standing.get("/tasks/" + task + "?do=" + command).body())
                .contains(label, "action=\"/tasks/" + task + "/" + command + "\"", "<textarea name=\"reason\" rows=\"3\" required");
        assertThat(standing.post("/tasks/" + task + "/" + command, "reason", " Lý do của tôi ", "key", "life-1").statusCode()).isEqualTo(302);
        var call = services.last("POST /api/tasks/" + task + "/" + command);
        assertThat(call.body()).isEqualTo("{\"reason\":\"Lý do của tôi\"}");
        assertThat(call.header("Idempotency-Key")).isEqualTo("life-1");
        assertThat(standing.get("/tasks/" + task).body()).contains(said);
        services.refusing("POST /api/tasks/" + task + "/" + command, 409, "TASK_STARTED", "Nhiệm vụ này đã được bắt đầu.");
        assertThat(standing.post("/tasks/" + task + "/" + command, "reason", "Chữ không mất", "key", "life-2").body())
                .contains("Nhiệm vụ này đã được bắt đầu.", "Chữ không mất");
    }

    @Test
    void unitsAreTickedAndThoseOfNowAreTickedAlready() {
        var form = standing.get("/tasks/t-9?do=reassignment").body();
        assertThat(form).contains("name=\"lead\" value=\"u-vp\" checked", "name=\"coordinating\" value=\"u-ca\" checked", "Thôn Suối Đá", "Vì sao chuyển")
                .doesNotContain("name=\"lead\" value=\"u-ca\" checked");
        standing.post("/tasks/t-9/reassignment", "lead", "u-ca", "lead", "u-t1", "coordinating", "u-vp", "reason", "Đúng chức năng", "key", "life-3");
        assertThat(services.last("POST /api/tasks/t-9/reassignment").body())
                .isEqualTo("{\"lead\":[\"u-ca\",\"u-t1\"],\"coordinating\":[\"u-vp\"],\"reason\":\"Đúng chức năng\"}");

        services.refusing("POST /api/tasks/t-9/reassignment", 422, "UNIT_NOT_HERE", "Có đơn vị không thuộc xã này.");
        assertThat(standing.post("/tasks/t-9/reassignment", "lead", "u-t2", "reason", "Thử", "key", "life-4").body())
                .contains("Có đơn vị không thuộc xã này.", "name=\"lead\" value=\"u-t2\" checked").doesNotContain("value=\"u-ca\" checked");
        assertThat(standing.post("/tasks/t-9/reassignment", "lead", "../x", "reason", "Thử", "key", "life-5").statusCode()).isEqualTo(400);
    }

    @Test
    void aCommentIsWrittenByAnybodyConcerned() {
        assertThat(standing.get("/tasks/t-10?do=comment").body()).contains("Ghi ý kiến", "mọi đơn vị liên quan");
        standing.post("/tasks/t-10/comment", "note", "Đã gọi điện cho thôn", "key", "life-6");
        assertThat(services.last("POST /api/tasks/t-10/comment").body()).isEqualTo("{\"text\":\"Đã gọi điện cho thôn\"}");
    }

    @Test
    void theRealDayIsAskedForOnlyWhereItWasOverdueBeforeEntry() {
        assertThat(standing.get("/tasks/t-8?do=completion").body()).contains("Quá hạn trước khi vào hệ thống", "Ngày hoàn thành thực tế", "name=\"doneOn\"");
        standing.post("/tasks/t-8/completion", "note", "Đã xong", "doneOn", "2026-09-20", "key", "life-7");
        assertThat(services.last("POST /api/tasks/t-8/completion").body()).contains("\"doneOn\":\"2026-09-20\"");
        assertThat(standing.post("/tasks/t-8/completion", "note", "Đã xong", "doneOn", "hôm nọ", "key", "life-8").statusCode()).isEqualTo(400);
        services.on("GET /api/tasks/t-1", Samples.task(List.of("completion")));
        assertThat(standing.get("/tasks/t-1?do=completion").body()).contains("documentNumber").doesNotContain("doneOn");
    }

    @Test
    void whoDecidesSeesWhatWaitsAndItsAnswersFirst() {
        services.on("GET /api/tasks", asked -> StandIn.json(200, asked.query().contains("returned=true")
                ? new Page<>(List.of(LifeSamples.returned().summary()), null, 1L) : new Page<>(List.of(), null, 0L)));
        assertThat(standing.get("/").body()).contains("id=\"returned-title\"", "Lắp đặt camera giám sát", "Xem và quyết định");
        var page = standing.get("/tasks/t-9").body();
        assertThat(page).contains("Trả lại người giao, chờ quyết định", "Ngày trả lại người giao", "03/11/2026", "Thuộc chức năng của Công an xã", "Mở ngày", "02/11/2026");
        assertThat(page.indexOf("do=cancellation")).as("among the daily ones").isLessThan(page.indexOf("Thao tác khác"));
        assertThat(page.indexOf("do=comment")).isGreaterThan(page.indexOf("Thao tác khác"));
        assertThat(standing.get("/tasks?returned=true").body()).contains("name=\"returned\" value=\"true\" checked");
        assertThat(services.last("GET /api/tasks").query()).contains("returned=true");
    }

    @Test
    void manyAreGivenToOthersOrGivenUpForOneReason() {
        services.on("GET /api/tasks", new Page<>(List.of(LifeSamples.returned().summary(), LifeSamples.silentlyAccepted().summary()), null, 2L));
        services.refusing("POST /api/tasks/acts", 400, "VALIDATION", "Hãy sửa.");
        assertThat(standing.get("/tasks").body()).contains("form=\"bulk\" value=\"t-9\"", "Huỷ đã chọn", "Chuyển đã chọn", "Thôn Suối Đá")
                .doesNotContain("form=\"bulk\" value=\"t-10\"");
        standing.post("/tasks/acts", "task", "t-9", "act", "reassign", "lead", "u-ca", "coordinating", "u-vp", "reason", "Đúng chức năng", "key", "bulk-1");
        assertThat(services.last("POST /api/tasks/acts").body())
                .contains("\"act\":\"reassign\"", "\"to\":{\"lead\":[\"u-ca\"],\"coordinating\":[\"u-vp\"]}", "Đúng chức năng");
        standing.post("/tasks/acts", "task", "t-9", "act", "cancel", "lead", "u-ca", "reason", "Trùng việc", "key", "bulk-2");
        assertThat(services.last("POST /api/tasks/acts").body()).contains("\"act\":\"cancel\"", "Trùng việc").doesNotContain("\"to\"");
    }

    @Test
    void theHistorySaysWhatTheSystemDecided() {
        assertThat(standing.get("/tasks/t-10").body()).contains("Tự nghiệm thu: hết số ngày xét mà không có quyết định", "Ý kiến", "Đã kiểm tra tại chỗ",
                "sau 1 ngày", "Ngày hoàn thành thực tế", "20/09/2026");
    }
}
