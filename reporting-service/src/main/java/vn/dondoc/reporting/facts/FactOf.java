package vn.dondoc.reporting.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.cells.Counter;

/** What an event says of its task or report, in the terms of the figures. */
public final class FactOf {

    private static final int DUE_SOON_DAYS = 7;

    private FactOf() {}

    /** Nothing for events that are about neither. */
    public static Optional<StoredFact> event(Received received) {
        return switch (received.event()) {
            case TaskEvent event -> Optional.of(task(event.task(), received));
            case ReportEvent event -> Optional.of(report(event.report(), received));
            default -> Optional.empty();
        };
    }

    private static StoredFact task(TaskState task, Received received) {
        return new StoredFact(
                "task/" + task.id(), received.order(), received.at(), task.province(), task.commune(), task.plan(), task.lead(),
                counted(task), null,
                task.workState() == WorkState.CANCELLED || task.partOf() != null
                        ? null
                        : new TaskText(task.order(), task.ordinal(), task.title(), task.timeClass()));
    }

    private static Set<Counter> counted(TaskState task) {
        if (task.workState() == WorkState.CANCELLED || isCountedElsewhere(task)) {
            return Set.of();
        }
        var counted = EnumSet.of(counterOf(task.timeClass()));
        var open = task.workState() == WorkState.NOT_STARTED || task.workState() == WorkState.IN_PROGRESS;
        if (task.timeClass() == TimeClass.OVERDUE && task.overdueBeforeEntry()) {
            counted.add(Counter.TASK_OVERDUE_BEFORE_ENTRY);
        }
        if (open && !task.opened()) {
            counted.add(Counter.TASK_NEVER_OPENED);
        }
        if (task.workState() == WorkState.SUBMITTED) {
            counted.add(Counter.TASK_AWAITING_ACCEPTANCE);
        }
        return counted;
    }

    /** A series counts in its occurrences, and what was given to other units in its whole: nothing is counted twice. */
    private static boolean isCountedElsewhere(TaskState task) {
        var partOf = task.partOf();
        if (partOf != null) {
            return partOf.kind() != PartKind.OCCURRENCE;
        }
        return task.due() instanceof Due.Recurring(var frequency) && frequency != Frequency.AD_HOC;
    }

    private static Counter counterOf(TimeClass timeClass) {
        return switch (timeClass) {
            case COMPLETED_IN_TIME -> Counter.TASK_COMPLETED_IN_TIME;
            case COMPLETED_LATE -> Counter.TASK_COMPLETED_LATE;
            case IN_TIME -> Counter.TASK_IN_TIME;
            case DUE_SOON -> Counter.TASK_DUE_SOON;
            case OVERDUE -> Counter.TASK_OVERDUE;
            case NO_DEADLINE -> Counter.TASK_NO_DEADLINE;
        };
    }

    private static StoredFact report(ReportState report, Received received) {
        var today = LocalDate.ofInstant(received.at(), DomainClock.ZONE);
        return new StoredFact(
                "report/" + report.id(), received.order(), received.at(), report.province(), report.commune(), report.plan(),
                List.of(report.unit()), counted(report, today), report.period(), null);
    }

    /** What was returned did not count: it stands by its last day again, as on the day of the event. */
    private static Set<Counter> counted(ReportState report, LocalDate today) {
        return switch (report.status()) {
            case OPEN -> Set.of(Counter.REPORT_OPEN);
            case DUE_SOON -> Set.of(Counter.REPORT_DUE_SOON);
            case OVERDUE -> Set.of(Counter.REPORT_OVERDUE);
            case SUBMITTED -> Set.of(Counter.REPORT_IN_TIME);
            case SUBMITTED_LATE -> Set.of(Counter.REPORT_LATE);
            case ACCEPTED -> Set.of(late(report.submittedOn(), report.lastDay()) ? Counter.REPORT_LATE : Counter.REPORT_IN_TIME);
            case RETURNED -> Set.of(unanswered(ChronoUnit.DAYS.between(today, report.lastDay())));
            case EXEMPTED -> Set.of();
        };
    }

    private static Counter unanswered(long daysLeft) {
        if (daysLeft < 0) {
            return Counter.REPORT_OVERDUE;
        }
        return daysLeft <= DUE_SOON_DAYS ? Counter.REPORT_DUE_SOON : Counter.REPORT_OPEN;
    }

    private static boolean late(@Nullable LocalDate submittedOn, LocalDate lastDay) {
        return submittedOn != null && submittedOn.isAfter(lastDay);
    }
}
