package vn.dondoc.console;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.EventJson;

import static org.assertj.core.api.Assertions.assertThat;

/** From a document to a published plan. */
class DraftPagesTest {

    private static final String ACTS = "/plans/drafts/d-1/acts";
    private static final String API = "/api/plans/drafts/d-1/acts";

    private final StandIn services = Console.SERVICES;
    private Visitor standing;

    @BeforeEach
    void theStandingUnit() {
        services.forget();
        Samples.everything(services, Samples.standing());
        standing = Visitor.signedIn("xa1.thuongtruc");
    }

    @Test
    void aDocumentGoesInAndItsDraftOpens() {
        var answer = upload("ke-hoach.txt", "1. Nhiệm vụ".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(answer.headers().firstValue("Location")).hasValue("/plans/drafts/d-1");
        assertThat(services.last("POST /api/plans/drafts").body()).contains("ke-hoach.txt", "1. Nhiệm vụ");
    }

    @Test
    void aDocumentThatCannotBeReadIsExplained() {
        services.refusing("POST /api/plans/drafts", 422, "FILE_ENCRYPTED", "Tệp có mật khẩu. Hãy bỏ mật khẩu rồi tải lại.");
        var answer = upload("mat.docx", new byte[] {1, 2, 3});
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Tệp có mật khẩu.", "Tải lên và đọc");
        assertThat(upload("rong.txt", new byte[0]).body()).contains("Tệp rỗng.");
    }

    @Test
    void aFileOverTheLimitIsSaidToBeTooLarge() {
        var answer = upload("lon.pdf", new byte[32 * 1024 * 1024]);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Tệp lớn hơn 30 MB.");
    }

    @Test
    void doubtsStandFirstBesideTheirPlaceInTheDocument() {
        var page = standing.get("/plans/drafts/d-1").body();
        assertThat(page).contains("<mark>Tổ chức tập huấn kỹ năng số cho cán bộ</mark>", "Chưa rõ “Phòng chuyên môn” là đơn vị nào.", "Kế hoạch có 1 thời hạn đã qua.", "khi có hướng dẫn");
        assertThat(page.indexOf("id=\"tasks-r2\"")).isLessThan(page.indexOf("id=\"tasks-r1\""));
    }

    @Test
    void choosingTheUnitChangesThatRowAloneAgainstTheVersionThatWasRead() {
        var answer = standing.post("/plans/drafts/d-1/tasks/r2", "do", "save", "seen", seen("r2"), "title", "Tập huấn kỹ năng số", "lead", "u-vhxh", "lead", "u-t1",
                "coordinating", "-", "due", "by", "date", "2026-10-15", "thenOngoing", "on", "tentative", "on", "product", "");
        assertThat(answer.headers().firstValue("Location")).hasValue("/plans/drafts/d-1#tasks-r2");
        var call = services.last("PATCH /api/plans/drafts/d-1");
        assertThat(call.header("If-Match")).isEqualTo("\"7\"");
        assertThat(call.header("Content-Type")).startsWith("application/merge-patch+json");
        var tasks = EventJson.mapper().readTree(call.body()).get("content").get("tasks");
        assertThat(tasks.size()).isEqualTo(3);
        var row = tasks.get(1);
        assertThat(row.get("title").stringValue()).isEqualTo("Tập huấn kỹ năng số");
        assertThat(row.get("lead").valueStream().map(lead -> lead.get("unit").stringValue())).containsExactly("u-vhxh", "u-t1");
        assertThat(row.get("lead").get(0).get("name").stringValue()).as("the document's words stay").isEqualTo("Phòng chuyên môn");
        assertThat(row.get("lead").get(1).get("name").stringValue()).isEqualTo("Thôn Suối Đá");
        assertThat(row.get("coordinating").isEmpty()).isTrue();
        assertThat(row.get("due").get("kind").stringValue()).isEqualTo("by");
        assertThat(row.get("due").get("date").stringValue()).isEqualTo("2026-10-15");
        assertThat(row.get("due").get("tentative").booleanValue()).isTrue();
        assertThat(tasks.get(0)).isEqualTo(original("tasks").get(0));
        assertThat(tasks.get(2)).isEqualTo(original("tasks").get(2));
        standing.post("/plans/drafts/d-1/tasks/r2", "do", "save", "seen", seen("r2"), "title", "Tập huấn kỹ năng số", "due", "by", "date", "2026-10-15");
        assertThat(changed("tasks").get(1).get("due").get("tentative").booleanValue()).as("a day becomes firm").isFalse();
    }

    @Test
    void aRowCanBeConfirmedLeftOutAndTakenBackIn() {
        standing.post("/plans/drafts/d-1/tasks/r3", "do", "confirm");
        assertThat(changed("tasks").get(2).get("confirmed").booleanValue()).isTrue();
        standing.post("/plans/drafts/d-1/tasks/r3", "do", "drop");
        assertThat(changed("tasks").get(2).get("dropped").booleanValue()).isTrue();
        standing.post("/plans/drafts/d-1/targets/g1", "do", "drop");
        assertThat(changed("targets").get(0).get("dropped").booleanValue()).isTrue();
        standing.post("/plans/drafts/d-1/targets/g1", "do", "save", "name", "Tỷ lệ", "operator", ">=", "value", "85,5", "unit", "%");
        assertThat(changed("targets").get(0).get("value").decimalValue()).isEqualByComparingTo("85.5");
        standing.post("/plans/drafts/d-1/reporting/b1", "do", "save", "frequency", "quarterly", "day", "20", "owedTo", "u-vp", "owedBy", "u-t1", "owedBy", "u-t2");
        var rule = changed("reporting").get(0);
        assertThat(rule.get("frequency").stringValue()).isEqualTo("quarterly");
        assertThat(rule.get("strict").booleanValue()).isFalse();
        assertThat(rule.get("owedBy").valueStream().map(JsonNode::stringValue)).containsExactly("u-t1", "u-t2");
    }

    @Test
    void byScriptTheRowComesBackAloneWithTheNewCounts() {
        var body = standing.hx("/plans/drafts/d-1/tasks/r3", "do", "confirm").body();
        assertThat(body).contains("id=\"tasks-r3\"", "id=\"draft-summary\" hx-swap-oob", "Đã lưu dòng này.").doesNotContain("<html", "id=\"tasks-r1\"");
    }

    @Test
    void aLostRaceIsRepeatedOnTheNewestVersion() {
        var tries = new AtomicInteger();
        services.on("PATCH /api/plans/drafts/d-1", call -> tries.incrementAndGet() == 1
                ? StandIn.problem(412, "VERSION_CHANGED", "Đã có bản mới hơn.")
                : StandIn.json(200, Samples.draft("open")));
        assertThat(standing.post("/plans/drafts/d-1/tasks/r3", "do", "confirm").statusCode()).isEqualTo(302);
        assertThat(tries).hasValue(2);
    }

    @Test
    void aRowThatAnotherPersonChangedIsNotOverwritten() {
        var answer = standing.post("/plans/drafts/d-1/tasks/r2", "do", "save", "seen", "0", "title", "Của tôi", "due", "none");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("vừa được người khác sửa");
        assertThat(services.wasAsked("PATCH /api/plans/drafts/d-1")).isFalse();
    }

    @Test
    void aDayThatDoesNotExistIsRefused() {
        assertThat(standing.post("/plans/drafts/d-1/tasks/r2", "do", "save", "title", "x", "due", "by", "date", "2026-02-30").statusCode()).isEqualTo(400);
    }

    @Test
    void publishingLeadsToThePlanOrShowsWhatIsMissingAtItsRow() {
        services.refusing("POST /api/plans/drafts/d-1/publication", 422, "DRAFT_NOT_READY", "Bản đọc chưa sẵn sàng.",
                new Problem.FieldError("r1", "LEAD_UNRESOLVED", "Dòng 1 chưa rõ đơn vị chủ trì."));
        var refused = standing.post("/plans/drafts/d-1/publication", "key", "p-1");
        assertThat(refused.statusCode()).isEqualTo(422);
        var row = refused.body().substring(refused.body().indexOf("id=\"tasks-r1\""));
        assertThat(row.substring(0, row.indexOf("</section>"))).contains("Dòng 1 chưa rõ đơn vị chủ trì.");
        services.on("POST /api/plans/drafts/d-1/publication", asked -> StandIn.json(201, Samples.plan()));
        assertThat(standing.post("/plans/drafts/d-1/publication", "key", "p-1").headers().firstValue("Location")).hasValue("/plans/plan-1");
    }

    @Test
    void aPublishedDraftCanOnlyBeRead() {
        services.on("GET /api/plans/drafts/d-1", Samples.draft("published"));
        assertThat(standing.get("/plans/drafts/d-1").body()).contains("Bản đọc này đã ban hành.").doesNotContain("Ban hành và giao việc", "value=\"drop\"");
    }

    @Test
    void dutiesTargetsAndNamesAreSettledInOneStroke() {
        standing.post(ACTS, "do", "task-ongoing", "rows", "d1", "rows", "d2", "lead", "");
        assertThat(act().get("kind").stringValue()).isEqualTo("decide-duties");
        assertThat(act().get("rows").valueStream().map(JsonNode::stringValue)).containsExactly("d1", "d2");
        assertThat(act().get("due").get("kind").stringValue()).isEqualTo("ongoing");
        standing.post(ACTS, "do", "task-by", "rows", "d1", "date", "2026-12-15", "lead", "u-vhxh", "value", "");
        assertThat(act().get("due").get("date").stringValue()).isEqualTo("2026-12-15");
        assertThat(act().get("lead").stringValue()).isEqualTo("u-vhxh");
        standing.post(ACTS, "do", "duty-target", "rows", "d1", "title", "Tỷ lệ an toàn", "operator", ">=", "value", "99,5", "unit", "%");
        assertThat(act().get("value").decimalValue()).isEqualByComparingTo("99.5");
        standing.post(ACTS, "do", "rest-watched");
        assertThat(act().get("rest").booleanValue()).isTrue();
        assertThat(act().get("decision").stringValue()).isEqualTo("watched");
        standing.post(ACTS, "do", "targets", "rows", "c1,c2", "rows", "c2", "owner", "u-vhxh", "dataSource", "Báo cáo của đơn vị", "rhythm", "quarterly");
        assertThat(act().get("rows").valueStream().map(JsonNode::stringValue)).containsExactly("c1", "c2");
        assertThat(act().get("rhythm").stringValue()).isEqualTo("quarterly");
        standing.post(ACTS, "do", "settle", "name", "Các phòng liên quan", "units", "u-vp", "units", "u-vhxh", "units", "", "remember", "on");
        assertThat(act().get("units").valueStream().map(JsonNode::stringValue)).containsExactly("u-vp", "u-vhxh");
        assertThat(act().get("remember").booleanValue()).isTrue();
        standing.post(ACTS, "do", "create", "name", "Tổ mới", "units", "", "newName", "Tổ công nghệ số", "newKind", "committee");
        assertThat(act().get("create").get("kind").stringValue()).isEqualTo("committee");
        assertThat(act().get("create").get("name").stringValue()).isEqualTo("Tổ công nghệ số");
        standing.post(ACTS, "do", "take-all");
        assertThat(act().get("all").booleanValue()).isTrue();
    }

    @Test
    void measuresAndObjectivesAreDecidedLikeDutiesUnderTheirHeadings() {
        var page = standing.get("/plans/drafts/d-1").body();
        assertThat(page).contains("Giải pháp, biện pháp", "III. GIẢI PHÁP", "value=\"m1,m2\"", "Mục tiêu không có số", "id=\"objectives-o1\"",
                "Còn 5 việc chưa quyết định: theo dõi chung tất cả");
        assertThat(page.indexOf("id=\"duties-d1\"")).as("what must be decided first").isLessThan(page.indexOf("id=\"measures-m1\""));
        assertThat(standing.get("/plans/drafts/d-1/text").body()).contains("measures-m1");

        standing.post(ACTS, "do", "task-ongoing", "rows", "m1,m2", "rows", "o1", "part", "measures", "lead", "");
        assertThat(act().get("rows").valueStream().map(JsonNode::stringValue)).containsExactly("m1", "m2", "o1");
        assertThat(act().has("part")).isFalse();
        standing.post(ACTS, "do", "rest-watched", "rows", "m1", "part", "measures");
        assertThat(act().get("part").stringValue()).isEqualTo("measures");
        assertThat(act().get("rows").isEmpty()).isTrue();
        standing.post(ACTS, "do", "all-watched");
        assertThat(act().get("part").stringValue()).isEqualTo("all");
        standing.post(ACTS, "do", "merge-rows", "rows", "m1", "rows", "m2", "part", "measures");
        assertThat(act().get("other").stringValue()).isEqualTo("m2");
        standing.post(ACTS, "do", "split-row", "rows", "m1", "titles", "Phát thanh\nPhát tờ rơi");
        assertThat(act().get("titles").valueStream().map(JsonNode::stringValue)).containsExactly("Phát thanh", "Phát tờ rơi");
        assertThat(standing.post(ACTS, "do", "merge-rows", "rows", "m1").body()).contains("Hãy chọn đúng hai dòng.");
        assertThat(standing.post(ACTS, "do", "split-row", "rows", "m1,m2", "titles", "Một\nHai").body()).contains("Hãy chọn đúng một dòng.");
    }

    @Test
    void whatIsEmptiedInTheHeadingIsTakenAway() {
        standing.post("/plans/drafts/d-1/document/document", "title", "Tên đúng", "number", "", "issuedOn", "2026-01-13", "year", "", "programme", "Đề án 06");
        var heading = changed("document");
        assertThat(heading.get("title").stringValue()).isEqualTo("Tên đúng");
        assertThat(heading.get("number").isNull()).isTrue();
        assertThat(heading.get("year").isNull()).isTrue();
        assertThat(heading.get("issuedOn").stringValue()).isEqualTo("2026-01-13");
        assertThat(heading.get("programme").stringValue()).isEqualTo("Đề án 06");
        assertThat(heading.has("kind")).as("what the form does not show stays").isFalse();
    }

    @Test
    void rowsOfAnAnnexAreShownInTheirOwnWords() {
        var draft = Samples.draft("open");
        var task = draft.content().tasks().getFirst();
        var moved = new Plans.Source("bảng 1, dòng 2", 0, 12, "Câu của phụ lục", "phu-luc.xlsx");
        var row = new Plans.TaskRow("r1", "1", task.title(), task.lead(), List.of(), null, null, task.due(), null, false, false, 1, null, moved);
        services.on("GET /api/plans/drafts/d-1", new Plans.Draft(
                draft.id(), 7, draft.commune(), draft.communeName(), draft.fileName(), draft.sha256(), "open", null, draft.createdAt(),
                new Plans.Content(draft.content().document(), List.of(row), List.of(), List.of(), List.of(), List.of()), List.of(), List.of(), List.of(), false));
        assertThat(standing.get("/plans/drafts/d-1").body()).contains("phu-luc.xlsx, bảng 1, dòng 2", "<mark>Câu của phụ lục</mark>");
        assertThat(standing.get("/plans/drafts/d-1/text").body()).doesNotContain("class=\"mark\"");
    }

    @Test
    void rowsAreSplitMergedAddedAndTheLastChangeUndone() {
        standing.post(ACTS, "do", "split", "row", "r1", "titles", "Rà soát danh mục\n\n Cập nhật danh mục ");
        assertThat(act().get("titles").valueStream().map(JsonNode::stringValue)).containsExactly("Rà soát danh mục", "Cập nhật danh mục");
        assertThat(standing.post(ACTS, "do", "merge", "row", "r1", "other", "r2", "back", "tasks-r1").headers().firstValue("Location")).hasValue("/plans/drafts/d-1#tasks-r1");
        assertThat(act().get("other").stringValue()).isEqualTo("r2");
        standing.post(ACTS, "do", "undo", "key", "k-1");
        assertThat(act().get("kind").stringValue()).isEqualTo("undo");
        assertThat(services.last("POST " + API).header("If-Match")).isEqualTo("\"7\"");
        assertThat(services.last("POST " + API).header("Idempotency-Key")).isEqualTo("k-1");
        standing.post(ACTS, "do", "add", "title", "Việc còn thiếu", "lead", "u-vhxh", "due", "ongoing");
        assertThat(changed("tasks").size()).isEqualTo(4);
        assertThat(changed("tasks").get(3).get("title").stringValue()).isEqualTo("Việc còn thiếu");
    }

    @Test
    void aStrokeThatNoFormHasIsRefusedAndOneOfTheServiceIsExplained() {
        assertThat(standing.post(ACTS, "do", "conquer").statusCode()).isEqualTo(400);
        assertThat(standing.post(ACTS, "do", "task-by", "rows", "d1", "date", "").statusCode()).isEqualTo(400);
        services.refusing("POST " + API, 400, "VALIDATION", "Chưa chọn dòng nào.");
        var answer = standing.post(ACTS, "do", "watched");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Chưa chọn dòng nào.");
        assertThat(standing.get(ACTS).headers().firstValue("Location")).hasValue("/plans/drafts/d-1");
    }

    @Test
    void openNamesProposalsAndDutiesStandOnThePage() {
        var page = standing.get("/plans/drafts/d-1").body();
        assertThat(page).contains("“Các phòng liên quan”", "Đây là tên chung của nhiều đơn vị", "(thừa hoặc thiếu vài từ)", "Đề nghị: trước ngày 15 hằng tháng",
                "Nhận cả 2 đề nghị", "Bảo đảm an toàn thông tin.", "1 việc đã quyết định", "theo dõi chung", "Hoàn tác thay đổi cuối", "“Văn phòng HĐND - UBND” = ");
    }

    @Test
    void theWholeTextLeadsToItsRowsAndBack() {
        var page = standing.get("/plans/drafts/d-1/text").body();
        assertThat(page).contains("id=\"s-tasks-r2\"", "href=\"/plans/drafts/d-1#tasks-r2\"", ">Tổ chức tập huấn kỹ năng số cho cán bộ</a>", "- Cơ quan chủ trì: Phòng chuyên môn");
    }

    @Test
    void byScriptAStrokeBringsTheReviewAnewWithoutThePage() {
        var body = standing.hx(ACTS, "do", "rest-watched").body();
        assertThat(body).contains("id=\"review\"", "Đã ghi thay đổi. Có thể hoàn tác.", "id=\"tasks-r1\"").doesNotContain("<html");
    }

    private JsonNode act() {
        return EventJson.mapper().readTree(services.last("POST " + API).body());
    }

    private String seen(String row) {
        var page = standing.get("/plans/drafts/d-1").body();
        var mark = Pattern.compile("id=\"tasks-" + row + "\".*?name=\"seen\" value=\"([0-9a-f]+)\"", Pattern.DOTALL).matcher(page);
        assertThat(mark.find()).isTrue();
        return mark.group(1);
    }

    private JsonNode changed(String part) {
        return EventJson.mapper().readTree(services.last("PATCH /api/plans/drafts/d-1").body()).get("content").get(part);
    }

    private static JsonNode original(String part) {
        return EventJson.mapper().readTree(EventJson.mapper().writeValueAsString(Samples.draft("open"))).get("content").get(part);
    }

    private HttpResponse<String> upload(String name, byte[] content) {
        var head = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + standing.csrf() + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head), HttpRequest.BodyPublishers.ofByteArray(content), HttpRequest.BodyPublishers.ofString("\r\n--b--\r\n"));
        return standing.send(standing.request("/plans/import", "Content-Type", "multipart/form-data; boundary=b").POST(body));
    }
}
