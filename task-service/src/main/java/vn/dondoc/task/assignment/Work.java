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
 * @param openedOn the first day somebody of a lead unit opened it; null while nobody has, or where that was not recorded
 * @param returnedOn the day the lead unit gave it back to its giver, who has not decided yet; only before it is begun
 * @param decideBy the last day to decide on the submission, which then counts as accepted; null where it waits without end
 * @param doneOn the day it was really done, where the deadline was past when the plan was published; else null
 */
public record Work(
        WorkState state,
        boolean opened,
        @Nullable Integer percent,
        @Nullable LocalDate submittedOn,
        @Nullable Evidence evidence,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate returnedOn,
        @Nullable LocalDate decideBy,
        @Nullable LocalDate doneOn) {

    static final Work NONE = new Work(WorkState.NOT_STARTED, false, null, null, null, null, null, null, null);

    boolean unfinished() {
        return state == WorkState.NOT_STARTED || state == WorkState.IN_PROGRESS;
    }

    /** The day by which it is judged; null while it is open. */
    public @Nullable LocalDate finishedOn() {
        return doneOn == null ? submittedOn : doneOn;
    }

    /** Only what has not begun waits for its giver, and only a submission for a verdict. */
    Work in(WorkState next) {
        return new Work(next, opened, percent, submittedOn, evidence, openedOn, next == WorkState.NOT_STARTED ? returnedOn : null,
                next == WorkState.SUBMITTED ? decideBy : null, doneOn);
    }

    Work seen(LocalDate day) {
        return new Work(state, true, percent, submittedOn, evidence, openedOn == null ? day : openedOn, returnedOn, decideBy, doneOn);
    }

    /** By those who answer for it from now on, who have not given it back either. */
    Work unseen() {
        return new Work(state, false, percent, submittedOn, evidence, null, null, decideBy, doneOn);
    }

    Work at(@Nullable Integer told) {
        return new Work(state, opened, told == null ? percent : told, submittedOn, evidence, openedOn, returnedOn, decideBy, doneOn);
    }

    Work submitted(LocalDate day, @Nullable Evidence product, @Nullable LocalDate until, @Nullable LocalDate really) {
        return new Work(state, opened, percent, day, product, openedOn, returnedOn, until, really);
    }

    Work with(@Nullable Evidence product) {
        return new Work(state, opened, percent, submittedOn, product, openedOn, returnedOn, decideBy, doneOn);
    }

    Work notSubmitted() {
        return new Work(state, opened, percent, null, evidence, openedOn, returnedOn, null, null);
    }

    /** @param day null once the giver has decided */
    Work returned(@Nullable LocalDate day) {
        return new Work(state, opened, percent, submittedOn, evidence, openedOn, day, decideBy, doneOn);
    }
}
