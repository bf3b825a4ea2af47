package vn.dondoc.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.DaysOff;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.OrganisationEvent.CalendarChanged;
import vn.dondoc.contracts.event.OrganisationEvent.SettingsChanged;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.process.Processes;
import vn.dondoc.platform.process.Wanted;
import vn.dondoc.task.timekeeping.RecomputedTasks;
import vn.dondoc.testing.RealPartsInitializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Settings and calendars as they arrive, and what they do to tasks that are open. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TimekeepingTest extends TaskTest {

    private static final LocalDate SATURDAY = LocalDate.of(2099, 12, 26);
    private static final LocalDate MONDAY = LocalDate.of(2099, 12, 28);
    private static final Instant CHANGED = Instant.parse("2026-11-20T03:00:00Z");

    @Autowired Processes processes;

    TimekeepingTest() {
        super("tm");
    }

    @AfterEach
    void clockBack() {
        shift(Duration.ZERO);
    }

    @Test
    @Order(1)
    void the_open_tasks_of_a_province_follow_its_settings_and_its_calendar() {
        var open = due(new Due.By(SATURDAY, false, false), 12);
        var done = due(new Due.By(SATURDAY, false, false), 1).getFirst();
        submit(done);
        post("/api/tasks/" + done + "/acceptance", standing(), null).expectStatus().isOk();
        assertThat(lastDay(open.getFirst())).isEqualTo(SATURDAY);

        settings(1, DaysOff.NEXT_WORKING_DAY, List.of());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(open).allSatisfy(id -> assertThat(lastDay(id)).isEqualTo(MONDAY)));
        assertThat(lastDay(done)).isEqualTo(SATURDAY);
        assertThat(eventsSettled(open.getLast(), 2)).containsExactly("TaskAssigned", "DeadlineMoved");
        var shown = task(open.getFirst(), officer()).summary();
        assertThat(shown.plannedDay()).isEqualTo(SATURDAY);
        assertThat(shown.lastDay()).isEqualTo(MONDAY);

        var late = due(new Due.By(SATURDAY, false, false), 1).getFirst();
        assertThat(lastDay(late)).isEqualTo(MONDAY);

        // Two in a row, and the older one once more: the newer table holds
        calendar(1, List.of(MONDAY));
        calendar(2, List.of(MONDAY, MONDAY.plusDays(1)));
        calendar(1, List.of(MONDAY));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(open).allSatisfy(id -> assertThat(lastDay(id)).isEqualTo(MONDAY.plusDays(2))));
        settings(1, DaysOff.NEXT_WORKING_DAY, List.of());
        awaitNoProcess();
        assertThat(open).allSatisfy(id -> assertThat(lastDay(id)).isEqualTo(MONDAY.plusDays(2)));
        assertThat(eventsOf(open.getFirst()).stream().filter("DeadlineMoved"::equals).count()).isBetween(2L, 3L);
        assertThat(eventsOf(done)).doesNotContain("DeadlineMoved");
    }

    @Test
    @Order(2)
    void a_commune_reminds_on_its_own_days_and_nobody_is_told_of_that() {
        var id = due(new Due.By(LocalDate.of(2099, 11, 30), false, false), 1).getFirst();
        var own = new SettingsState(province.unit("xa1"), null, List.of(20, 2), List.of(), null, null, null, null);
        topics.publish(new SettingsChanged(own), province.unit("xa1"), "settings/" + province.unit("xa1"), 1, CHANGED);
        // two days before that Monday nobody works: it is said on the Friday
        await().atMost(LIMIT).untilAsserted(() -> assertThat(assignments.find(id).orElseThrow().state().reminders().daysLeft()).containsExactly(20, 3));
        assertThat(assignments.find(id).orElseThrow().state().reminders().daysLate()).containsExactly(1, 3, 7);
        assertThat(assignments.find(id).orElseThrow().state().nextBoundaryAt()).isEqualTo("2099-11-09T17:00:00Z");
        assertThat(eventsOf(id)).containsExactly("TaskAssigned");
    }

    @Test
    @Order(3)
    void what_was_interrupted_is_gone_on_with_by_whoever_is_there() {
        var ids = due(new Due.By(LocalDate.of(2099, 10, 30), false, false), 60);
        store("calendar/" + province.unit("tinh") + "/2099", 9, new CalendarState(
                province.unit("tinh"), 2099, List.of(MONDAY, MONDAY.plusDays(1), LocalDate.of(2099, 10, 30)), List.of(), "Thông báo"));
        var id = UUID.randomUUID().toString();
        processes.begin(new Wanted(id, RecomputedTasks.NAME, province.unit("tinh"), null, Map.of(), ids, null), Act.bySystem("test", CHANGED)).orProblem();
        processes.goOn(id, Duration.ofMillis(1));
        assertThat(processes.find(id).orElseThrow().state().isFinished()).as("its beginner is gone").isFalse();

        await().atMost(LIMIT).until(() -> processes.find(id).orElseThrow().state().isFinished());
        assertThat(processes.find(id).orElseThrow().state().done()).isEqualTo(60);
        // 2099-10-30 is a Friday: the next working day is the Monday
        assertThat(ids).allSatisfy(one -> assertThat(lastDay(one)).isEqualTo(LocalDate.of(2099, 11, 2)));
        assertThat(ids).allSatisfy(one -> assertThat(assignments.history(one).stream().filter(told -> told.entry().type().equals("DeadlineMoved"))).hasSize(1));
    }

    @Test
    @Order(4)
    void an_extension_ends_on_a_working_day_too() {
        var id = due(new Due.By(LocalDate.of(2099, 11, 6), false, false), 1).getFirst();
        post("/api/tasks/" + id + "/extension", officer(), new Tasks.ExtensionWanted(LocalDate.of(2099, 11, 14), "Chờ thiết bị")).expectStatus().isOk();
        post("/api/tasks/" + id + "/extension-grant", standing(), new Tasks.ExtensionGrant(null, null)).expectStatus().isOk();
        var shown = task(id, officer()).summary();
        assertThat(shown.lastDay()).isEqualTo("2099-11-16");
        assertThat(shown.plannedDay()).isEqualTo("2099-11-14");
        assertThat(Objects.requireNonNull(shown.extension()).firstDay()).isEqualTo("2099-11-06");
    }

    @Test
    @Order(5)
    void an_ongoing_task_without_news_is_found_and_fresh_again_with_progress() {
        var id = due(new Due.Ongoing(), 1).getFirst();
        assertThat(stale()).doesNotContain(id);
        shift(Duration.ofDays(31));
        await().atMost(LIMIT).until(() -> eventsOf(id).contains("TaskStale"));
        assertThat(stale()).contains(id);
        assertThat(Objects.requireNonNull(task(id, officer()).summary().news()).stale()).isTrue();
        shift(Duration.ofDays(60));
        post("/api/tasks/" + id + "/progress", officer(), new Tasks.Progress("Không có phát sinh", null, null)).expectStatus().isOk();
        assertThat(stale()).doesNotContain(id);
        assertThat(eventsOf(id).stream().filter("TaskStale"::equals)).hasSize(1);
    }

    @Test
    @Order(6)
    void what_is_to_be_kept_up_takes_news_after_it_was_accepted() {
        var kept = due(new Due.By(SATURDAY, true, false), 1).getFirst();
        var other = due(new Due.By(SATURDAY, false, false), 1).getFirst();
        for (var id : List.of(kept, other)) {
            submit(id);
            post("/api/tasks/" + id + "/acceptance", standing(), null).expectStatus().isOk();
        }
        post("/api/tasks/" + other + "/progress", officer(), new Tasks.Progress("Duy trì", null, null)).expectStatus().isEqualTo(409);
        post("/api/tasks/" + kept + "/progress", officer(), new Tasks.Progress("Duy trì", null, null)).expectStatus().isOk();
        var shown = task(kept, officer());
        assertThat(shown.summary().workState()).isEqualTo(WorkState.COMPLETED);
        assertThat(shown.summary().news()).isNotNull();
        assertThat(task(kept, officer()).actions()).contains("progress");
        assertThat(task(other, officer()).actions()).doesNotContain("progress");
    }

    private void settings(long sequence, DaysOff daysOff, List<Integer> daysLeft) {
        var settings = new SettingsState(province.unit("tinh"), daysOff, daysLeft, List.of(), null, null, null, null);
        topics.publish(new SettingsChanged(settings), province.unit("tinh"), "settings/" + province.unit("tinh"), sequence, CHANGED);
    }

    private void calendar(long sequence, List<LocalDate> off) {
        var calendar = new CalendarState(province.unit("tinh"), 2099, off, List.of(), "Thông báo lịch nghỉ");
        topics.publish(new CalendarChanged(calendar), province.unit("tinh"), "calendars/" + province.unit("tinh") + "/2099", sequence, CHANGED);
    }

    private void store(String key, long order, Object state) {
        mongo.getCollection("timekeeping").replaceOne(new Document("_id", key), new Document("_id", key).append("order", order)
                .append("province", province.unit("tinh").value()).append("state", EventJson.mapper().writeValueAsString(state)),
                new com.mongodb.client.model.ReplaceOptions().upsert(true));
    }

    private List<String> due(Due due, int count) {
        var ids = IntStream.range(0, count).mapToObj(_ -> UUID.randomUUID().toString()).toList();
        for (var id : ids) {
            var task = new PlannedTask(new TaskId(id), new PlanId("plan-of-all"), province.unit("tinh"), province.unit("xa1"), 0, "1", "Việc " + id,
                    List.of(province.unit(KINHTE)), List.of(), null, null, due);
            topics.publish(new PlanEvent.TaskPlanned(task), task.commune(), "tasks/" + id, 1, clock.instant());
        }
        await().atMost(LIMIT).until(() -> ids.stream().allMatch(id -> assignments.find(id).isPresent()));
        return ids;
    }

    private @Nullable LocalDate lastDay(String id) {
        return assignments.find(id).orElseThrow().state().lastDay();
    }

    private void awaitNoProcess() {
        await().during(Duration.ofSeconds(2)).atMost(LIMIT).until(() -> mongo.getCollection("processes")
                .countDocuments(new Document("kind", RecomputedTasks.NAME).append("nextBoundaryAt", new Document("$exists", true))) == 0);
    }

    private List<String> eventsSettled(String id, int count) {
        await().atMost(LIMIT).until(() -> eventsOf(id).size() >= count);
        return eventsOf(id);
    }

    private List<String> stale() {
        var page = get("/api/tasks?stale=true&limit=200", officer()).expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<Page<Tasks.TaskSummary>>() {}).returnResult().getResponseBody();
        return Objects.requireNonNull(page).items().stream().map(task -> task.id().value()).toList();
    }

    private void shift(Duration offset) {
        http.put().uri("/local/clock").header("X-Local-Secret", RealPartsInitializer.LOCAL_SECRET)
                .contentType(MediaType.APPLICATION_JSON).body("{\"offset\":\"" + offset + "\"}").exchange().expectStatus().isOk();
    }
}
