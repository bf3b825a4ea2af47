package vn.dondoc.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.testing.RealPartsInitializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What passes between giver and lead unit, and what time decides, in the running service. */
class TaskGivingTest extends TaskTest {

    private static final String POLICE = "xa1.congan";

    @Autowired Directory directory;
    @Autowired Sweep<Assignment> sweep;

    TaskGivingTest() {
        super("gv");
    }

    @AfterEach
    void clockBack() {
        shift(Duration.ZERO);
    }

    @Test
    void returned_it_waits_in_the_list_until_it_is_given_to_others() {
        var id = planned(KINHTE);
        post(id, "return-to-giver", officer(), new Tasks.Reason(" ")).expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].field").isEqualTo("reason");
        var returned = changed(id, "return-to-giver", officer(), new Tasks.Reason("Thuộc chức năng của Công an"));
        assertThat(returned.summary().days().returnedOn()).isEqualTo(clock.today());
        assertThat(returned.summary().days().openedOn()).isEqualTo(clock.today());
        assertThat(returned.summary().days().daysToOpen()).isZero();
        assertThat(ids(list("?returned=true", standing()))).contains(id);
        refused(id, "insistence", officer(), new Tasks.Reason("Tự quyết"), 403, "FORBIDDEN");
        refused(id, "reassignment", standing(), Map.of("lead", List.of(), "coordinating", List.of(), "reason", "x"), 400, "VALIDATION");
        refused(id, "reassignment", standing(), to("xa2.congan"), 422, "UNIT_NOT_HERE");
        refused(id, "reassignment", standing(), to("tinh"), 422, "UNIT_NOT_HERE");

        var given = changed(id, "reassignment", standing(), to(POLICE));
        assertThat(given.summary().lead()).extracting(unit -> unit.id()).containsExactly(province.unit(POLICE));
        assertThat(given.summary().days().returnedOn()).isNull();
        assertThat(given.summary().opened()).isFalse();
        assertThat(ids(list("?returned=true", standing()))).doesNotContain(id);
        get("/api/tasks/" + id, officer()).expectStatus().isNotFound();
        assertThat(task(id, province.token(POLICE, Role.UNIT_HEAD)).actions()).contains("acknowledgement", "return-to-giver");
        settled(id, "TaskAssigned", "TaskAcknowledged", "TaskReturnedToGiver", "TaskReassigned");
        assertThat(task(id, standing()).history().getLast().note()).isEqualTo("Đúng chức năng");

        publish(id, List.of(KINHTE), List.of(POLICE));
        var behind = planned(KINHTE);
        assertThat(task(behind, officer()).summary().mayAct()).isTrue();
        assertThat(task(id, standing()).summary().lead()).as("told again").extracting(unit -> unit.id()).containsExactly(province.unit(POLICE));
    }

    @Test
    void insisted_on_it_stands_and_cancelled_it_is_over() {
        var id = returnedToGiver(KINHTE);
        assertThat(changed(id, "insistence", standing(), new Tasks.Reason("Đúng chức năng")).summary().days().returnedOn()).isNull();
        refused(id, "insistence", standing(), new Tasks.Reason("Nữa"), 409, "NOT_RETURNED_TO_GIVER");
        assertThat(changed(id, "cancellation", standing(), new Tasks.Reason("Trùng việc")).summary().workState()).isEqualTo(WorkState.CANCELLED);
        refused(id, "progress", officer(), new Tasks.Progress("Nữa", null, null), 409, "TASK_CANCELLED");
        settled(id, "TaskAssigned", "TaskAcknowledged", "TaskReturnedToGiver", "ReturnToGiverRefused", "TaskCancelled");
    }

    @Test
    void nothing_crosses_communes() {
        var id = returnedToGiver(KINHTE);
        var stranger = province.token("xa2.vhxh", Role.COMMUNE_STANDING);
        for (var command : List.of("return-to-giver", "insistence", "cancellation", "reopening")) {
            refused(id, command, stranger, new Tasks.Reason("Lý do"), 404, "NOT_FOUND");
        }
        refused(id, "reassignment", stranger, to("xa2.congan"), 404, "NOT_FOUND");
        refused(id, "comment", stranger, new Tasks.Comment("Lời"), 404, "NOT_FOUND");
        assertThat(ids(list("?returned=true", stranger))).doesNotContain(id);
    }

    @Test
    void what_was_accepted_is_opened_again_and_words_are_kept_in_the_service() {
        var id = completed(KINHTE);
        changed(id, "comment", province.token(POLICE, Role.UNIT_HEAD), new Tasks.Comment("Phụ lục 2 còn thiếu"));
        refused(id, "comment", province.token("tinh", Role.PROVINCE_VIEWER), new Tasks.Comment("Lời"), 403, "FORBIDDEN");
        var reopened = changed(id, "reopening", standing(), new Tasks.Reason("Thiếu phụ lục 2"));
        assertThat(reopened.summary().workState()).isEqualTo(WorkState.IN_PROGRESS);
        assertThat(reopened.summary().submittedOn()).isNull();
        var history = task(id, officer()).history();
        assertThat(history).extracting(Tasks.Entry::type).containsExactly(
                "TaskAssigned", "CompletionSubmitted", "TaskCompleted", "CommentMade", "TaskReopened");
        assertThat(history.get(3).note()).isEqualTo("Phụ lục 2 còn thiếu");
        settled(id, "TaskAssigned", "CompletionSubmitted", "TaskCompleted", "TaskReopened");
    }

    @Test
    void on_what_nobody_decided_in_time_the_system_decides() {
        settings(5);
        var id = submitted(KINHTE);
        assertThat(task(id, standing()).summary().days().decideBy()).isEqualTo(clock.today().plusDays(5));
        settings(0);
        assertThat(task(submitted(KINHTE), standing()).summary().days().decideBy()).isNull();

        shift(Duration.ofDays(5));
        sweep.round();
        assertThat(task(id, standing()).summary().workState()).isEqualTo(WorkState.SUBMITTED);
        shift(Duration.ofDays(6));
        sweep.round();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(task(id, standing()).summary().workState()).isEqualTo(WorkState.COMPLETED));
        var last = task(id, standing()).history().getLast();
        assertThat(last.type()).isEqualTo("TaskCompleted");
        assertThat(last.position()).isNull();
        settled(id, "TaskAssigned", "CompletionSubmitted", "TaskCompleted");
    }

    @Test
    void overdue_before_entry_the_real_day_is_told() {
        var id = UUID.randomUUID().toString();
        var lastDay = clock.today().minusDays(20);
        var task = new PlannedTask(new TaskId(id), new PlanId("plan-of-all"), province.unit("tinh"), province.unit("xa1"), 0, "1", "Việc đã qua hạn",
                List.of(province.unit(KINHTE)), List.of(), null, null, new Due.By(lastDay, false, false));
        topics.publish(new PlanEvent.TaskPlanned(task), task.commune(), "tasks/" + id, 1, clock.instant());
        await().atMost(LIMIT).until(() -> assignments.find(id).isPresent());

        refused(id, "completion", officer(), done(clock.today().plusDays(1)), 422, "DONE_ON_TO_COME");
        var submitted = changed(id, "completion", officer(), done(lastDay.minusDays(1)));
        assertThat(submitted.summary().timeClass()).isEqualTo(TimeClass.COMPLETED_IN_TIME);
        assertThat(submitted.summary().days().doneOn()).isEqualTo(lastDay.minusDays(1));
        assertThat(submitted.summary().submittedOn()).isEqualTo(clock.today());
        refused(planned(KINHTE), "completion", officer(), done(lastDay), 422, "DONE_ON_NOT_ASKED");
    }

    private static Tasks.Completion done(LocalDate day) {
        return new Tasks.Completion("Đã xong từ trước", null, null, day, null, null, null, null);
    }

    private Tasks.Reassignment to(String unit) {
        return new Tasks.Reassignment(List.of(province.unit(unit)), List.of(), "Đúng chức năng");
    }

    private void settings(int acceptAfter) {
        var commune = province.unit("xa1");
        topics.publish(Topic.ORGANISATION.topicName(), "settings/" + commune, "settings", "settings/" + commune, 1, Instant.EPOCH,
                EventJson.mapper().writeValueAsBytes(new SettingsState(commune, null, List.of(), List.of(), null, acceptAfter, null, null)));
        await().atMost(LIMIT).until(() -> Objects.equals(directory.settings(commune, province.unit("tinh")).acceptAfter(), acceptAfter));
    }

    private void settled(String id, String... types) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(eventsOf(id)).containsExactly(types));
    }

    private Tasks.Changed changed(String id, String command, String token, Object body) {
        return Objects.requireNonNull(post(id, command, token, body).expectStatus().isOk().expectBody(Tasks.Changed.class).returnResult().getResponseBody());
    }

    private void refused(String id, String command, String token, Object body, int status, String code) {
        post(id, command, token, body).expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec post(String id, String command, String token, Object body) {
        return post("/api/tasks/" + id + "/" + command, token, body);
    }

    private Page<Tasks.TaskSummary> list(String query, String token) {
        return Objects.requireNonNull(get("/api/tasks" + query, token).expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<Page<Tasks.TaskSummary>>() {}).returnResult().getResponseBody());
    }

    private static List<String> ids(Page<Tasks.TaskSummary> page) {
        return page.items().stream().map(item -> item.id().value()).toList();
    }

    private void shift(Duration offset) {
        http.put().uri("/local/clock").header("X-Local-Secret", RealPartsInitializer.LOCAL_SECRET)
                .contentType(MediaType.APPLICATION_JSON).body("{\"offset\":\"" + offset + "\"}").exchange().expectStatus().isOk();
    }
}
