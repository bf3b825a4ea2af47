package vn.dondoc.task;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.OrganisationEvent.UnitMerged;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.Shares;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.testing.RealPartsInitializer;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A leader asks why a task is late, and several units finish one task. */
class ExplanationsAndSharesTest extends TaskTest {

    private static final String CONGAN = "xa1.congan";
    private static final Tasks.Completion DONE = new Tasks.Completion("Xong phần việc", null, null);

    @Autowired Directory directory;

    ExplanationsAndSharesTest() {
        super("es");
    }

    @AfterEach
    void clockBack() {
        shift(Duration.ZERO);
    }

    @Test
    void an_explanation_is_asked_for_owed_and_given() {
        var id = late(KINHTE);
        var today = clock.today();
        refused(id, "explanation", officer(), new Tasks.ExplanationAnswer("Thiếu người"), 409, "NO_EXPLANATION_ASKED");
        refused(id, "explanation-request", standing(), new Tasks.ExplanationWanted("Vì sao?", null), 403, "FORBIDDEN");
        refused(id, "explanation-request", leader(), new Tasks.ExplanationWanted(" ", null), 400, "VALIDATION");
        refused(id, "explanation-request", leader(), new Tasks.ExplanationWanted("Vì sao?", today.minusDays(1)), 422, "EXPLANATION_DAY");
        refused(planned(KINHTE), "explanation-request", leader(), new Tasks.ExplanationWanted("Vì sao?", null), 409, "NOT_LATE");
        post("/api/tasks/" + id + "/explanation-request", province.token("xa2", Role.COMMUNE_LEADER), new Tasks.ExplanationWanted("Vì sao?", null))
                .expectStatus().isNotFound();

        var asked = posted(id, "explanation-request", leader(), new Tasks.ExplanationWanted("Vì sao đến nay chưa xong?", null));
        assertThat(asked.summary().explanation()).isEqualTo(new Tasks.Explained(today, today.plusDays(3), null, false, 1, true));
        assertThat(asked.history().getLast().note()).isEqualTo("Vì sao đến nay chưa xong?");
        assertThat(task(id, officer()).actions()).contains("explanation");
        assertThat(owed(officer())).contains(id);
        assertThat(owed(province.token("xa1.thon1", Role.VILLAGE_HEAD))).doesNotContain(id);

        var given = posted(id, "explanation", officer(), new Tasks.ExplanationAnswer("Thiết bị về chậm hai tuần"));
        assertThat(given.summary().explanation()).isEqualTo(new Tasks.Explained(today, today.plusDays(3), today, false, 1, false));
        assertThat(owed(officer())).doesNotContain(id);
        var events = settled(id, 5);
        assertThat(events).extracting(TestTopics.Seen::type).containsExactly(
                "TaskAssigned", "TaskOverdue", "ExplanationRequested", "TaskAcknowledged", "ExplanationGiven");
        events.forEach(event -> assertThat(new String(event.data(), StandardCharsets.UTF_8)).doesNotContain("Vì sao", "Thiết bị"));
    }

    @Test
    void the_time_to_answer_ends_on_what_is_finished_too_and_a_late_answer_stays_late() {
        var id = late(KINHTE);
        post("/api/tasks/" + id + "/completion", officer(), DONE).expectStatus().isOk();
        post("/api/tasks/" + id + "/acceptance", leader(), null).expectStatus().isOk();
        var today = clock.today();
        posted(id, "explanation-request", leader(), new Tasks.ExplanationWanted("Vì sao muộn mười ngày?", today.plusDays(1)));
        shift(Duration.ofDays(2));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(Objects.requireNonNull(task(id, officer()).summary().explanation()).overdue()).isTrue());
        assertThat(task(id, officer()).summary().workState()).isEqualTo(WorkState.COMPLETED);
        var given = posted(id, "explanation", standing(), new Tasks.ExplanationAnswer("Nhập thay: thiếu thiết bị"));
        assertThat(given.summary().explanation()).isEqualTo(new Tasks.Explained(today, today.plusDays(1), today.plusDays(2), true, 1, false));
        var events = settled(id, 8);
        assertThat(events).extracting(TestTopics.Seen::type).endsWith("TaskCompleted", "ExplanationRequested", "ExplanationOverdue", "ExplanationGiven");
        assertThat(events.get(6).as(TaskEvent.ExplanationOverdue.class).since()).isEqualTo(today.plusDays(2));
        assertThat(events.get(6).as(TaskEvent.ExplanationOverdue.class).task().explanation().overdue()).isTrue();
    }

    @Test
    void how_long_there_is_to_answer_is_a_setting_of_the_commune() {
        var xa2 = province.unit("xa2");
        var settings = new SettingsState(xa2, null, List.of(), List.of(), null, null, null, 7);
        topics.publish(Topic.ORGANISATION.topicName(), "settings/" + xa2, "SettingsState", "settings/" + xa2, 1, clock.instant(),
                EventJson.mapper().writeValueAsBytes(settings));
        var id = UUID.randomUUID().toString();
        var planned = new PlannedTask(new TaskId(id), new PlanId("plan-of-all"), province.unit("tinh"), xa2, 0, "1", "Việc " + id,
                List.of(province.unit("xa2.kinhte")), List.of(), null, null, new Due.By(clock.today().minusDays(10), false, false));
        topics.publish(new PlanEvent.TaskPlanned(planned), xa2, "tasks/" + id, 1, clock.instant());
        var leader = province.token("xa2", Role.COMMUNE_LEADER);
        await().atMost(LIMIT).until(() -> get("/api/tasks/" + id, leader).returnResult(String.class).getStatus().is2xxSuccessful());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(directory.settings(xa2, province.unit("tinh")).explainWithin()).isEqualTo(7));
        assertThat(Objects.requireNonNull(posted(id, "explanation-request", leader, new Tasks.ExplanationWanted("Vì sao?", null)).summary().explanation()).lastDay())
                .isEqualTo(clock.today().plusDays(7));
    }

    @Test
    void of_several_lead_units_each_says_that_its_share_is_done() {
        var id = late(KINHTE, CONGAN, "xa1.vhxh");
        assertThat(task(id, officer()).summary().shares()).extracting(share -> share.unit().name(), Tasks.Share::mayFinish).containsExactly(
                tuple("Phòng Kinh tế", true), tuple("Công an xã", false), tuple("Phòng Văn hóa - Xã hội", false));
        assertThat(task(id, standing()).summary().shares()).extracting(Tasks.Share::mayFinish).containsExactly(true, true, true);

        var first = posted(id, "completion", officer(), DONE);
        assertThat(first.summary().workState()).isEqualTo(WorkState.IN_PROGRESS);
        assertThat(first.summary().shares()).extracting(Tasks.Share::finishedOn).containsExactly(clock.today(), null, null);
        assertThat(first.lastNote()).isEqualTo("Xong phần việc");
        assertThat(first.actions()).doesNotContain("completion");
        refused(id, "completion", officer(), DONE, 409, "SHARE_FINISHED");
        refused(id, "completion", officer(), for_(CONGAN), 403, "OTHER_UNIT");
        posted(id, "completion", standing(), DONE);
        refused(id, "completion", standing(), DONE, 422, "UNIT_REQUIRED");
        refused(id, "completion", standing(), for_("xa1.thon1"), 422, "UNIT_NOT_LEAD");
        var last = posted(id, "completion", standing(), for_(CONGAN));
        assertThat(last.summary().workState()).isEqualTo(WorkState.SUBMITTED);
        posted(id, "return", leader(), new Tasks.Decision("Thiếu phụ lục"));
        assertThat(task(id, officer()).summary().shares()).extracting(Tasks.Share::finishedOn).containsOnlyNulls();
        assertThat(settled(id, 7)).extracting(TestTopics.Seen::type).containsExactly("TaskAssigned", "TaskOverdue", "TaskAcknowledged",
                "ShareSubmitted", "ShareSubmitted", "CompletionSubmitted", "CompletionReturned");
        assertThat(events(id).get(4).as(TaskEvent.ShareSubmitted.class).unit()).isEqualTo(province.unit("xa1.vhxh"));
        assertThat(events(id).get(4).as(TaskEvent.ShareSubmitted.class).task().shares())
                .isEqualTo(new Shares(List.of(province.unit(KINHTE), province.unit("xa1.vhxh")), null));
    }

    @Test
    void the_giver_names_the_unit_that_concludes() {
        var id = late(KINHTE, CONGAN);
        refused(id, "conclusion-unit", officer(), new Tasks.ConclusionUnit(province.unit(KINHTE)), 403, "FORBIDDEN");
        refused(id, "conclusion-unit", standing(), new Tasks.ConclusionUnit(province.unit("xa1.thon1")), 422, "UNIT_NOT_LEAD");
        refused(planned(KINHTE), "conclusion-unit", standing(), new Tasks.ConclusionUnit(null), 409, "SINGLE_LEAD");
        var named = posted(id, "conclusion-unit", standing(), new Tasks.ConclusionUnit(province.unit(KINHTE)));
        assertThat(named.summary().shares()).extracting(Tasks.Share::concluding).containsExactly(true, false);
        assertThat(posted(id, "completion", officer(), DONE).summary().workState()).isEqualTo(WorkState.SUBMITTED);
        assertThat(settled(id, 5)).extracting(TestTopics.Seen::type).containsExactly(
                "TaskAssigned", "TaskOverdue", "ConclusionUnitNamed", "TaskAcknowledged", "CompletionSubmitted");
    }

    @Test
    void shares_follow_merged_units() {
        var id = UUID.randomUUID().toString();
        publish(id, List.of("xa1.thon1", CONGAN), List.of());
        await().atMost(LIMIT).until(() -> assignments.find(id).isPresent());
        posted(id, "completion", province.token("xa1.thon1", Role.VILLAGE_HEAD), DONE);
        var state = new UnitState(province.unit("xa1.thon1"), "Thôn Một", List.of(), UnitKind.VILLAGE, province.unit("xa1"), province.unit("xa1"),
                province.unit("tinh"), false, false, province.unit(KINHTE));
        topics.publish(new UnitMerged(state), province.unit("xa1"), "units/" + state.id(), 7, clock.instant());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(task(id, officer()).summary().shares())
                .extracting(share -> share.unit().id(), Tasks.Share::finishedOn)
                .containsExactly(tuple(province.unit(KINHTE), clock.today()), tuple(province.unit(CONGAN), null)));
        assertThat(posted(id, "completion", province.token(CONGAN, Role.UNIT_HEAD), DONE).summary().workState()).isEqualTo(WorkState.SUBMITTED);
    }

    private Tasks.Completion for_(String unit) {
        return new Tasks.Completion("Nhập thay", null, null, null, province.unit(unit), null, null, null);
    }

    private List<String> owed(String token) {
        var page = Objects.requireNonNull(get("/api/tasks?explanationOwed=true&limit=200", token).expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<Page<Tasks.TaskSummary>>() {}).returnResult().getResponseBody());
        return page.items().stream().map(item -> item.id().value()).toList();
    }

    private Tasks.Task posted(String id, String command, String token, Object body) {
        post("/api/tasks/" + id + "/" + command, token, body).expectStatus().isOk();
        return task(id, token);
    }

    private void refused(String id, String command, String token, @Nullable Object body, int status, String code) {
        post("/api/tasks/" + id + "/" + command, token, body).expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private List<TestTopics.Seen> events(String id) {
        return topics.read(Topic.TASK.topicName(), seen -> seen.subject().equals("assignments/" + id));
    }

    private List<TestTopics.Seen> settled(String id, int count) {
        await().atMost(LIMIT).until(() -> events(id).size() >= count);
        return events(id);
    }

    private void shift(Duration offset) {
        http.put().uri("/local/clock").header("X-Local-Secret", RealPartsInitializer.LOCAL_SECRET)
                .contentType(MediaType.APPLICATION_JSON).body(Map.of("offset", offset.toString())).exchange().expectStatus().isOk();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
