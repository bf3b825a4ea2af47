package vn.dondoc.task.assignment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.WorkState;

/**
 * What people recorded. Their words are not here but for the names of figures: those are kept beside the history, erasable.
 *
 * @param opened somebody of a lead unit has opened it
 * @param percent 0 to 100, as last told; null if nobody wanted to tell
 * @param submittedOn the day of the submission that stands; null while open or returned
 * @param evidence the product as last submitted, where it is a document
 * @param openedOn the first day somebody of a lead unit opened it; null while nobody has, or where that was not recorded
 * @param returnedOn the day the lead unit gave it back to its giver, who has not decided yet; only before it is begun
 * @param decideBy the last day to decide on the submission, which then counts as accepted; null where it waits without end
 * @param doneOn the day it was really done, where the deadline was past when the plan was published; else null
 * @param figures the latest of each name, those told last first; null where none was told
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
        @Nullable LocalDate doneOn,
        @Nullable List<Figures.Latest> figures) {

    static final Work NONE = new Work(WorkState.NOT_STARTED, false, null, null, null, null, null, null, null, null);

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
                next == WorkState.SUBMITTED ? decideBy : null, doneOn, figures);
    }

    Work seen(LocalDate day) {
        return new Work(state, true, percent, submittedOn, evidence, openedOn == null ? day : openedOn, returnedOn, decideBy, doneOn, figures);
    }

    /** By those who answer for it from now on, who have not given it back either. */
    Work unseen() {
        return new Work(state, false, percent, submittedOn, evidence, null, null, decideBy, doneOn, figures);
    }

    Work at(Tasks.Progress told, LocalDate day) {
        return new Work(state, opened, told.percent() == null ? percent : told.percent(), submittedOn, evidence, openedOn, returnedOn, decideBy, doneOn,
                Figures.after(figures, told.figures(), day));
    }

    /** With the figures that were told beside it; null for none. */
    Work telling(@Nullable List<Tasks.Figure> told, LocalDate day) {
        return new Work(state, opened, percent, submittedOn, evidence, openedOn, returnedOn, decideBy, doneOn, Figures.after(figures, told, day));
    }

    Work submitted(LocalDate day, @Nullable Evidence product, @Nullable LocalDate until, @Nullable LocalDate really) {
        return new Work(state, opened, percent, day, product, openedOn, returnedOn, until, really, figures);
    }

    Work with(@Nullable Evidence product) {
        return new Work(state, opened, percent, submittedOn, product, openedOn, returnedOn, decideBy, doneOn, figures);
    }

    Work notSubmitted() {
        return new Work(state, opened, percent, null, evidence, openedOn, returnedOn, null, null, figures);
    }

    /** Given up here, and to go on elsewhere as it waits. */
    Work left() {
        return new Work(WorkState.CANCELLED, opened, percent, null, evidence, openedOn, returnedOn, decideBy, doneOn, figures);
    }

    /** @param day null once the giver has decided */
    Work returned(@Nullable LocalDate day) {
        return new Work(state, opened, percent, submittedOn, evidence, openedOn, day, decideBy, doneOn, figures);
    }
}
