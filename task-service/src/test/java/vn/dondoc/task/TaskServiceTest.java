package vn.dondoc.task;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.testing.DescribedCalls;
import vn.dondoc.testing.RealParts;
import vn.dondoc.testing.RealPartsInitializer;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

@RealParts
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskServiceTest {

    private static final Basis BASIS = new Basis("45/QĐ-UBND", LocalDate.of(2026, 10, 20));

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String KINHTE = "xa1.kinhte";

    private final TestProvince province = new TestProvince("tk");
    private final TestTopics topics = new TestTopics();
    private final String officer = province.token(KINHTE, Role.OFFICER);
    private final String standing = province.token("xa1.vhxh", Role.COMMUNE_STANDING);
    private final String leader = province.token("xa1", Role.COMMUNE_LEADER);

    @Autowired DomainClock clock;
    @Autowired Sweep<Assignment> sweep;
    @Autowired MongoTemplate mongo;
    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
    @LocalServerPort int port;

    RestTestClient http;

    @BeforeAll
    void provinceIsKnown() {
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        await().atMost(LIMIT).until(() ->
                http.get().uri("/actuator/health/readiness").exchange().returnResult(String.class).getStatus().is2xxSuccessful());
        province.publish(topics);
        for (var token : List.of(officer, standing, leader, province.token("xa2.vhxh", Role.COMMUNE_STANDING))) {
            await().atMost(LIMIT).until(() -> get("/api/tasks", token).returnResult(String.class).getStatus().is2xxSuccessful());
        }
    }

    @AfterEach
    void clockBack() {
        shift(Duration.ZERO);
    }

    @Test
    void the_calls_taken_are_the_calls_described() {
        assertThat(DescribedCalls.takenBy(requestMappingHandlerMapping)).isEqualTo(DescribedCalls.of("task"));
    }

    @Test
    void the_life_of_a_task_from_plan_to_acceptance() {
        var id = planned(task("Rà soát hạ tầng số").due(inDays(30)));

        var assigned = awaitTask(id, officer);
        assertThat(assigned.summary().workState()).isEqualTo(WorkState.NOT_STARTED);
        assertThat(assigned.summary().timeClass()).isEqualTo(TimeClass.IN_TIME);
        assertThat(assigned.summary().daysLeft()).isEqualTo(30);
        assertThat(assigned.summary().lead()).extracting(Tasks.UnitName::name).containsExactly("Phòng Kinh tế");
        assertThat(assigned.summary().mayAct()).isTrue();
        assertThat(assigned.actions()).containsExactly(
                "acknowledgement", "progress", "completion", "extension", "return-to-giver", "comment", "steps", "disbursement", "following", "delegation");

        assertThat(posted(id, "acknowledgement", officer, null).summary().opened()).isTrue();
        var progressed = posted(id, "progress", officer, new Tasks.Progress("Đã khảo sát 12/30 thôn", "Thiếu máy", 40));
        assertThat(progressed.percent()).isEqualTo(40);
        assertThat(progressed.lastNote()).isEqualTo("Đã khảo sát 12/30 thôn");
        var submitted = posted(id, "completion", officer, new Tasks.Completion("Đã ban hành", "05/BC-UBND", LocalDate.parse("2026-11-20")));
        assertThat(submitted.summary().workState()).isEqualTo(WorkState.SUBMITTED);
        assertThat(submitted.evidence()).isEqualTo("05/BC-UBND, 20/11/2026");
        assertThat(submitted.actions()).containsExactly("comment", "steps", "disbursement", "following");
        posted(id, "return", standing, new Tasks.Decision("Thiếu phụ lục"));
        posted(id, "completion", officer, new Tasks.Completion("Đã bổ sung", null, null));
        var completed = posted(id, "acceptance", standing, null);
        assertThat(completed.summary().workState()).isEqualTo(WorkState.COMPLETED);
        assertThat(completed.summary().timeClass()).isEqualTo(TimeClass.COMPLETED_IN_TIME);
        assertThat(completed.history()).extracting(Tasks.Entry::type).containsExactly(
                "TaskAssigned", "TaskAcknowledged", "ProgressRecorded", "DifficultyTold", "CompletionSubmitted",
                "CompletionReturned", "CompletionSubmitted", "TaskCompleted");
        assertThat(completed.history().get(5).note()).isEqualTo("Thiếu phụ lục");
        assertThat(completed.history().get(5).unitName()).isEqualTo("Phòng Văn hóa - Xã hội");
        assertThat(completed.history().get(2).position()).isEqualTo(province.positionId(KINHTE, Role.OFFICER));

        var events = awaitEvents(id, 7);
        assertThat(events).extracting(TestTopics.Seen::type).containsExactly("TaskAssigned", "TaskAcknowledged", "ProgressRecorded",
                "CompletionSubmitted", "CompletionReturned", "CompletionSubmitted", "TaskCompleted");
        assertThat(events).extracting(TestTopics.Seen::sequence).containsExactly(1L, 2L, 3L, 5L, 6L, 7L, 8L);
        assertThat(events).extracting(TestTopics.Seen::key).containsOnly(province.unit("xa1").value());
        assertThat(events).extracting(TestTopics.Seen::subject).containsOnly("assignments/" + id);
        assertThat(events.getFirst().correlation()).isEqualTo("test-correlation");
        assertThat(events.get(1).correlation()).isEqualTo("corr-acknowledgement");
        assertThat(events.getLast().as(TaskEvent.TaskCompleted.class).task().workState()).isEqualTo(WorkState.COMPLETED);
        events.forEach(event -> assertThat(new String(event.data(), StandardCharsets.UTF_8))
                .doesNotContain("khảo sát", "Thiếu", "ban hành", province.person(KINHTE, Role.OFFICER).value()));
    }

    @Test
    void a_command_on_a_completed_task_is_refused_with_its_sentence() {
        var id = planned(task("Đã xong từ lâu").due(inDays(30)));
        awaitTask(id, officer);
        posted(id, "completion", officer, new Tasks.Completion("Xong", null, null));
        posted(id, "acceptance", leader, null);
        post(id, "progress", officer, new Tasks.Progress("Nữa", null, null), Map.of()).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.code").isEqualTo("TASK_COMPLETED")
                .jsonPath("$.detail").value(String.class, text -> assertThat(text).startsWith("Nhiệm vụ này đã được chấp nhận"));
        post(id, "progress", officer, new Tasks.Progress("Nữa", null, null), Map.of("Accept-Language", "en")).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.detail").value(String.class, text -> assertThat(text).startsWith("This task was accepted"));
        assertThat(awaitEvents(id, 4)).extracting(TestTopics.Seen::type)
                .containsExactly("TaskAssigned", "TaskAcknowledged", "CompletionSubmitted", "TaskCompleted");
    }

    @Test
    void who_may_do_what_and_nothing_half_done() {
        var id = planned(task("Của phòng Kinh tế").due(inDays(30)));
        awaitTask(id, standing);
        refused(id, "acknowledgement", standing, null, 403, "NOT_LEAD");
        refused(id, "completion", leader, new Tasks.Completion("Xong", null, null), 403, "NOT_LEAD");
        refused(id, "acceptance", officer, null, 403, "FORBIDDEN");
        refused(id, "acceptance", leader, null, 409, "TASK_NOT_SUBMITTED");
        refused(id, "progress", officer, new Tasks.Progress("  ", null, 101), 400, "VALIDATION");
        post(id, "progress", officer, "{\"note\":", Map.of()).expectStatus().isBadRequest().expectBody().jsonPath("$.code").isEqualTo("BODY_UNREADABLE");
        post(id, "completion", officer, "{\"note\":\"x\",\"documentDate\":\"2026-02-30\"}", Map.of()).expectStatus().isBadRequest();
        post(id, "progress", officer, new Tasks.Progress("x", null, 500), Map.of()).expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].field").isEqualTo("percent")
                .jsonPath("$.errors[0].message").isEqualTo("Tỷ lệ phải là số nguyên từ 0 đến 100.");
        assertThat(posted(id, "progress", standing, new Tasks.Progress("Nhập thay", null, null)).summary().opened()).isFalse();
        posted(id, "completion", standing, new Tasks.Completion("Nhập thay", null, null));
        refused(id, "return", leader, null, 422, "REASON_REQUIRED");
        refused(id, "progress", officer, new Tasks.Progress("Nữa", null, null), 409, "TASK_SUBMITTED");
        assertThat(awaitEvents(id, 3)).hasSize(3);

        var own = planned(task("Của thường trực").lead("xa1.vhxh").due(inDays(30)));
        awaitTask(own, standing);
        posted(own, "completion", standing, new Tasks.Completion("Xong", null, null));
        refused(own, "acceptance", standing, null, 403, "OWN_UNIT");
        posted(own, "acceptance", leader, null);
    }

    @Test
    void figures_are_told_with_progress_and_the_latest_of_each_name_stands() {
        var id = planned(task("Khảo sát các thôn").due(inDays(30)));
        awaitTask(id, officer);
        posted(id, "progress", officer, counting(
                "{'name':' Số thôn  đã khảo sát ','value':12,'outOf':30,'unit':'thôn'},{'name':'Diện tích','value':999999999999999.1234,'unit':'m²'}"));
        var told = posted(id, "progress", officer, counting("{'name':'số thôn đã khảo sát','value':31.50,'outOf':30}"));

        assertThat(told.figures()).containsExactly(
                new Tasks.FigureTold(new Tasks.Figure("số thôn đã khảo sát", new BigDecimal("31.5"), new BigDecimal("30"), null), clock.today()),
                new Tasks.FigureTold(new Tasks.Figure("Diện tích", new BigDecimal("999999999999999.1234"), null, "m²"), clock.today()));
        assertThat(told.history()).filteredOn(entry -> entry.type().equals("FiguresTold")).extracting(Tasks.Entry::note, Tasks.Entry::figures).containsExactly(
                tuple(null, List.of(new Tasks.Figure("Số thôn đã khảo sát", new BigDecimal("12"), new BigDecimal("30"), "thôn"),
                        new Tasks.Figure("Diện tích", new BigDecimal("999999999999999.1234"), null, "m²"))),
                tuple(null, List.of(new Tasks.Figure("số thôn đã khảo sát", new BigDecimal("31.5"), new BigDecimal("30"), null))));
        assertThat(told.lastNote()).isEqualTo("Đang làm");
        assertThat(awaitEvents(id, 4)).extracting(TestTopics.Seen::type).containsExactly("TaskAssigned", "TaskAcknowledged", "ProgressRecorded", "ProgressRecorded");

        var done = posted(id, "completion", officer, new Tasks.Completion("Xong cả 30 thôn", null, null, null, null, null, null, null,
                List.of(new Tasks.Figure(" Số thôn  đã khảo sát", new BigDecimal("30.0"), new BigDecimal("30"), "thôn"))));
        assertThat(done.figures()).first().isEqualTo(
                new Tasks.FigureTold(new Tasks.Figure("Số thôn đã khảo sát", new BigDecimal("30"), new BigDecimal("30"), "thôn"), clock.today()));
        refusedFigure(id);
    }

    /** What comes with a completion is checked as what comes with progress. */
    private void refusedFigure(String id) {
        post(id, "completion", officer, new Tasks.Completion("Xong", null, null, null, null, null, null, null,
                List.of(new Tasks.Figure("A", new BigDecimal("-1"), null, null))), Map.of()).expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].code").isEqualTo("FIGURE_VALUE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{'name':' ','value':1} | figures[0].name | FIGURE_NAME_REQUIRED | Mỗi số liệu cần có tên.",
        "null | figures[0].name | FIGURE_NAME_REQUIRED | Mỗi số liệu cần có tên.",
        "{'name':'A'} | figures[0].value | FIGURE_VALUE | Số liệu \"A\": kết quả là số từ 0 trở lên, nhiều nhất 15 chữ số phần nguyên và 4 chữ số sau dấu phẩy.",
        "{'name':'A','value':-1} | figures[0].value | FIGURE_VALUE |",
        "{'name':'A','value':1e15} | figures[0].value | FIGURE_VALUE |",
        "{'name':'A','value':0.00001} | figures[0].value | FIGURE_VALUE |",
        "{'name':'A','value':1,'outOf':0} | figures[0].outOf | FIGURE_OUT_OF |",
        "{'name':'A','value':1,'unit':'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'} | figures[0].unit | TEXT_TOO_LONG |",
        "{'name':'Số hộ','value':1},{'name':' số  HỘ','value':2} | figures[1].name | FIGURE_TWICE |",
        "{'name':'A','value':1},{'name':'B','value':1},{'name':'C','value':1},{'name':'D','value':1},{'name':'E','value':1},{'name':'F','value':1} | figures | FIGURES_TOO_MANY |"
    })
    void a_figure_that_says_nothing_is_refused_with_its_sentence(String figures, String field, String code, @Nullable String sentence) {
        var refused = post("no-such-task", "progress", officer, counting(figures), Map.of()).expectStatus().isBadRequest().expectBody(Problem.class).returnResult().getResponseBody();
        assertThat(Objects.requireNonNull(Objects.requireNonNull(refused).errors())).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.message()).doesNotContain("{").contains(Objects.requireNonNullElse(sentence, ""));
        });
    }

    private static String counting(String figures) {
        return ("{'note':'Đang làm','figures':[" + figures + "]}").replace("'", "\"");
    }

    @Test
    void nothing_crosses_communes() {
        var id = planned(task("Chỉ của xã Một").due(inDays(30)));
        awaitTask(id, officer);
        for (var stranger : List.of(
                province.token("xa2.vhxh", Role.COMMUNE_STANDING), province.token("xa2", Role.COMMUNE_LEADER), province.token("xa1.thon1", Role.VILLAGE_HEAD))) {
            get("/api/tasks/" + id, stranger).expectStatus().isNotFound();
            refused(id, "acknowledgement", stranger, null, 404, "NOT_FOUND");
            assertThat(list("?q=chi+cua+xa", stranger).items()).isEmpty();
            assertThat(list("?commune=" + province.unit("xa1"), stranger).total()).isZero();
            assertThat(list("?unit=" + province.unit(KINHTE), stranger).items()).isEmpty();
        }
        var coordinating = province.token("xa1.congan", Role.UNIT_HEAD);
        assertThat(awaitTask(id, coordinating).actions()).containsExactly("comment", "following");
        refused(id, "progress", coordinating, new Tasks.Progress("Tôi phối hợp", null, null), 403, "NOT_LEAD");
        assertThat(awaitTask(id, province.token("tinh", Role.PROVINCE_VIEWER)).actions()).isEmpty();
        http.get().uri("/api/tasks/" + id).exchange().expectStatus().isUnauthorized();
        get("/api/tasks/no-such-task", officer).expectStatus().isNotFound();
    }

    @Test
    void a_key_makes_it_happen_once() {
        var id = planned(task("Một lần").due(inDays(30)));
        awaitTask(id, officer);
        var key = Map.of("Idempotency-Key", "once-" + id);
        var body = new Tasks.Progress("Đã làm", null, 10);
        post(id, "progress", officer, body, key).expectStatus().isOk();
        post(id, "progress", officer, body, key).expectStatus().isOk();
        post(id, "progress", officer, new Tasks.Progress("Khác", null, 10), key).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.code").isEqualTo("IDEMPOTENCY_KEY_REUSED");
        post(id, "completion", officer, new Tasks.Completion("Đã làm", null, null), key).expectStatus().isEqualTo(422);
        post(id, "acknowledgement", officer, null, Map.of("If-Match", "\"1\"")).expectStatus().isEqualTo(412);
        assertThat(awaitEvents(id, 3)).extracting(TestTopics.Seen::type).containsExactly("TaskAssigned", "TaskAcknowledged", "ProgressRecorded");
    }

    @Test
    void told_again_replayed_or_sent_in_a_new_generation_nothing_changes() {
        var task = task("Nói lại").due(inDays(30));
        var id = planned(task);
        awaitTask(id, officer);
        posted(id, "progress", officer, new Tasks.Progress("Đã làm", null, 10));
        publish(task.build(id));
        publish(task.build(id));
        topics.resend(2, new PlanEvent.TaskPlanned(task.build(id)), province.unit("xa1"), "tasks/" + id, 1, clock.instant());
        var after = planned(task("Đến sau").due(inDays(30)));
        awaitTask(after, officer);
        assertThat(awaitTask(id, officer).percent()).isEqualTo(10);
        assertThat(awaitEvents(id, 3)).extracting(TestTopics.Seen::type).containsExactly("TaskAssigned", "TaskAcknowledged", "ProgressRecorded");
    }

    @Test
    void what_cannot_be_read_goes_to_the_dead_letters_alone() {
        var before = planned(task("Trước").due(inDays(30)));
        var key = province.unit("xa1").value();
        var broken = UUID.randomUUID().toString();
        raw(key, "TaskPlanned", "tasks/" + broken, 1, "{not json");
        raw(key, "TaskPlanned", "tasks/" + broken, 2, "{}");
        raw(key, "TaskPlanned", "tasks/" + broken, 3, "{\"task\":{\"id\":\"x\",\"title\":\"Không có kế hoạch\"}}");
        topics.publish(new PlanEvent.TaskPlanned(task("Năm 9999").due(new Due.By(LocalDate.parse("9999-01-01"), false, false)).build(broken)),
                key, "tasks/" + broken, 4, clock.instant());
        raw(key, "TaskOfTheFuture", "tasks/" + broken, 5, "{}");
        var behind = planned(task("Sau").due(inDays(30)));

        awaitTask(before, officer);
        awaitTask(behind, officer);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                topics.read(Topic.deadLetters("task-service"), seen -> seen.subject().equals("tasks/" + broken)))
                .extracting(TestTopics.Seen::sequence).containsExactlyInAnyOrder(1L, 2L, 3L, 4L));
    }

    @Test
    void past_a_deadline_each_boundary_is_told_once_with_two_sweeps() {
        var id = planned(task("Sắp đến hạn").due(inDays(9)));
        var past = planned(task("Quá hạn từ trước").due(inDays(-5)));
        awaitTask(id, officer);
        assertThat(awaitTask(past, officer).summary().overdueBeforeEntry()).isTrue();

        shiftWithTwoSweeps(Duration.ofDays(2));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(awaitTask(id, officer).summary().timeClass()).isEqualTo(TimeClass.DUE_SOON));
        shiftWithTwoSweeps(Duration.ofDays(12));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(awaitTask(id, officer).summary().timeClass()).isEqualTo(TimeClass.OVERDUE));
        assertThat(awaitTask(id, officer).summary().daysLeft()).isEqualTo(-3);
        assertThat(list("?timeClass=overdue&q=sap+den+han", officer).items()).extracting(item -> item.id().value()).containsExactly(id);
        shiftWithTwoSweeps(Duration.ofDays(2));
        shiftWithTwoSweeps(Duration.ofDays(90));

        var events = awaitEvents(id, 9);
        assertThat(events).extracting(TestTopics.Seen::type).containsExactly("TaskAssigned", "TaskDueSoon", "TaskDueSoon", "TaskDueSoon", "TaskDueSoon",
                "TaskOverdue", "TaskEscalated", "TaskEscalated", "TaskEscalated");
        assertThat(events.get(5).as(TaskEvent.TaskOverdue.class).since()).isEqualTo(LocalDate.now(clock.withZone(DomainClock.ZONE)).minusDays(80));
        assertThat(events).extracting(TestTopics.Seen::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(awaitEvents(past, 2)).extracting(TestTopics.Seen::type).containsExactly("TaskAssigned", "TaskOverdue");
    }

    @Test
    void what_arrives_late_is_judged_by_its_publication_and_then_told_at_once() {
        var id = UUID.randomUUID().toString();
        var task = task("Dịch vụ đã ngừng mười ngày").due(inDays(-5)).build(id);
        topics.publish(new PlanEvent.TaskPlanned(task), task.commune(), "tasks/" + id, 1, clock.instant().minus(Duration.ofDays(10)));

        assertThat(awaitTask(id, officer).summary().overdueBeforeEntry()).isFalse();
        assertThat(awaitEvents(id, 7)).extracting(TestTopics.Seen::type).containsExactly(
                "TaskAssigned", "TaskDueSoon", "TaskDueSoon", "TaskDueSoon", "TaskOverdue", "TaskEscalated", "TaskEscalated");
    }

    @Test
    void of_several_lead_units_each_may_act() {
        var id = UUID.randomUUID().toString();
        var one = task("Hai đơn vị chủ trì").due(inDays(30)).build(id);
        publish(new PlannedTask(one.id(), one.plan(), one.province(), one.commune(), 0, null, one.title(),
                List.of(province.unit(KINHTE), province.unit("xa1.congan")), List.of(), null, null, one.due()));
        var police = province.token("xa1.congan", Role.UNIT_HEAD);

        assertThat(awaitTask(id, police).summary().mayAct()).isTrue();
        assertThat(posted(id, "acknowledgement", police, null).summary().opened()).isTrue();
        assertThat(awaitTask(id, officer).actions()).containsExactly(
                "progress", "completion", "extension", "return-to-giver", "comment", "steps", "disbursement", "following", "delegation");
        posted(id, "completion", officer, new Tasks.Completion("Xong phần mình", null, null));
        assertThat(awaitTask(id, police).summary().workState()).isEqualTo(WorkState.IN_PROGRESS);
        posted(id, "completion", police, new Tasks.Completion("Xong cả hai", null, null));
        assertThat(awaitTask(id, officer).summary().workState()).isEqualTo(WorkState.SUBMITTED);
    }

    @Test
    void an_amended_plan_moves_reassigns_and_cancels_its_tasks_once() {
        var id = planned(task("Việc có thời hạn mới").due(inDays(30)));
        var given = planned(task("Việc bị bãi bỏ").due(inDays(30)));
        awaitTask(id, officer);
        posted(id, "progress", officer, new Tasks.Progress("Đã làm một nửa", null, 50));
        awaitTask(given, officer);
        var first = task("Việc có thời hạn mới").due(inDays(30)).build(id);
        var amended = new PlannedTask(first.id(), first.plan(), first.province(), first.commune(), 3, "1a", "Việc có tên mới",
                List.of(province.unit("xa1.congan")), List.of(), first.product(), first.budgetVnd(), inDays(60), BASIS, null, null);
        var gone = task("Việc bị bãi bỏ").due(inDays(30)).build(given);
        for (int i = 0; i < 2; i++) {
            topics.publish(new PlanEvent.TaskPlanned(amended), amended.commune(), "tasks/" + id, 2, clock.instant());
            topics.publish(new PlanEvent.TaskWithdrawn(gone), gone.commune(), "tasks/" + given, 2, clock.instant());
            publish(first);
        }

        assertThat(awaitEvents(id, 6)).extracting(TestTopics.Seen::type).containsExactly(
                "TaskAssigned", "TaskAcknowledged", "ProgressRecorded", "TaskAmended", "TaskReassigned", "DeadlineMoved");
        assertThat(awaitEvents(given, 2)).extracting(TestTopics.Seen::type).containsExactly("TaskAssigned", "TaskCancelled");
        var police = awaitTask(id, province.token("xa1.congan", Role.UNIT_HEAD));
        assertThat(police.summary().title()).isEqualTo("Việc có tên mới");
        assertThat(police.summary().workState()).isEqualTo(WorkState.IN_PROGRESS);
        assertThat(police.percent()).isEqualTo(50);
        assertThat(police.summary().lastDay()).isEqualTo(clock.today().plusDays(60));
        assertThat(police.history().getLast().note()).isEqualTo("45/QĐ-UBND, 20/10/2026");
        assertThat(awaitTask(given, standing).summary().workState()).isEqualTo(WorkState.CANCELLED);
    }

    @Test
    void a_deadline_is_extended_and_the_first_day_is_kept() {
        var id = planned(task("Mua sắm thiết bị số hóa").due(inDays(10)));
        awaitTask(id, officer);
        refused(id, "extension", officer, new Tasks.ExtensionWanted(clock.today().plusDays(5), "Chờ thiết bị"), 422, "EXTENSION_NOT_LATER");
        refused(id, "extension", officer, Map.of("reason", "Chờ thiết bị"), 400, "VALIDATION");

        var asked = posted(id, "extension", officer, new Tasks.ExtensionWanted(clock.today().plusDays(30), "Chờ thiết bị"));
        assertThat(asked.summary().extension()).isEqualTo(new Tasks.Extended(null, 0, clock.today().plusDays(30), null));
        assertThat(asked.history().getLast().note()).isEqualTo("Chờ thiết bị");
        assertThat(ids(list("?extensionAsked=true", standing))).contains(id);
        refused(id, "extension-grant", officer, null, 403, "FORBIDDEN");

        var granted = posted(id, "extension-grant", standing, new Tasks.ExtensionGrant(clock.today().plusDays(20), "Đồng ý"));
        assertThat(granted.summary().lastDay()).isEqualTo(clock.today().plusDays(20));
        assertThat(granted.summary().timeClass()).isEqualTo(TimeClass.IN_TIME);
        assertThat(granted.summary().extension())
                .isEqualTo(new Tasks.Extended(clock.today().plusDays(10), 1, null, TimeClass.IN_TIME));
        assertThat(ids(list("?extensionAsked=true", standing))).doesNotContain(id);
        assertThat(awaitEvents(id, 4)).extracting(TestTopics.Seen::type)
                .containsExactly("TaskAssigned", "TaskAcknowledged", "ExtensionRequested", "ExtensionGranted");
    }

    @Test
    void the_list_shows_the_worst_first_and_finds_without_diacritics() {
        var word = "đặcbiệt" + UUID.randomUUID().toString().substring(0, 4);
        var plan = new PlanId("plan-" + UUID.randomUUID());
        topics.publish(new PlanEvent.PlanPublished(new PlanState(plan, province.unit("tinh"), province.unit("xa1"), "Kế hoạch", "9" + word + "/KH-UBND",
                null, 2026, clock.today(), 5, 0, 0)), province.unit("xa1"), "plans/" + plan, 1, clock.instant());
        var ongoing = planned(task(word + " thường xuyên").plan(plan).due(new Due.Ongoing()));
        var soon = planned(task(word + " sắp đến hạn").plan(plan).due(inDays(3)));
        var later = planned(task(word + " còn lâu").plan(plan).due(inDays(60)));
        var oldest = planned(task(word + " quá hạn lâu nhất").plan(plan).due(inDays(-40)));
        var overdue = planned(task(word + " quá hạn").plan(plan).due(inDays(-4)));
        var sooner = planned(task(word + " còn ít lâu").plan(plan).due(inDays(50)));
        var silent = planned(task(word + " không nói gì").plan(plan));
        var done = planned(task(word + " đã xong").plan(plan).due(inDays(1)));
        awaitTask(done, officer);
        posted(done, "completion", officer, new Tasks.Completion("Xong", null, null));

        var folded = word.replace('đ', 'd').replace('ặ', 'a').replace('ệ', 'e');
        assertThat(ids(list("?plan=" + plan, officer))).startsWith(oldest, overdue, soon, sooner, later).endsWith(done)
                .contains(ongoing, silent).hasSize(8);
        assertThat(ids(list("?q=" + folded.substring(0, 9), standing))).hasSize(8);
        assertThat(ids(list("?q=QUA HAN " + folded, officer))).containsExactly(oldest, overdue);
        assertThat(ids(list("?q=" + word.toUpperCase(java.util.Locale.ROOT) + " lâu", officer))).containsExactly(oldest, sooner, later);
        assertThat(ids(list("?q=9" + folded + "/kh", officer))).hasSize(8);
        assertThat(list("?q=?!", officer).items()).isEmpty();
        assertThat(ids(list("?plan=" + plan + "&timeClass=overdue&timeClass=due-soon", officer))).containsExactly(oldest, overdue, soon);
        assertThat(ids(list("?plan=" + plan + "&workState=submitted", officer))).containsExactly(done);
        assertThat(ids(list("?plan=" + plan + "&mine=true", officer))).hasSize(8);
        assertThat(ids(list("?plan=" + plan + "&mine=true", standing))).isEmpty();
        assertThat(ids(list("?plan=" + plan + "&unit=" + province.unit(KINHTE), standing))).hasSize(8);
        assertThat(ids(list("?plan=" + plan + "&unit=" + province.unit("xa1.congan"), standing))).isEmpty();

        var first = list("?plan=" + plan + "&limit=3", officer);
        assertThat(ids(first)).containsExactly(oldest, overdue, soon);
        assertThat(first.total()).isEqualTo(8);
        var second = list("?plan=" + plan + "&limit=3&after=" + first.next(), officer);
        assertThat(ids(second)).startsWith(sooner, later);
        assertThat(list("?plan=" + plan + "&limit=3&after=" + second.next(), officer).next()).isNull();

        get("/api/tasks?limit=201", officer).expectStatus().isBadRequest();
        get("/api/tasks?timeClass=never&workState=NOT_STARTED&unit=a%20b", officer).expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors.length()").isEqualTo(3);
    }

    @Test
    void lists_and_the_sweep_go_by_index() {
        assertThat(planOf(new Document("commune", "x").append("tokens", new Document("$regex", "^han")))).contains("IXSCAN").doesNotContain("COLLSCAN");
        assertThat(planOf(new Document("nextBoundaryAt", new Document("$lte", new java.util.Date(0))))).contains("IXSCAN").doesNotContain("COLLSCAN");
        assertThat(planOf(new Document("planned.lead", "x"))).contains("IXSCAN").doesNotContain("COLLSCAN");
    }

    private String planOf(Document filter) {
        return mongo.getDb().runCommand(new Document("explain", new Document("find", "assignments").append("filter", filter))
                .append("verbosity", "queryPlanner")).get("queryPlanner", Document.class).toJson();
    }

    private void shiftWithTwoSweeps(Duration offset) {
        shift(offset);
        var sweeps = IntStream.range(0, 2).mapToObj(_ -> CompletableFuture.runAsync(() -> sweep.round(), Thread::startVirtualThread)).toList();
        sweeps.forEach(CompletableFuture::join);
    }

    private void shift(Duration offset) {
        http.put().uri("/local/clock").header("X-Local-Secret", RealPartsInitializer.LOCAL_SECRET)
                .contentType(MediaType.APPLICATION_JSON).body("{\"offset\":\"" + offset + "\"}").exchange().expectStatus().isOk();
    }

    private Due inDays(int days) {
        return new Due.By(clock.today().plusDays(days), false, false);
    }

    private TaskToPlan task(String title) {
        return new TaskToPlan(title, new PlanId("plan-of-all"), KINHTE, null);
    }

    private final class TaskToPlan {

        private final String title;
        private final PlanId plan;
        private final String lead;
        private final @Nullable Due due;

        private TaskToPlan(String title, PlanId plan, String lead, @Nullable Due due) {
            this.title = title;
            this.plan = plan;
            this.lead = lead;
            this.due = due;
        }

        TaskToPlan due(Due newDue) {
            return new TaskToPlan(title, plan, lead, newDue);
        }

        TaskToPlan plan(PlanId newPlan) {
            return new TaskToPlan(title, newPlan, lead, due);
        }

        TaskToPlan lead(String newLead) {
            return new TaskToPlan(title, plan, newLead, due);
        }

        PlannedTask build(String id) {
            return new PlannedTask(new TaskId(id), plan, province.unit("tinh"), province.unit("xa1"), 0, "1", title,
                    List.<UnitId>of(province.unit(lead)), List.of(province.unit("xa1.congan")), "Báo cáo", 5_000_000_000L, due);
        }
    }

    private String planned(TaskToPlan task) {
        var id = UUID.randomUUID().toString();
        publish(task.build(id));
        return id;
    }

    private void publish(PlannedTask task) {
        topics.publish(new PlanEvent.TaskPlanned(task), task.commune(), "tasks/" + task.id(), 1, clock.instant());
    }

    private void raw(String key, String type, String subject, long sequence, String data) {
        topics.publish(Topic.PLAN.topicName(), key, type, subject, sequence, clock.instant(), data.getBytes(StandardCharsets.UTF_8));
    }

    private Tasks.Task awaitTask(String id, String token) {
        await().atMost(LIMIT).until(() -> get("/api/tasks/" + id, token).returnResult(String.class).getStatus().is2xxSuccessful());
        return Objects.requireNonNull(get("/api/tasks/" + id, token).expectBody(Tasks.Task.class).returnResult().getResponseBody());
    }

    private List<TestTopics.Seen> awaitEvents(String id, int count) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(eventsOf(id)).hasSizeGreaterThanOrEqualTo(count));
        await().during(Duration.ofMillis(700)).atMost(LIMIT).untilAsserted(() -> assertThat(eventsOf(id)).hasSize(count));
        return eventsOf(id);
    }

    private List<TestTopics.Seen> eventsOf(String id) {
        return topics.read(Topic.TASK.topicName(), seen -> seen.subject().equals("assignments/" + id));
    }

    private Page<Tasks.TaskSummary> list(String query, String token) {
        return Objects.requireNonNull(get("/api/tasks" + query, token).expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<Page<Tasks.TaskSummary>>() {}).returnResult().getResponseBody());
    }

    private static List<String> ids(Page<Tasks.TaskSummary> page) {
        return page.items().stream().map(item -> item.id().value()).toList();
    }

    private RestTestClient.ResponseSpec get(String path, String token) {
        return http.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    /** The task as it is shown after the change, which answers with what it left behind. */
    private Tasks.Task posted(String id, String command, String token, @Nullable Object body) {
        var changed = Objects.requireNonNull(post(id, command, token, body, Map.of("X-Correlation-Id", "corr-" + command))
                .expectStatus().isOk().expectBody(Tasks.Changed.class).returnResult().getResponseBody());
        var shown = awaitTask(id, token);
        assertThat(changed).isEqualTo(new Tasks.Changed(shown.summary(), shown.version(), shown.actions()));
        return shown;
    }

    private void refused(String id, String command, String token, @Nullable Object body, int status, String code) {
        post(id, command, token, body, Map.of()).expectStatus().isEqualTo(status)
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private RestTestClient.ResponseSpec post(String id, String command, String token, @Nullable Object body, Map<String, String> headers) {
        var call = http.post().uri("/api/tasks/" + id + "/" + command).header("Authorization", "Bearer " + token);
        headers.forEach(call::header);
        return body == null ? call.exchange() : call.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }
}
