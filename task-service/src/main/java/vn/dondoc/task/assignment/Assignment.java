package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Extension;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Folded;
import vn.dondoc.task.deadline.Deadline;
import vn.dondoc.task.deadline.TimeClasses;

/**
 * One task with those who answer for it, as it is now. The last four components follow from the others; they are stored so that lists
 * and the sweep find by index.
 *
 * @param deadline null where the plan names no single day
 * @param extension null where none was ever asked for
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
        @Nullable Deadline deadline,
        @Nullable Extension extension,
        Work work,
        boolean overdueBeforeEntry,
        TimeClass timeClass,
        int rank,
        List<String> tokens,
        @Nullable Instant nextBoundaryAt) {

    static Assignment of(PlannedTask task, Instant at, long order) {
        var deadline = Deadline.of(task.due(), at);
        var planned = Planned.of(task, order);
        var timeClass = TimeClasses.of(lastDayOf(deadline), Work.NONE.state(), null, dayOf(at));
        var bare = new Assignment(task.id(), task.province(), task.commune(), planned, deadline, null, Work.NONE,
                timeClass == TimeClass.OVERDUE, timeClass, 0, wordsOf(planned), null);
        return bare.asOf(at);
    }

    Assignment with(Work newWork, Instant at) {
        return new Assignment(id, province, commune, planned, deadline, extension, newWork, overdueBeforeEntry, timeClass, rank, tokens,
                nextBoundaryAt).asOf(at);
    }

    Assignment with(Deadline newDeadline, Instant at) {
        return new Assignment(id, province, commune, planned, newDeadline, extension, work, overdueBeforeEntry, timeClass, rank, tokens,
                nextBoundaryAt).asOf(at);
    }

    Assignment with(Planned units) {
        return new Assignment(id, province, commune, units, deadline, extension, work, overdueBeforeEntry, timeClass, rank, tokens, nextBoundaryAt);
    }

    /** By what its plan says now; the deadline is told apart. */
    Assignment amended(Planned newPlanned, Work newWork) {
        return new Assignment(id, province, commune, newPlanned, deadline, extension, newWork, overdueBeforeEntry, timeClass, rank,
                wordsOf(newPlanned), nextBoundaryAt);
    }

    /** Until another day, or none; what had passed before entry is urged again only if the new day has not. */
    Assignment until(@Nullable Deadline newDeadline, Instant at) {
        var passed = overdueBeforeEntry && newDeadline != null && newDeadline.lastDay().isBefore(dayOf(at));
        return new Assignment(id, province, commune, planned, newDeadline, extension, work, passed, timeClass, rank, tokens, nextBoundaryAt)
                .asOf(at);
    }

    Assignment with(@Nullable Extension newExtension) {
        return new Assignment(id, province, commune, planned, deadline, newExtension, work, overdueBeforeEntry, timeClass, rank, tokens,
                nextBoundaryAt);
    }

    public @Nullable LocalDate lastDay() {
        return lastDayOf(deadline);
    }

    /** The day of something that happens now; never before a day that was told already. */
    LocalDate dayFor(Instant now) {
        return dayOf(deadline == null ? now : deadline.noEarlier(now));
    }

    /** The state as events carry it. */
    TaskState told() {
        return new TaskState(id, planned.plan(), province, commune, planned.order(), planned.ordinal(), planned.title(), planned.lead(),
                planned.coordinating(), planned.budgetVnd(), planned.due(), lastDay(), work.state(), timeClass, work.opened(),
                overdueBeforeEntry, work.submittedOn(), extension);
    }

    private Assignment asOf(Instant at) {
        var newClass = TimeClasses.of(lastDay(), work.state(), work.submittedOn(), dayFor(at));
        var next = deadline == null || !work.unfinished() || overdueBeforeEntry ? null : deadline.next().orElse(null);
        return new Assignment(id, province, commune, planned, deadline, extension, work, overdueBeforeEntry, newClass, TimeClasses.rank(newClass),
                tokens, next);
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, DomainClock.ZONE);
    }

    private static @Nullable LocalDate lastDayOf(@Nullable Deadline deadline) {
        return deadline == null ? null : deadline.lastDay();
    }

    private static List<String> wordsOf(Planned task) {
        var words = new ArrayList<>(List.of(task.title()));
        if (task.product() != null) {
            words.add(task.product());
        }
        return Folded.tokens(String.join(" ", words));
    }
}
