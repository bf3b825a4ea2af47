package vn.dondoc.task;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import vn.dondoc.contracts.api.Calendars;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.BodyPart;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Lists of tasks as they leave the service: a workbook, a calendar, the last words for a meeting. */
class ListsElsewhereTest extends TaskTest {

    private static final String THON = "xa1.thon1";

    ListsElsewhereTest() {
        super("le");
    }

    @Test
    void a_workbook_holds_what_the_list_shows_and_no_formula() throws IOException {
        var plan = UUID.randomUUID().toString();
        published(plan, KINHTE, "=cmd|' /C calc'!A0", new Due.By(clock.today().plusDays(3), false, false));
        published(plan, KINHTE, "Sau này", new Due.By(clock.today().plusDays(90), false, false));
        published(plan, THON, "Của thôn", new Due.Ongoing());

        var rows = workbook("?plan=" + plan, standing());
        assertThat(rows.getFirst()).containsExactly("DANH SÁCH NHIỆM VỤ");
        assertThat(rows.get(1).getFirst()).startsWith("Số liệu đến ").endsWith("; 3 nhiệm vụ.");
        assertThat(rows.get(2)).startsWith("STT", "Mục", "Nhiệm vụ", "Cơ quan chủ trì");
        assertThat(rows.subList(3, 6)).extracting(row -> row.get(2)).containsExactly("=cmd|' /C calc'!A0", "Sau này", "Của thôn");
        assertThat(rows.get(3)).contains("Phòng Kinh tế", "Sắp đến hạn", "3", "Chưa bắt đầu", "Xã Thượng Thử");
        assertThat(rows.get(5)).contains("Thường xuyên", "Thôn Một");
        assertThat(workbook("?plan=" + plan + "&timeClass=due-soon", standing())).hasSize(4);
        assertThat(workbook("?plan=" + plan + "&dueFrom=" + clock.today().plusDays(4), standing())).hasSize(4).last()
                .satisfies(row -> assertThat(row).contains("Sau này"));
        assertThat(workbook("?plan=" + plan, province.token(THON, Role.VILLAGE_HEAD))).hasSize(4);
        assertThat(workbook("?plan=" + plan, province.token("xa2", Role.COMMUNE_LEADER))).as("nothing crosses communes").hasSize(3);
        get("/api/tasks/export?dueTo=31-12-2026", standing()).expectStatus().isBadRequest();
        get("/api/tasks/export?mine=perhaps", standing()).expectStatus().isBadRequest();
    }

    @Test
    void a_list_is_narrowed_to_days() {
        var plan = UUID.randomUUID().toString();
        var soon = published(plan, KINHTE, "Trong tuần", new Due.By(clock.today().plusDays(5), false, false));
        published(plan, KINHTE, "Cuối năm sau", new Due.By(clock.today().plusDays(400), false, false));
        published(plan, KINHTE, "Thường xuyên", new Due.Ongoing());
        var address = "/api/tasks?plan=" + plan + "&dueFrom=" + clock.today() + "&dueTo=" + clock.today().plusDays(14);
        var page = get(address, standing()).expectStatus().isOk().expectBody(new ParameterizedTypeReference<Page<Tasks.TaskSummary>>() {})
                .returnResult().getResponseBody();
        assertThat(Objects.requireNonNull(page).items()).extracting(task -> task.id().value()).containsExactly(soon);
    }

    @Test
    void the_last_words_on_several_tasks_for_those_who_see_them() {
        var told = planned(KINHTE);
        var silent = planned(KINHTE);
        post("/api/tasks/" + told + "/progress", officer(), new Tasks.Progress("Lần một", null, null, null,
                List.of(new Tasks.Figure("Số thôn", BigDecimal.ONE, null, null)))).expectStatus().isOk();
        post("/api/tasks/" + told + "/progress", officer(), new Tasks.Progress("Lần hai", null, null)).expectStatus().isOk();
        var address = "/api/tasks/last-notes?task=" + told + "&task=" + silent;
        assertThat(notes(address, standing())).extracting(Tasks.LastNote::note).containsExactly("Lần hai");
        assertThat(notes(address, standing()).getFirst().figures()).extracting(latest -> latest.figure().name()).containsExactly("Số thôn");
        assertThat(notes(address, province.token("xa2", Role.COMMUNE_LEADER))).isEmpty();
        assertThat(notes("/api/tasks/last-notes", standing())).isEmpty();
    }

    @Test
    void the_leaders_in_charge_of_several_tasks_by_what_they_divided_up() {
        var leader = province.positionId("xa1", Role.COMMUNE_LEADER);
        var body = new BodyState(
                new BodyId("le-bcd"), "Ban Chỉ đạo chuyển đổi số", BodyKind.STEERING_COMMITTEE, province.unit("tinh"), province.unit("xa1"), null, null,
                List.of(new BodyState.Member(leader, BodyPart.DEPUTY, "Phòng Kinh tế; cải cách hành chính")), true);
        topics.publish(Topic.ORGANISATION.topicName(), "body/le-bcd", "BodyState", "body/le-bcd", 1, clock.instant(), EventJson.mapper().writeValueAsBytes(body));
        var economy = planned(KINHTE);
        var police = planned("xa1.congan");
        var address = "/api/tasks/in-charge?task=" + economy + "&task=" + police;
        await().atMost(LIMIT).untilAsserted(() -> assertThat(inCharge(address, standing())).containsExactlyInAnyOrder(
                new Tasks.LedBy(new TaskId(economy), List.of(new Tasks.Leader(leader, "commune-leader xa1"))), new Tasks.LedBy(new TaskId(police), List.of())));
        assertThat(inCharge(address, province.token("xa2", Role.COMMUNE_LEADER))).isEmpty();
    }

    private List<Tasks.LedBy> inCharge(String path, String token) {
        return Objects.requireNonNull(get(path, token).expectStatus().isOk().expectBody(Tasks.InCharge.class).returnResult().getResponseBody()).tasks();
    }

    @Test
    void a_calendar_is_read_with_a_key_until_it_is_taken_back() {
        var plan = UUID.randomUUID().toString();
        var id = published(plan, THON, "Vận động nhân dân, hiến đất", new Due.By(clock.today().plusDays(20), false, false));
        var late = published(plan, THON, "Đã muộn", new Due.By(clock.today().minusDays(2), false, false));
        published(plan, KINHTE, "Của đơn vị khác", new Due.By(clock.today().plusDays(20), false, false));
        published(plan, THON, "Không có ngày", new Due.Ongoing());
        var head = province.token(THON, Role.VILLAGE_HEAD);
        var made = made(head);
        assertThat(mongo.getCollection("calendar_keys").find().map(Document::toJson)).noneMatch(json -> json.contains(made.secret()));

        var calendar = calendar(made.secret());

        assertThat(calendar.replace("\r\n ", "")).contains("UID:task-" + id + "@dondoc\r\n", "SUMMARY:Hạn: 1. Vận động nhân dân\\, hiến đất\r\n",
                "DTSTART;VALUE=DATE:" + clock.today().plusDays(20).toString().replace("-", ""), "UID:task-" + late + "@dondoc", "SUMMARY:Quá hạn: 1. Đã muộn")
                .doesNotContain("Của đơn vị khác", "Không có ngày", province.person(THON, Role.VILLAGE_HEAD).value(), "village-head");
        var keys = Objects.requireNonNull(get("/api/calendar/keys", head).expectStatus().isOk().expectBody(Calendars.Keys.class).returnResult().getResponseBody()).keys();
        assertThat(keys).extracting(Calendars.Key::usedOn).containsExactly(clock.today());
        delete("/api/calendar/keys/" + made.id(), officer(), 404);
        assertThat(calendar(made.secret())).contains(id);
        delete("/api/calendar/keys/" + made.id(), head, 200);
        http.get().uri("/api/calendar/" + made.secret() + ".ics").exchange().expectStatus().isNotFound();
        http.get().uri("/api/calendar/" + "x".repeat(43) + ".ics").exchange().expectStatus().isNotFound();
        http.get().uri("/api/calendar/keys").exchange().expectStatus().isUnauthorized();
        http.get().uri("/api/tasks").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void a_key_is_slowed_down_and_a_person_has_few() {
        var leader = province.token("xa2", Role.COMMUNE_LEADER);
        var made = made(leader);
        for (int call = 0; call < 20; call++) {
            calendar(made.secret());
        }
        http.get().uri("/api/calendar/" + made.secret() + ".ics").exchange().expectStatus().isEqualTo(429).expectHeader().valueEquals("Retry-After", "600");
        for (int key = 1; key < 5; key++) {
            made(leader);
        }
        post("/api/calendar/keys", leader, null).expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("CALENDAR_KEYS_TOO_MANY");
    }

    private Calendars.Made made(String token) {
        return Objects.requireNonNull(post("/api/calendar/keys", token, null).expectStatus().isCreated().expectBody(Calendars.Made.class).returnResult().getResponseBody());
    }

    private String calendar(@Nullable String secret) {
        var answer = http.get().uri("/api/calendar/" + secret + ".ics").exchange().expectStatus().isOk().expectHeader().contentType("text/calendar; charset=utf-8");
        return new String(answer.returnResult(byte[].class).getResponseBodyContent(), StandardCharsets.UTF_8);
    }

    private void delete(String path, String token, int status) {
        http.delete().uri(path).header("Authorization", "Bearer " + token).exchange().expectStatus().isEqualTo(status);
    }

    private List<Tasks.LastNote> notes(String path, String token) {
        return Objects.requireNonNull(get(path, token).expectStatus().isOk().expectBody(Tasks.LastNotes.class).returnResult().getResponseBody()).notes();
    }

    private List<List<String>> workbook(String query, String token) throws IOException {
        var answer = get("/api/tasks/export" + query, token).expectStatus().isOk().returnResult(byte[].class);
        assertThat(answer.getResponseHeaders().getFirst("Content-Disposition")).contains("nhiem-vu-" + clock.today() + ".xlsx");
        var rows = new ArrayList<List<String>>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(answer.getResponseBodyContent()))) {
            book.getSheetAt(0).forEach(row -> {
                var cells = new ArrayList<String>();
                row.forEach(cell -> {
                    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    cells.add(cell.getStringCellValue());
                });
                rows.add(cells);
            });
        }
        return rows;
    }

    private String published(String plan, String lead, String title, Due due) {
        var id = UUID.randomUUID().toString();
        topics.publish(new PlanEvent.TaskPlanned(new PlannedTask(new TaskId(id), new PlanId(plan), province.unit("tinh"), province.unit("xa1"), 0, "1", title,
                List.of(province.unit(lead)), List.of(), null, null, due)), province.unit("xa1"), "tasks/" + id, 1, clock.instant());
        await().atMost(LIMIT).until(() -> assignments.find(id).isPresent());
        return id;
    }
}
