package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened to an expected report. Each event carries the state after it. */
public sealed interface ReportEvent extends DomainEvent {

    ReportState report();

    /** The period opened: the report is expected from now on. */
    record ReportRequested(ReportState report) implements ReportEvent {}

    /** @param daysLeft days from the boundary to the last day */
    record ReportDueSoon(ReportState report, int daysLeft) implements ReportEvent {}

    /** @param since the first day after the last day in time */
    record ReportOverdue(ReportState report, LocalDate since) implements ReportEvent {}

    /** @param step 1 head of unit, 2 standing unit, 3 leader; {@code daysLate} since the last day in time */
    record ReportEscalated(ReportState report, int step, int daysLate) implements ReportEvent {}

    record ReportSubmitted(ReportState report) implements ReportEvent {}

    /** Laid before the head of the unit, who sends it. */
    record ReportPrepared(ReportState report) implements ReportEvent {}

    /** Taken back by the unit before anybody decided on it: nothing was sent. */
    record ReportWithdrawn(ReportState report) implements ReportEvent {}

    /** Whoever it is owed to reminds the unit of it. */
    record ReportUrged(ReportState report) implements ReportEvent {}

    record ReportReturned(ReportState report) implements ReportEvent {}

    record ReportAccepted(ReportState report) implements ReportEvent {}

    /** What was sent is corrected since what it was put together from was: another answer stands, on the day and with the verdict of the first. */
    record ReportCorrected(ReportState report) implements ReportEvent {}

    /** Another unit owes it, or it is owed to another, since one of them was merged. */
    record ReportReassigned(ReportState report) implements ReportEvent {}

    /**
     * Not owed after all.
     *
     * @param reason {@code unit-merged}: the unit that took over owes this report already, or is the one it is owed to;
     *     {@code plan-amended}: its plan asks for it no more; {@code decided}: whoever it is owed to does without it;
     *     {@code longer-report}: the report of a longer period stands in its place
     */
    record ReportExempted(ReportState report, String reason) implements ReportEvent {}

    /**
     * Still open, it is due on another day now, or owed to another unit: its plan was amended, its meeting has a day, or it was extended.
     *
     * @param before the last day in time until now
     */
    record ReportMoved(ReportState report, LocalDate before, @Nullable Basis basis) implements ReportEvent {}

    /** It belongs to another programme, or to none, since its rule does. */
    record ReportDescribed(ReportState report) implements ReportEvent {}

    /** Somebody above asks why it is late. */
    record ReportExplanationRequested(ReportState report) implements ReportEvent {}

    /** @param daysLeft days from the boundary to the last day to explain in time */
    record ReportExplanationDueSoon(ReportState report, int daysLeft) implements ReportEvent {}

    /** @param since the first day after the last day to explain in time */
    record ReportExplanationOverdue(ReportState report, LocalDate since) implements ReportEvent {}

    record ReportExplanationGiven(ReportState report) implements ReportEvent {}
}
