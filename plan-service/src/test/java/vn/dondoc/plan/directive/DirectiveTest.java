package vn.dondoc.plan.directive;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Directives;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.event.Urgency;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.PlanServiceTest;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One act, one part each: told once whatever breaks off, seen by each as far as it concerns them, with how the parts stand. */
class DirectiveTest extends PlanServiceTest {

    private static final ParameterizedTypeReference<Page<Directives.DirectiveSummary>> PAGE = new ParameterizedTypeReference<>() {};

    @Autowired MongoTemplate mongo;
    @Autowired DomainClock clock;

    @AfterEach
    void theDatabaseTakesEverythingAgain() {
        refuse(new Document());
    }

    @Test
    void a_province_gives_it_to_communes_and_their_standing_units_answer() {
        var given = given(province(), wanted("Rà soát hộ chưa có danh tính số", "xa1", "xa2"));

        assertThat(given.parts()).extracting(Directives.Part::lead).containsExactlyInAnyOrder(unit("xa1.vhxh"), unit("xa2.vhxh"));
        assertThat(given.summary().giver()).isEqualTo(unit("so"));
        assertThat(given.summary().figures()).isEqualTo(new Directives.Figures(2, 0, 0, 0, 2));
        var told = awaited(given, 3);
        var parts = told.stream().filter(seen -> seen.type().equals("TaskPlanned")).toList();
        assertThat(parts).extracting(TestTopics.Seen::key).containsExactlyInAnyOrder(unit("xa1").value(), unit("xa2").value());
        var part = parts.getFirst().as(PlanEvent.TaskPlanned.class).task();
        assertThat(part.plan().value()).isEqualTo(given.summary().id().value());
        assertThat(Objects.requireNonNull(part.directive()).decider()).isEqualTo(unit("so"));
        assertThat(part.directive().number()).isEqualTo("112/UBND-KGVX");
        var issued = told.stream().filter(seen -> seen.type().equals("DirectiveIssued")).toList();
        assertThat(issued).singleElement().satisfies(seen -> {
            assertThat(seen.key()).isEqualTo(unit("tinh").value());
            assertThat(seen.as(PlanEvent.DirectiveIssued.class).directive().addressees()).containsExactly(unit("xa1"), unit("xa2"));
        });
    }

    @Test
    void whoever_received_it_sees_only_the_own_part_and_others_nothing() {
        var given = given(province(), wanted("Kiểm kê thiết bị họp trực tuyến", "xa1", "xa2"));
        var path = "/api/directives/" + given.summary().id();

        var received = read(path, standing(), Directives.Directive.class);
        assertThat(received.parts()).extracting(Directives.Part::addressee).containsExactly(unit("xa1"));
        assertThat(received.summary().figures().parts()).isEqualTo(1);
        assertThat(List.of(received.summary().given(), received.mayChange())).containsOnly(false);
        get(path, PROVINCE.token("xa1.kinhte", Role.OFFICER)).expectStatus().isNotFound();
        get(path, ELSEWHERE.token("xa1.vhxh", Role.COMMUNE_STANDING)).expectStatus().isNotFound();
        assertThat(read(path, PROVINCE.token("tinh", Role.PROVINCE_VIEWER), Directives.Directive.class).mayChange()).isFalse();

        assertThat(listed(standing(), "?given=false&q=kiem ke")).extracting(one -> one.id()).containsExactly(given.summary().id());
        assertThat(listed(standing(), "?given=true&q=kiem ke")).isEmpty();
        assertThat(listed(province(), "?given=true&q=thiet bi&unit=" + unit("xa2"))).hasSize(1);
        assertThat(listed(PROVINCE.token("xa1.kinhte", Role.OFFICER), "?q=kiem ke")).isEmpty();
        post(path + "/withdrawal", standing(), new Directives.Withdrawal(List.of(), "Không thuộc xã"), received.version()).expectStatus().isForbidden();
        post(path + "/addressees", PROVINCE.token("xa1.thon1", Role.VILLAGE_HEAD), new Directives.More(List.of()), 1L).expectStatus().isForbidden();
    }

    @Test
    void departments_are_addressed_beside_communes_and_each_sees_the_own_part_only() {
        var department = new UnitState(unit("so2"), "Sở Nội vụ", List.of(), UnitKind.DEPARTMENT, unit("tinh"), null, unit("tinh"), false, true);
        var below = new UnitState(unit("so2.chicuc"), "Chi cục Văn thư", List.of(), UnitKind.OTHER, unit("so2"), null, unit("tinh"), false, true);
        var head = new PositionState(new PositionId("pl-p-so2"), department.id(), "Giám đốc", Role.UNIT_HEAD, PROVINCE.person("so2", Role.UNIT_HEAD), null);
        topics.organisation(List.of(department, below), List.of(head), List.of());
        var theirs = PROVINCE.token("so2", Role.UNIT_HEAD);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(read("/api/directives/addressees", province(), Directives.Reach.class).addressees())
                .extracting(Directives.Addressee::id).contains(unit("so2"), unit("xa1")).doesNotContain(unit("so"), unit("tinh"), unit("so2.chicuc")));

        var given = given(province(), wanted("Góp ý dự thảo quy chế", "so2", "xa1"));
        assertThat(given.parts()).extracting(Directives.Part::lead).containsExactlyInAnyOrder(unit("so2"), unit("xa1.vhxh"));
        var told = awaited(given, 3);
        assertThat(told.stream().filter(seen -> seen.type().equals("TaskPlanned")).map(TestTopics.Seen::key))
                .containsExactlyInAnyOrder(unit("tinh").value(), unit("xa1").value());
        var path = "/api/directives/" + given.summary().id();
        assertThat(read(path, theirs, Directives.Directive.class).parts()).extracting(Directives.Part::addressee).containsExactly(unit("so2"));
        assertThat(read(path, theirs, Directives.Directive.class).mayChange()).isFalse();
        assertThat(read(path, standing(), Directives.Directive.class).parts()).extracting(Directives.Part::addressee).containsExactly(unit("xa1"));
        assertThat(listed(theirs, "?q=quy che")).extracting(one -> one.figures().parts()).containsExactly(1);
        get("/api/directives/" + given(province(), wanted("Việc của xã", "xa1")).summary().id(), theirs).expectStatus().isNotFound();
        refused(standing(), "DIRECTIVE_ADDRESSEE", "so2");

        // A head of a department gives below it, as heads of communes' units do, and writes no conclusions of the province
        assertThat(read("/api/directives/addressees", theirs, Directives.Reach.class).addressees()).extracting(Directives.Addressee::id).containsExactly(below.id());
        var own = given(theirs, wanted("Kiểm kê kho lưu trữ", "so2.chicuc"));
        assertThat(own.summary().giver()).isEqualTo(unit("so2"));
        get("/api/directives/" + own.summary().id(), standing()).expectStatus().isNotFound();
        http.post().uri("/api/proceedings").header("Authorization", "Bearer " + theirs).contentType(MediaType.APPLICATION_JSON)
                .body("{}").exchange().expectStatus().isForbidden();
    }

    @Test
    void each_gives_to_the_own_branch_only() {
        var commune = given(standing(), wanted("Lau dọn kho hồ sơ", "xa1.kinhte", "xa1.thon1"));
        assertThat(awaited(commune, 3).stream().filter(seen -> seen.type().equals("TaskPlanned"))
                .map(seen -> Objects.requireNonNull(seen.as(PlanEvent.TaskPlanned.class).task().directive()).decider()).toList()).containsOnlyNulls();
        refused(standing(), "DIRECTIVE_ADDRESSEE", "xa2.kinhte");
        refused(standing(), "DIRECTIVE_ADDRESSEE", "xa1.vhxh");
        refused(province(), "DIRECTIVE_ADDRESSEE", "xa1.kinhte");
        refused(PROVINCE.token("xa1.kinhte", Role.UNIT_HEAD), "DIRECTIVE_ADDRESSEE", "xa1.thon1");
        give(PROVINCE.token("xa1.kinhte", Role.OFFICER), wanted("Việc", "xa1.thon1")).expectStatus().isForbidden();
        give(PROVINCE.token("tinh", Role.PROVINCE_VIEWER), wanted("Việc", "xa1")).expectStatus().isForbidden();

        assertThat(read("/api/directives/addressees", province(), Directives.Reach.class).addressees())
                .extracting(Directives.Addressee::id).contains(unit("xa1"), unit("xa2")).doesNotContain(unit("xa1.kinhte"), unit("xa2.kinhte"), unit("tinh"));
        assertThat(read("/api/directives/addressees", standing(), Directives.Reach.class).addressees())
                .extracting(Directives.Addressee::id).contains(unit("xa1.kinhte"), unit("xa1.thon1")).doesNotContain(unit("xa1.vhxh"), unit("xa1"), unit("xa2.kinhte"));
        assertThat(read("/api/directives/addressees", PROVINCE.token("xa1.kinhte", Role.OFFICER), Directives.Reach.class).addressees()).isEmpty();
    }

    @Test
    void what_it_must_say_is_told_field_by_field() {
        var empty = new Directives.Wanted(" ", "9".repeat(301), null, null, new Due.By(clock.today().minusDays(1), false, false), List.of());
        give(standing(), empty).expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("DIRECTIVE_INVALID")
                .jsonPath("$.errors[*].code").isEqualTo(List.of(
                        "DIRECTIVE_CONTENT_MISSING", "DIRECTIVE_TOO_LONG", "DIRECTIVE_DUE_PAST", "DIRECTIVE_ADDRESSEES_MISSING"));
    }

    @Test
    void more_are_added_and_parts_are_taken_back_with_a_reason() {
        var given = given(standing(), wanted("Kê khai máy tính", "xa1.kinhte"));
        var path = "/api/directives/" + given.summary().id();
        post(path + "/addressees", standing(), new Directives.More(List.of(unit("xa1.congan"))), null).expectStatus().isEqualTo(428);

        // A leader of the commune goes on with what its standing unit began
        var leader = PROVINCE.token("xa1", Role.COMMUNE_LEADER);
        var extended = body(post(path + "/addressees", leader, new Directives.More(List.of(unit("xa1.congan"), unit("xa1.kinhte"))), given.version()));
        assertThat(extended.parts()).hasSize(2);
        post(path + "/withdrawal", standing(), new Directives.Withdrawal(List.of(), " "), extended.version()).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("DIRECTIVE_REASON_MISSING");
        post(path + "/withdrawal", standing(), new Directives.Withdrawal(List.of(unit("xa1.thon1")), "Nhầm"), extended.version()).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("DIRECTIVE_NOT_ADDRESSED");
        post(path + "/withdrawal", standing(), new Directives.Withdrawal(List.of(), "Nhầm"), given.version()).expectStatus().isEqualTo(412);

        var left = body(post(path + "/withdrawal", standing(), new Directives.Withdrawal(List.of(unit("xa1.kinhte")), "Đã kê khai năm ngoái"), extended.version()));
        assertThat(left.summary().figures().parts()).isEqualTo(1);
        var back = left.parts().stream().filter(part -> part.addressee().equals(unit("xa1.kinhte"))).findFirst().orElseThrow();
        assertThat(back.withdrawnOn()).isEqualTo(clock.today());
        assertThat(back.reason()).isEqualTo("Đã kê khai năm ngoái");
        var told = awaited(given, 6);
        assertThat(told.stream().filter(seen -> seen.type().equals("TaskWithdrawn")).map(seen -> seen.as(PlanEvent.TaskWithdrawn.class).task().id()))
                .containsExactly(back.task());
        assertThat(told.stream().filter(seen -> seen.type().equals("DirectiveIssued"))
                .map(seen -> seen.as(PlanEvent.DirectiveIssued.class).directive().addressees().size())).containsExactly(1, 2, 1);
        assertThat(told).allSatisfy(seen -> assertThat(new String(seen.data(), StandardCharsets.UTF_8)).doesNotContain("kê khai năm ngoái"));

        // Given again it is another part
        var again = body(post(path + "/addressees", standing(), new Directives.More(List.of(unit("xa1.kinhte"))), left.version()));
        assertThat(again.parts()).hasSize(3).extracting(Directives.Part::task).doesNotHaveDuplicates();
    }

    @Test
    void what_broke_off_before_its_parts_were_told_is_finished_later_and_once() {
        refuse(new Document("never", "never"));
        give(standing(), wanted("Phát cờ mừng ngày hội", "xa1.kinhte", "xa1.congan", "xa1.thon1")).expectStatus().isEqualTo(503);
        var begun = listed(standing(), "?q=phat co").getFirst();
        assertThat(read("/api/directives/" + begun.id(), standing(), Directives.Directive.class).running()).isTrue();
        refuse(new Document());

        await().atMost(LIMIT).until(() -> !read("/api/directives/" + begun.id(), standing(), Directives.Directive.class).running());
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).until(() -> eventsOf(begun.id().value()).size() >= 4);
        assertThat(eventsOf(begun.id().value())).extracting(TestTopics.Seen::type).hasSize(4).filteredOn("TaskPlanned"::equals).hasSize(3);
    }

    @Test
    void n_of_m_follows_the_tasks_and_the_newest_event_holds() {
        var given = given(province(), wanted("Báo cáo đường truyền", "xa1", "xa2"));
        var tasks = awaited(given, 3).stream().filter(seen -> seen.type().equals("TaskPlanned"))
                .map(seen -> seen.as(PlanEvent.TaskPlanned.class).task()).toList();
        tell(tasks.getFirst(), 5, WorkState.COMPLETED, TimeClass.COMPLETED_LATE, true);
        tell(tasks.getFirst(), 3, WorkState.NOT_STARTED, TimeClass.OVERDUE, false);
        tell(tasks.getLast(), 2, WorkState.SUBMITTED, TimeClass.COMPLETED_IN_TIME, true);

        await().atMost(LIMIT).untilAsserted(() ->
                assertThat(figures(given)).isEqualTo(new Directives.Figures(2, 1, 1, 1, 0)));
        tell(tasks.getLast(), 4, WorkState.CANCELLED, TimeClass.IN_TIME, true);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(figures(given)).isEqualTo(new Directives.Figures(1, 1, 0, 1, 0)));
        tell(tasks.getFirst(), 4, WorkState.IN_PROGRESS, TimeClass.OVERDUE, true);
        tell(tasks.getLast(), 9, WorkState.NOT_STARTED, TimeClass.IN_TIME, false);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(figures(given)).isEqualTo(new Directives.Figures(2, 1, 0, 1, 1)));
    }

    // --- words of the story

    private Directives.Figures figures(Directives.Directive given) {
        return read("/api/directives/" + given.summary().id(), province(), Directives.Directive.class).summary().figures();
    }

    private void tell(PlannedTask task, long sequence, WorkState state, TimeClass timeClass, boolean opened) {
        var told = new TaskState(
                task.id(), task.plan(), task.province(), task.commune(), 0, null, task.title(), task.lead(), List.of(), null, task.due(), null, state,
                timeClass, opened, false, null, null, null, null, null, null, null, null, null, null, null, task.directive());
        topics.publish(new TaskEvent.ProgressRecorded(told), task.commune(), "assignments/" + task.id(), sequence, clock.instant());
    }

    private static String province() {
        return PROVINCE.token("so", Role.PROVINCE_STANDING);
    }

    private static UnitId unit(String name) {
        return PROVINCE.unit(name);
    }

    private Directives.Wanted wanted(String content, String... to) {
        return new Directives.Wanted(
                content, "112/UBND-KGVX", "Báo cáo", Urgency.URGENT, new Due.By(LocalDate.of(2099, 12, 31), false, false), Stream.of(to).map(PROVINCE::unit).toList());
    }

    private Directives.Directive given(String token, Directives.Wanted wanted) {
        return body(give(token, wanted));
    }

    private RestTestClient.ResponseSpec give(String token, Directives.Wanted wanted) {
        return post("/api/directives", token, wanted, null);
    }

    private void refused(String token, String code, String to) {
        give(token, wanted("Việc ngoài phạm vi", to)).expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo(code);
    }

    private RestTestClient.ResponseSpec post(String path, String token, Object body, @Nullable Long version) {
        var call = http.post().uri(path).header("Authorization", "Bearer " + token).contentType(MediaType.APPLICATION_JSON);
        if (version != null) {
            call.header("If-Match", "\"" + version + "\"");
        }
        return call.body(body).exchange();
    }

    private static Directives.Directive body(RestTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus().isCreated().expectBody(Directives.Directive.class).returnResult().getResponseBody());
    }

    private List<Directives.DirectiveSummary> listed(String token, String query) {
        return Objects.requireNonNull(get("/api/directives" + query, token).expectStatus().isOk().expectBody(PAGE).returnResult().getResponseBody()).items();
    }

    private List<TestTopics.Seen> awaited(Directives.Directive given, int expected) {
        var id = given.summary().id().value();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> assertThat(eventsOf(id)).hasSizeGreaterThanOrEqualTo(expected));
        return eventsOf(id);
    }

    private List<TestTopics.Seen> eventsOf(String directive) {
        return planEvents(seen -> new String(seen.data(), StandardCharsets.UTF_8).contains(directive));
    }

    /** The database itself refuses the parts, as a full disk would. */
    private void refuse(Document unless) {
        mongo.getDb().runCommand(new Document("collMod", "plannedTasks").append("validator", unless));
    }
}
