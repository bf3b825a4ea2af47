package vn.dondoc.acceptance.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

/** Tasks of a province of 170 communes, with three plans and ten units each, as their events come. */
final class ManyTasks implements AutoCloseable {

    static final int COMMUNES = 170;
    private static final int PLANS = 3;
    private static final int UNITS = 10;
    private static final TimeClass[] CLASSES = TimeClass.values();

    private final TestProvince province;
    private final TestTopics topics = new TestTopics();
    private int next;

    ManyTasks(TestProvince province) {
        this.province = province;
        province.publish(topics);
        var communes = new ArrayList<UnitState>();
        for (int number = 0; number < COMMUNES; number++) {
            communes.add(new UnitState(
                    commune(number), "Xã số " + number, List.of(), UnitKind.COMMUNE, province.unit("tinh"), commune(number), province.unit("tinh"), false, true));
        }
        topics.organisation(communes, List.of(), List.of());
    }

    /** Sends so many new tasks, each one event, and waits until they are acknowledged; every fifth is in each of the six time classes in turn. */
    void send(int count, Writers writers) throws InterruptedException, ExecutionException {
        var first = next;
        next += count;
        writers.each(count, (_, number) -> assigned(first + number));
    }

    private void assigned(int number) {
        var commune = number % COMMUNES;
        var timeClass = CLASSES[number / COMMUNES % CLASSES.length];
        var lastDay = timeClass == TimeClass.NO_DEADLINE ? null : LocalDate.of(2026, 1 + number % 12, 1 + number % 28);
        var done = timeClass == TimeClass.COMPLETED_IN_TIME || timeClass == TimeClass.COMPLETED_LATE;
        var task = new TaskState(
                new TaskId(province.unit("many-" + number).value()), new PlanId(commune(commune) + "-plan-" + number / COMMUNES % PLANS), province.unit("tinh"), commune(commune),
                number, Integer.toString(number), "Rà soát, chuẩn hóa và cập nhật dữ liệu hộ tịch vào hệ thống dùng chung, đợt " + number,
                List.of(new UnitId(commune(commune) + "-u" + number / COMMUNES / PLANS % UNITS)), List.of(), 5_000_000L,
                lastDay == null ? new Due.Ongoing() : new Due.By(lastDay, false, false), lastDay, done ? WorkState.COMPLETED : WorkState.IN_PROGRESS, timeClass,
                true, false, done ? LocalDate.of(2026, 3, 1) : null, null);
        topics.publish(new TaskEvent.TaskAssigned(task), task.commune(), "assignments/" + task.id(), 1, Instant.parse("2026-03-02T01:00:00Z").plusSeconds(number % 1000));
    }

    UnitId province() {
        return province.unit("tinh");
    }

    private UnitId commune(int number) {
        return province.unit("c" + number);
    }

    @Override
    public void close() {
        topics.close();
    }
}
