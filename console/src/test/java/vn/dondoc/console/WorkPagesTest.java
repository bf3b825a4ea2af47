package vn.dondoc.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Processes;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.TaskId;

import static org.assertj.core.api.Assertions.assertThat;

/** Tasks, reports, inbox and dashboards as people see them. */
class WorkPagesTest {

    private final StandIn services = Console.SERVICES;
    private Visitor officer;

    @BeforeEach
    void anOfficerInTheMiddleOfWork() {
        services.forget();
        Samples.everything(services, Samples.officer());
        officer = Visitor.signedIn("xa1.vanphong");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/", "/tasks", "/tasks/t-1", "/tasks/t-1?do=completion", "/plans", "/plans/plan-1", "/plans/import", "/plans/drafts/d-1", "/reports", "/reports/b-11", "/targets", "/targets/g-1",
        "/targets/g-2", "/targets/g-3",
        "/inbox", "/dashboard/province", "/dashboard/communes/c1", "/dashboard/communes/c1/trend", "/dashboard/province/trend", "/dashboard/province?day=2026-11-01",
        "/dashboard/programmes", "/dashboard/programmes/dean06", "/dashboard/programmes/dean06/trend?commune=c1", "/api-docs", "/local/mails"
    })
    void everyPageIsWholeInBothLanguages(String path) {
        assertThat(officer.get(path).statusCode()).isEqualTo(200);
        assertThat(officer.get(path).body()).contains("<html lang=\"vi\">", "</html>").doesNotContain("??");
        officer.post("/language", "to", "en");
        assertThat(officer.get(path).body()).contains("<html lang=\"en\">", "My work").doesNotContain("??");
    }

    @Test
    void myWorkShowsWhatIsOwedWorstFirstWithThreeWaysToAnswer() {
        var page = officer.get("/").body();
        assertThat(page).contains("quá 10 ngày", "10/11/2026", "Ghi tiến độ", "Báo đã xong", "Báo vướng mắc", "tháng 10/2026");
        assertThat(page.indexOf("Quá hạn")).isLessThan(page.indexOf("Sắp đến hạn"));
        assertThat(services.calls().stream().filter(call -> call.path().equals("/api/tasks")).map(StandIn.Call::query))
                .anyMatch(query -> query.contains("mine=true") && query.contains("timeClass=overdue"));
    }

    @Test
    void whoReceivesSeesWhatWaits() {
        services.on("GET /api/organisation/me", Samples.standing());
        var page = Visitor.signedIn("xa1.thuongtruc").get("/").body();
        assertThat(page).contains("Chờ nghiệm thu", "Ban hành quy chế bảo đảm an toàn thông tin", "Báo cáo chờ tiếp nhận", "quý III/2026");
        assertThat(services.calls().stream().filter(call -> call.path().equals("/api/reports/obligations")).map(StandIn.Call::query))
                .as("the interface takes one status").allMatch(query -> query.split("status=", -1).length <= 2);
    }

    @Test
    void oneServiceAwayDoesNotHideTheOthersPart() {
        services.refusing("GET /api/reports/obligations", 503, "UNAVAILABLE", "Báo cáo tạm thời không trả lời.");
        assertThat(officer.get("/").body()).contains("Báo cáo tạm thời không trả lời.", "Niêm yết mã QR");
    }

    @Test
    void whatIsKnownBesideThePlanIsShownWithItsStepsAndForms() {
        services.on("GET /api/tasks/t-1", Samples.described(List.of("progress", "step", "steps", "disbursement", "particulars", "following")));
        var page = officer.get("/tasks/t-1?do=particulars").body();
        assertThat(page).contains("57-2026-0412", "Trung ương", "Ngân sách xã", "90.000.000", "75,0 %", "xong ngày 05/10/2026", "Thẩm định", "Thôi theo dõi", "value=\"Nghị quyết 57\"");

        officer.post("/tasks/t-1/step", "step", "1", "until", "2026-11-19", "key", "k-1");
        assertThat(services.last("POST /api/tasks/t-1/step").body()).contains("\"step\":1", "2026-11-19");
        officer.post("/tasks/t-1/disbursement", "amount", "95.000.000", "key", "k-2");
        assertThat(services.last("POST /api/tasks/t-1/disbursement").body()).contains("95000000");
        officer.post("/tasks/t-1/following", "follow", "false", "key", "k-3");
        assertThat(services.last("POST /api/tasks/t-1/following").body()).contains("\"follow\":false");
        officer.post("/tasks/t-1/steps", "template", "", "names", "Khảo sát\n\nTrình", "key", "k-4");
        assertThat(services.last("POST /api/tasks/t-1/steps").body()).contains("Khảo sát", "Trình");
        assertThat(officer.post("/tasks/t-1/disbursement", "amount", "nhiều", "key", "k-5").statusCode()).isEqualTo(400);
    }

    @Test
    void openingATaskAcknowledgesItButLookingAheadDoesNot() {
        officer.get("/tasks/t-1", "Sec-Purpose", "prefetch");
        assertThat(services.wasAsked("POST /api/tasks/t-1/acknowledgement")).isFalse();
        assertThat(officer.get("/tasks/t-1").body()).contains("Đơn vị đã mở xem", "120.000.000");
        assertThat(services.wasAsked("POST /api/tasks/t-1/acknowledgement")).isTrue();
    }

    @Test
    void progressIsSentOnceWithTheKeyOfTheForm() {
        var answer = officer.post("/tasks/t-1/progress", "note", "Đã rà soát xong", "percent", "80", "key", "form-1");
        assertThat(answer.statusCode()).isEqualTo(302);
        var call = services.last("POST /api/tasks/t-1/progress");
        assertThat(call.body()).contains("Đã rà soát xong", "\"percent\":80");
        assertThat(call.header("Idempotency-Key")).isEqualTo("form-1");
        assertThat(officer.get("/tasks/t-1").body()).contains("Đã ghi tiến độ.");
    }

    @Test
    void aDifficultyIsProgressThatSaysWhatIsInTheWay() {
        officer.post("/tasks/t-1/difficulty", "difficulty", "Thiếu kinh phí", "note", "", "key", "form-2");
        assertThat(services.last("POST /api/tasks/t-1/progress").body()).contains("\"note\":\"Thiếu kinh phí\"", "\"difficulty\":\"Thiếu kinh phí\"");
    }

    @Test
    void byScriptOnlyTheRowComesBack() {
        var form = officer.get("/tasks/t-1/form?do=progress", "HX-Request", "true").body();
        assertThat(form).contains("hx-post=\"/tasks/t-1/progress\"", "data-focus").doesNotContain("<html");
        var row = officer.hx("/tasks/t-1/progress", "note", "Đang làm", "key", "form-3").body();
        assertThat(row).contains("id=\"task-t-1\"", "hx-swap-oob", "Đã ghi tiến độ.").doesNotContain("<html");
    }

    @Test
    void aRefusedActionKeepsWhatWasTypedAndSaysWhy() {
        services.refusing("POST /api/tasks/t-1/progress", 409, "TASK_SUBMITTED", "Việc này đang chờ nghiệm thu.");
        var answer = officer.post("/tasks/t-1/progress", "note", "Chữ tôi đã gõ", "key", "form-4");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Việc này đang chờ nghiệm thu.", "Chữ tôi đã gõ", "<html");
        var part = officer.hx("/tasks/t-1/progress", "note", "x", "key", "form-5");
        assertThat(part.statusCode()).isEqualTo(409);
        assertThat(part.body()).contains("Việc này đang chờ nghiệm thu.").doesNotContain("<html");
    }

    @Test
    void aFigureThatIsNoneIsRefusedBeforeItIsSent() {
        assertThat(officer.post("/tasks/t-1/progress", "note", "x", "percent", "nhiều", "key", "k").statusCode()).isEqualTo(400);
        assertThat(officer.post("/tasks/t-1/completion", "note", "x", "documentDate", "2026-02-31", "key", "k").statusCode()).isEqualTo(400);
        assertThat(services.wasAsked("POST /api/tasks/t-1/progress")).isFalse();
    }

    @Test
    void figuresAreToldAsPeopleWriteNumbersAndOfferedAgain() {
        services.on("GET /api/tasks/t-1", Samples.counted(List.of("progress")));
        assertThat(officer.get("/tasks/t-1?do=progress").body()).contains(
                "<strong>12/30\u00a0thôn</strong>", "ghi ngày 12/11/2026", "Diện tích đã đo: 1.234,5\u00a0ha", "Lần trước: 1.234,5\u00a0ha, ngày 12/11/2026",
                "name=\"figures[0].name\" value=\"Số thôn, tổ dân phố đã khảo sát\"", "name=\"figures[0].outOf\" value=\"30\"", "name=\"figures[1].was\" value=\"Diện tích đã đo\"")
                .doesNotContain("<details class=\"figure-rows\" open");

        officer.post("/tasks/t-1/progress", "note", "Đang làm", "figures[0].was", "Số thôn", "figures[0].name", "Số thôn", "figures[0].value", "", "figures[0].outOf", "30",
                "figures[1].was", "", "figures[1].name", "Diện tích", "figures[1].value", "12,5", "figures[1].outOf", "1.234,5", "figures[1].unit", "ha",
                "figures[2].name", "", "figures[2].value", "", "key", "form-14");
        assertThat(services.last("POST /api/tasks/t-1/progress").body()).as("what was only offered is not told")
                .contains("\"figures\":[{\"name\":\"Diện tích\",\"value\":12.5,\"outOf\":1234.5,\"unit\":\"ha\"}]");
        officer.post("/tasks/t-1/progress", "note", "Đang làm", "figures[0].name", "", "figures[0].value", "", "key", "form-15");
        assertThat(services.last("POST /api/tasks/t-1/progress").body()).doesNotContain("figures");
    }

    @Test
    void figuresAreToldWithACompletionToo() {
        services.on("GET /api/tasks/t-1", Samples.counted(List.of("progress", "completion")));
        assertThat(officer.get("/tasks/t-1?do=completion").body()).contains("name=\"figures[0].name\" value=\"Số thôn, tổ dân phố đã khảo sát\"");
        officer.post("/tasks/t-1/completion", "note", "Xong", "figures[0].name", "Số thôn", "figures[0].value", "30", "figures[0].outOf", "30", "key", "form-17");
        assertThat(services.last("POST /api/tasks/t-1/completion").body()).contains("\"figures\":[{\"name\":\"Số thôn\",\"value\":30,\"outOf\":30}]");
        var asked = services.calls().size();
        var refused = officer.post("/tasks/t-1/completion", "note", "Chữ tôi đã gõ", "figures[0].name", "Số hộ", "figures[0].value", "abc", "key", "form-18");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Chữ tôi đã gõ", "<details class=\"figure-rows\" open", "value=\"abc\" aria-invalid=\"true\"");
        assertThat(services.calls().stream().skip(asked)).noneMatch(call -> call.method().equals("POST") && call.path().endsWith("/completion"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"abc | &quot;abc&quot; không phải là số", "1,234.5 | không phải là số", "12% | không phải là số", "'' | chưa ghi kết quả"})
    void aFigureThatIsNoNumberIsSaidAndWhatWasTypedIsKept(String typed, String sentence) {
        services.on("GET /api/tasks/t-1", Samples.counted(List.of("progress")));
        var asked = services.calls().size();
        var answer = officer.post("/tasks/t-1/progress", "note", "Chữ tôi đã gõ", "figures[0].name", "Số hộ nghèo", "figures[0].value", typed, "key", "form-16");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Số liệu &quot;Số hộ nghèo&quot;: ", sentence, "Chữ tôi đã gõ", "<details class=\"figure-rows\" open",
                "name=\"figures[0].name\" value=\"Số hộ nghèo\"", "value=\"" + typed + "\" aria-invalid=\"true\"");
        assertThat(services.calls().stream().skip(asked)).noneMatch(call -> call.method().equals("POST") && call.path().endsWith("/progress"));
    }

    @Test
    void anExtensionIsAskedForWithADayAndAReason() {
        services.on("GET /api/tasks/t-1", Samples.task(List.of("progress", "completion", "extension")));
        services.on("POST /api/tasks/t-1/extension", new Tasks.Changed(Samples.overdue(), 5, List.of()));
        assertThat(officer.get("/tasks/t-1?do=extension").body())
                .contains("Thao tác khác", "Xin làm đến hết ngày", "name=\"until\"", "min=\"2026-11-11\"", "Thời hạn hiện nay: 10/11/2026");
        assertThat(officer.post("/tasks/t-1/extension", "until", "2026-12-20", "reason", "Chờ thiết bị", "key", "form-6").statusCode()).isEqualTo(302);
        assertThat(services.last("POST /api/tasks/t-1/extension").body()).contains("\"until\":\"2026-12-20\"", "Chờ thiết bị");
        assertThat(officer.post("/tasks/t-1/extension", "until", "hôm nào đó", "reason", "x", "key", "k").statusCode()).isEqualTo(400);
    }

    @Test
    void whoDecidesSeesTheDayAskedForAndTheFirstOne() {
        services.on("GET /api/tasks/t-1", Samples.extended(List.of("extension-grant", "extension-refusal")));
        services.on("POST /api/tasks/t-1/extension-grant", new Tasks.Changed(Samples.overdue(), 5, List.of()));
        var page = officer.get("/tasks/t-1?do=extension-grant").body();
        assertThat(page).contains("Đồng ý gia hạn", "Không gia hạn", "value=\"2026-12-20\"", "Xin gia hạn đến 20/12/2026", "Đã gia hạn 1 lần", "Hạn ban đầu", "01/11/2026");
        officer.post("/tasks/t-1/extension-grant", "until", "2026-12-15", "reason", "", "key", "form-7");
        assertThat(services.last("POST /api/tasks/t-1/extension-grant").body()).contains("\"until\":\"2026-12-15\"");
    }

    @Test
    void aLeaderAsksForAnExplanationWithAQuestionAndADayOnlyIfWanted() {
        services.on("GET /api/tasks/t-1", Samples.task(List.of("explanation-request")));
        services.on("POST /api/tasks/t-1/explanation-request", new Tasks.Changed(Samples.overdue(), 5, List.of()));
        assertThat(officer.get("/tasks/t-1?do=explanation-request").body()).contains("Yêu cầu giải trình", "Nội dung cần giải trình", "name=\"until\"");
        officer.post("/tasks/t-1/explanation-request", "note", "Vì sao chậm?", "until", "", "key", "form-8");
        assertThat(services.last("POST /api/tasks/t-1/explanation-request").body()).contains("\"question\":\"Vì sao chậm?\"").doesNotContain("lastDay");
        officer.post("/tasks/t-1/explanation-request", "note", "Vì sao chậm?", "until", "2026-12-05", "key", "form-9");
        assertThat(services.last("POST /api/tasks/t-1/explanation-request").body()).contains("\"lastDay\":\"2026-12-05\"");
        assertThat(officer.post("/tasks/t-1/explanation-request", "note", "x", "until", "mai", "key", "k").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsToBeExplainedIsInMyWorkAndIsAnsweredInAForm() {
        var owed = Samples.shared(List.of(), List.of("explanation"));
        services.on("GET /api/tasks/t-1", owed).on("GET /api/tasks", asked -> StandIn.json(200,
                asked.query().contains("explanationOwed=true") ? new Page<>(List.of(owed.summary()), null, 1L) : Samples.tasks()));
        services.on("POST /api/tasks/t-1/explanation", new Tasks.Changed(Samples.overdue(), 5, List.of()));
        var work = officer.get("/").body();
        assertThat(work).contains("id=\"explanations-title\"", "21/11/2026", "do=explanation#act");
        assertThat(services.calls().stream().map(StandIn.Call::query)).anyMatch(query -> query.contains("explanationOwed=true") && query.contains("mine=true"));
        assertThat(officer.get("/tasks/t-1?do=explanation").body())
                .contains("Nội dung giải trình", "Trả lời chậm nhất ngày 21/11/2026", "Lãnh đạo yêu cầu ngày 18/11/2026 (lần 2)",
                        "Chờ giải trình đến 21/11/2026", "1/3 đơn vị đã xong")
                .contains("<p class=\"said\">Trung tâm đã trả lời, vì sao vẫn chưa xong?");
        assertThat(officer.post("/tasks/t-1/explanation", "note", "Thiết bị về chậm", "key", "form-10").statusCode()).isEqualTo(302);
        assertThat(services.last("POST /api/tasks/t-1/explanation").body()).contains("\"text\":\"Thiết bị về chậm\"");
    }

    @Test
    void theShareOfTheOwnUnitNeedsNoChoiceAndSaysThatTheTaskWaits() {
        services.on("GET /api/tasks/t-1", Samples.shared(List.of(Samples.CULTURE), List.of("completion")));
        services.on("POST /api/tasks/t-1/completion", new Tasks.Changed(Samples.shared(List.of(), List.of()).summary(), 5, List.of()));
        var page = officer.get("/tasks/t-1?do=completion").body();
        assertThat(page).contains("Ghi nhận phần việc của Phòng Văn hoá - Xã hội đã xong.", "khi Công an xã kết luận", "✓ đã xong ngày 09/11/2026", "chưa xong")
                .doesNotContain("<select name=\"unit\"");
        var shared = Samples.shared(List.of(), List.of()).summary();
        services.on("GET /api/tasks", new Page<>(List.of(shared), null, 1L));
        assertThat(officer.get("/tasks").body()).contains("1/3 đơn vị đã xong");
        assertThat(officer.get("/").body()).as("what the unit has finished is not finished again").contains("do=progress").doesNotContain("do=completion");
        officer.post("/tasks/t-1/completion", "note", "Xong", "unit", "u-vhxh", "key", "form-11");
        assertThat(services.last("POST /api/tasks/t-1/completion").body()).contains("\"unit\":\"u-vhxh\"");
        assertThat(officer.get("/tasks/t-1").body()).contains("Nhiệm vụ chờ các đơn vị chủ trì còn lại.");
    }

    @Test
    void whoRecordsForOthersChoosesTheUnitAndNamesTheOneThatConcludes() {
        services.on("GET /api/tasks/t-1", Samples.shared(List.of(Samples.POLICE, Samples.CULTURE), List.of("completion", "conclusion-unit")));
        services.on("POST /api/tasks/t-1/conclusion-unit", new Tasks.Changed(Samples.overdue(), 5, List.of()));
        assertThat(officer.get("/tasks/t-1?do=completion").body()).contains("<select name=\"unit\" required", "<option value=\"u-ca\"", "<option value=\"u-vhxh\"")
                .doesNotContain("<option value=\"u-vp\"");
        assertThat(officer.get("/tasks/t-1?do=conclusion-unit").body())
                .contains("Thao tác khác", "Không chỉ định: tất cả đơn vị phải xong", "<option value=\"u-ca\" selected");
        officer.post("/tasks/t-1/conclusion-unit", "unit", "u-vhxh", "key", "form-12");
        assertThat(services.last("POST /api/tasks/t-1/conclusion-unit").body()).isEqualTo("{\"unit\":\"u-vhxh\"}");
        officer.post("/tasks/t-1/conclusion-unit", "unit", "", "key", "form-13");
        assertThat(services.last("POST /api/tasks/t-1/conclusion-unit").body()).doesNotContain("u-vhxh");
    }

    @Test
    void aPartIsGivenToAUnitOfTheCommuneAndItsStateIsShownWithTheWhole() {
        services.on("GET /api/tasks/t-1", Samples.withParts(List.of("progress", "completion", "delegation")));
        services.on("POST /api/tasks/t-1/delegation", new Tasks.Changed(Samples.overdue(), 5, List.of()));
        var page = officer.get("/tasks/t-1?do=delegation").body();
        assertThat(page).contains("Các phần việc đã giao", "Đã nghiệm thu 1/2", "href=\"/tasks/t-11\"", "Thao tác khác", "<option value=\"u-t1\">Thôn Suối Đá</option>",
                "max=\"2026-11-10\"", "Không sau hạn của nhiệm vụ chung (10/11/2026)", "Phần việc phối hợp").doesNotContain("href=\"/tasks/t-12\"");
        assertThat(officer.post("/tasks/t-1/delegation", "title", "Rà soát của thôn", "unit", "u-t1", "kind", "delegated", "until", "2026-11-08", "key", "form-8")
                .statusCode()).isEqualTo(302);
        assertThat(services.last("POST /api/tasks/t-1/delegation").body())
                .contains("\"kind\":\"delegated\"", "\"unit\":\"u-t1\"", "Rà soát của thôn", "\"lastDay\":\"2026-11-08\"");
        officer.post("/tasks/t-1/delegation", "title", "Rà soát", "unit", "u-t1", "until", "", "key", "form-9");
        assertThat(services.last("POST /api/tasks/t-1/delegation").body()).contains("\"kind\":\"delegated\"").doesNotContain("lastDay");
        assertThat(page).contains("<option value=\"u-vp/pos-3\">Phó Chánh Văn phòng – Văn phòng HĐND và UBND</option>", "Trưởng thôn – Thôn Suối Đá (đang khuyết)", "Giao: Trưởng thôn");
        officer.post("/tasks/t-1/delegation", "title", "Soạn dự thảo", "unit", "u-vp/pos-3", "until", "", "key", "form-10");
        assertThat(services.last("POST /api/tasks/t-1/delegation").body()).contains("\"unit\":\"u-vp\"", "\"position\":\"pos-3\"");
        assertThat(officer.post("/tasks/t-1/delegation", "title", "x", "unit", "u-vp/", "key", "k").statusCode()).isEqualTo(400);
        assertThat(officer.post("/tasks/t-1/delegation", "title", "x", "unit", "", "key", "k").statusCode()).isEqualTo(400);
        assertThat(officer.post("/tasks/t-1/delegation", "title", "x", "unit", "u-t1", "until", "mai", "key", "k").statusCode()).isEqualTo(400);
    }

    @Test
    void theHeadDecidesOnWhatAnotherPositionOfTheUnitSentAndNotOnTheOwn() {
        var unit = new Organisation.UnitView(Samples.OFFICE, "Văn phòng HĐND và UBND", UnitKind.OFFICE, Samples.COMMUNE, Samples.COMMUNE, Samples.NAME, false);
        services.on("GET /api/organisation/me", new Organisation.Me(
                new PersonId("n-1"), List.of(new Organisation.PositionView(new PositionId("pos-4"), "Chánh Văn phòng", Role.UNIT_HEAD, unit))));
        var head = Visitor.signedIn("role.unit-head");
        for (var own : List.of(false, true)) {
            var doer = new Tasks.Doer(new PositionId("pos-3"), "Phó Chánh Văn phòng", false, own);
            var part = Samples.with(Samples.task(List.of()), List.of(), new Tasks.Membership(PartKind.DELEGATED, new TaskId("t-9"), null, doer), null, null).summary();
            services.on("GET /api/tasks", asked -> StandIn.json(200, new Page<>(asked.query().contains("workState=submitted") ? List.of(part) : List.of(), null, 0L)));
            var page = head.get("/").body();
            assertThat(page.contains("Giao: Phó Chánh Văn phòng")).as("own " + own).isEqualTo(!own);
        }
    }

    @Test
    void doneDespiteOpenPartsIsSaidByAPerson() {
        services.on("GET /api/tasks/t-1", Samples.withParts(List.of("completion")));
        services.on("POST /api/tasks/t-1/completion", new Tasks.Changed(Samples.overdue(), 5, List.of()));
        assertThat(officer.get("/tasks/t-1?do=completion").body()).contains("Báo đã xong dù còn 1 phần việc", "maxlength=\"4000\" required=\"required\"></textarea>");
        officer.post("/tasks/t-1/completion", "note", "Xong", "despiteParts", "true", "key", "form-10");
        assertThat(services.last("POST /api/tasks/t-1/completion").body()).contains("\"despiteParts\":true").doesNotContain("nothing");
        officer.post("/tasks/t-1/completion", "note", "Xong", "key", "form-11");
        assertThat(services.last("POST /api/tasks/t-1/completion").body()).doesNotContain("despiteParts");
    }

    @Test
    void aPeriodIsShownWithItsSeriesAndMayHaveNothingToReport() {
        services.on("GET /api/tasks/t-1", Samples.occurrence(List.of("completion")));
        services.on("POST /api/tasks/t-1/completion", new Tasks.Changed(Samples.overdue(), 5, List.of()));
        assertThat(officer.get("/tasks/t-1?do=completion").body()).contains("Kỳ tháng 11/2026", "Thuộc nhiệm vụ:", "href=\"/tasks/t-9\"",
                "Không có phát sinh trong kỳ tháng 11/2026").doesNotContain("maxlength=\"4000\" required=\"required\"></textarea>");
        officer.post("/tasks/t-1/completion", "note", "", "nothing", "true", "key", "form-12");
        assertThat(services.last("POST /api/tasks/t-1/completion").body()).contains("\"nothing\":true").doesNotContain("\"note\"");
        services.on("GET /api/tasks/t-1", Samples.series());
        assertThat(officer.get("/tasks/t-1").body()).contains("Các kỳ thực hiện", "Kỳ tháng 10/2026", "Đã nghiệm thu 1/2");
    }

    @Test
    void whatIsElsewhereIsNotFound() {
        var answer = officer.get("/tasks/of-another-commune");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Không tìm thấy.", "<html");
        assertThat(officer.get("/tasks/%20").statusCode()).isEqualTo(404);
        assertThat(officer.get("/no-such-page").body()).contains("không thuộc phạm vi của bạn");
    }

    @Test
    void theAddressOfARefusedFormLeadsBackToItsThing() {
        assertThat(officer.get("/tasks/t-1/progress").headers().firstValue("Location")).hasValue("/tasks/t-1");
        assertThat(officer.get("/tasks/t-1/form?do=progress").headers().firstValue("Location")).hasValue("/tasks/t-1");
        assertThat(officer.get("/reports/b-11/submission").headers().firstValue("Location")).hasValue("/reports/b-11");
        assertThat(officer.get("/plans/drafts/d-1/publication").headers().firstValue("Location")).hasValue("/plans/drafts/d-1");
        assertThat(officer.get("/plans/drafts/d-1/tasks/r1").headers().firstValue("Location")).hasValue("/plans/drafts/d-1");
    }

    @Test
    void filtersAreAddressesAndTravelToTheServiceUnchanged() {
        var page = officer.get("/tasks?q=%C4%91%C6%B0%E1%BB%9Dng%20%26%20c%E1%BA%A7u&timeClass=overdue&timeClass=due-soon&unit=u-vp&workState=").body();
        assertThat(services.last("GET /api/tasks").query())
                .isEqualTo("unit=u-vp&timeClass=overdue&timeClass=due-soon&q=%C4%91%C6%B0%E1%BB%9Dng%20%26%20c%E1%BA%A7u");
        assertThat(page).contains("after=cursor-2", "value=\"đường &amp; cầu\"");
        assertThat(officer.get("/tasks?mine=true", "HX-Request", "true").body()).contains("Quá hạn").doesNotContain("<html", "role=\"search\"");
    }

    @Test
    void whatIsTickedInTheListIsAcceptedAndWhatCameOfItIsTold() {
        services.on("GET /api/organisation/me", Samples.standing()).on("GET /api/tasks", Samples.waiting()).on("POST /api/tasks/acts", asked -> StandIn.json(201,
                new Processes.Process("p-1", "task-acts", "finished", 2, 1, List.of(new Processes.RefusedPart("t-6", "OWN_UNIT", "Đơn vị mình chủ trì.")),
                        Instant.parse("2026-11-20T02:15:00Z"), Instant.parse("2026-11-20T02:15:01Z"))));
        var standing = Visitor.signedIn("xa1.thuongtruc");
        assertThat(standing.get("/tasks?q=quy").body()).contains("name=\"task\" form=\"bulk\" value=\"t-6\"", "Chấp nhận đã chọn", "action=\"/tasks/acts?q=quy\"");

        var answer = standing.post("/tasks/acts?q=quy", "task", "t-6", "task", "t-7", "act", "accept", "reason", " ", "key", "bulk-1");

        assertThat(answer.headers().firstValue("Location")).hasValue("/tasks?q=quy");
        assertThat(services.last("POST /api/tasks/acts").body()).contains("\"act\":\"accept\"", "[\"t-6\",\"t-7\"]").doesNotContain("reason");
        assertThat(services.last("POST /api/tasks/acts").header("Idempotency-Key")).isEqualTo("bulk-1");
        assertThat(standing.get("/tasks?q=quy").body()).contains("Đã thực hiện 1 trên 2 nhiệm vụ.", "Ban hành quy chế bảo đảm an toàn thông tin của xã</a>: <span>Đơn vị mình chủ trì.");
    }

    @Test
    void whoGaveTasksToOthersFindsWhatWaitsForItAndDecidesOnSeveral() {
        services.on("GET /api/organisation/me", Samples.provincial()).on("GET /api/tasks", asked -> StandIn.json(200,
                asked.query().contains("workState=submitted") ? Samples.waiting() : new Page<>(List.of(), null, 0L)));
        var above = Visitor.signedIn("role.province-standing");
        assertThat(above.get("/").body()).contains("Chờ nghiệm thu", "href=\"/tasks?workState=submitted&amp;given=true\"");
        assertThat(above.get("/tasks?workState=submitted&given=true").body()).contains("name=\"task\" form=\"bulk\" value=\"t-6\"");
        assertThat(above.get("/tasks?workState=submitted").body()).doesNotContain("form=\"bulk\"");
    }

    @Test
    void theFiguresOfAPastDayAndHowTheyMoved() {
        assertThat(officer.get("/dashboard/communes/c1").body()).contains("href=\"/dashboard/communes/c1/trend\"", "id=\"then\"", "1.250.000.000");
        assertThat(officer.get("/dashboard/communes/c1/trend").body())
                .contains("31/12/2025", "href=\"/dashboard/communes/c1?day=2025-12-31\"", "30/11/2026");
        services.on("GET /api/dashboards/communes/c1", asked -> StandIn.json(200, asked.query().contains("day=2026-11-01")
                ? Samples.then(Samples.commune(), LocalDate.of(2026, 11, 1)) : Samples.commune()));
        assertThat(officer.get("/dashboard/communes/c1?day=2026-11-01").body())
                .contains("đến hết ngày 01/11/2026", "/tasks/overdue-on?day=2026-11-01&amp;commune=c1").doesNotContain("data-live");
        services.refusing("GET /api/dashboards/communes/c1", 422, "DAY_AHEAD", "Ngày này chưa đến.");
        assertThat(officer.get("/dashboard/communes/c1?day=2099-01-01").body()).contains("Ngày này chưa đến.", "type=\"date\"");
        services.refusing("GET /api/dashboards/communes/c1/trend", 422, "TREND_TOO_WIDE", "Khoảng này quá dài.");
        assertThat(officer.get("/dashboard/communes/c1/trend?step=day&from=2020-01-01").body()).contains("Khoảng này quá dài.", "value=\"2020-01-01\"");
    }

    @Test
    void programmesLeadDownToCommunesAndTheirRows() {
        assertThat(officer.get("/dashboard/communes/c1").body()).contains("href=\"/dashboard/programmes?commune=c1\"");
        assertThat(officer.get("/dashboard/programmes").body())
                .contains("Đề án 06", "Cải cách hành chính", "href=\"/dashboard/programmes/dean06?commune=&amp;day=\"", "/tasks?programme=nq57&amp;commune=&amp;timeClass=overdue",
                        "/reports?programme=nq57&amp;commune=&amp;status=overdue", "/api/dashboards/programmes/workbook");
        assertThat(officer.get("/dashboard/programmes/dean06").body())
                .contains("Xã Bến Trăng", "href=\"/dashboard/programmes/dean06?commune=c3&amp;day=\"", "/tasks?programme=dean06&amp;commune=c3&amp;timeClass=overdue");
        assertThat(officer.get("/dashboard/programmes/dean06?commune=c1").body())
                .contains("/tasks?programme=dean06&amp;commune=c1&amp;timeClass=due-soon", "/reports?programme=dean06&amp;commune=c1&amp;status=overdue",
                        "/targets?programme=dean06&amp;commune=c1&amp;standing=behind", "/api/dashboards/programmes/dean06/workbook?commune=c1", "1.250.000.000");
        assertThat(services.last("GET /api/dashboards/programmes/dean06").query()).isEqualTo("commune=c1");
        assertThat(officer.get("/dashboard/programmes/dean06?commune=c1").body()).contains("href=\"/dashboard/programmes/dean06/trend?commune=c1\"");
        assertThat(officer.get("/dashboard/programmes/dean06").body()).contains("href=\"/dashboard/programmes/dean06/trend\"");
        assertThat(officer.get("/dashboard/programmes/dean06/trend?commune=c1&step=day").body())
                .contains("href=\"/dashboard/programmes/dean06?day=2025-12-31&amp;commune=c1\"", "href=\"/dashboard/programmes/dean06?commune=c1\"", "name=\"commune\" value=\"c1\"");
        assertThat(services.last("GET /api/dashboards/programmes/dean06/trend").query()).contains("step=day", "commune=c1");
        assertThat(officer.get("/dashboard/programmes/dean06/trend").body()).contains("href=\"/dashboard/programmes/dean06?day=2025-12-31&amp;commune=\"");
        for (var page : List.of("/dashboard/programmes?commune=c1", "/dashboard/programmes/dean06?commune=c1")) {
            assertThat(officer.get(page).body()).as(page).contains("id=\"then\"", "name=\"commune\" value=\"c1\"", "type=\"date\" name=\"day\"");
        }

        var past = Samples.programme(true);
        services.on("GET /api/dashboards/programmes/dean06", new Dashboards.ProgrammeBoard(past.programme(), false, Samples.then(past.board(), LocalDate.of(2026, 11, 1))));
        assertThat(officer.get("/dashboard/programmes/dean06?commune=c1&day=2026-11-01").body())
                .contains("đến hết ngày 01/11/2026", "/tasks/overdue-on?day=2026-11-01&amp;programme=dean06&amp;commune=c1").doesNotContain("timeClass=overdue");
        services.refusing("GET /api/dashboards/programmes/khongco/trend", 404, "NOT_FOUND", "Không tìm thấy.");
        assertThat(officer.get("/dashboard/programmes/khongco/trend").statusCode()).isEqualTo(404);
        services.refusing("GET /api/dashboards/programmes", 422, "DAY_AHEAD", "Ngày này chưa đến.");
        assertThat(officer.get("/dashboard/programmes?day=2099-01-01").body()).contains("Ngày này chưa đến.", "type=\"date\"");
        assertThat(officer.get("/tasks?programme=dean06").body()).contains("name=\"programme\" value=\"dean06\"");
        assertThat(services.last("GET /api/tasks").query()).contains("programme=dean06");
    }

    @Test
    void whatWasOverdueOnAPastDayIsShownAsItWasKnownThen() {
        var s = Samples.overdue();
        services.on("GET /api/tasks/overdue-on", new Page<>(List.of(new Tasks.OverdueThen(
                s.id(), s.plan(), s.commune(), s.communeName(), "2.1", s.title(), s.lead(), LocalDate.of(2026, 11, 10), 15, WorkState.IN_PROGRESS,
                TimeClass.COMPLETED_LATE)), "cursor-2", 51L));
        assertThat(officer.get("/tasks").body()).contains("href=\"/tasks/overdue-on\"");
        assertThat(officer.get("/tasks/overdue-on").body()).contains("type=\"date\"").doesNotContain("<table");
        assertThat(officer.get("/tasks/overdue-on?day=2026-11-25").body())
                .contains("51 nhiệm vụ quá hạn khi đó", "Hoàn thành muộn", "Đang thực hiện", ">15</td>", "after=cursor-2", "/tasks/" + s.id());
        services.refusing("GET /api/tasks/overdue-on", 422, "DAY_AHEAD", "Ngày này chưa đến.");
        assertThat(officer.get("/tasks/overdue-on?day=2099-01-01").body()).contains("Ngày này chưa đến.");
    }

    @Test
    void nothingTickedIsSaidByTheServiceAndWhoDecidesNothingTicksNothing() {
        services.on("GET /api/tasks", Samples.waiting());
        assertThat(officer.get("/tasks").body()).doesNotContain("form=\"bulk\"", "Chấp nhận đã chọn");
        services.on("GET /api/organisation/me", Samples.standing())
                .refusing("POST /api/tasks/acts", 400, "VALIDATION", "Hãy sửa.", new Problem.FieldError("tasks", "TASKS_MISSING", "Hãy chọn ít nhất một nhiệm vụ."));
        var standing = Visitor.signedIn("xa1.thuongtruc");
        assertThat(standing.post("/tasks/acts", "act", "return", "reason", "Thiếu phụ lục", "key", "bulk-2").statusCode()).isEqualTo(302);
        assertThat(services.last("POST /api/tasks/acts").body()).contains("\"tasks\":[]", "Thiếu phụ lục");
        assertThat(standing.get("/tasks").body()).contains("Hãy chọn ít nhất một nhiệm vụ.");
        assertThat(standing.post("/tasks/acts", "task", "../x", "act", "accept", "key", "bulk-3").statusCode()).isEqualTo(302);
    }

    @Test
    void aReportIsSentWithItsLinesAsTyped() {
        assertThat(officer.get("/reports/b-11").body()).contains("Đã rà soát 64 trên 107 thủ tục.");
        var answer = officer.post("/reports/b-11/submission", "task", "t-1", "line", "Đã xong, đủ 107 thủ tục", "task", "t-4", "line", "Đã lắp 1, còn 1", "results", "Chung", "key", "r-1");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(services.last("POST /api/reports/b-11/submission").body())
                .contains("Đã xong, đủ 107 thủ tục", "Đã lắp 1, còn 1", "\"results\":\"Chung\"", "\"nothingToReport\":false");
    }

    @Test
    void nothingToReportIsAnAnswer() {
        officer.post("/reports/b-11/submission", "nothingToReport", "true", "task", "t-1", "line", "x", "key", "r-2");
        assertThat(services.last("POST /api/reports/b-11/submission").body()).contains("\"nothingToReport\":true", "\"lines\":[]");
    }

    @Test
    void openingAMessageMarksItAndLeadsToItsThing() {
        assertThat(officer.get("/inbox").body()).contains("Quá hạn: Niêm yết mã QR", "chưa đọc");
        assertThat(officer.post("/inbox/n-1/open").headers().firstValue("Location")).hasValue("/tasks/t-2");
        assertThat(services.wasAsked("POST /api/notifications/n-1/read")).isTrue();
    }

    @Test
    void everyNumberOfADashboardLinksToItsRowsAndBothRatesAreNamed() {
        var page = officer.get("/dashboard/communes/c1").body();
        assertThat(page).contains("/tasks?commune=c1&amp;timeClass=overdue", "/tasks?unit=u-vp&amp;timeClass=overdue", "44,4", "25,0", "4 trên 9 nhiệm vụ",
                "4 trên 16 nhiệm vụ", "Số liệu đến 10:00 20/11/2026", "data-live=\"/live/dashboard\"");
        assertThat(page.indexOf("Văn phòng HĐND và UBND")).isLessThan(page.indexOf("Công an xã"));
        assertThat(officer.get("/dashboard/communes/c1", "HX-Request", "true").body()).contains("44,4").doesNotContain("<html");
        assertThat(officer.get("/dashboard/province").body()).contains("/dashboard/communes/c2", "href=\"/api/dashboards/province/workbook\"", "/tasks?commune=c1&amp;timeClass=overdue");
        assertThat(officer.get("/dashboard").headers().firstValue("Location")).hasValue("/dashboard/communes/c1");
    }

    @Test
    void aRefusalOfSeveralFieldsShowsEverySentence() {
        services.refusing("POST /api/tasks/t-1/completion", 400, "VALIDATION", "Hãy sửa các ô sau.", new Problem.FieldError("note", "TOO_LONG", "Kết quả dài quá 4000 chữ."));
        assertThat(officer.post("/tasks/t-1/completion", "note", "x", "key", "k").body()).contains("Hãy sửa các ô sau.", "Kết quả dài quá 4000 chữ.");
    }

    @Test
    void whatPeopleTypeIsNeverMarkup() {
        services.on("GET /api/tasks/t-1", Samples.task(List.of()));
        services.on("GET /api/tasks", asked -> StandIn.json(200, Samples.tasks()));
        var page = officer.get("/tasks?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body();
        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
    }
}
