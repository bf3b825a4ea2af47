package vn.dondoc.testing.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/** Rings once, when its time has come. */
public record Alarm(String id, UnitId province, UnitId commune, String title, Due due, @Nullable Instant nextBoundaryAt) {

    static final String BROKEN = "broken";
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    static Decision.Accepted<Alarm> set(String id, UnitId commune, String title, Instant at) {
        var alarm = new Alarm(id, new UnitId("tinh"), commune, title, new Due.By(DAY, false, false), at);
        return new Decision.Accepted<>(alarm, List.of(Fact.of(new TaskEvent.TaskAssigned(alarm.asTask()), commune)));
    }

    Decision<Alarm> ring(Instant now) {
        if (title.equals(BROKEN)) {
            throw new IllegalStateException("It breaks a rule");
        }
        if (nextBoundaryAt == null || nextBoundaryAt.isAfter(now)) {
            return Decision.unchanged();
        }
        var rung = new Alarm(id, province, commune, title, due, null);
        return Decision.accept(rung, Fact.of(new TaskEvent.TaskOverdue(rung.asTask(), DAY.plusDays(1)), commune));
    }

    private TaskState asTask() {
        return new TaskState(
                new TaskId(id), new PlanId("plan"), province, commune, 0, null, title, List.of(), List.of(), null, due,
                DAY, WorkState.IN_PROGRESS, TimeClass.OVERDUE, true, false, null, null);
    }
}
