package vn.dondoc.testing.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** Counts its steps up to a thousand; each step is an event, and a note nobody else needs. */
public record Job(String id, UnitId province, UnitId commune, String title, int steps, Due due) {

    static final int MOST = 1000;

    public static Decision<Job> start(String id, UnitId commune, String title) {
        var job = new Job(id, new UnitId("tinh"), commune, title, 0, new Due.By(LocalDate.of(2026, 2, 28), false, true));
        return Decision.accept(job, Fact.of(new TaskEvent.TaskAssigned(job.asTask()), commune).withText("lời của người"));
    }

    public Decision<Job> step() {
        if (steps >= MOST) {
            return Decision.refuse(409, "SAMPLE_DONE");
        }
        var next = new Job(id, province, commune, title, steps + 1, due);
        return Decision.accept(
                next, Fact.of(new TaskEvent.ProgressRecorded(next.asTask()), commune), Fact.internal("Noted", commune, Map.of("steps", steps + 1)));
    }

    TaskState asTask() {
        return new TaskState(
                new TaskId(id), new PlanId("plan"), province, commune, steps, null, title, List.of(), List.of(), 5_000_000_000L, due,
                LocalDate.of(2026, 2, 28), WorkState.IN_PROGRESS, TimeClass.IN_TIME, true, false, null, null);
    }
}
