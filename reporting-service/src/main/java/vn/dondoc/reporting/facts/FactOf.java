package vn.dondoc.reporting.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.Particulars;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.TargetEvent;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.event.TargetState;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Programmes;
import vn.dondoc.reporting.cells.Counter;

/** What an event says of its task, report or target, in the terms of the figures. */
public final class FactOf {

    private static final int DUE_SOON_DAYS = 7;

    private FactOf() {}

    /** Nothing for events that are about none of them. */
    public static Optional<StoredFact> event(Received received) {
        return switch (received.event()) {
            case TaskEvent event -> Optional.of(task(event.task(), received));
            case ReportEvent event -> Optional.of(report(event.report(), received));
            case TargetEvent event -> Optional.of(target(event.target(), received));
            default -> Optional.empty();
        };
    }

    private static StoredFact task(TaskState task, Received received) {
        var counted = counted(task);
        return new StoredFact(
                "task/" + task.id(), received.order(), received.at(), task.province(), task.commune(), task.plan(), task.lead(),
                counted, null,
                task.workState() == WorkState.CANCELLED || task.partOf() != null
                        ? null
                        : line(task),
                money(task), null, counted.contains(Counter.TASK_OVERDUE) ? task.lastDay() : null, daysToOpen(task), null);
    }

    private static TaskText line(TaskState task) {
        var particulars = task.particulars() == null ? Particulars.NONE : task.particulars();
        return new TaskText(task.order(), task.ordinal(), task.title(), task.timeClass(), particulars.nationalCode(), particulars.level(), task.assignedOn());
    }

    /**
     * What is planned counts in the task that the plan has, since its occurrences repeat it; what was paid out counts where it was
     * told. What was given to other units counts in its whole.
     */
    private static @Nullable TaskMoney money(TaskState task) {
        var partOf = task.partOf();
        if (task.workState() == WorkState.CANCELLED || partOf != null && partOf.kind() != PartKind.OCCURRENCE) {
            return null;
        }
        var particulars = task.particulars() == null ? Particulars.NONE : task.particulars();
        var planned = partOf == null ? task.budgetVnd() : null;
        var programme = Programmes.key(particulars.programme());
        return planned == null && particulars.disbursedVnd() == null && programme == null
                ? null
                : new TaskMoney(planned, particulars.disbursedVnd(), programme, programme == null ? null : particulars.programme(), task.ordinal(), task.title());
    }

    /** How long those who answer for it took to look at it. */
    private static @Nullable Integer daysToOpen(TaskState task) {
        var assigned = task.assignedOn();
        var opened = task.openedOn();
        return assigned == null || opened == null || task.workState() == WorkState.CANCELLED || isCountedElsewhere(task)
                ? null
                : Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(assigned, opened)));
    }

    private static StoredFact target(TargetState target, Received received) {
        var holds = target.withdrawnOn() == null;
        var share = holds ? target.share() : null;
        return new StoredFact(
                "target/" + target.id(), received.order(), received.at(), target.province(), target.commune(), target.plan(),
                target.owner() == null ? List.of() : List.of(target.owner()),
                holds ? counted(target) : Set.of(),
                null, null, null,
                share == null ? null : new TargetShare(
                        target.operator(), target.value().stripTrailingZeros(), share.money(), Programmes.key(share.programme()), share.baseVnd(),
                        share.baseYear()),
                null, null, null);
    }

    /** What is computed stands in no cell, but whoever answers for it explains it as any other. */
    private static Set<Counter> counted(TargetState target) {
        var counted = explanation(target.explanation(), Counter.TARGET_EXPLANATION_OWED, Counter.TARGET_EXPLANATION_OVERDUE);
        if (target.share() == null && !target.operator().equals(PlannedTarget.NO_GOAL)) {
            counted.add(counterOf(Objects.requireNonNullElse(target.standing(), TargetStanding.NOT_MEASURED)));
        }
        return counted;
    }

    /** The counter of targets that stand so. */
    public static Counter counterOf(TargetStanding standing) {
        return switch (standing) {
            case ATTAINED -> Counter.TARGET_ATTAINED;
            case ON_THE_WAY -> Counter.TARGET_ON_THE_WAY;
            case BEHIND -> Counter.TARGET_BEHIND;
            case NOT_MEASURED -> Counter.TARGET_NOT_MEASURED;
        };
    }

    private static Set<Counter> counted(TaskState task) {
        if (task.workState() == WorkState.CANCELLED) {
            return Set.of();
        }
        var counted = explanation(task.explanation(), Counter.EXPLANATION_OWED, Counter.EXPLANATION_OVERDUE);
        if (isCountedElsewhere(task)) {
            return counted;
        }
        counted.add(counterOf(task.timeClass()));
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

    /** Each explanation is owed by itself, also that of a part. */
    private static EnumSet<Counter> explanation(@Nullable Explanation asked, Counter owed, Counter overdue) {
        if (asked == null || asked.givenOn() != null) {
            return EnumSet.noneOf(Counter.class);
        }
        return asked.overdue() ? EnumSet.of(owed, overdue) : EnumSet.of(owed);
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
                List.of(report.unit()), counted(report, today), report.period(), null, null, null, null, null, Programmes.key(report.programme()));
    }

    private static Set<Counter> counted(ReportState report, LocalDate today) {
        var state = counterOf(report, today);
        if (state == null) {
            return Set.of();
        }
        var counted = explanation(report.explanation(), Counter.REPORT_EXPLANATION_OWED, Counter.REPORT_EXPLANATION_OVERDUE);
        counted.add(state);
        return counted;
    }

    /** What was returned did not count: it stands by its last day again, as on the day of the event. Null for what is exempted. */
    private static @Nullable Counter counterOf(ReportState report, LocalDate today) {
        return switch (report.status()) {
            case OPEN -> Counter.REPORT_OPEN;
            case DUE_SOON -> Counter.REPORT_DUE_SOON;
            case OVERDUE -> Counter.REPORT_OVERDUE;
            case SUBMITTED -> Counter.REPORT_IN_TIME;
            case SUBMITTED_LATE -> Counter.REPORT_LATE;
            case ACCEPTED -> late(report.submittedOn(), report.countsUntil()) ? Counter.REPORT_LATE : Counter.REPORT_IN_TIME;
            case RETURNED -> today.isAfter(report.countsUntil())
                    ? Counter.REPORT_OVERDUE
                    : unanswered(Math.max(0, ChronoUnit.DAYS.between(today, report.lastDay())));
            case EXEMPTED -> null;
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
