package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.Extension;
import vn.dondoc.contracts.event.News;
import vn.dondoc.contracts.event.PartOf;
import vn.dondoc.contracts.event.Particulars;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.task.deadline.Deadline;

/** An assignment while parts of it are changed; who it is stays. */
final class AssignmentEdit {

    private final Assignment before;
    Planned planned;
    @Nullable Deadline deadline;
    @Nullable Extension extension;
    @Nullable Explanation explanation;
    @Nullable News news;
    @Nullable Particulars particulars;
    @Nullable Sharing sharing;
    @Nullable NewsDue newsDue;
    Work work;
    @Nullable PersonId sentBy;
    boolean overdueBeforeEntry;
    TimeClass timeClass;
    int rank;
    List<String> tokens;
    @Nullable Instant nextBoundaryAt;
    @Nullable LocalDate assignedOn;
    @Nullable PartOf partOf;
    @Nullable Whole whole;
    @Nullable Recurrence recurrence;

    AssignmentEdit(Assignment before) {
        this.before = before;
        planned = before.planned();
        assignedOn = before.assignedOn();
        partOf = before.partOf();
        whole = before.whole();
        recurrence = before.recurrence();
        deadline = before.deadline();
        extension = before.extension();
        explanation = before.explanation();
        news = before.news();
        particulars = before.particulars();
        sharing = before.sharing();
        newsDue = before.newsDue();
        work = before.work();
        sentBy = before.sentBy();
        overdueBeforeEntry = before.overdueBeforeEntry();
        timeClass = before.timeClass();
        rank = before.rank();
        tokens = before.tokens();
        nextBoundaryAt = before.nextBoundaryAt();
    }

    Assignment done() {
        if (!Objects.equals(particulars, before.particulars())) {
            tokens = Assignment.wordsOf(planned, particulars);
        }
        return new Assignment(before.id(), before.province(), before.commune(), planned, partOf, whole, recurrence, assignedOn, deadline, extension,
                explanation, news, particulars, sharing, newsDue, before.carried(), before.directive(), work, sentBy, overdueBeforeEntry, timeClass, rank, tokens, nextBoundaryAt);
    }
}
