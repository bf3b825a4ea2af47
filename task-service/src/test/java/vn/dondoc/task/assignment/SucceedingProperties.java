package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.task.deadline.Timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.task.assignment.TaskFixtures.LEADER;
import static vn.dondoc.task.assignment.TaskFixtures.OFFICER_OF_LEAD;

/** A task that is moved with its time, at any moment of its life, beside one that stays: people and time find the same. */
class SucceedingProperties {

    private static final List<String> OF_TIME = List.of("TaskDueSoon", "TaskOverdue", "TaskEscalated");

    /** One thing that happens: which, and how many hours after the one before. */
    record Step(int what, int hours) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.integers().between(0, 4).flatMap(what -> Arbitraries.integers().between(0, 400).map(hours -> new Step(what, hours)))
                .list().ofMinSize(1).ofMaxSize(30);
    }

    @Property(tries = 500)
    void moving_with_its_time_neither_doubles_nor_loses_a_boundary_and_what_is_completed_is_not_opened_again(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(max = 30) int movedAt) {
        var now = TaskFixtures.at("2026-10-01T08:00");
        var stays = TaskFixtures.anyTask();
        var goes = stays;
        var toldThere = new ArrayList<String>();
        var toldHere = new ArrayList<String>();
        for (var at = 0; at < steps.size(); at++) {
            now = now.plus(steps.get(at).hours(), ChronoUnit.HOURS);
            if (at == movedAt) {
                // Moving tells first what time has brought until then
                stays = done(stays, 0, now, toldThere);
                var before = Passing.upTo(goes, now).state();
                var left = Succeeding.handOver(goes, new TaskId("t1-next"), now);
                if (left instanceof Decision.Accepted<Assignment> accepted) {
                    toldHere.addAll(ofTime(accepted.facts()));
                    goes = Succeeding.begin(SucceedingTest.planned(due(goes)), accepted.state(), before.told(), now, 1, Timekeeping.USUAL).state();
                } else {
                    assertThat(goes.work().state()).isEqualTo(WorkState.COMPLETED);
                    var again = Succeeding.begin(SucceedingTest.planned(due(goes)), goes, before.told(), now, 1, Timekeeping.USUAL).state();
                    assertThat(again.work().state()).isEqualTo(WorkState.CANCELLED);
                    return;
                }
            }
            stays = done(stays, steps.get(at).what(), now, toldThere);
            goes = done(goes, steps.get(at).what(), now, toldHere);
        }
        assertThat(toldHere).isEqualTo(toldThere);
        assertThat(goes.work()).isEqualTo(stays.work());
        assertThat(goes.timeClass()).isEqualTo(stays.timeClass());
        assertThat(goes.deadline()).isEqualTo(stays.deadline());
        assertThat(goes.nextBoundaryAt()).isEqualTo(stays.nextBoundaryAt());
    }

    private static Due due(Assignment task) {
        return java.util.Objects.requireNonNull(task.planned().due());
    }

    private static Assignment done(Assignment task, int what, Instant now, List<String> told) {
        Decision<Assignment> decision = switch (what) {
            case 0 -> Passing.boundaries(task, now);
            case 1 -> Commands.recordProgress(task, OFFICER_OF_LEAD, Stories.PROGRESS, now);
            case 2 -> Commands.submit(task, OFFICER_OF_LEAD, Stories.DONE, now);
            case 3 -> Commands.giveBack(task, LEADER, "Thiếu phụ lục", now);
            default -> Commands.accept(task, LEADER, null, now);
        };
        if (decision instanceof Decision.Accepted<Assignment> accepted) {
            told.addAll(ofTime(accepted.facts()));
            return accepted.state();
        }
        return task;
    }

    private static List<String> ofTime(List<Fact> facts) {
        return facts.stream().filter(fact -> OF_TIME.contains(fact.type())).map(fact -> fact.type() + fact.data().get("daysLeft") + fact.data().get("step")).toList();
    }
}
