package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;

/** Tasks and people to tell stories with. Times are local times in Vietnam. */
final class TaskFixtures {

    static final Standpoint OFFICER_OF_LEAD = new Standpoint(true, false, false);
    static final Standpoint STANDING = new Standpoint(false, true, false);
    static final Standpoint STANDING_AND_LEAD = new Standpoint(true, true, false);
    static final Standpoint LEADER = new Standpoint(false, false, true);
    static final Standpoint LEADER_OF_LEAD = new Standpoint(true, false, true);
    static final Standpoint STRANGER = new Standpoint(false, false, false);

    private TaskFixtures() {}

    static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(DomainClock.ZONE).toInstant();
    }

    static PlannedTask taskDue(@Nullable Due due) {
        return new PlannedTask(new TaskId("t1"), new PlanId("p1"), new UnitId("tinh"), new UnitId("xa"), 0, "1", "Rà soát hạ tầng số",
                List.of(new UnitId("kinhte")), List.of(new UnitId("congan")), "Báo cáo", null, due);
    }

    /** The same task under another title. */
    static PlannedTask titled(String title) {
        var task = taskDue("2026-11-30");
        return new PlannedTask(task.id(), task.plan(), task.province(), task.commune(), task.order(), task.ordinal(), title, task.lead(),
                task.coordinating(), task.product(), task.budgetVnd(), task.due());
    }

    static PlannedTask taskDue(String lastDay) {
        return taskDue(new Due.By(LocalDate.parse(lastDay), false, false));
    }

    static Assignment assigned(String lastDay, String publishedAt) {
        return Assigning.assign(taskDue(lastDay), at(publishedAt), 1).state();
    }

    /** Not started, far from its deadline. */
    static Assignment anyTask() {
        return assigned("2026-11-30", "2026-10-01T08:00");
    }

    static Assignment anyTask(WorkState state) {
        var task = anyTask();
        return switch (state) {
            case NOT_STARTED -> task;
            case IN_PROGRESS -> after(Commands.recordProgress(task, OFFICER_OF_LEAD, Stories.PROGRESS, at("2026-10-02T08:00")));
            case SUBMITTED -> after(Commands.submit(task, OFFICER_OF_LEAD, Stories.DONE, at("2026-10-03T08:00")));
            case COMPLETED -> after(Commands.accept(anyTask(WorkState.SUBMITTED), LEADER, null, at("2026-10-04T08:00")));
            case CANCELLED -> task.with(task.work().in(WorkState.CANCELLED), at("2026-10-04T08:00"));
        };
    }

    static Assignment after(Decision<Assignment> decision) {
        return accepted(decision).state();
    }

    static List<String> typesOf(Decision<Assignment> decision) {
        return accepted(decision).facts().stream().map(Fact::type).toList();
    }

    static Decision.Accepted<Assignment> accepted(Decision<Assignment> decision) {
        if (decision instanceof Decision.Accepted<Assignment> accepted) {
            return accepted;
        }
        throw new AssertionError("Not accepted: " + decision);
    }

    static String refusal(Decision<Assignment> decision) {
        if (decision instanceof Decision.Refused<Assignment>(var refusal)) {
            return refusal.status() + " " + refusal.code();
        }
        throw new AssertionError("Not refused: " + decision);
    }

    @SuppressWarnings("unchecked")
    static TimeClass classIn(Fact fact) {
        var task = (java.util.Map<String, Object>) fact.data().get("task");
        return vn.dondoc.contracts.event.Coded.of(TimeClass.class, (String) task.get("timeClass")).orElseThrow();
    }
}
