package vn.dondoc.notification.obligation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.ConsolidationEvent;
import vn.dondoc.contracts.event.ConsolidationState;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.TargetEvent;
import vn.dondoc.contracts.event.TargetState;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.contracts.id.UrgingId;

/**
 * A task or a report as of its newest event, or a target that another one entered a figure of or that is to be explained.
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
 * @param explanation that somebody above asked for; null where none was ever asked for, or nobody has to answer any more
 * @param isStale it is ongoing and nothing was heard of it for long; null where it owes no news
 * @param released units that led until it was given to others, by the newest event that did so; null where none did
 * @param decider the unit that decides on a part of its directive; null where whoever decides on tasks of plans does
 * @param background null in what was stored before it was kept
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
        @Nullable UnitId decider,
        @Nullable Background background) {

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
            case TargetEvent.TargetMeasured(var target, var figure, _) when figure.onBehalf() && target.owner() != null ->
                of(target, Objects.requireNonNull(target.owner()), figure.period());
            case TargetEvent.TargetExplanationRequested(var target) -> of(target);
            case TargetEvent.TargetExplanationDueSoon(var target, _) -> of(target);
            case TargetEvent.TargetExplanationOverdue(var target, _) -> of(target);
            case TargetEvent.TargetExplanationGiven(var target) -> of(target);
            case ConsolidationEvent any -> of(any.consolidation());
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
                null, task.directive() == null || givenOf(task) != null ? null : task.directive().decider(),
                Background.of(task));
    }

    private static Obligation of(ReportState report, @Nullable Integer reminded) {
        return new Obligation(
                ObligationKind.REPORT, report.id().value(), report.province(), report.commune(), List.of(report.unit()), report.owedTo(),
                report.plan(), report.title(), report.period(), report.lastDay(), Standing.of(report.status()),
                report.status() == ReportStatus.OVERDUE, reminded, null, null, List.of(),
                report.status() == ReportStatus.EXEMPTED ? null : report.explanation(), null, null, null, null, Background.of(report));
    }

    private static Obligation of(ConsolidationState consolidation) {
        return new Obligation(
                ObligationKind.CONSOLIDATION, consolidation.id().value(), consolidation.province(), consolidation.commune(), List.of(), null,
                new PlanId(consolidation.rule().value()), consolidation.title(), consolidation.period(), null,
                consolidation.presentedOn() == null ? Standing.CLOSED : Standing.SUBMITTED, false, null, null, null, List.of(), null, null, null, null, null, null);
    }

    private static @Nullable Obligation of(TargetState target) {
        return target.owner() == null ? null : of(target, target.owner(), null);
    }

    private static Obligation of(TargetState target, UnitId owner, @Nullable String period) {
        return new Obligation(
                ObligationKind.TARGET, target.id().value(), target.province(), target.commune(), List.of(owner), null, target.plan(), target.name(), period,
                null, Standing.OPEN, false, null, null, null, List.of(), target.withdrawnOn() == null ? target.explanation() : null, null, null, null,
                null, null);
    }

    private Obligation releasing(@Nullable List<UnitId> units) {
        var left = Lists.orEmpty(units).stream().filter(unit -> !responsible.contains(unit)).toList();
        return new Obligation(
                kind, ref, province, commune, responsible, owedTo, plan, title, period, lastDay, standing, overdue, remindedDays, extensionAsked,
                returnedOn, followers, explanation, isStale, givenOf, left.isEmpty() ? null : left, decider, background);
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

    /** The answer that a unit owes to a letter of urging. */
    public static Obligation answer(
            UrgingId letter, UnitId province, UnitId area, UnitId from, UnitId owedTo, String title, LocalDate lastDay, boolean given, boolean late) {
        return new Obligation(
                ObligationKind.URGING, letter.value() + ":" + from.value(), province, area, List.of(from), owedTo, new PlanId(letter.value()), title, null, lastDay, given ? Standing.CLOSED : Standing.OPEN, late,
                null, null, null, List.of(), null, null, null, null, null, null);
    }

    /** A week as its leaders are told of it; owed to nobody but the place itself. */
    public static Obligation week(UnitId place, UnitId province, LocalDate monday, String words) {
        return new Obligation(
                ObligationKind.WEEK, place.value() + ":" + monday, province, place, List.of(), place, new PlanId(place.value()), words, null, null,
                Standing.OPEN, false, null, null, null, List.of(), null, null, null, null, null, null);
    }

    public Background known() {
        return background == null ? Background.NONE : background;
    }

    public String key() {
        return key(kind, ref);
    }

    public static String key(ObligationKind kind, String ref) {
        return kind.word() + ":" + ref;
    }
}
