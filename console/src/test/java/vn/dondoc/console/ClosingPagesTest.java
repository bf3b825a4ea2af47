package vn.dondoc.console;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Closings;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.api.Successions;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan is closed: a choice for each open task or for all, a summary, and what came of it. */
class ClosingPagesTest {

    private static final String CLOSING = "/plans/plan-1/closing";

    private final StandIn services = Console.SERVICES;
    private Visitor standing;

    @BeforeEach
    void theStandingUnit() {
        services.forget();
        Samples.everything(services, Samples.standing());
        var next = summary("plan-2", "Kế hoạch chuyển đổi số năm 2027", null);
        var over = summary("plan-3", "Kế hoạch đã xong", LocalDate.of(2026, 6, 1));
        services.on("GET /api/plans", new Page<>(List.of(Samples.planSummary(), next, over), null, 3L))
                .on("GET /api/tasks", asked -> StandIn.json(200, asked.query().contains("after=")
                        ? Samples.waiting() : new Page<>(Samples.tasks().items().subList(0, 2), "more", null)));
        standing = Visitor.signedIn("xa1.thuongtruc");
    }

    @Test
    void allOpenTasksAreThereTheWorstFirstAndTheOtherRunningPlansToMoveThemInto() {
        var page = standing.get(CLOSING).body();

        assertThat(page).contains("3 nhiệm vụ chưa xong", "name=\"row.t-1\"", "name=\"row.t-2\"", "name=\"row.t-6\"", "chờ công nhận", "năm 2027")
                .doesNotContain("Kế hoạch đã xong");
        assertThat(page.indexOf("row.t-1")).isLessThan(page.indexOf("row.t-6"));
        assertThat(services.last("GET /api/tasks").query()).contains("plan=plan-1", "workState=not-started", "workState=in-progress", "workState=submitted");
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasChosenStays() {
        var undecided = standing.post(CLOSING, "step", "review", "version", "4", "row.t-1", "carry");
        assertThat(undecided.statusCode()).isEqualTo(422);
        assertThat(undecided.body()).contains("Còn nhiệm vụ chưa được quyết định.");
        assertThat(undecided.body()).containsPattern("name=\"row.t-1\" value=\"carry\" checked");
        assertThat(standing.post(CLOSING, "step", "review", "version", "4", "all", "move").body()).contains("Hãy chọn kế hoạch nhận");
        assertThat(standing.post(CLOSING, "step", "review", "version", "4", "all", "cancel").body()).contains("Hãy ghi lý do");
        assertThat(services.wasAsked("POST /api/plans/plan-1/closing")).isFalse();
    }

    @Test
    void aSummaryIsConfirmedAndSentAsItWasSeen() {
        services.on("POST /api/plans/plan-1/closing", asked -> StandIn.json(201, closed()));
        var fields = new String[] {"version", "4", "all", "move", "row.t-2", "cancel", "due.t-1", "2027-03-31", "due", "2027-06-30", "target", "plan-2",
            "reason", "Hết kinh phí", "number", "99/BC-UBND", "issuedOn", "2026-12-20"};
        var summary = standing.post(CLOSING, with(fields, "step", "review")).body();
        assertThat(summary).contains("Xem lại trước khi kết thúc", "Sang kế hoạch: Kế hoạch chuyển đổi số năm 2027", "Lý do: Hết kinh phí", "31/03/2027", "30/06/2027")
                .contains("name=\"row.t-2\" value=\"cancel\"", "name=\"due.t-1\" value=\"2027-03-31\"", "name=\"version\" value=\"4\"");
        assertThat(services.wasAsked("POST /api/plans/plan-1/closing")).isFalse();
        assertThat(standing.post(CLOSING, with(fields, "step", "edit")).body()).containsPattern("name=\"all\" value=\"move\" checked");

        var answer = standing.post(CLOSING, with(with(fields, "step", "confirm"), "key", "k-7"));
        assertThat(answer.headers().firstValue("Location")).hasValue(CLOSING);
        var call = services.last("POST /api/plans/plan-1/closing");
        assertThat(call.header("If-Match")).isEqualTo("\"4\"");
        assertThat(call.header("Idempotency-Key")).isEqualTo("k-7");
        assertThat(EventJson.mapper().readValue(call.body(), Closings.Wanted.class)).isEqualTo(new Closings.Wanted(
                List.of(
                        new Closings.Row(new TaskId("t-1"), "move", new PlanId("plan-2"), LocalDate.of(2027, 3, 31)),
                        new Closings.Row(new TaskId("t-2"), "cancel", null, null),
                        new Closings.Row(new TaskId("t-6"), "move", new PlanId("plan-2"), LocalDate.of(2027, 6, 30))),
                "carry", "Hết kinh phí", "99/BC-UBND", LocalDate.of(2026, 12, 20)));
    }

    @Test
    void whatIsRefusedIsSaidOnThePage() {
        services.refusing("POST /api/plans/plan-1/closing", 412, "VERSION_CHANGED", "Kế hoạch vừa được người khác sửa.");
        var answer = standing.post(CLOSING, "step", "confirm", "version", "3", "key", "k-1", "all", "carry");

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.body()).contains("Kế hoạch vừa được người khác sửa.", "row.t-1");
    }

    @Test
    void aClosedPlanShowsWhatCameOfItsRowsAndTakesNothingMore() {
        services.on("GET /api/plans/plan-1/closing", closed())
                .on("GET /api/plans", new Page<>(List.of(closedSummary()), null, 1L))
                .on("GET /api/plans/plan-1", new Plans.Plan(closedSummary(), List.of(), List.of(), List.of(), List.of()));

        assertThat(standing.get(CLOSING).body()).contains("Kết thúc ngày 28/12/2026", "Chuyển sang kế hoạch khác 1 nhiệm vụ, để lại 0, không thực hiện nữa 1.",
                "Lý do: Hết kinh phí", "/tasks/t-1-next").doesNotContain("name=\"row.");
        assertThat(standing.get("/plans/plan-1").body()).contains("Kết thúc ngày 28/12/2026").doesNotContain("Bổ sung phụ lục", ">Kết thúc kế hoạch<");
        assertThat(standing.get("/plans").body()).contains("Đã kết thúc");
    }

    @Test
    void aMovedTaskLeadsToWhereItComesFromAndWhereItGoesOn() {
        var plain = Samples.task(List.of());
        var entry = new Tasks.Entry("TaskMovedHere", java.time.Instant.EPOCH, null, null, null, "36/KH-UBND");
        services.on("GET /api/tasks/t-1", new Tasks.Task(plain.summary(), 4, null, null, null, null, null, List.of(entry), List.of()))
                .on("GET /api/tasks/t-1/succession", new Successions.Succession(
                        new Successions.Linked(new TaskId("t-old"), new PlanId("plan-0"), "Việc năm trước", WorkState.CANCELLED, null),
                        new Successions.Linked(new TaskId("t-new"), new PlanId("plan-2"), "Việc năm sau", WorkState.NOT_STARTED, LocalDate.of(2027, 6, 30))));

        assertThat(standing.get("/tasks/t-1").body()).contains("Chuyển từ kế hoạch trước. Tiến độ và ghi chép đã có:", "/tasks/t-old", "/tasks/t-new", "hạn 30/06/2027");
    }

    private static Closings.Closing closed() {
        return new Closings.Closing(new PlanId("plan-1"), 6, "closed", LocalDate.of(2026, 12, 28), null, null, "Hết kinh phí", 0, 1, 1, List.of(
                new Closings.Decided(new TaskId("t-1"), "1", "Rà soát", "move", summary("plan-2", "Kế hoạch năm 2027", null), new TaskId("t-1-next"), LocalDate.of(2027, 6, 30)),
                new Closings.Decided(new TaskId("t-2"), "2", "Niêm yết", "cancel", null, null, null)));
    }

    private static Plans.PlanSummary closedSummary() {
        return summary("plan-1", "Kế hoạch chuyển đổi số năm 2026", LocalDate.of(2026, 12, 28));
    }

    private static Plans.PlanSummary summary(String id, String title, LocalDate closedOn) {
        var s = Samples.planSummary();
        return new Plans.PlanSummary(new PlanId(id), s.commune(), s.communeName(), title, s.number(), s.issuedOn(), s.year(), s.publishedOn(), s.tasks(),
                s.targets(), s.rules(), null, closedOn, null);
    }

    private static String[] with(String[] fields, String name, String value) {
        var all = java.util.Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = name;
        all[fields.length + 1] = value;
        return all;
    }
}
