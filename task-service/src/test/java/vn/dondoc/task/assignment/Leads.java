package vn.dondoc.task.assignment;

import java.time.LocalDate;
import java.util.List;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.id.UnitId;

import static vn.dondoc.task.assignment.TaskFixtures.at;

/** A task that several units lead, until 2026-11-30, and their people. */
final class Leads {

    static final UnitId ECONOMY = new UnitId("kinhte");
    static final UnitId POLICE = new UnitId("congan");
    static final UnitId CULTURE = new UnitId("vhxh");
    static final UnitId VILLAGE = new UnitId("thon1");

    private Leads() {}

    static PlannedTask ledBy(List<UnitId> lead) {
        var task = TaskFixtures.taskDue(new Due.By(LocalDate.of(2026, 11, 30), false, false));
        return new PlannedTask(task.id(), task.plan(), task.province(), task.commune(), task.order(), task.ordinal(), task.title(),
                lead, List.of(), task.product(), task.budgetVnd(), task.due());
    }

    static Assignment task(UnitId... lead) {
        return Assigning.assign(ledBy(List.of(lead)), at("2026-10-01T08:00"), 1).state();
    }

    static Standpoint of(UnitId... units) {
        return new Standpoint(true, false, false, List.of(units));
    }

    static Tasks.Completion done(UnitId unit) {
        return new Tasks.Completion("Đã xong phần việc", null, null, null, unit, null, null, null);
    }
}
