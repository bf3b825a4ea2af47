package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.history.Decision;

/** Most plans are published after some of their dates: what was done meanwhile is judged by the day it was really done. */
final class BeforeEntry {

    private BeforeEntry() {}

    /** Why that day cannot be told; nothing where it can, none is told, or nothing can be submitted at all. */
    static Optional<Decision<Assignment>> refused(Assignment task, Standpoint who, @Nullable LocalDate doneOn, Instant at) {
        if (doneOn == null || Rights.refusal(task, who, Command.COMPLETION).isPresent()) {
            return Optional.empty();
        }
        if (!task.overdueBeforeEntry()) {
            return Optional.of(Decision.refuse(422, "DONE_ON_NOT_ASKED"));
        }
        return doneOn.isAfter(Assignment.dayOf(at)) ? Optional.of(Decision.refuse(422, "DONE_ON_TO_COME")) : Optional.empty();
    }
}
