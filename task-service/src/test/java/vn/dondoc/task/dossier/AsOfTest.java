package vn.dondoc.task.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Aggregates.Told;
import vn.dondoc.platform.history.HistoryEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Days end at midnight in Vietnam, 17:00 UTC. */
class AsOfTest {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 25);

    private final List<Told> history = new ArrayList<>();

    @Test
    void a_day_is_judged_by_itself_however_late_the_sweep_told_it() {
        tell("TaskAssigned", "2026-11-01T01:00:00Z", state(DUE, WorkState.NOT_STARTED, null));
        tell("TaskOverdue", "2026-11-27T03:00:00Z", state(DUE, WorkState.NOT_STARTED, null));
        assertThat(on(25).timeClass()).isEqualTo(TimeClass.DUE_SOON);
        assertThat(on(26).timeClass()).as("an outage told it a day later").isEqualTo(TimeClass.OVERDUE);
        assertThat(on(26).entries()).hasSize(1);
    }

    @Test
    void what_came_after_the_end_of_the_day_is_not_known() {
        tell("TaskAssigned", "2026-11-01T01:00:00Z", state(DUE, WorkState.NOT_STARTED, null));
        tell("CompletionSubmitted", "2026-11-24T16:59:59.999Z", state(DUE, WorkState.SUBMITTED, LocalDate.of(2026, 11, 24)));
        tell("FilesAttached", "2026-11-24T16:59:59.999Z", null);
        tell("CompletionReturned", "2026-11-24T17:00:00Z", state(DUE, WorkState.IN_PROGRESS, null));
        assertThat(on(24).state().workState()).isEqualTo(WorkState.SUBMITTED);
        assertThat(on(24).timeClass()).isEqualTo(TimeClass.COMPLETED_IN_TIME);
        assertThat(on(24).entries()).hasSize(3);
        assertThat(on(25).state().workState()).isEqualTo(WorkState.IN_PROGRESS);
        assertThat(AsOf.of(history, LocalDate.of(2026, 10, 31))).isEmpty();
        assertThat(AsOf.of(List.of(), DUE)).isEmpty();
    }

    @Test
    void every_move_of_the_last_day_is_told_once_with_who_moved_it() {
        tell("TaskAssigned", "2026-11-01T01:00:00Z", state(DUE, WorkState.NOT_STARTED, null));
        tell("ProgressRecorded", "2026-11-02T01:00:00Z", state(DUE, WorkState.IN_PROGRESS, null));
        tell("ExtensionGranted", "2026-11-03T01:00:00Z", state(DUE.plusDays(10), WorkState.IN_PROGRESS, null));
        tell("TaskAmended", "2026-11-04T01:00:00Z", state(DUE.plusDays(10), WorkState.IN_PROGRESS, null));
        tell("DeadlineMoved", "2026-11-05T01:00:00Z", state(null, WorkState.IN_PROGRESS, null));
        assertThat(on(10).moves()).extracting(move -> move.told().entry().type(), AsOf.Moved::before, AsOf.Moved::after).containsExactly(
                tuple("TaskAssigned", null, DUE),
                tuple("ExtensionGranted", DUE, DUE.plusDays(10)),
                tuple("DeadlineMoved", DUE.plusDays(10), null));
        assertThat(on(3).moves()).hasSize(2);
    }

    private AsOf on(int day) {
        return AsOf.of(history, LocalDate.of(2026, 11, day)).orElseThrow();
    }

    private static TaskState state(@Nullable LocalDate due, WorkState work, @Nullable LocalDate submitted) {
        return new TaskState(new TaskId("t"), new PlanId("p"), new UnitId("tinh"), new UnitId("xa"), 0, "1", "Rà soát", List.of(new UnitId("kinhte")), List.of(), 5L,
                new Due.By(DUE, false, false), due, work, TimeClass.IN_TIME, true, false, submitted, null);
    }

    @SuppressWarnings("unchecked")
    private void tell(String type, String at, @Nullable TaskState state) {
        Map<String, Object> data = state == null ? Map.of("files", List.of()) : Map.of("task", EventJson.mapper().convertValue(state, Map.class));
        var moment = Instant.parse(at);
        history.add(new Told(new HistoryEntry("e" + history.size(), type, history.size() + 1L, moment, moment, Actor.system("test"), "xa", "c", null, null, data), null));
    }
}
