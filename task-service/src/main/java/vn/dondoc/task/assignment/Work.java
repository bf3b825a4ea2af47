package vn.dondoc.task.assignment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.WorkState;

/**
 * What people recorded. Their words are not here: those are kept beside the history, erasable.
 *
 * @param opened somebody of a lead unit has opened it
 * @param percent 0 to 100, as last told; null if nobody wanted to tell
 * @param submittedOn the day of the submission that stands; null while open or returned
 * @param evidence the product as last submitted, where it is a document
 */
public record Work(
        WorkState state,
        boolean opened,
        @Nullable Integer percent,
        @Nullable LocalDate submittedOn,
        @Nullable Evidence evidence) {

    static final Work NONE = new Work(WorkState.NOT_STARTED, false, null, null, null);

    boolean unfinished() {
        return state == WorkState.NOT_STARTED || state == WorkState.IN_PROGRESS;
    }

    Work in(WorkState next) {
        return new Work(next, opened, percent, submittedOn, evidence);
    }

    Work seen() {
        return new Work(state, true, percent, submittedOn, evidence);
    }

    Work unseen() {
        return new Work(state, false, percent, submittedOn, evidence);
    }

    Work at(@Nullable Integer told) {
        return new Work(state, opened, told == null ? percent : told, submittedOn, evidence);
    }

    Work submitted(LocalDate day, @Nullable Evidence product) {
        return new Work(state, opened, percent, day, product);
    }

    Work with(@Nullable Evidence product) {
        return new Work(state, opened, percent, submittedOn, product);
    }

    Work notSubmitted() {
        return new Work(state, opened, percent, null, evidence);
    }
}
