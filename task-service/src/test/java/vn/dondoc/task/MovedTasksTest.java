package vn.dondoc.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Successions;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.Carried;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Tasks that closed plans moved into others, told in any order, again and again, while people go on working. */
class MovedTasksTest extends TaskTest {

    private static final Basis OLD_PLAN = new Basis("36/KH-UBND", LocalDate.of(2026, 1, 5));
    private static final List<String> OPEN = List.of("NOT_STARTED", "IN_PROGRESS", "SUBMITTED");

    MovedTasksTest() {
        super("mv");
    }

    @Test
    void a_moved_task_says_where_it_comes_from_and_is_judged_by_the_first_day_too() {
        var story = new Story(List.of("planned", "moved", "withdrawn"), "none");
        story.tell("planned");
        settled();
        post("/api/tasks/" + story.origin + "/progress", standing(), new Tasks.Progress("Đã khảo sát một nửa", null, 50)).expectStatus().isOk();
        story.tell("moved");
        story.tell("withdrawn");
        settled();

        var task = task(story.successor, standing());
        assertThat(task.history()).extracting(Tasks.Entry::type).containsExactly("TaskMovedHere", "TaskAssigned");
        assertThat(task.history().getFirst().note()).isEqualTo("36/KH-UBND, 05/01/2026");
        assertThat(task.percent()).isEqualTo(50);
        assertThat(task.summary().workState()).isEqualTo(WorkState.IN_PROGRESS);
        assertThat(task.summary().extension()).isEqualTo(new Tasks.Extended(clock.today().plusDays(30), 0, null, TimeClass.IN_TIME));
        var left = task(story.origin, standing());
        assertThat(left.summary().workState()).isEqualTo(WorkState.CANCELLED);
        assertThat(left.history().getLast().type()).isEqualTo("TaskMovedOn");
        assertThat(left.lastNote()).isEqualTo("Đã khảo sát một nửa");

        assertThat(Objects.requireNonNull(succession(story.successor).origin()).id().value()).isEqualTo(story.origin);
        assertThat(succession(story.successor).successor()).isNull();
        assertThat(Objects.requireNonNull(succession(story.origin).successor()).id().value()).isEqualTo(story.successor);
        get("/api/tasks/" + story.origin + "/succession", province.token("xa2.vhxh", Role.COMMUNE_STANDING)).expectStatus().isNotFound();
    }

    @Test
    void in_any_order_and_told_again_never_both_are_open_and_nothing_is_done_twice() {
        var stories = new ArrayList<Story>();
        for (var act : List.of("submit", "complete")) {
            orders(List.of("planned", "withdrawn", "moved", "person")).forEach(order -> stories.add(new Story(order, act)));
        }
        for (var round = 0; round < 4; round++) {
            for (var story : stories) {
                story.tell(story.order.get(round));
            }
            settled();
            stories.forEach(Story::neverBothOpen);
        }
        for (var story : stories) {
            story.order.stream().filter(step -> !step.equals("person")).forEach(story::tell);
        }
        settled();
        stories.forEach(Story::ended);
    }

    @Test
    void told_in_one_breath_in_any_order_it_ends_the_same() {
        var stories = orders(List.of("planned", "withdrawn", "moved")).stream().map(order -> new Story(order, "none")).toList();
        stories.forEach(story -> story.order.forEach(story::tell));
        settled();
        stories.forEach(Story::ended);
    }

    private final class Story {

        private final String origin = UUID.randomUUID().toString();
        private final String successor = UUID.randomUUID().toString();
        private final List<String> order;
        private final String act;
        private boolean submitted;
        private boolean completed;

        private Story(List<String> order, String act) {
            this.order = order;
            this.act = act;
        }

        private void tell(String step) {
            var due = new Due.By(clock.today().plusDays(30), false, false);
            var row = row(origin, "old-plan", due, null);
            switch (step) {
                case "planned" -> publish(new PlanEvent.TaskPlanned(row), origin, 1);
                case "withdrawn" -> publish(new PlanEvent.TaskWithdrawn(row.withdrawn(new Basis(null, null), clock.today())), origin, 2);
                case "moved" -> publish(new PlanEvent.TaskPlanned(row(successor, "new-plan", new Due.By(clock.today().plusDays(200), false, false),
                        new Carried(new TaskId(origin), due.date()))), successor, 1);
                default -> person();
            }
        }

        private void person() {
            submitted = ok("completion", standing(), new Tasks.Completion("Xong", null, null));
            completed = submitted && act.equals("complete") && ok("acceptance", province.token("xa1", Role.COMMUNE_LEADER), null);
        }

        private boolean ok(String command, String token, @Nullable Object body) {
            return post("/api/tasks/" + origin + "/" + command, token, body == null ? new Tasks.Decision(null) : body)
                    .returnResult(String.class).getStatus().is2xxSuccessful();
        }

        private void neverBothOpen() {
            assertThat(open(origin) && open(successor)).as("%s %s", order, act).isFalse();
        }

        private void ended() {
            var name = order + " " + act;
            var told = topics.read(Topic.TASK.topicName(), seen -> seen.subject().equals("assignments/" + successor));
            if (completed) {
                assertThat(stateOf(origin)).as(name).isEqualTo(WorkState.COMPLETED);
                assertThat(stateOf(successor)).as(name).isEqualTo(WorkState.CANCELLED);
                assertThat(told).as(name).isEmpty();
            } else {
                assertThat(stateOf(origin)).as(name).isEqualTo(WorkState.CANCELLED);
                assertThat(stateOf(successor)).as(name).isEqualTo(submitted ? WorkState.SUBMITTED : WorkState.NOT_STARTED);
                await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        topics.read(Topic.TASK.topicName(), seen -> seen.subject().equals("assignments/" + successor)))
                        .extracting(TestTopics.Seen::type).as(name).containsExactly("TaskAssigned"));
            }
        }
    }

    private boolean open(String id) {
        return assignments.find(id).filter(found -> OPEN.contains(found.state().work().state().name())).isPresent();
    }

    private WorkState stateOf(String id) {
        Assignment found = assignments.find(id).orElseThrow().state();
        return found.work().state();
    }

    private PlannedTask row(String id, String plan, Due due, @Nullable Carried carried) {
        return new PlannedTask(new TaskId(id), new PlanId(plan), province.unit("tinh"), province.unit("xa1"), 0, "1", "Việc chuyển " + id,
                List.of(province.unit(KINHTE)), List.of(), null, null, due, carried == null ? null : OLD_PLAN, null, carried);
    }

    private void publish(PlanEvent event, String id, long sequence) {
        topics.publish(event, province.unit("xa1"), "tasks/" + id, sequence, clock.instant());
    }

    /** All that was told before has been taken in: a task told behind it is given up. */
    private void settled() {
        var marker = UUID.randomUUID().toString();
        var row = row(marker, "old-plan", new Due.By(clock.today().plusDays(30), false, false), null);
        publish(new PlanEvent.TaskPlanned(row), marker, 1);
        publish(new PlanEvent.TaskWithdrawn(row.withdrawn(new Basis(null, null), clock.today())), marker, 2);
        await().atMost(LIMIT).until(() -> assignments.find(marker).filter(found -> found.state().work().state() == WorkState.CANCELLED).isPresent());
    }

    private Successions.Succession succession(String id) {
        return Objects.requireNonNull(get("/api/tasks/" + id + "/succession", standing()).expectStatus().isOk()
                .expectBody(Successions.Succession.class).returnResult().getResponseBody());
    }

    private static Set<List<String>> orders(List<String> steps) {
        if (steps.isEmpty()) {
            return Set.of(List.of());
        }
        var all = new HashSet<List<String>>();
        for (var step : steps) {
            var rest = new ArrayList<>(steps);
            rest.remove(step);
            orders(rest).forEach(order -> {
                var whole = new ArrayList<>(List.of(step));
                whole.addAll(order);
                all.add(List.copyOf(whole));
            });
        }
        return all;
    }
}
