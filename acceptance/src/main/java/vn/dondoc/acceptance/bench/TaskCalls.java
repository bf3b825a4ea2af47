package vn.dondoc.acceptance.bench;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

/** Officers who record progress over HTTP, each on a connection of their own, with a bearer token that the service checks. */
final class TaskCalls implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final byte[] BODY = "{\"note\":\"Đã rà soát xong phần hồ sơ của thôn Một\"}".getBytes(StandardCharsets.UTF_8);

    private final TestProvince province = new TestProvince("bench");
    private final List<KeptConnection> connections = new ArrayList<>();
    private final String token = province.token("xa1.kinhte", Role.OFFICER);

    /** Publishes the province and tasks, and waits until the service has taken them. */
    static TaskCalls prepare(ServiceProcess service, MongoDatabase database, int tasks, Writers writers)
            throws IOException, InterruptedException, ExecutionException {
        var calls = new TaskCalls();
        try (var topics = new TestTopics()) {
            calls.province.publish(topics);
            writers.each(tasks, (_, number) -> calls.planned(topics, number));
        }
        Awaitility.await("tasks are assigned").atMost(LIMIT).until(() -> database.getCollection("assignments").countDocuments() == tasks);
        for (int writer = 0; writer < Writers.EIGHT; writer++) {
            calls.connections.add(new KeptConnection(service.port()));
        }
        Awaitility.await("the officer is known").atMost(LIMIT).until(() -> calls.call(0, 0) == 200);
        return calls;
    }

    /** One call; anything but a success is a fault of the run. */
    void progress(int writer, int number) throws IOException {
        var status = call(writer, number);
        if (status != 200) {
            throw new IllegalStateException("The service answered " + status);
        }
    }

    private int call(int writer, int number) throws IOException {
        return connections.get(writer).post("/api/tasks/" + id(number) + "/progress", token, BODY);
    }

    private void planned(TestTopics topics, int number) {
        var lead = province.unit("xa1.kinhte");
        var task = new PlannedTask(
                id(number), new PlanId("bench-plan"), province.unit("tinh"), province.unit("xa1"), number, Integer.toString(number),
                "Rà soát, chuẩn hóa và cập nhật dữ liệu hộ tịch vào hệ thống dùng chung, đợt " + number,
                List.of(lead), List.of(province.unit("xa1.vhxh")), "Báo cáo kết quả", 5_000_000_000L,
                new Due.By(LocalDate.of(2099, 12, 31), false, false));
        topics.publish(new PlanEvent.TaskPlanned(task), province.unit("xa1"), "plannedTasks/" + task.id(), 1, Instant.parse("2026-01-05T01:00:00Z"));
    }

    private static TaskId id(int number) {
        return new TaskId("bench-task-" + number);
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
    }
}
