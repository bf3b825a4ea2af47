package vn.dondoc.plan.proceeding;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Directives;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Proceedings;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Origin;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ProceedingKind;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.PlanServiceTest;
import vn.dondoc.platform.time.DomainClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Conclusions of meetings and findings of inspections become directives, each once; a point is closed when its tasks are finished, or with a reason. */
class ProceedingTest extends PlanServiceTest {

    private static final ParameterizedTypeReference<Page<Proceedings.ProceedingSummary>> PAGE = new ParameterizedTypeReference<>() {};
    private static final Due LATER = new Due.By(LocalDate.of(2099, 12, 31), false, false);

    @Autowired MongoTemplate mongo;
    @Autowired DomainClock clock;

    @AfterEach
    void theDatabaseTakesEverythingAgain() {
        refuse(new Document());
    }

    @Test
    void several_conclusions_become_directives_in_one_step_and_tell_how_they_stand() {
        var meeting = written(standing(), meeting("Giao ban tháng 10", point("Rà soát sổ hộ nghèo", "xa1.kinhte", "xa1.congan"),
                point("Sửa loa truyền thanh", "xa1.thon1"), point("Ghi nhận báo cáo của Công an xã")));
        assertThat(meeting.points()).extracting(Proceedings.Point::id).containsExactly("k1", "k2", "k3");
        var path = "/api/proceedings/" + meeting.summary().id();
        send(HttpMethod.POST, path + "/directives", standing(), new Proceedings.Points(List.of("k1", "k3", "k9")), meeting.version()).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[*].code").isEqualTo(List.of("POINT_UNITS_MISSING", "POINT_UNKNOWN"));

        var given = body(201, send(HttpMethod.POST, path + "/directives", standing(), new Proceedings.Points(List.of("k1", "k2")), meeting.version()));
        assertThat(given.points()).extracting(point -> point.figures() == null ? 0 : point.figures().parts()).containsExactly(2, 1, 0);
        var directive = read("/api/directives/" + given.points().getFirst().directive(), standing(), Directives.Directive.class);
        assertThat(directive.summary().origin()).isEqualTo(new Origin(ProceedingKind.MEETING, meeting.summary().id(), "k1", "45/TB-UBND"));
        assertThat(directive.parts()).hasSize(2);
        send(HttpMethod.POST, path + "/directives", standing(), new Proceedings.Points(List.of("k2")), given.version()).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.code").isEqualTo("POINT_GIVEN");

        // What was given is not said otherwise afterwards; the rest is
        var again = rewrite(meeting("Giao ban tháng 10", kept(given, 0), kept(given, 1), point("Ghi nhận báo cáo của Công an và Quân sự")), given.version(), path);
        assertThat(again.points().getLast().text()).isEqualTo("Ghi nhận báo cáo của Công an và Quân sự");
        send(HttpMethod.PUT, path, standing(), meeting("Giao ban tháng 10", kept(given, 0)), again.version()).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.code").isEqualTo("POINT_GIVEN");
        send(HttpMethod.PUT, path, standing(), meeting("Giao ban", kept(given, 0)), given.version()).expectStatus().isEqualTo(412);
    }

    @Test
    void a_finding_is_closed_when_its_tasks_are_finished_or_with_a_reason() {
        var inspection = written(standing(), new Proceedings.Wanted(ProceedingKind.INSPECTION, "Kiểm tra hồ sơ", "3/KL-UBND", clock.today(), null,
                "Trưởng đoàn kiểm tra", List.of(unit("xa1.kinhte")), List.of(), List.of(point("Chưa lập sổ theo dõi", "xa1.kinhte"), point("Hồ sơ lưu tốt"))));
        var path = "/api/proceedings/" + inspection.summary().id();
        var given = body(201, send(HttpMethod.POST, path + "/directives", standing(), new Proceedings.Points(List.of("k1")), inspection.version()));

        close(path, "k1", null, given.version()).expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("POINT_OPEN");
        var noted = body(201, close(path, "k2", "Chỉ ghi nhận", given.version()));
        assertThat(noted.points().getLast().reason()).isEqualTo("Chỉ ghi nhận");
        assertThat(noted.summary().open()).isEqualTo(1);
        tell(taskOf(given), WorkState.SUBMITTED, 2);
        tell(taskOf(given), WorkState.COMPLETED, 3);
        await().atMost(LIMIT).until(() -> Objects.requireNonNull(read(path, standing(), Proceedings.Proceeding.class).points().getFirst().figures()).completed() == 1);

        var closed = body(201, close(path, "k1", null, noted.version()));
        assertThat(closed.points().getFirst().closedOn()).isEqualTo(clock.today());
        assertThat(closed.summary().open()).isZero();
        close(path, "k1", "Lần nữa", closed.version()).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("POINT_CLOSED");
        close(path, "k7", "Không có", closed.version()).expectStatus().isNotFound();
    }

    @Test
    void who_sits_in_a_meeting_sees_it_all_who_is_inspected_sees_the_own_findings_and_others_nothing() {
        var officer = PROVINCE.token("xa1.kinhte", Role.OFFICER);
        var meeting = written(standing(), meeting("Họp tổ giúp việc", point("Việc của công an", "xa1.congan"), point("Việc của thôn", "xa1.thon1")));
        var inspection = written(standing(), new Proceedings.Wanted(ProceedingKind.INSPECTION, "Kiểm tra chéo", null, clock.today(), null, null,
                List.of(unit("xa1.kinhte"), unit("xa1.congan")), List.of(new Proceedings.AgendaItem("Sổ sách", null, null)),
                List.of(point("Kinh tế thiếu sổ", "xa1.kinhte"), point("Công an thiếu sổ", "xa1.congan"))));

        assertThat(read("/api/proceedings/" + meeting.summary().id(), officer, Proceedings.Proceeding.class).points()).hasSize(2);
        var seen = read("/api/proceedings/" + inspection.summary().id(), officer, Proceedings.Proceeding.class);
        assertThat(seen.points()).extracting(Proceedings.Point::text).containsExactly("Kinh tế thiếu sổ");
        assertThat(List.of(seen.mayWrite(), seen.agenda().isEmpty())).containsExactly(false, true);
        get("/api/proceedings/" + inspection.summary().id(), PROVINCE.token("xa1.thon1", Role.VILLAGE_HEAD)).expectStatus().isNotFound();
        get("/api/proceedings/" + meeting.summary().id(), PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING)).expectStatus().isNotFound();
        send(HttpMethod.PUT, "/api/proceedings/" + meeting.summary().id(), officer, meeting("Khác"), meeting.version()).expectStatus().isForbidden();
        assertThat(listed(officer, "?kind=inspection&q=kiem tra cheo")).hasSize(1);
        assertThat(listed(PROVINCE.token("xa1.thon1", Role.VILLAGE_HEAD), "?q=kiem tra cheo")).isEmpty();
        get("/api/proceedings?kind=party", officer).expectStatus().isBadRequest();
    }

    @Test
    void the_province_concludes_for_communes_and_a_commune_not_for_others() {
        var above = PROVINCE.token("so", Role.PROVINCE_STANDING);
        var wanted = new Proceedings.Wanted(ProceedingKind.MEETING, "Giao ban toàn tỉnh", "9/TB-UBND", clock.today(), null, null,
                List.of(unit("xa1"), unit("xa2")), List.of(), List.of(point("Báo cáo đường truyền", "xa1", "xa2")));
        var meeting = written(above, wanted);
        var path = "/api/proceedings/" + meeting.summary().id();
        body(201, send(HttpMethod.POST, path + "/directives", above, new Proceedings.Points(List.of("k1")), meeting.version()));

        var seen = read(path, standing(), Proceedings.Proceeding.class);
        assertThat(Objects.requireNonNull(seen.points().getFirst().figures()).parts()).isEqualTo(1);
        assertThat(seen.mayWrite()).isFalse();
        close(path, "k1", "Không cần", seen.version()).expectStatus().isForbidden();
        send(HttpMethod.POST, "/api/proceedings", standing(), wanted, null).expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].code").isEqualTo("DIRECTIVE_ADDRESSEE");
        send(HttpMethod.POST, "/api/proceedings", PROVINCE.token("xa1.kinhte", Role.UNIT_HEAD), meeting("Họp phòng"), null).expectStatus().isForbidden();
    }

    @Test
    void what_broke_off_is_gone_on_with_and_each_point_is_given_once() {
        var meeting = written(standing(), meeting("Họp dở", point("Việc một", "xa1.kinhte"), point("Việc hai", "xa1.congan")));
        var path = "/api/proceedings/" + meeting.summary().id();
        refuse(new Document("never", "never"));
        send(HttpMethod.POST, path + "/directives", standing(), new Proceedings.Points(List.of("k1", "k2")), meeting.version()).expectStatus().isEqualTo(503);
        assertThat(read(path, standing(), Proceedings.Proceeding.class).running()).isTrue();
        refuse(new Document());

        await().atMost(LIMIT).until(() -> !read(path, standing(), Proceedings.Proceeding.class).running());
        await().atMost(LIMIT).until(() -> eventsOf(meeting).size() >= 4);
        assertThat(eventsOf(meeting).stream().filter("TaskPlanned"::equals)).hasSize(2);
        assertThat(eventsOf(meeting).stream().filter("DirectiveIssued"::equals)).hasSize(2);
    }

    // --- words of the story

    private List<String> eventsOf(Proceedings.Proceeding meeting) {
        return planEvents(seen -> new String(seen.data(), StandardCharsets.UTF_8).contains(meeting.summary().id().value())).stream().map(seen -> seen.type()).toList();
    }

    private PlannedTask taskOf(Proceedings.Proceeding given) {
        var directive = Objects.requireNonNull(given.points().getFirst().directive()).value();
        await().atMost(LIMIT).until(() -> !planEvents(seen -> seen.type().equals("TaskPlanned") && new String(seen.data(), StandardCharsets.UTF_8).contains(directive)).isEmpty());
        return planEvents(seen -> seen.type().equals("TaskPlanned") && new String(seen.data(), StandardCharsets.UTF_8).contains(directive))
                .getFirst().as(PlanEvent.TaskPlanned.class).task();
    }

    private void tell(PlannedTask task, WorkState state, long sequence) {
        var told = new TaskState(
                task.id(), task.plan(), task.province(), task.commune(), 0, null, task.title(), task.lead(), List.of(), null, task.due(), null, state,
                TimeClass.IN_TIME, true, false, null, null, null, null, null, null, null, null, null, null, null, task.directive());
        topics.publish(new TaskEvent.ProgressRecorded(told), task.commune(), "assignments/" + task.id(), sequence, clock.instant());
    }

    private static UnitId unit(String name) {
        return PROVINCE.unit(name);
    }

    private static Proceedings.PointWanted point(String text, String... units) {
        return new Proceedings.PointWanted(null, text, List.of(units).stream().map(PROVINCE::unit).toList(), LATER, null);
    }

    private static Proceedings.PointWanted kept(Proceedings.Proceeding given, int at) {
        var point = given.points().get(at);
        return new Proceedings.PointWanted(point.id(), point.text(), point.units().stream().map(unit -> unit.id()).toList(), point.due(), point.product());
    }

    private Proceedings.Wanted meeting(String title, Proceedings.PointWanted... points) {
        return new Proceedings.Wanted(ProceedingKind.MEETING, title, "45/TB-UBND", clock.today(), "Phòng họp 1", "Chủ tịch UBND xã",
                List.of(unit("xa1.kinhte")), List.of(new Proceedings.AgendaItem("Tiến độ tháng 10", null, null)), List.of(points));
    }

    private Proceedings.Proceeding written(String token, Proceedings.Wanted wanted) {
        return body(201, send(HttpMethod.POST, "/api/proceedings", token, wanted, null));
    }

    private Proceedings.Proceeding rewrite(Proceedings.Wanted wanted, long version, String path) {
        return body(200, send(HttpMethod.PUT, path, standing(), wanted, version));
    }

    private RestTestClient.ResponseSpec close(String path, String point, @Nullable String reason, long version) {
        return send(HttpMethod.POST, path + "/points/" + point + "/closing", standing(), new Proceedings.PointClosing(reason), version);
    }

    private RestTestClient.ResponseSpec send(HttpMethod method, String path, String token, Object body, @Nullable Long version) {
        var call = http.method(method).uri(path).header("Authorization", "Bearer " + token).contentType(MediaType.APPLICATION_JSON);
        if (version != null) {
            call.header("If-Match", "\"" + version + "\"");
        }
        return call.body(body).exchange();
    }

    private static Proceedings.Proceeding body(int status, RestTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus().isEqualTo(status).expectBody(Proceedings.Proceeding.class).returnResult().getResponseBody());
    }

    private List<Proceedings.ProceedingSummary> listed(String token, String query) {
        return Objects.requireNonNull(get("/api/proceedings" + query, token).expectStatus().isOk().expectBody(PAGE).returnResult().getResponseBody()).items();
    }

    /** The database itself refuses the parts, as a full disk would. */
    private void refuse(Document unless) {
        mongo.getDb().runCommand(new Document("collMod", "plannedTasks").append("validator", unless));
    }
}
