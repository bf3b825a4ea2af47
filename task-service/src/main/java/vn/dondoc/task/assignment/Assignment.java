package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.Carried;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.Extension;
import vn.dondoc.contracts.event.News;
import vn.dondoc.contracts.event.OfDirective;
import vn.dondoc.contracts.event.PartOf;
import vn.dondoc.contracts.event.Particulars;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Marks;
import vn.dondoc.platform.deadline.Reminders;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Folded;
import vn.dondoc.task.deadline.Deadline;
import vn.dondoc.task.deadline.TimeClasses;
import vn.dondoc.task.deadline.Timekeeping;

/**
 * One task with those who answer for it, as it is now. The last four components follow from the others; they are stored so that lists
 * and the sweep find by index.
 *
 * @param partOf null where it is no part of another task
 * @param whole what it keeps of the task that it is a part of, or of a directive whose giver decides on it; else null
 * @param recurrence null where it does not recur
 * @param assignedOn the day it was assigned, Asia/Ho_Chi_Minh; null where that was not recorded
 * @param deadline null where the plan names no single day
 * @param extension null where none was ever asked for
 * @param explanation null where none was ever asked for
 * @param news null where it is not ongoing
 * @param particulars null where nobody told any
 * @param sharing null where one unit leads, or none of several has finished and none concludes
 * @param newsDue until when the next news are waited for; null where none are
 * @param carried the task it comes from, where that was left unfinished by a plan that was closed; null else
 * @param directive that it is a part of; null where it is of a plan
 * @param sentBy who last sent something to be decided on; null where nothing was sent, or that was not recorded
 * @param overdueBeforeEntry its last day had ended when the plan was published: counted apart, never urged
 * @param timeClass as of the last thing that happened to it, boundaries included
 * @param rank its place in a list that shows the worst first
 * @param tokens folded words to search by
 * @param nextBoundaryAt when time has next something to tell; null when finished or never
 */
public record Assignment(
        TaskId id,
        UnitId province,
        UnitId commune,
        Planned planned,
        @Nullable PartOf partOf,
        @Nullable Whole whole,
        @Nullable Recurrence recurrence,
        @Nullable LocalDate assignedOn,
        @Nullable Deadline deadline,
        @Nullable Extension extension,
        @Nullable Explanation explanation,
        @Nullable News news,
        @Nullable Particulars particulars,
        @Nullable Sharing sharing,
        @Nullable NewsDue newsDue,
        @Nullable Carried carried,
        @Nullable OfDirective directive,
        Work work,
        @Nullable PersonId sentBy,
        boolean overdueBeforeEntry,
        TimeClass timeClass,
        int rank,
        List<String> tokens,
        @Nullable Instant nextBoundaryAt) {

    static Assignment of(PlannedTask task, Instant at, long order, Timekeeping keeping) {
        var deadline = Deadline.of(task.due(), at, keeping);
        var planned = Planned.of(task, order);
        var timeClass = TimeClasses.of(deadline == null ? null : deadline.lastDay(), keeping.reminders(), Work.NONE.state(), null, dayOf(at));
        var bare = new Assignment(task.id(), task.province(), task.commune(), planned, null, Whole.of(task.directive()),
                Recurring.begun(task.due(), dayOf(at)), dayOf(at), deadline, null, null, null, null, null, null, task.carried(), task.directive(), Work.NONE,
                null, timeClass == TimeClass.OVERDUE, timeClass, 0, wordsOf(planned), null);
        return Freshness.planned(bare.within(task.programme()), at, keeping).asOf(at);
    }

    /** As a part of that programme, where nobody has told anything else of it yet. */
    Assignment within(@Nullable String programme) {
        return programme == null || particulars != null ? this : edited(edit -> edit.particulars = Particulars.NONE.with(null, null, programme, null));
    }

    /** A part that is made at that moment, of the plan that its whole is of. */
    static Assignment part(
            TaskId id, UnitId province, UnitId commune, Planned planned, PartOf partOf, Whole whole,
            @Nullable OfDirective directive, Instant at, Timekeeping keeping) {
        var bare = new Assignment(id, province, commune, planned, partOf, whole, null, dayOf(at), Deadline.of(planned.due(), at, keeping), null,
                null, null, null, null, null, null, directive, Work.NONE, null, false, TimeClass.NO_DEADLINE, 0, wordsOf(planned), null);
        return Freshness.planned(bare, at, keeping).asOf(at);
    }

    /** Where a submission does not count any more, every share is open again. */
    Assignment with(Work newWork, Instant at) {
        var reopened = work.submittedOn() != null && newWork.submittedOn() == null;
        var settled = Freshness.settled(edited(edit -> {
            edit.work = newWork;
            edit.sharing = reopened ? Sharing.of(this).reopened().orNull(planned.lead()) : sharing;
        }), at);
        return (reopened ? Freshness.reopened(settled, at) : settled).asOf(at);
    }

    Assignment with(Deadline newDeadline, Instant at) {
        return edited(edit -> edit.deadline = newDeadline).asOf(at);
    }

    /** By what its plan says now; the deadline is told apart. */
    Assignment amended(Planned newPlanned, Work newWork) {
        return edited(edit -> {
            edit.planned = newPlanned;
            edit.sharing = Sharing.of(this).among(newPlanned.lead(), planned.lead(), UnaryOperator.identity()).orNull(newPlanned.lead());
            edit.work = newWork;
            edit.tokens = wordsOf(newPlanned, particulars);
        });
    }

    /** Until another day, or none; what had passed before entry is urged again only if the new day has not. */
    Assignment until(@Nullable Deadline newDeadline, Instant at) {
        return edited(edit -> {
            edit.deadline = newDeadline;
            edit.overdueBeforeEntry = overdueBeforeEntry && newDeadline != null && newDeadline.lastDay().isBefore(dayOf(at));
        }).asOf(at);
    }

    Assignment with(@Nullable Extension newExtension) {
        return edited(edit -> edit.extension = newExtension);
    }

    /** With whoever sends what waits for a decision from now on. */
    public Assignment sentBy(PersonId person) {
        return edited(edit -> edit.sentBy = person);
    }

    Assignment edited(Consumer<AssignmentEdit> change) {
        var edit = new AssignmentEdit(this);
        change.accept(edit);
        return edit.done();
    }

    /** The units that decide on it; none where the standing unit and the leaders of the commune do. */
    public List<UnitId> givers() {
        return whole == null ? List.of() : whole.giver().stream().filter(unit -> !planned.lead().contains(unit)).toList();
    }

    /** The position that does it; null where its units as a whole do. */
    public @Nullable PositionId doer() {
        return partOf == null ? null : partOf.position();
    }

    /** Whether it was given to a position in the very unit that gave it: whoever leads that unit decides on it as well. */
    public boolean isWithinUnit() {
        return doer() != null && whole != null && whole.giver().stream().anyMatch(planned.lead()::contains);
    }

    /** Whether none of those who decide on it is of its commune. */
    public boolean isDecidedBeyond(Predicate<UnitId> ofCommune) {
        return !givers().isEmpty() && givers().stream().noneMatch(ofCommune);
    }

    /** The units in whose name people act on it. */
    public List<UnitId> acting() {
        return Stream.concat(planned.lead().stream(), givers().stream()).toList();
    }

    public @Nullable LocalDate lastDay() {
        return deadline == null ? null : deadline.lastDay();
    }

    public Reminders reminders() {
        return deadline == null ? Reminders.DEFAULT : deadline.steps();
    }

    /** The day of something that happens now; never before a day that was told already. */
    LocalDate dayFor(Instant now) {
        return dayOf(deadline == null ? now : deadline.noEarlier(now));
    }

    /** The state as events carry it. */
    TaskState told() {
        return new TaskState(id, planned.plan(), province, commune, planned.order(), planned.ordinal(), planned.title(), planned.lead(),
                planned.coordinating(), planned.budgetVnd(), planned.due(), lastDay(), work.state(), timeClass, work.opened(),
                overdueBeforeEntry, work.submittedOn(), extension, deadline == null ? null : deadline.planned(), assignedOn, work.openedOn(), work.returnedOn(),
                sharing == null ? null : sharing.told(), partOf, explanation, news, particulars, directive);
    }

    /** As time has it: the class, the rank and what time tells next follow from the rest. */
    Assignment asOf(Instant at) {
        var newClass = TimeClasses.of(lastDay(), reminders(), work.state(), work.finishedOn(), dayFor(at));
        return edited(edit -> {
            edit.timeClass = newClass;
            edit.rank = TimeClasses.rank(newClass);
            edit.nextBoundaryAt = Passing.next(this).orElse(null);
        });
    }

    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, DomainClock.ZONE);
    }

    /** The words of the task, and whether it is for those who do not see all. */
    static List<String> wordsOf(Planned task, @Nullable Particulars particulars) {
        return particulars == null
                ? wordsOf(task)
                : Marks.with(wordsOf(task), particulars.programme(), particulars.nationalCode() != null
                        || particulars.level() == AssigningLevel.CENTRAL || particulars.level() == AssigningLevel.PROVINCE);
    }

    private static List<String> wordsOf(Planned task) {
        var words = new ArrayList<>(List.of(task.title()));
        if (task.product() != null) {
            words.add(task.product());
        }
        return Folded.tokens(String.join(" ", words));
    }
}
