package vn.dondoc.task.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.platform.history.Aggregates.Told;
import vn.dondoc.platform.history.HistoryEntry;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.deadline.TimeClasses;

/**
 * A task as it was known at the end of a day, rebuilt from its history: each event carries the state after it. The time class is judged by
 * that day, since the sweep may have told a boundary later.
 *
 * @param day Asia/Ho_Chi_Minh
 * @param entries what had happened until then, oldest first
 * @param state after the last of them
 */
record AsOf(LocalDate day, List<Told> entries, TaskState state) {

    /** Nothing where the task was not assigned yet. */
    static Optional<AsOf> of(List<Told> history, LocalDate day) {
        var end = DomainClock.startOf(day.plusDays(1));
        var until = history.stream().filter(told -> told.entry().at().isBefore(end)).toList();
        return until.reversed().stream().flatMap(told -> stateAfter(told.entry()).stream()).findFirst().map(state -> new AsOf(day, until, state));
    }

    TimeClass timeClass() {
        return TimeClasses.of(state.lastDay(), state.workState(), state.submittedOn(), day);
    }

    /**
     * Another last day than before.
     *
     * @param before null where there was none; so is {@code after}
     */
    record Moved(Told told, @Nullable LocalDate before, @Nullable LocalDate after) {}

    /** How the last day changed, oldest first; the first one is where it began. */
    List<Moved> moves() {
        var moves = new ArrayList<Moved>();
        LocalDate known = null;
        for (var told : entries) {
            var state = stateAfter(told.entry());
            if (state.isPresent() && (moves.isEmpty() || !Objects.equals(known, state.get().lastDay()))) {
                moves.add(new Moved(told, known, state.get().lastDay()));
                known = state.get().lastDay();
            }
        }
        return moves;
    }

    private static Optional<TaskState> stateAfter(HistoryEntry entry) {
        return entry.data().get("task") instanceof Map<?, ?> task
                ? Optional.of(EventJson.mapper().convertValue(task, TaskState.class))
                : Optional.empty();
    }
}
