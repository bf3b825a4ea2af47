package vn.dondoc.acceptance.faults;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;

/** Sweepers die over some thousand tasks that are due: each boundary is told once all the same, and the topic says so in order. */
@Tag("full")
class SweepFaultsTest {

    private static final int TASKS = 4000;
    private static final String ASSIGNMENTS = "dondoc_task.assignments";
    private static final Landscape LANDSCAPE = new Landscape();

    @BeforeAll
    static void twoInstances() {
        LANDSCAPE.launch(Landscape.TASK, 0);
        LANDSCAPE.launch(Landscape.TASK, 1);
        LANDSCAPE.awaitReady();
    }

    @AfterAll
    static void end() {
        LANDSCAPE.close();
    }

    @Test
    void killed_between_read_and_write_and_killed_at_some_moment() {
        planned();
        var first = LANDSCAPE.of(Landscape.TASK).getFirst();
        var second = LANDSCAPE.of(Landscape.TASK).getLast();

        try (var held = FailPoint.holding(LANDSCAPE.client, Duration.ofSeconds(8), ASSIGNMENTS, first.name(), "update")) {
            LANDSCAPE.daysPass(8);
            held.awaitEntered();
            // what it has sent is carried out when the time is over, long after its death: the guard leaves it without effect
            first.kill();
        }
        FaultRun.until(() -> count("TaskOverdue") == TASKS && count("TaskEscalated") == TASKS);
        first.restart();

        LANDSCAPE.daysPass(4);
        FaultRun.until(() -> atVersion(8) > TASKS / 8);
        second.kill();
        var left = TASKS - atVersion(8);
        FaultRun.until(() -> atVersion(8) == TASKS);
        second.restart();
        System.out.printf("killed with %d of %d left%n", left, TASKS);

        judge(List.of("TaskAssigned", "TaskDueSoon", "TaskDueSoon", "TaskDueSoon", "TaskOverdue", "TaskEscalated", "TaskEscalated", "TaskEscalated"));
    }

    private static void planned() {
        var province = new TestProvince("sweep");
        var due = new Due.By(LANDSCAPE.today().plusDays(5), false, false);
        IntStream.range(0, TASKS).parallel().forEach(number -> {
            var task = new PlannedTask(new TaskId("swept-" + number), new PlanId("swept"), province.unit("tinh"), province.unit("xa" + (1 + number % 2)),
                    number, Integer.toString(number), "Nhiệm vụ số " + number, List.of(province.unit("xa1.kinhte")), List.of(), null, null, due);
            LANDSCAPE.topics.publish(new PlanEvent.TaskPlanned(task), task.commune(), "plannedTasks/" + task.id(), 1, LANDSCAPE.now());
        });
        FaultRun.until(() -> assignments().countDocuments() == TASKS);
    }

    private static void judge(List<String> expected) {
        var relayed = new HashMap<String, List<TestTopics.Seen>>();
        FaultRun.until(() -> {
            relayed.clear();
            relayed.putAll(firstOccurrences());
            return relayed.values().stream().mapToInt(List::size).sum() >= TASKS * expected.size();
        });
        assertThat(relayed).hasSize(TASKS);
        for (var task : assignments().find()) {
            var history = task.getList("history", Document.class);
            assertThat(history).extracting(entry -> entry.getString("type")).as(task.getString("_id")).isEqualTo(expected);
            var seen = relayed.get("assignments/" + task.getString("_id"));
            assertThat(seen).extracting(TestTopics.Seen::type).as("in the topic, " + task.getString("_id")).isEqualTo(expected);
            assertThat(seen).extracting(TestTopics.Seen::sequence).isSorted();
            assertThat(seen).extracting(TestTopics.Seen::id).isEqualTo(history.stream().map(entry -> entry.getString("id")).toList());
        }
    }

    private static Map<String, List<TestTopics.Seen>> firstOccurrences() {
        var ids = new HashSet<String>();
        var first = new HashMap<String, List<TestTopics.Seen>>();
        LANDSCAPE.topics.read(Topic.TASK.topicName(), seen -> ids.add(seen.id()))
                .forEach(seen -> first.computeIfAbsent(seen.subject(), _ -> new ArrayList<>()).add(seen));
        return first;
    }

    private static long count(String type) {
        return assignments().countDocuments(Filters.eq("history.type", type));
    }

    private static long atVersion(long version) {
        return assignments().countDocuments(Filters.gte("version", version));
    }

    private static MongoCollection<Document> assignments() {
        return LANDSCAPE.database(Landscape.TASK).getCollection("assignments");
    }
}
