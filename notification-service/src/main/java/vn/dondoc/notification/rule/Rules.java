package vn.dondoc.notification.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.ConsolidationEvent;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.TargetEvent;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;

import static vn.dondoc.notification.rule.Audience.DECIDING;
import static vn.dondoc.notification.rule.Audience.FOLLOWING;
import static vn.dondoc.notification.rule.Audience.FORMER;
import static vn.dondoc.notification.rule.Audience.HEAD;
import static vn.dondoc.notification.rule.Audience.LEADER;
import static vn.dondoc.notification.rule.Audience.OWED_TO;
import static vn.dondoc.notification.rule.Audience.PROVINCE;
import static vn.dondoc.notification.rule.Audience.RESPONSIBLE;
import static vn.dondoc.notification.rule.Audience.STANDING;
import static vn.dondoc.notification.rule.Urgency.CRITICAL;
import static vn.dondoc.notification.rule.Urgency.INFORMATION;
import static vn.dondoc.notification.rule.Urgency.NORMAL;

/**
 * The one place that says what is told to whom.
 *
 * <table>
 * <caption>E-mail always comes with an entry in the inbox</caption>
 * <tr><th>event</th><th>positions</th><th>urgency</th><th>channels</th></tr>
 * <tr><td>TaskAssigned</td><td>lead units</td><td>normal</td><td>inbox, e-mail</td></tr>
 * <tr><td>TaskAssigned, a period of one that recurs</td><td>lead units</td><td>normal</td><td>inbox</td></tr>
 * <tr><td>TaskReassigned, ReportReassigned</td><td>lead units and those that led before, owing unit</td><td>normal</td><td>inbox, e-mail</td></tr>
 * <tr><td>DeadlineMoved, ReportMoved</td><td>lead units and followers, owing unit</td><td>normal</td><td>inbox, e-mail</td></tr>
 * <tr><td>TaskDueSoon, ReportDueSoon</td><td>lead units, owing unit</td><td>normal</td><td>inbox, e-mail</td></tr>
 * <tr><td>TaskOverdue</td><td>lead units, standing unit, followers</td><td>critical</td><td>inbox, e-mail, Zalo, SMS</td></tr>
 * <tr><td>TaskOverdue of a part</td><td>lead units, lead units of the whole, followers</td><td>critical</td><td>inbox, e-mail, Zalo, SMS</td></tr>
 * <tr><td>TaskAssigned, TaskOverdue before entry</td><td>lead units, once for both: for the real result</td><td>normal</td><td>inbox, e-mail</td></tr>
 * <tr><td>ReportOverdue</td><td>owing unit, unit it is owed to</td><td>critical</td><td>inbox, e-mail, Zalo, SMS</td></tr>
 * <tr><td>TaskEscalated, ReportEscalated 1</td><td>head of the unit</td><td>critical</td><td>inbox, e-mail, Zalo, SMS</td></tr>
 * <tr><td>TaskEscalated, ReportEscalated 2</td><td>standing unit</td><td>critical</td><td>inbox, e-mail, Zalo, SMS</td></tr>
 * <tr><td>TaskEscalated, ReportEscalated 3</td><td>leaders of the commune; the province of what it or a level above it set, or is owed</td><td>critical</td><td>inbox, e-mail, Zalo, SMS</td></tr>
 * <tr><td>CompletionSubmitted, ExtensionRequested</td><td>standing unit, leaders on its own tasks, lead units of the whole on its parts</td><td>normal</td><td>inbox</td></tr>
 * <tr><td>ExtensionGranted, ExtensionRefused</td><td>lead units</td><td>normal</td><td>inbox, e-mail</td></tr>
 * <tr><td>TaskReturnedToGiver</td><td>standing unit, leaders on its own tasks</td><td>normal</td><td>inbox</td></tr>
 * <tr><td>ReturnToGiverRefused, TaskReopened</td><td>lead units</td><td>normal</td><td>inbox, e-mail</td></tr>
 * <tr><td>TaskCancelled</td><td>lead units</td><td>information</td><td>inbox</td></tr>
 * <tr><td>TaskStale</td><td>lead units</td><td>normal</td><td>inbox, e-mail</td></tr>
 * <tr><td>CompletionReturned, ReportReturned</td><td>lead units, owing unit</td><td>normal</td><td>inbox, e-mail</td></tr>
 * <tr><td>ExplanationRequested</td><td>lead units</td><td>critical</td><td>inbox, e-mail, Zalo, SMS</td></tr>
 * <tr><td>ExplanationDueSoon</td><td>lead units</td><td>normal</td><td>inbox, e-mail</td></tr>
 * <tr><td>ExplanationOverdue</td><td>head of the unit, leaders of the commune, who gave the directive</td><td>critical</td><td>inbox, e-mail, Zalo, SMS</td></tr>
 * <tr><td>ExplanationGiven</td><td>leaders of the commune, who gave the directive</td><td>normal</td><td>inbox</td></tr>
 * <tr><td>ReportExplanationRequested, TargetExplanationRequested</td><td>owing unit, unit that answers for it</td><td>critical</td><td>inbox, e-mail, Zalo, SMS</td></tr>
 * <tr><td>ReportExplanationDueSoon, TargetExplanationDueSoon</td><td>owing unit, unit that answers for it</td><td>normal</td><td>inbox, e-mail</td></tr>
 * <tr><td>ReportExplanationOverdue</td><td>head of the unit, unit it is owed to, leaders of the commune but of what the province asked for</td><td>critical</td><td>inbox, e-mail, Zalo, SMS</td></tr>
 * <tr><td>TargetExplanationOverdue</td><td>head of the unit, standing unit, leaders of the commune</td><td>critical</td><td>inbox, e-mail, Zalo, SMS</td></tr>
 * <tr><td>ReportExplanationGiven</td><td>unit it is owed to, leaders of the commune but of what the province asked for</td><td>normal</td><td>inbox</td></tr>
 * <tr><td>TargetExplanationGiven</td><td>standing unit, leaders of the commune</td><td>normal</td><td>inbox</td></tr>
 * <tr><td>ConclusionUnitNamed</td><td>lead units</td><td>normal</td><td>inbox</td></tr>
 * <tr><td>TaskCompleted</td><td>lead units, followers</td><td>information</td><td>inbox</td></tr>
 * <tr><td>ReportRequested</td><td>owing unit</td><td>normal</td><td>inbox</td></tr>
 * <tr><td>ReportPrepared</td><td>head of the unit</td><td>normal</td><td>inbox</td></tr>
 * <tr><td>ReportUrged</td><td>owing unit</td><td>as due soon or overdue</td><td>inbox, e-mail</td></tr>
 * <tr><td>ReportSubmitted for another unit</td><td>unit it is owed to, owing unit</td><td>normal</td><td>inbox</td></tr>
 * <tr><td>a letter of urging is sent</td><td>head of the unit that is urged</td><td>critical</td><td>inbox, e-mail, Zalo, SMS</td></tr>
 * <tr><td>its last day to answer has passed</td><td>head of the unit, unit that wrote it</td><td>critical</td><td>inbox, e-mail, Zalo, SMS</td></tr>
 * <tr><td>it was answered</td><td>unit that wrote it</td><td>normal</td><td>inbox, e-mail</td></tr>
 * <tr><td>ReportSubmitted</td><td>unit it is owed to</td><td>normal</td><td>inbox</td></tr>
 * <tr><td>ConsolidationPresented</td><td>leaders of the commune and who decides beside them, or standing unit of the province</td><td>normal</td><td>inbox</td></tr>
 * <tr><td>TargetMeasured for another unit</td><td>unit that answers for it</td><td>information</td><td>inbox</td></tr>
 * </table>
 */
public final class Rules {

    private Rules() {}

    /**
     * What the event is told as; nothing for events that nobody is told of.
     *
     * @param on the day it happened, Asia/Ho_Chi_Minh
     */
    public static Optional<Notice> of(DomainEvent event, LocalDate on) {
        return switch (event) {
            case TaskEvent task -> Optional.ofNullable(of(task, on));
            case ReportEvent report -> Optional.ofNullable(of(report, on));
            case TargetEvent target -> Optional.ofNullable(of(target));
            case ConsolidationEvent.ConsolidationPresented _ -> Optional.of(Notice.inbox(Occasion.SUBMITTED, NORMAL, DECIDING).eachTime());
            default -> Optional.empty();
        };
    }

    /** What a letter of urging is told as, which is no event of others. */
    public static Notice ofUrging(Occasion occasion) {
        return switch (occasion) {
            case URGED -> Notice.inbox(Occasion.URGED, CRITICAL, HEAD).eachTime().pressing();
            case URGING_OVERDUE -> Notice.inbox(Occasion.URGING_OVERDUE, CRITICAL, HEAD, OWED_TO).eachTime().pressing();
            case URGING_ANSWERED -> Notice.inbox(Occasion.URGING_ANSWERED, NORMAL, OWED_TO).eachTime().andEmail();
            default -> throw new IllegalArgumentException(occasion.name());
        };
    }

    /** What a week is told as: to the leaders of a commune, or to the standing unit of a province. */
    public static Notice ofWeek(boolean ofProvince) {
        return Notice.inbox(Occasion.WEEKLY, NORMAL, ofProvince ? PROVINCE : LEADER).andEmail();
    }

    private static @Nullable Notice of(TaskEvent event, LocalDate on) {
        return switch (event) {
            case TaskEvent.TaskAssigned assigned when assigned.task().overdueBeforeEntry() -> null;
            case TaskEvent.TaskAssigned(var task) when isOccurrence(task) -> Notice.inbox(Occasion.ASSIGNED, NORMAL, RESPONSIBLE);
            case TaskEvent.TaskAssigned _ -> Notice.inbox(Occasion.ASSIGNED, NORMAL, RESPONSIBLE).andEmail();
            case TaskEvent.TaskReassigned _ -> Notice.inbox(Occasion.ASSIGNED, NORMAL, RESPONSIBLE, FORMER).eachTime().andEmail();
            case TaskEvent.DeadlineMoved _ -> Notice.inbox(Occasion.MOVED, NORMAL, RESPONSIBLE, FOLLOWING).eachTime().andEmail();
            case TaskEvent.TaskDueSoon soon -> dueSoon(soon.daysLeft(), soon.task().lastDay(), on);
            case TaskEvent.TaskOverdue overdue when overdue.task().overdueBeforeEntry() ->
                Notice.inbox(Occasion.OVERDUE_BEFORE_ENTRY, NORMAL, RESPONSIBLE).andEmail();
            case TaskEvent.TaskOverdue overdue when isGivenOn(overdue.task()) -> overdue(overdue.since(), on, DECIDING, FOLLOWING);
            case TaskEvent.TaskOverdue overdue -> overdue(overdue.since(), on, STANDING, FOLLOWING);
            case TaskEvent.TaskEscalated late -> escalated(late.step(), late.daysLate(), late.task().lastDay(), on);
            case TaskEvent.CompletionSubmitted _ -> Notice.inbox(Occasion.SUBMITTED, NORMAL, DECIDING).eachTime();
            case TaskEvent.ExtensionRequested _ -> Notice.inbox(Occasion.EXTENSION_ASKED, NORMAL, DECIDING).eachTime();
            case TaskEvent.ExtensionGranted _ -> Notice.inbox(Occasion.EXTENDED, NORMAL, RESPONSIBLE).eachTime().andEmail();
            case TaskEvent.ExtensionRefused _ -> Notice.inbox(Occasion.NOT_EXTENDED, NORMAL, RESPONSIBLE).eachTime().andEmail();
            case TaskEvent.TaskStale _ -> Notice.inbox(Occasion.STALE, NORMAL, RESPONSIBLE).eachTime().andEmail();
            case TaskEvent.CompletionReturned _ -> Notice.inbox(Occasion.RETURNED, NORMAL, RESPONSIBLE).eachTime().andEmail();
            case TaskEvent.TaskCompleted _ -> Notice.inbox(Occasion.ACCEPTED, INFORMATION, RESPONSIBLE, FOLLOWING).eachTime();
            case TaskEvent.TaskReturnedToGiver _ -> Notice.inbox(Occasion.GIVEN_BACK, NORMAL, DECIDING).eachTime();
            case TaskEvent.ReturnToGiverRefused _ -> Notice.inbox(Occasion.INSISTED, NORMAL, RESPONSIBLE).eachTime().andEmail();
            // it goes on in another plan: that it is assigned there says it all
            case TaskEvent.TaskCancelled cancelled when cancelled.movedTo() != null -> null;
            case TaskEvent.TaskCancelled _ -> Notice.inbox(Occasion.CANCELLED, INFORMATION, RESPONSIBLE);
            case TaskEvent.TaskReopened _ -> Notice.inbox(Occasion.REOPENED, NORMAL, RESPONSIBLE).eachTime().andEmail();
            case TaskEvent.TaskAcknowledged _, TaskEvent.ProgressRecorded _, TaskEvent.TaskAmended _, TaskEvent.TaskDescribed _,
                TaskEvent.ShareSubmitted _ -> null;
            // whoever gets the part is told of that
            case TaskEvent.TaskDelegated _ -> null;
            case TaskEvent.ExplanationRequested _ -> Notice.inbox(Occasion.EXPLANATION_ASKED, CRITICAL, RESPONSIBLE).eachTime().pressing();
            case TaskEvent.ExplanationDueSoon soon -> explanationDueSoon(soon.daysLeft());
            case TaskEvent.ExplanationGiven given when isDirected(given.task()) -> Notice.inbox(Occasion.EXPLANATION_GIVEN, NORMAL, DECIDING, LEADER).eachTime();
            case TaskEvent.ExplanationGiven _ -> Notice.inbox(Occasion.EXPLANATION_GIVEN, NORMAL, LEADER).eachTime();
            case TaskEvent.ExplanationOverdue overdue when isDirected(overdue.task()) ->
                Notice.inbox(Occasion.EXPLANATION_OVERDUE, CRITICAL, HEAD, DECIDING, LEADER).eachTime().pressing();
            case TaskEvent.ExplanationOverdue _ -> Notice.inbox(Occasion.EXPLANATION_OVERDUE, CRITICAL, HEAD, LEADER).eachTime().pressing();
            case TaskEvent.ConclusionUnitNamed _ -> Notice.inbox(Occasion.CONCLUSION_UNIT_NAMED, NORMAL, RESPONSIBLE).eachTime();
        };
    }

    private static @Nullable Notice of(ReportEvent event, LocalDate on) {
        return switch (event) {
            case ReportEvent.ReportRequested _ -> Notice.inbox(Occasion.ASSIGNED, NORMAL, RESPONSIBLE);
            case ReportEvent.ReportReassigned _ -> Notice.inbox(Occasion.ASSIGNED, NORMAL, RESPONSIBLE).eachTime().andEmail();
            case ReportEvent.ReportMoved _ -> Notice.inbox(Occasion.MOVED, NORMAL, RESPONSIBLE).eachTime().andEmail();
            case ReportEvent.ReportDueSoon soon -> dueSoon(soon.daysLeft(), soon.report().lastDay(), on);
            case ReportEvent.ReportOverdue overdue -> overdue(overdue.since(), on, OWED_TO);
            case ReportEvent.ReportEscalated late -> escalated(late.step(), late.daysLate(), late.report().lastDay(), on);
            case ReportEvent.ReportSubmitted sent when Boolean.TRUE.equals(sent.report().onBehalf()) ->
                Notice.inbox(Occasion.SUBMITTED, NORMAL, OWED_TO, RESPONSIBLE).eachTime();
            case ReportEvent.ReportSubmitted _ -> Notice.inbox(Occasion.SUBMITTED, NORMAL, OWED_TO).eachTime();
            case ReportEvent.ReportCorrected _ -> Notice.inbox(Occasion.SUBMITTED, NORMAL, OWED_TO).eachTime();
            case ReportEvent.ReportReturned _ -> Notice.inbox(Occasion.RETURNED, NORMAL, RESPONSIBLE).eachTime().andEmail();
            case ReportEvent.ReportPrepared _ -> Notice.inbox(Occasion.ASSIGNED, NORMAL, HEAD).eachTime();
            case ReportEvent.ReportUrged urged -> urged(urged.report().lastDay(), on);
            case ReportEvent.ReportAccepted _, ReportEvent.ReportExempted _, ReportEvent.ReportWithdrawn _, ReportEvent.ReportDescribed _ -> null;
            case ReportEvent.ReportExplanationRequested _ -> Notice.inbox(Occasion.EXPLANATION_ASKED, CRITICAL, RESPONSIBLE).eachTime().pressing();
            case ReportEvent.ReportExplanationDueSoon soon -> explanationDueSoon(soon.daysLeft());
            case ReportEvent.ReportExplanationOverdue overdue when isAsked(overdue.report()) ->
                Notice.inbox(Occasion.EXPLANATION_OVERDUE, CRITICAL, HEAD, OWED_TO).eachTime().pressing();
            case ReportEvent.ReportExplanationOverdue _ -> Notice.inbox(Occasion.EXPLANATION_OVERDUE, CRITICAL, HEAD, OWED_TO, LEADER).eachTime().pressing();
            case ReportEvent.ReportExplanationGiven given when isAsked(given.report()) -> Notice.inbox(Occasion.EXPLANATION_GIVEN, NORMAL, OWED_TO).eachTime();
            case ReportEvent.ReportExplanationGiven _ -> Notice.inbox(Occasion.EXPLANATION_GIVEN, NORMAL, OWED_TO, LEADER).eachTime();
        };
    }

    private static @Nullable Notice of(TargetEvent event) {
        return switch (event) {
            case TargetEvent.TargetMeasured(_, var figure, _) when figure.onBehalf() -> Notice.inbox(Occasion.ENTERED_FOR, INFORMATION, RESPONSIBLE).eachTime();
            case TargetEvent.TargetExplanationRequested _ -> Notice.inbox(Occasion.EXPLANATION_ASKED, CRITICAL, RESPONSIBLE).eachTime().pressing();
            case TargetEvent.TargetExplanationDueSoon soon -> explanationDueSoon(soon.daysLeft());
            case TargetEvent.TargetExplanationOverdue _ -> Notice.inbox(Occasion.EXPLANATION_OVERDUE, CRITICAL, HEAD, STANDING, LEADER).eachTime().pressing();
            case TargetEvent.TargetExplanationGiven _ -> Notice.inbox(Occasion.EXPLANATION_GIVEN, NORMAL, STANDING, LEADER).eachTime();
            case TargetEvent.TargetTracked _, TargetEvent.TargetDefined _, TargetEvent.TargetMeasured _ -> null;
        };
    }

    private static Notice explanationDueSoon(int daysLeft) {
        return Notice.inbox(Occasion.EXPLANATION_DUE_SOON, NORMAL, RESPONSIBLE).eachTime().days(daysLeft).andEmail();
    }

    /** By the province, which alone decides on it. */
    private static boolean isAsked(ReportState report) {
        return Boolean.TRUE.equals(report.asked());
    }

    /** Somebody reminds the unit, whatever the clock did: in the words of the day. */
    private static Notice urged(LocalDate lastDay, LocalDate on) {
        var left = days(on, lastDay);
        return left < 0
                ? Notice.inbox(Occasion.OVERDUE, CRITICAL, RESPONSIBLE).eachTime().days(-left).andEmail()
                : Notice.inbox(Occasion.DUE_SOON, NORMAL, RESPONSIBLE).eachTime().days(left).andEmail();
    }

    /** A sweep that comes late tells a boundary late: the days that are counted are those of the day it was told. */
    private static Notice dueSoon(int boundary, @Nullable LocalDate lastDay, LocalDate on) {
        var left = lastDay == null ? boundary : Math.max(0, Math.min(boundary, days(on, lastDay)));
        return Notice.inbox(Occasion.DUE_SOON, NORMAL, RESPONSIBLE).numbered(boundary).days(left).andEmail();
    }

    /** Late by one day on the first day after the last one. */
    private static Notice overdue(LocalDate since, LocalDate on, Audience... chasing) {
        var late = Math.max(1, days(since, on) + 1);
        var audiences = Stream.concat(Stream.of(RESPONSIBLE), Stream.of(chasing)).toArray(Audience[]::new);
        return Notice.inbox(Occasion.OVERDUE, CRITICAL, audiences).days(late).pressing();
    }

    /** Steps beyond those agreed on go to the leaders as well: what is late for longer never falls silent. */
    private static Notice escalated(int step, int daysLate, @Nullable LocalDate lastDay, LocalDate on) {
        var audience = switch (step) {
            case 1 -> HEAD;
            case 2 -> STANDING;
            default -> LEADER;
        };
        var audiences = audience == LEADER ? new Audience[] {LEADER, PROVINCE} : new Audience[] {audience};
        var late = lastDay == null ? daysLate : Math.max(daysLate, days(lastDay, on));
        return Notice.inbox(Occasion.ESCALATED, CRITICAL, audiences).numbered(step).days(late).pressing();
    }

    private static boolean isOccurrence(TaskState task) {
        return task.partOf() != null && task.partOf().kind() == PartKind.OCCURRENCE;
    }

    private static boolean isDirected(TaskState task) {
        return task.directive() != null;
    }

    private static boolean isGivenOn(TaskState task) {
        return task.partOf() != null && task.partOf().kind() != PartKind.OCCURRENCE;
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
