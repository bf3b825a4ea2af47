package vn.dondoc.console;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.TaskId;

import static org.assertj.core.api.Assertions.assertThat;

/** Evidence, the task's file, the plan by months, the page before a meeting and one's own calendar. */
class EvidencePagesTest {

    private final StandIn services = Console.SERVICES;
    private Visitor officer;

    @BeforeEach
    void anOfficerInTheMiddleOfWork() {
        services.forget();
        Samples.everything(services, Samples.officer());
        officer = Visitor.signedIn("xa1.vanphong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tasks/t-21", "/plans/plan-1/months", "/meeting", "/meeting?commune=c1", "/my-calendar", "/tasks?dueFrom=2026-11-20"})
    void everyPageIsWholeInBothLanguages(String path) {
        assertThat(officer.get(path).statusCode()).isEqualTo(200);
        assertThat(officer.get(path).body()).contains("<html lang=\"vi\">", "</html>").doesNotContain("??");
        officer.post("/language", "to", "en");
        assertThat(officer.get(path).body()).contains("<html lang=\"en\">").doesNotContain("??");
    }

    @Test
    void filesOfACompletionAreSentFirstAndThenNamed() {
        var form = officer.get("/tasks/t-1?do=completion").body();
        assertThat(form).contains("enctype=\"multipart/form-data\"", "name=\"file\" type=\"file\" multiple");
        services.on("POST /api/tasks/t-1/completion", new Tasks.Changed(Samples.overdue(), 5, List.of()));

        var answer = officer.send(officer.request("/tasks/t-1/completion").header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofString(field("_csrf", officer.csrf()) + field("note", "Đã xong") + field("key", "form-1") + file("a.pdf", "%PDF-1.7")
                        + file("b.pdf", "%PDF-1.4") + file("", "") + "--limit--\r\n")));

        assertThat(answer.headers().firstValue("Location")).hasValue("/tasks/t-1");
        var sent = services.calls().stream().filter(call -> call.path().endsWith("/files")).toList();
        assertThat(sent).extracting(call -> call.header("Idempotency-Key")).containsExactly("form-1-0", "form-1-1");
        assertThat(sent.getFirst().body()).contains("filename=\"a.pdf\"", "%PDF-1.7");
        assertThat(services.last("POST /api/tasks/t-1/completion").body()).contains("\"files\":[\"f-1\",\"f-1\"]", "Đã xong");
        assertThat(services.last("POST /api/tasks/t-1/completion").header("Idempotency-Key")).isEqualTo("form-1");
    }

    @Test
    void aFileThatIsNotTakenSaysWhyAndNothingIsTold() {
        services.refusing("POST /api/tasks/t-1/files", 422, "FILE_MACROS", "Tệp có chứa macro.");
        officer.get("/tasks/t-1?do=progress");
        var answer = officer.send(officer.request("/tasks/t-1/progress").header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofString(field("_csrf", officer.csrf()) + field("note", "Chữ tôi đã gõ") + field("key", "form-2") + file("a.docx", "x") + "--limit--\r\n")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Tệp có chứa macro.", "Chữ tôi đã gõ");
        assertThat(services.wasAsked("POST /api/tasks/t-1/progress")).isFalse();
    }

    @Test
    void theTaskShowsItsFilesWithTheirFingerprintsAndOffersItsDossier() {
        assertThat(officer.get("/tasks/t-21").body()).contains("/api/tasks/t-1/files/f-1", "1,2\u00a0MB", "350\u00a0KB", "9f2b5d0c7a1e", "Công chức văn phòng, Văn phòng HĐND và UBND",
                "action=\"/api/tasks/t-1/dossier\"", "min=\"2026-10-01\"");
        services.on("GET /api/tasks/t-1/dossier", asked -> new StandIn.Answer(200, "application/zip", "zip".getBytes(StandardCharsets.UTF_8)));
        assertThat(officer.get("/api/tasks/t-1/dossier?asOf=2026-11-01").body()).isEqualTo("zip");
        assertThat(services.last("GET /api/tasks/t-1/dossier").query()).isEqualTo("asOf=2026-11-01");
    }

    @Test
    void aListLeadsToItsWorkbookWithTheSameFilterAndAllPages() {
        assertThat(officer.get("/tasks?timeClass=overdue&q=s%E1%BB%91&after=cursor-1&dueTo=2026-12-31").body())
                .contains("/api/tasks/export?timeClass=overdue&amp;dueTo=2026-12-31&amp;q=s%E1%BB%91\"");
        assertThat(services.last("GET /api/tasks").query()).contains("dueTo=2026-12-31", "after=cursor-1");
    }

    @Test
    void aPlanIsShownMonthByMonth() {
        services.on("GET /api/tasks", asked -> StandIn.json(200, Samples.ofAPlan(asked.query().contains("after="))));
        var page = officer.get("/plans/plan-1/months").body();
        assertThat(page).contains("Tháng 11/2026", "Tháng 12/2026", "Thường xuyên, định kỳ", "2 quá hạn", "href=\"#m-2026-12\"").doesNotContain("Chưa có thời hạn</span>");
        assertThat(page.indexOf("id=\"m-2026-11\"")).isLessThan(page.indexOf("id=\"m-2026-12\""));
        assertThat(page.indexOf("id=\"task-t-1\"")).isLessThan(page.indexOf("id=\"task-t-3\""));
        assertThat(page.indexOf("id=\"ongoing\"")).isLessThan(page.indexOf("id=\"task-t-9\""));
        assertThat(services.calls().stream().filter(call -> call.path().equals("/api/tasks")).map(StandIn.Call::query))
                .contains("plan=plan-1&limit=200", "plan=plan-1&limit=200&after=cursor-2");
    }

    @Test
    void beforeAMeetingOnePageTellsWhatToTalkAbout() {
        services.on("GET /api/organisation/me", Samples.standing()).on("GET /api/plans", new Page<>(List.of(Samples.planSummary(), Samples.conclusion()), null, 2L));
        var standing = Visitor.signedIn("xa1.thuongtruc");
        assertThat(standing.get("/").body()).contains("href=\"/meeting\"");
        var page = standing.get("/meeting").body();
        assertThat(page).contains("Trước cuộc họp – Xã Mây Ngàn", "Thông báo kết luận của Chủ tịch UBND xã", "27/TB-UBND", "Còn 43 thủ tục chờ ý kiến của sở.", "<strong>12/30\u00a0thôn</strong>", "ghi ngày 12/11/2026", "quá 10 ngày",
                "Cần quyết định", "Ban hành quy chế bảo đảm an toàn thông tin");
        assertThat(page.indexOf("Kết luận gần nhất")).isLessThan(page.indexOf("Quá hạn, theo đơn vị chủ trì"));
        var queries = services.calls().stream().filter(call -> call.path().equals("/api/tasks")).map(StandIn.Call::query).toList();
        assertThat(queries).contains("commune=c1&limit=200&timeClass=overdue", "commune=c1&limit=200&extensionAsked=true", "commune=c1&limit=200&workState=submitted", "plan=plan-2&limit=200")
                .anyMatch(query -> query.matches("commune=c1&limit=200&workState=not-started&workState=in-progress&dueFrom=\\d{4}-\\d\\d-\\d\\d&dueTo=\\d{4}-\\d\\d-\\d\\d"));
    }

    @Test
    void whatIsToBeExplainedOfTasksReportsAndTargetsStandsThereEachWithItsList() {
        var late = ReportSamples.late(List.of(), ReportSamples.toExplain(), List.of()).summary();
        services.on("GET /api/organisation/me", Samples.standing())
                .on("GET /api/tasks", asked -> StandIn.json(200, asked.query().contains("explanationOwed") ? new Page<>(List.of(Samples.overdue()), null, 2L) : new Page<>(List.of(), null, 0L)))
                .on("GET /api/reports/obligations", new Page<>(List.of(late), null, 3L))
                .on("GET /api/targets", new Page<>(List.of(TargetPagesTest.toExplain()), null, 4L));
        var standing = Visitor.signedIn("xa1.thuongtruc");
        var page = standing.get("/meeting").body();
        assertThat(page).contains("Chưa giải trình</span> <span class=\"tally\">9</span>", "href=\"/tasks?commune=c1&amp;explanationOwed=true\"",
                "href=\"/reports?commune=c1&amp;explanationOwed=true\"", "href=\"/targets?commune=c1&amp;explanationOwed=true\"",
                "Về nhiệm vụ: 2", "Về báo cáo: 3", "Về chỉ tiêu: 4", "href=\"/reports/b-30\"", "href=\"/targets/");
        assertThat(services.last("GET /api/reports/obligations").query()).isEqualTo("commune=c1&limit=200&explanationOwed=true");
        assertThat(services.last("GET /api/targets").query()).isEqualTo("commune=c1&limit=200&explanationOwed=true");

        services.refusing("GET /api/reports/obligations", 503, "UNAVAILABLE", "Báo cáo tạm thời không trả lời.");
        assertThat(standing.get("/meeting").body()).contains("Báo cáo tạm thời không trả lời.", "Chưa giải trình</span> <span class=\"tally\">2</span>", "Về nhiệm vụ: 2")
                .doesNotContain("Về báo cáo");
    }

    @Test
    void whatIsLateStandsUnderTheLeaderInCharge() {
        var deputy = new Tasks.Leader(new PositionId("pos-2"), "Phó Chủ tịch phụ trách văn xã");
        services.on("GET /api/organisation/me", Samples.standing())
                .on("GET /api/tasks/in-charge", new Tasks.InCharge(List.of(
                        new Tasks.LedBy(new TaskId("t-1"), List.of(deputy)), new Tasks.LedBy(new TaskId("t-2"), List.of()))));
        var page = Visitor.signedIn("xa1.thuongtruc").get("/meeting").body();
        assertThat(page).contains("Quá hạn, theo lãnh đạo phụ trách", "Phó Chủ tịch phụ trách văn xã", "Chưa phân công lãnh đạo phụ trách").doesNotContain("Quá hạn, theo đơn vị chủ trì");
        assertThat(page.indexOf("Phó Chủ tịch phụ trách văn xã")).isLessThan(page.indexOf("href=\"/tasks/t-1\"")).isLessThan(page.indexOf("Chưa phân công"));
        assertThat(page.indexOf("href=\"/tasks/t-1\"")).isLessThan(page.indexOf("Chưa phân công"));
        assertThat(page.indexOf("href=\"/tasks/t-2\"")).isGreaterThan(page.indexOf("Chưa phân công"));
    }

    @Test
    void twoLeadersOfOneTitleAreTwo() {
        var deputies = List.of(new Tasks.Leader(new PositionId("pos-2"), "Phó Chủ tịch UBND xã"), new Tasks.Leader(new PositionId("pos-3"), "Phó Chủ tịch UBND xã"));
        services.on("GET /api/organisation/me", Samples.standing())
                .on("GET /api/tasks/in-charge", new Tasks.InCharge(List.of(
                        new Tasks.LedBy(new TaskId("t-1"), deputies.subList(0, 1)), new Tasks.LedBy(new TaskId("t-2"), deputies.subList(1, 2)))));
        var groups = Visitor.signedIn("xa1.thuongtruc").get("/meeting").body().split("class=\"lead-group\"", -1);
        assertThat(groups).as("two leaders, and who leads the others").hasSize(4);
        assertThat(groups[1]).contains("Phó Chủ tịch UBND xã", "href=\"/tasks/t-1\"").doesNotContain("href=\"/tasks/t-2\"");
        assertThat(groups[2]).contains("Phó Chủ tịch UBND xã", "href=\"/tasks/t-2\"").doesNotContain("href=\"/tasks/t-1\"");
    }

    @Test
    void withoutConclusionsThatIsSaidAndPeopleOfTheProvinceChooseACommune() {
        assertThat(officer.get("/meeting").body()).contains("Chưa có thông báo kết luận nào");
        services.on("GET /api/organisation/me", Samples.provincial());
        assertThat(Visitor.signedIn("tinh.thuongtruc").get("/meeting").body()).contains("/meeting?commune=c1");
    }

    @Test
    void aCalendarAddressIsShownOnceAndTakenBack() {
        assertThat(officer.get("/my-calendar").body()).contains("Tạo lúc 09:00 01/11/2026", "19/11/2026", "/my-calendar/keys/k-1/revocation").doesNotContain(Samples.SECRET);
        var made = officer.post("/my-calendar/keys", "key", "form-3").body();
        assertThat(made).contains(Console.url() + "/calendar/" + Samples.SECRET + ".ics", "webcal://", "chỉ hiện một lần");
        assertThat(services.last("POST /api/calendar/keys").header("Idempotency-Key")).isEqualTo("form-3");
        assertThat(officer.get("/my-calendar").body()).doesNotContain(Samples.SECRET);
        services.refusing("POST /api/calendar/keys", 422, "CALENDAR_KEYS_TOO_MANY", "Đang có 5 địa chỉ lịch.");
        assertThat(officer.post("/my-calendar/keys", "key", "form-4").body()).contains("Đang có 5 địa chỉ lịch.");
        assertThat(officer.post("/my-calendar/keys/k-1/revocation").headers().firstValue("Location")).hasValue("/my-calendar");
        assertThat(services.wasAsked("DELETE /api/calendar/keys/k-1")).isTrue();
        assertThat(officer.get("/my-calendar").body()).contains("Đã thu hồi địa chỉ lịch.");
        assertThat(officer.get("/my-calendar/keys").headers().firstValue("Location")).hasValue("/my-calendar");
    }

    @Test
    void aCalendarProgramReadsWithoutASession() throws Exception {
        services.on("GET /api/calendar/" + Samples.SECRET + ".ics", asked -> new StandIn.Answer(200, "text/calendar; charset=utf-8", "BEGIN:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8)));
        var answer = read("/calendar/" + Samples.SECRET + ".ics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("BEGIN:VCALENDAR\r\n");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=utf-8");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(services.last("GET /api/calendar/" + Samples.SECRET + ".ics").header("Authorization")).isEmpty();
        assertThat(read("/calendar/revoked-revoked-revoked-revoked.ics").statusCode()).isEqualTo(404);
        assertThat(read("/calendar/x.ics").statusCode()).isEqualTo(404);
        assertThat(read("/my-calendar").statusCode()).as("the page needs a session").isEqualTo(302);
    }

    private static HttpResponse<String> read(String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(Console.url() + path)).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String field(String name, String value) {
        return "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String content) {
        return "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }
}
