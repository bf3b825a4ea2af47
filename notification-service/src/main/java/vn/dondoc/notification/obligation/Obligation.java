package vn.dondoc.notification.obligation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A task or a report as of its newest event.
 *
 * @param ref id of the task or report
 * @param responsible the lead units, or the unit that owes the report
 * @param owedTo the unit the report is owed to; null for tasks, whose results the standing unit accepts
 * @param period of a report; null for tasks
 * @param lastDay the last day in time; null without a deadline
 * @param overdue its last day has ended
 * @param remindedDays of the newest reminder before the last day: the days it announced; null before the first
 * @param extensionAsked the last day that is asked for instead and was not decided on; null where nothing waits
 * @param followers positions that asked to be told of it
 * @param returnedOn the day the lead unit gave it back to its giver, who has not decided yet; else null
 * @param explanation that a leader asked for; null where none was ever asked for, or nobody has to answer any more
 * @param isStale it is ongoing and nothing was heard of it for long; null where it owes no news
 * @param released units that led until it was given to others, by the newest event that did so; null where none did
 * @param decider the unit that decides on a part of its directive; null where whoever decides on tasks of plans does
 * @param givenOf the task that it was given on from, whose lead units decide on it; null where it was not
 */
public record Obligation(
        ObligationKind kind,
        String ref,
        UnitId province,
        UnitId commune,
        List<UnitId> responsible,
        @Nullable UnitId owedTo,
        PlanId plan,
        String title,
        @Nullable String period,
        @Nullable LocalDate lastDay,
        Standing standing,
        boolean overdue,
        @Nullable Integer remindedDays,
        @Nullable LocalDate extensionAsked,
        @Nullable LocalDate returnedOn,
        List<PositionId> followers,
        @Nullable Explanation explanation,
        @Nullable Boolean isStale,
        @Nullable String givenOf,
        @Nullable List<UnitId> released,
        @Nullable UnitId decider) {

    public Obligation {
        responsible = List.copyOf(responsible);
        followers = Lists.orEmpty(followers);
        released = released == null ? null : List.copyOf(released);
    }

    /**
     * The obligation after an event; null where the event is not about one.
     *
     * @param before as it was known; null where it was not
     */
    public static @Nullable Obligation after(@Nullable Obligation before, DomainEvent event) {
        var reminded = before == null ? null : before.remindedDays();
        return switch (event) {
            case TaskEvent.TaskDueSoon soon -> of(soon.task(), soon.daysLeft()).releasing(before == null ? List.of() : before.released());
            case ReportEvent.ReportDueSoon soon -> of(soon.report(), soon.daysLeft());
            case TaskEvent.TaskReassigned given -> of(given.task(), reminded).releasing(before == null ? List.of() : before.responsible());
            case TaskEvent any -> of(any.task(), reminded).releasing(before == null ? List.of() : before.released());
            case ReportEvent any -> of(any.report(), reminded);
            default -> null;
        };
    }

    private static Obligation of(TaskState task, @Nullable Integer reminded) {
        return new Obligation(
                ObligationKind.TASK, task.id().value(), task.province(), task.commune(), task.lead(), null, task.plan(), task.title(), null,
                task.lastDay(), Standing.of(task.workState()), task.timeClass() == TimeClass.OVERDUE, reminded,
                task.extension() == null ? null : task.extension().asked(), task.returnedOn(),
                task.particulars() == null ? List.of() : task.particulars().followers(),
                task.workState() == WorkState.CANCELLED ? null : task.explanation(),
                task.news() == null ? null : task.news().stale(), givenOf(task),
                null, task.directive() == null || givenOf(task) != null ? null : task.directive().decider());
    }

    private static Obligation of(ReportState report, @Nullable Integer reminded) {
        return new Obligation(
                ObligationKind.REPORT, report.id().value(), report.province(), report.commune(), List.of(report.unit()), report.owedTo(),
                report.plan(), report.title(), report.period(), report.lastDay(), Standing.of(report.status()),
                report.status() == ReportStatus.OVERDUE, reminded, null, null, List.of(), null, null, null, null, null);
    }

    private Obligation releasing(@Nullable List<UnitId> units) {
        var left = Lists.orEmpty(units).stream().filter(unit -> !responsible.contains(unit)).toList();
        return new Obligation(
                kind, ref, province, commune, responsible, owedTo, plan, title, period, lastDay, standing, overdue, remindedDays, extensionAsked,
                returnedOn, followers, explanation, isStale, givenOf, left.isEmpty() ? null : left, decider);
    }

    /** The last day to explain in time; null where nobody has to. */
    public @Nullable LocalDate explainUntil() {
        return explanation == null || explanation.givenOn() != null ? null : explanation.lastDay();
    }

    public boolean stale() {
        return Boolean.TRUE.equals(isStale);
    }

    private static @Nullable String givenOf(TaskState task) {
        var partOf = task.partOf();
        return partOf == null || partOf.kind() == PartKind.OCCURRENCE ? null : partOf.whole().value();
    }

    public String key() {
        return key(kind, ref);
    }

    public static String key(ObligationKind kind, String ref) {
        return kind.word() + ":" + ref;
    }
}
